"""What the tree's marks rest on: notes read, boards sorted, cards recalled."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studyapp.domain.boards.board import Zone
from studyapp.domain.log import FINDING, RETRACT, REVIEW, NewEntry
from studyapp.domain.progress.knowledge import Knowledge
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.plan import Plan
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.progress.overview import Overview
from studyapp.services.study.card_changes import CARD_CHANGE
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, distractor, factor, full_id, link, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

BELOW = "After the treaty"
COURSE = course(
    topic(),
    topic(BELOW, parent=TOPIC),
    factor("Yalta", "1945-02"),
    factor("Treaty"),
    factor("Ports", topic=BELOW),
    link("Yalta", "Treaty"),
    distractor("Ports", "Treaty"),
    typed_question("Two?", topic=BELOW),
)
WHOLE, PART = full_id("topic", TOPIC), full_id("topic", BELOW)
WHY = f"{full_id('link', 'Yalta Treaty')}#why"
QUESTION = f"{full_id('question', 'Two?')}#answer"


@dataclass
class Desk:
    pack: Pack
    progress: Progress
    clock: StandingClock

    def overview(self) -> Overview:
        return Overview(self.pack, self.progress, self.clock, Plan())

    def rate(self, card: str, rating: int) -> str:
        [entry] = self.progress.append(NewEntry(REVIEW, card, {}, rating))
        return entry.key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(COURSE, tmp_path / "a.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    yield Desk(pack, progress, clock)
    progress.close()
    pack.close()


def test_at_first_there_is_all_to_do(desk: Desk) -> None:
    overview = desk.overview()
    # Two boards, of Yalta and of the treaty; the why of the link, the date of Yalta, a question.
    assert overview.of(WHOLE) == Knowledge(2, 0, 2, 0, 4, 0)
    assert overview.of(PART) == Knowledge(1, 0, 0, 0, 1, 0)
    assert not overview.catch_up()


def move(desk: Desk, card: str, topic: str) -> str:
    [entry] = desk.progress.append(NewEntry(CARD_CHANGE, card, {"topic": topic}))
    return entry.key


def test_a_card_that_was_moved_counts_in_its_new_topic(desk: Desk) -> None:
    overview = desk.overview()
    desk.rate(WHY, 4)
    overview.catch_up()
    known, before = overview.of(WHOLE), overview.of(PART)
    change = move(desk, WHY, PART)
    assert overview.catch_up()
    assert overview.take_touched() >= {WHOLE, PART}
    there = overview.of(PART)
    assert (there.cards, there.recalled) == (before.cards + 1, before.recalled + 1)
    assert overview.of(WHOLE) == known == desk.overview().of(WHOLE)
    assert desk.overview().of(PART) == there
    desk.progress.append(NewEntry(RETRACT, change))
    overview.catch_up()
    assert overview.of(PART) == before


def test_a_moved_card_is_recalled_and_forgotten_in_its_new_topic(desk: Desk) -> None:
    move(desk, WHY, PART)
    overview = desk.overview()
    desk.rate(WHY, 4)
    overview.catch_up()
    assert overview.of(PART).recalled == 1
    desk.rate(WHY, 1)
    overview.catch_up()
    assert overview.of(PART).recalled == 0


def test_what_a_course_has_by_topic_is_counted_once(desk: Desk) -> None:
    first = desk.overview()
    read: list[str] = []
    desk.progress._connection.set_trace_callback(read.append)
    again = desk.overview()
    desk.progress._connection.set_trace_callback(None)
    assert [again.of(topic) for topic in (WHOLE, PART)] == [
        first.of(topic) for topic in (WHOLE, PART)
    ]
    assert [text for text in read if "sum(waits)" in text] == []


def test_sums_by_topic_that_do_not_follow_from_the_cards_are_named(desk: Desk) -> None:
    desk.overview()
    assert desk.progress.verify() == ()
    execute = desk.progress._connection.execute
    execute(
        "UPDATE meta SET value = replace(value, '[1, 0]', '[7, 0]') WHERE key LIKE 'topics of%'"
    )
    [fault] = desk.progress.verify()
    assert (fault.values["key"], "topic" in fault.template) == (PART, True)


def test_sums_of_another_edition_are_not_used(desk: Desk) -> None:
    desk.overview()
    execute = desk.progress._connection.execute
    execute(
        "UPDATE meta SET value = replace(value, '[1, 0]', '[7, 0]') WHERE key LIKE 'topics of%'"
    )
    execute("UPDATE meta SET value = replace(value, ?, 'old')", (desk.pack.edition_of_cards,))
    assert desk.overview().of(PART).cards == 1


def test_a_note_that_was_read_stays_read(desk: Desk) -> None:
    overview = desk.overview()
    for _ in range(2):
        overview.has_read(PART)
        overview.catch_up()
    assert overview.of(PART).read == overview.of(WHOLE).read == 1
    assert desk.overview().of(WHOLE) == overview.of(WHOLE)
    assert len(desk.progress.entries()) == 1


def test_a_card_is_known_from_a_good_answer_until_it_is_due(desk: Desk) -> None:
    overview = desk.overview()
    desk.rate(QUESTION, 4)
    assert overview.catch_up()
    assert overview.of(WHOLE).recalled == overview.of(PART).recalled == 1
    desk.clock.ms += 400 * DAY_MS
    assert desk.overview().of(WHOLE).recalled == 0


def test_a_card_that_is_being_learned_is_not_known_yet(desk: Desk) -> None:
    overview = desk.overview()
    desk.rate(QUESTION, 1)
    overview.catch_up()
    assert overview.of(WHOLE).recalled == 0


def test_an_answer_taken_back_and_a_slip_count(desk: Desk) -> None:
    overview = desk.overview()
    key = desk.rate(QUESTION, 4)
    overview.catch_up()
    desk.progress.append(NewEntry(RETRACT, key))
    overview.catch_up()
    assert overview.of(PART).recalled == 0
    desk.rate(QUESTION, 4)
    desk.progress.append(NewEntry(FINDING, QUESTION))
    overview.catch_up()
    assert overview.of(PART).recalled == 0


def test_a_board_counts_while_its_last_check_found_no_fault(desk: Desk) -> None:
    overview, board = desk.overview(), BoardSession(desk.pack, desk.progress)
    board.open(full_id("factor", "Treaty"))
    sorted_boards = []
    for zone in (Zone.CONSEQUENCES, Zone.CAUSES, Zone.TRAY):
        board.move(full_id("factor", "Yalta"), zone)
        board.check()
        overview.catch_up()
        sorted_boards.append(overview.of(WHOLE).sorted)
        assert desk.overview().of(WHOLE) == overview.of(WHOLE)
    assert sorted_boards == [0, 1, 0]


def test_who_only_looks_sees_the_marks_and_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.rate(QUESTION, 4)
    looking = open_progress(tmp_path / "progress.db", desk.clock, "here", read_only=True)
    overview = Overview(desk.pack, looking, desk.clock, Plan())
    overview.has_read(PART)
    assert not overview.catch_up()
    assert overview.of(WHOLE) == Knowledge(2, 0, 2, 0, 4, 1)
    looking.close()


def test_a_window_that_is_open_past_midnight_sees_the_new_day(desk: Desk) -> None:
    overview = desk.overview()
    desk.rate(QUESTION, 4)
    overview.catch_up()
    assert not overview.catch_up()
    desk.clock.ms += 400 * DAY_MS
    assert overview.catch_up()
    assert overview.of(WHOLE) == desk.overview().of(WHOLE)
    assert overview.of(WHOLE).recalled == 0


def test_a_note_that_two_windows_have_seen_read_is_logged_once(desk: Desk) -> None:
    overview = desk.overview()
    for _ in range(2):
        overview.has_read(WHOLE)
    assert len(desk.progress.entries(("read",))) == 1


def test_it_tells_which_topics_may_be_known_otherwise(desk: Desk) -> None:
    overview = desk.overview()
    overview.of(WHOLE)
    overview.take_touched()
    desk.rate(QUESTION, 4)
    # Whoever takes the entry in first, what it touches is told once.
    overview.has_read(PART)
    overview.catch_up()
    assert overview.take_touched() == {WHOLE, PART}
    assert overview.take_touched() == set()
