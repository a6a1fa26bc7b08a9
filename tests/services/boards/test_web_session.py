"""Webs: every step is kept, whatever edition and however many machines."""

import itertools
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.boards import web as webs
from studyapp.domain.boards.comparing_web import Change
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Card, Drawn, Point, Relation, Web
from studyapp.domain.course import Course
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.messages import say
from studyapp.services.boards.board_list import DELETE
from studyapp.services.boards.board_log import REDO, UNDO
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.boards.web_log import STEP
from studyapp.services.boards.web_session import WebSession
from studyapp.store.pack import open_pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, factor, full_id, link, paragraph, topic
from tests.clocks import StandingClock
from tests.packs import opened

YALTA, TREATY, PORTS = (full_id("factor", name) for name in ("Yalta", "Treaty", "Ports"))
PLAIN = Drawn()
NUMBERS = itertools.count()
HERE = full_id("topic", TOPIC)
LINKS = (link("Yalta", "Treaty"), link("Treaty", "Ports"))
WHOLE = course(topic(), *map(factor, ("Yalta", "Treaty", "Ports", "Alone")), *LINKS)
SMALLER = course(topic(), *map(factor, ("Treaty", "Ports")), LINKS[1])


class Desk:
    """Opens sessions on one progress file, with any edition of the course."""

    def __init__(self, folder: Path, things: ExitStack, name: str = "progress.db") -> None:
        self.folder, self.things, self.name = folder, things, name
        self.progress = self.reopened()

    def reopened(self, read_only: bool = False) -> Progress:
        path = self.folder / self.name
        opening = open_progress(path, StandingClock(), "here", read_only=read_only)
        return self.things.enter_context(closing(opening))

    def session(self, edition: Course = WHOLE, progress: Progress | None = None) -> WebSession:
        path = self.folder / f"{len(edition.factors)}-{len(edition.tasks)}.studypack"
        pack = open_pack(path) if path.exists() else opened(edition, path)
        self.things.enter_context(closing(pack))
        kept = progress or self.progress
        made = WebSession(pack, kept, BoardSession(pack, kept))
        made.open(HERE)
        return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with ExitStack() as things:
        yield Desk(tmp_path, things)


def placed(session: WebSession, **spots: Point) -> None:
    ids = {"yalta": YALTA, "treaty": TREATY, "ports": PORTS}
    session.do(webs.place(session.web, {ids[name]: at for name, at in spots.items()}))


def joined(session: WebSession, pair: tuple[str, str], drawn: Drawn = PLAIN) -> None:
    session.do(webs.draw(session.web, pair, drawn))


def test_what_the_topic_joins_is_offered_and_lies_in_the_tray(desk: Desk) -> None:
    session = desk.session()
    assert set(session.tray) == {YALTA, TREATY, PORTS}
    placed(session, yalta=Point(8, 16))
    assert set(session.tray) == {TREATY, PORTS}


def test_a_web_is_there_again_after_a_restart(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY), Drawn(Relation.TRIGGER, "a promise", Point(8, 8)))
    session.do(webs.write(session.web, session.new_name(), "My own", Point(300, 0)))
    assert desk.session().web == session.web


def test_undo_and_redo_go_on_after_a_restart(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    drawn = session.web
    session.undo()
    again = desk.session()
    assert again.web.links == {}
    assert again.redo() == drawn
    for _ in range(2):
        again.undo()
    assert desk.session().web == Web(HERE)


def test_what_changes_nothing_is_not_logged(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0))
    placed(session, yalta=Point(0, 0))
    assert len(desk.progress.entries((STEP,))) == 1


def test_another_edition_leaves_out_what_it_does_not_know_and_keeps_it_in_the_log(
    desk: Desk,
) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160), ports=Point(0, 320))
    joined(session, (YALTA, TREATY))
    joined(session, (TREATY, PORTS))
    smaller = desk.session(SMALLER)
    assert set(smaller.web.cards) == {TREATY, PORTS}
    assert set(smaller.web.links) == {(TREATY, PORTS)}
    smaller.undo()
    assert set(desk.session().web.links) == {(YALTA, TREATY)}


