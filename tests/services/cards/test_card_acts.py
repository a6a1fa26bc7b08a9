"""What is done with cards of the list: kept in the log, seen by the self-test, and taken back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.card_changes import Wording
from studyapp.domain.card_search import CardState
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import NewEntry
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.errors import KnownError
from studyapp.services.cards.card_sight import sight_of
from studyapp.services.study.card_changes import CARD_CHANGE, CardChanges
from studyapp.store.progress import open_progress
from tests.builders import COURSE as COURSE_ID
from tests.builders import TOPIC, choice_question, course, essay_question, full_id, topic
from tests.packs import opened
from tests.services.study_cards import (
    CHOICE,
    DATE,
    FOLLOWED,
    PART,
    SAID,
    TYPED,
    WAR,
    WHOLE,
    WHY,
    Desk,
    desk_of,
    new_desk,
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def in_scope(desk: Desk, topic: str) -> list[str]:
    """Return what the self-test asks in a topic, as after a restart too."""
    asked = []
    desk.session.scope(topic)
    while card := desk.session.next_card():
        asked.append(card.card.id)
        desk.session.answer(None)
        desk.session.rate(Rating.EASY)
    return asked


ACTS: list[Callable[[Desk], object]] = [
    lambda desk: desk.acts.suspend([CHOICE, WHY]),
    lambda desk: desk.acts.bury([CHOICE, WHY]),
    lambda desk: desk.acts.flag([CHOICE, WHY]),
    lambda desk: desk.acts.move([CHOICE, TYPED], WAR),
    lambda desk: desk.acts.reword(CHOICE, Wording("Who?", "He.")),
    lambda desk: desk.acts.delete([CHOICE]),
]


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_taken_back_as_one(desk: Desk, act: Callable[[Desk], object]) -> None:
    def all_told() -> list[object]:
        return [(desk.told(card), desk.states(card)) for card in desk.found()]

    before, listed = all_told(), desk.found("is:aside")
    act(desk)
    assert (all_told(), desk.found("topic:korea")) != (before, [])
    desk.acts.undo()
    assert (all_told(), desk.found("is:aside")) == (before, listed)
    assert not desk.acts.can_undo
    with pytest.raises(KnownError, match="nothing to take back"):
        desk.acts.undo()


def test_what_is_suspended_here_is_not_asked_there(desk: Desk) -> None:
    desk.acts.suspend([CHOICE, DATE])
    assert in_scope(desk, WHOLE) == [WHY, TYPED, FOLLOWED]
    assert say(desk.acts.suspend([CHOICE, DATE])) == "Brought back: 2 cards."
    assert in_scope(desk, WHOLE) == [CHOICE, DATE]


def test_a_flag_is_put_on_all_before_it_is_taken_off_all(desk: Desk) -> None:
    desk.acts.flag([CHOICE])
    assert say(desk.acts.flag([CHOICE, WHY])) == "Flagged: 1 card."
    assert say(desk.acts.flag([CHOICE, WHY])) == "No longer flagged: 2 cards."
    assert desk.found("is:flagged") == []


def test_own_cards_are_deleted_and_others_suspended_as_one_act(desk: Desk) -> None:
    own = desk.own("{{Wang}} signed in {{Moscow}}.")
    gaps = [f"{own.id}#gap:1", f"{own.id}#gap:2"]
    said = desk.acts.delete([CHOICE, *gaps])
    assert say(said) == "Deleted: 1 card of yours. Suspended: 1 card."
    assert (desk.found("is:own"), desk.found("is:suspended")) == ([], [CHOICE])
    desk.acts.undo()
    assert (desk.found("is:own"), desk.found("is:suspended")) == (gaps, [])


def test_what_is_suspended_stays_so_when_it_is_to_be_deleted(desk: Desk) -> None:
    desk.acts.delete([CHOICE])
    assert say(desk.acts.delete([CHOICE])) == "Suspended: 0 cards."
    assert desk.found("is:suspended") == [CHOICE]


def test_a_card_that_was_moved_is_asked_in_its_new_topic_alone(desk: Desk) -> None:
    own = desk.own("Where?", "There.")
    desk.acts.move([CHOICE, f"{own.id}#answer"], WAR)
    assert CHOICE not in in_scope(desk, WHOLE)
    with desk_of(desk.pack, desk.progress, desk.clock) as again:
        assert {CHOICE, f"{own.id}#answer"} < set(in_scope(again, WAR))


def test_a_card_moved_below_stays_in_the_scope_above(desk: Desk) -> None:
    desk.acts.move([CHOICE], PART)
    assert CHOICE in in_scope(desk, WHOLE)


def test_a_card_moved_while_it_is_lined_up_is_asked_no_more(desk: Desk) -> None:
    desk.session.scope(WHOLE)
    assert desk.session.due_counts().new == 5
    desk.acts.move([CHOICE], WAR)
    assert desk.session.due_counts().new == 4


def test_no_card_leaves_its_course(desk: Desk) -> None:
    with pytest.raises(KnownError, match="own course"):
        desk.acts.move([CHOICE], f"{COURSE_ID}/topic/of-another-course")


def test_the_self_test_asks_a_card_in_the_students_words(desk: Desk) -> None:
    desk.acts.reword(CHOICE, Wording("Who put his name to it?", "The foreign minister"))
    asked = desk.session.ask_card(CHOICE)
    assert asked
    assert (say(asked.prompt), asked.kind) == ("Who put his name to it?", "typed")
    marked = desk.session.answer(TypedAnswer("it was the foreign minister"))
    assert marked.grade
    assert (marked.grade.right, marked.answer) == (True, "The foreign minister")


def test_a_reason_in_own_words_is_its_own_key_point(desk: Desk) -> None:
    desk.acts.reword(WHY, Wording("", "the price was fixed"))
    asked = desk.session.ask_card(WHY)
    assert asked
    assert say(asked.prompt).startswith("Why did “Yalta agreement”")
    marked = desk.session.answer(TypedAnswer("because the price was fixed"))
    assert marked.grade
    assert (marked.grade.right, marked.explanation) == (True, "the price was fixed")


def test_a_date_in_own_words_is_answered_in_words(desk: Desk) -> None:
    desk.acts.reword(DATE, Wording("", "early in 1945"))
    asked = desk.session.ask_card(DATE)
    assert asked
    assert (asked.kind, asked.answer) == ("typed", "early in 1945")


def test_an_essay_stays_one(tmp_path: Path) -> None:
    essay = course(topic(), essay_question("Was it a success?"))
    with new_desk(tmp_path, essay) as desk:
        [card] = desk.found()
        desk.acts.reword(card, Wording("Did it succeed?", "Say what for."))
        asked = desk.session.ask_card(card)
        assert asked
        assert (say(asked.prompt), asked.kind, asked.answer) == (
            "Did it succeed?",
            "essay",
            "Say what for.",
        )


def test_own_words_stand_beside_those_of_the_course(desk: Desk) -> None:
    desk.acts.reword(CHOICE, Wording("Who?", ""))
    sight = sight_of(desk.browser, CHOICE)
    assert sight
    assert (say(sight.prompt), sight.answer) == ("Who?", "Wang Shijie")
    assert sight.course == Wording("Who signed it?", "Wang Shijie")
    assert not sight.moved_on
    assert desk.states(CHOICE) == (CardState.CHANGED,)
    assert desk.found("is:changed") == desk.found("who") == [CHOICE]


def test_a_change_taken_back_leaves_the_card_where_it_was_moved(desk: Desk) -> None:
    desk.acts.reword(CHOICE, Wording("Who?", ""))
    desk.acts.move([CHOICE], WAR)
    desk.acts.take_change_back([CHOICE])
    sight = sight_of(desk.browser, CHOICE)
    assert sight
    assert say(sight.prompt) == "Who signed it?"
    assert CHOICE in desk.found("topic:korea")


def test_a_new_edition_keeps_own_words_and_says_that_its_own_have_changed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.acts.reword(CHOICE, Wording("Who?", ""))
    newer = choice_question("Who signed it, and when?")._replace(
        id=full_id("question", "Who signed it?")
    )
    with (
        closing(opened(course(topic(), newer), tmp_path / "b.db")) as pack,
        desk_of(pack, desk.progress, desk.clock) as again,
    ):
        sight = sight_of(again.browser, CHOICE)
        assert sight
        assert (say(sight.prompt), sight.moved_on) == ("Who?", True)
        assert sight.course
        assert sight.course.prompt == "Who signed it, and when?"


def test_a_moved_card_that_the_edition_has_no_longer_is_not_counted(
    desk: Desk, tmp_path: Path
) -> None:
    desk.acts.move([CHOICE], PART)
    desk.progress.append(NewEntry(CARD_CHANGE, f"{CHOICE}:new-facet", {"topic": PART}))
    gone = course(topic(), topic("After the treaty"))
    with (
        closing(opened(gone, tmp_path / "b.db")) as pack,
        desk_of(pack, desk.progress, desk.clock) as again,
    ):
        again.session.scope(PART)
        assert again.session.due_counts() == (0, 0)


def test_a_card_moved_to_a_topic_that_is_gone_stands_where_the_course_has_it(
    desk: Desk, tmp_path: Path
) -> None:
    desk.acts.move([CHOICE], WAR)
    less = course(topic(TOPIC, SAID), choice_question("Who signed it?", passage=SAID.id))
    with (
        closing(opened(less, tmp_path / "b.db")) as pack,
        desk_of(pack, desk.progress, desk.clock) as again,
    ):
        assert again.session.due_counts() == (0, 1)
        assert again.acts.topic_of(CHOICE) == WHOLE


def test_words_that_change_nothing_are_not_kept(desk: Desk) -> None:
    logged = desk.progress.logged
    assert say(desk.acts.reword(CHOICE, Wording("", ""))) == "Nothing was changed."
    assert desk.progress.logged == logged


def test_changes_of_another_course_are_left_alone(desk: Desk) -> None:
    desk.progress.append(NewEntry(CARD_CHANGE, "other/question/a#answer", {"prompt": "?"}))
    assert CardChanges(COURSE_ID, desk.progress, tuple).all == {}


@pytest.mark.parametrize("act", ACTS)
def test_who_only_looks_is_told_so(
    desk: Desk, tmp_path: Path, act: Callable[[Desk], object]
) -> None:
    path = tmp_path / "progress.db"
    with (
        closing(open_progress(path, desk.clock, "here", read_only=True)) as looking,
        desk_of(desk.pack, looking, desk.clock) as reader,
    ):
        with pytest.raises(KnownError, match="for reading only"):
            act(reader)
        assert not reader.acts.can_undo
        with pytest.raises(KnownError, match="for reading only"):
            reader.acts.must_be_kept()


def test_undo_says_in_a_sentence_what_holds_again(desk: Desk) -> None:
    own = desk.own("Signed in {{Moscow}}.")
    gap, topic = f"{own.id}#gap:1", WAR
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: desk.acts.flag([CHOICE]), "The card is no longer flagged."),
        (lambda: desk.acts.suspend([CHOICE, DATE]), "2 cards are no longer suspended."),
        (lambda: desk.acts.bury([CHOICE]), "The card is no longer buried."),
        (lambda: desk.acts.move([DATE], topic), "The card is back in its topic."),
        (lambda: desk.acts.reword(CHOICE, Wording("Who?", "")), "The card is as it was before."),
        (lambda: desk.acts.delete([gap]), "Your card is back."),
        (
            lambda: desk.acts.delete([gap, CHOICE]),
            "Your card is back. The card is no longer suspended.",
        ),
    ]
    for act, undone in acts:
        act()
        desk.browser.catch_up()
        assert say(desk.acts.undo()) == undone
        desk.browser.catch_up()