def test_an_undo_from_another_machine_takes_back_the_step_it_names(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0))
    [first] = desk.progress.entries((STEP,))
    placed(session, treaty=Point(0, 160))
    desk.progress.append(NewEntry(UNDO, session.question, {"of": first.key}))
    assert set(desk.session().web.cards) == {TREATY}


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"cards": 3, "links": "x"},
        {"cards": {YALTA: ["0", 0, ""]}, "links": [[1, 2], ["a"], None]},
        {"links": [[YALTA, TREATY, "unheard-of", "why", 0, 0]]},
    ],
)
def test_a_strange_entry_of_the_log_changes_nothing(desk: Desk, payload: dict[str, object]) -> None:
    session = desk.session()
    desk.progress.append(NewEntry(STEP, session.question, payload))
    assert desk.session().web == Web(HERE)


def test_a_check_calls_in_what_is_to_mend_once(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160), ports=Point(0, 320))
    joined(session, (TREATY, YALTA))
    found = session.check()
    assert {each.pair: each.kind for each in found} == {
        (TREATY, YALTA): FindingKind.REVERSED,
        (TREATY, PORTS): FindingKind.MISSING,
    }
    assert session.called_in == {f"{each.id}#why" for each in LINKS}
    session.check()
    assert session.called_in == frozenset()
    assert len(desk.progress.entries((FINDING,))) == 2


def test_cards_that_were_only_laid_down_call_nothing_in_until_something_is_drawn_there(
    desk: Desk,
) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160), ports=Point(0, 320))
    found = session.check()
    assert {each.kind for each in found} == {FindingKind.MISSING}
    assert session.called_in == frozenset()
    joined(session, (YALTA, TREATY))
    session.check()
    assert session.called_in == {f"{LINKS[1].id}#why"}


def test_what_was_found_is_there_again_but_for_what_was_changed_since(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160), ports=Point(0, 320))
    joined(session, (YALTA, TREATY))
    session.check()
    placed(session, yalta=Point(80, 0))
    again = desk.session()
    assert [each.pair for each in again.findings] == [(YALTA, TREATY), (TREATY, PORTS)]
    joined(again, (TREATY, PORTS))
    assert [each.pair for each in desk.session().findings] == [(YALTA, TREATY)]


def test_a_hint_names_less_first(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    steps = []
    for _ in range(3):
        hint = session.hint()
        assert hint is not None
        steps.append(int(hint.step))
    assert steps == [1, 2, 3]
    joined(session, (YALTA, TREATY))
    assert session.hint() is None


def test_in_a_read_only_window_one_can_draw_and_undo_and_nothing_is_kept(desk: Desk) -> None:
    session = desk.session(progress=desk.reopened(read_only=True))
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    session.undo()
    assert session.web.links == {}
    assert desk.progress.entries((STEP,)) == ()


def test_own_cards_have_names_that_no_other_has(desk: Desk) -> None:
    session = desk.session()
    names = []
    for number in range(3):
        names.append(session.new_name())
        session.do(webs.write(session.web, names[-1], f"Thought {number}", Point(0, 100 * number)))
    session.do(webs.take_off(session.web, names[:1]))
    assert len({*names, session.new_name()}) == 4
    assert session.web.cards[names[1]] == Card(Point(0, 100), "Thought 1")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_steps_undone_and_done_again_are_what_the_log_says(
    tmp_path: Path, data: st.DataObject
) -> None:
    with ExitStack() as things:
        play(Desk(tmp_path, things, f"{next(NUMBERS)}.db"), data)


def play(desk: Desk, data: st.DataObject) -> None:
    session = desk.session()
    for _ in range(data.draw(st.integers(1, 10))):
        act = data.draw(st.sampled_from(["place", "draw", "off", "undo", "redo"]))
        name = data.draw(st.sampled_from([YALTA, TREATY, PORTS]))
        if act == "place":
            at = Point(data.draw(st.integers(0, 900)), data.draw(st.integers(0, 900)))
            session.do(webs.place(session.web, {name: at}))
        elif act == "off":
            session.do(webs.take_off(session.web, (name,)))
        elif act == "draw" and session.web.cards.keys() >= {YALTA, TREATY}:
            joined(session, (YALTA, TREATY), Drawn(because=data.draw(st.text(max_size=8))))
        elif act in ("undo", "redo"):
            getattr(session, act)()
    assert desk.session().web == session.web


def test_a_topic_can_have_several_webs_and_the_one_worked_on_last_is_open(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    first = session.web
    session.add_board("Second try")
    assert session.web.cards == {}
    placed(session, ports=Point(8, 8))
    again = desk.session()
    assert set(again.web.cards) == {PORTS}
    again.switch(again.question)
    assert again.web == first


def test_a_copy_of_a_web_begins_as_its_source_and_goes_its_own_way(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY), Drawn(Relation.LONG, "a promise"))
    session.do(webs.write(session.web, session.new_name(), "My own", Point(300, 0)))
    source = session.web
    session.add_board("Copy", copy=True)
    assert session.web == source
    assert not session.can_undo
    assert session.new_name() not in session.web.cards
    session.do(webs.erase(session.web, (YALTA, TREATY)))
    again = desk.session()
    assert again.web.links == {}
    again.switch(again.question)
    assert again.web == source


def test_a_copy_does_not_call_in_again_what_its_source_has(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (TREATY, YALTA))
    session.check()
    assert session.called_in
    session.add_board("Copy", copy=True)
    session.check()
    assert session.called_in == frozenset()


def test_another_topic_has_nothing_to_undo_of_this_one(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0))
    session.open(full_id("topic", "Elsewhere"))
    assert not session.can_undo
    session.open(HERE)
    assert session.can_undo


def test_what_was_undone_and_done_again_stands_whatever_another_machine_did_between(
    desk: Desk,
) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0))
    [first] = desk.progress.entries((STEP,))
    name = session.question
    desk.progress.append(
        NewEntry(UNDO, name, {"of": first.key}),
        NewEntry(STEP, name, {"cards": {TREATY: [8, 8, ""]}}),
        NewEntry(REDO, name, {"of": first.key}),
    )
    assert set(desk.session().web.cards) == {YALTA, TREATY}


def test_the_web_that_stayed_when_two_machines_deleted_one_each_is_there_beside_a_new_one(
    desk: Desk,
) -> None:
    session = desk.session()
    first = session.question
    session.add_board("Mine")
    desk.progress.append(NewEntry(DELETE, first), NewEntry(DELETE, session.here.subject))
    again = desk.session()
    assert [board.title for board in again.boards] == ["Mine"]
    again.add_board("Another")
    assert [board.title for board in again.boards] == ["Mine", "Another"]


def test_a_link_that_goes_with_a_card_comes_back_with_it_whoever_drew_it(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    # The other machine did not know of the link.
    off = NewEntry(STEP, session.question, {"cards": {YALTA: None}})
    [entry] = desk.progress.append(off)
    assert desk.session().web.links == {}
    desk.progress.append(NewEntry(UNDO, session.question, {"of": entry.key}))
    assert set(desk.session().web.links) == {(YALTA, TREATY)}


def test_a_web_is_compared_with_itself_at_each_check(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160), ports=Point(0, 320))
    joined(session, (TREATY, YALTA))
    session.check()
    first_time = session.since_last
    assert first_time is None
    session.do(webs.turn(session.web, (TREATY, YALTA)))
    session.check()
    assert session.since_last
    assert session.since_last.gained == ((YALTA, TREATY),)
    joined(session, (TREATY, PORTS))
    again = desk.session()
    assert again.since_last is None
    latest, first = again.points()
    assert first.counts == {"missing": 1, "reversed": 1}
    assert [(row.pair, row.change) for row in again.compared(first).differing] == [
        ((YALTA, TREATY), Change.MENDED),
        ((TREATY, PORTS), Change.GAINED),
    ]
    [row] = again.compared(latest).differing
    # It is not checked yet, and counts for nothing.
    assert (row.pair, row.here.mark) == ((TREATY, PORTS), None)


def test_an_undo_before_a_check_belongs_to_what_the_web_was_then(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    session.undo()
    session.check()
    session.redo()
    [row] = desk.session().compared(session.points()[0]).differing
    assert (row.pair, row.change) == ((YALTA, TREATY), Change.GAINED)
    assert row.there.mark is FindingKind.MISSING


def test_a_web_is_compared_with_another_one(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    session.add_board("Second try")
    placed(session, treaty=Point(0, 0), ports=Point(0, 160))
    joined(session, (TREATY, PORTS))
    [other] = session.points()
    before = session.web
    found = session.compared(other)
    assert {row.pair: row.change for row in found.rows} == {
        (TREATY, PORTS): Change.GAINED,
        (YALTA, TREATY): Change.LOST,
    }
    assert session.web == before


def test_who_only_looks_is_told_what_changed_and_nothing_is_kept(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (TREATY, YALTA))
    session.check()
    count = len(desk.progress.entries())
    looking = desk.session(progress=desk.reopened(read_only=True))
    looking.do(webs.turn(looking.web, (TREATY, YALTA)))
    looking.check()
    assert looking.since_last
    assert looking.since_last.gained == ((YALTA, TREATY),)
    assert len(desk.progress.entries()) == count


def task(allowed: Help, *cards: str) -> TeacherTask:
    return TeacherTask(full_id("task", "t"), "How?", HERE, Way.WEB, cards, help=allowed)


def test_a_task_has_its_cards_and_a_web_of_its_own(desk: Desk) -> None:
    edition = WHOLE._replace(tasks=(task(Help(), YALTA, TREATY),))
    session = desk.session(edition)
    placed(session, yalta=Point(0, 0))
    session.open(full_id("task", "t"))
    assert (session.web.cards, set(session.tray)) == ({}, {YALTA, TREATY})
    assert session.about.title == TOPIC
    placed(session, treaty=Point(8, 8))
    again = desk.session(edition)
    assert set(again.web.cards) == {YALTA}
    assert set(again.open(full_id("task", "t")).cards) == {TREATY}


def test_a_task_that_tells_the_counts_alone_tells_them_after_a_restart_too(desk: Desk) -> None:
    edition = WHOLE._replace(tasks=(task(Help(reasons=False)),))
    session = desk.session(edition)
    session.open(full_id("task", "t"))
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (TREATY, YALTA))
    assert session.check() == ()
    assert session.called_in
    session.check()
    assert session.since_last is None
    again = desk.session(edition)
    again.open(full_id("task", "t"))
    assert again.findings == ()
    assert [say(remark) for remark in again.remarks] == ["0 of 1 links are right."]
    [row] = again.compared(again.points()[0]).rows
    assert (row.here.mark, row.there.mark) == (None, None)
    again.undo()
    assert again.remarks == ()


def test_a_task_without_passages_leads_to_none(desk: Desk) -> None:
    passage = paragraph("They signed.")
    edition = course(
        topic(TOPIC, passage),
        factor("Yalta"),
        factor("Treaty"),
        link("Yalta", "Treaty", passage=passage.id),
    )._replace(tasks=(task(Help(passages=False)),))
    for about, expected in ((HERE, passage.id), (full_id("task", "t"), None)):
        session = desk.session(edition)
        session.open(about)
        placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
        assert [each.finding.passage for each in session.check()] == [expected]
        hints = [session.hint() for _ in range(3)]
        assert [hint.passage if hint else "" for hint in hints] == [expected] * 3


def test_undoing_all_that_came_after_a_check_brings_its_marks_back(desk: Desk) -> None:
    session = desk.session()
    placed(session, yalta=Point(0, 0), treaty=Point(0, 160))
    joined(session, (YALTA, TREATY))
    found, remarks = session.check(), session.remarks
    placed(session, yalta=Point(40, 0))
    session.do(webs.take_off(session.web, (YALTA, TREATY)))
    assert session.findings == ()
    session.undo()
    assert (session.findings, session.remarks) == (found, remarks)
    assert desk.session().findings == found
