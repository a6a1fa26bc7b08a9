"""The list of cards: what it finds, in which order, and what it says of each."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.domain.card_search import CardState, search_of
from studyapp.domain.log import RETRACT, REVIEW, NewEntry
from studyapp.domain.messages import say
from studyapp.domain.schedule.leeches import FIRST
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.text import fold
from studyapp.importers.course_folder import read_course_folder
from studyapp.services.cards.card_history import history_of
from studyapp.services.cards.card_index import folded, read_listed
from studyapp.services.cards.card_order import Column
from studyapp.services.cards.card_sight import sight_of
from studyapp.services.library import Library
from studyapp.services.workspace import Workspace
from studyapp.store.progress import open_progress
from tests.builders import COURSE as COURSE_ID
from tests.builders import course, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import written
from tests.services.study_cards import (
    CHOICE,
    DATE,
    FOLLOWED,
    GAPS,
    PART,
    TYPED,
    WAR,
    WHOLE,
    WHY,
    Desk,
    desk_of,
    new_desk,
)

PLANTS = Path(__file__).parents[2] / "data" / "courses" / "photosynthesis"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def test_every_card_is_listed_in_the_order_of_the_course(desk: Desk) -> None:
    own = desk.own("Signed in {{Moscow}}.")
    assert desk.found() == [CHOICE, WHY, DATE, FOLLOWED, TYPED, *GAPS, f"{own.id}#gap:1"]


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ("signed", CHOICE),
        ("zhou enlai", CHOICE),
        ("STALIN’S price", WHY),
        ("1955", TYPED),
        ("1945-02", DATE),
        ("korea june", GAPS[0]),
    ],
)
def test_words_are_found_in_question_answer_and_topic(desk: Desk, typed: str, card: str) -> None:
    assert card in desk.found(typed)
    assert len(desk.found(typed)) < len(desk.found())


def test_all_words_are_wanted(desk: Desk) -> None:
    assert desk.found("port nowhere") == []


@pytest.mark.parametrize(
    ("typed", "cards"),
    [
        ("kind:date", [DATE]),
        ("kind:options", [CHOICE]),
        ("kind:gap", GAPS),
        ('kind:"in words"', [TYPED]),
        ("topic:korea", GAPS),
        ("topic:treaty kind:why", [WHY]),
        ('topic:"of 1945"', [CHOICE, WHY, DATE, FOLLOWED, TYPED]),
        ("topic:nowhere", []),
    ],
)
def test_filters_are_words_too(desk: Desk, typed: str, cards: list[str]) -> None:
    assert desk.found(typed) == cards


def test_a_topic_holds_what_lies_below_it(desk: Desk) -> None:
    below = desk.browser.deck_of(WHOLE).topics_of
    assert desk.found(within=below(WHOLE)) == [CHOICE, WHY, DATE, FOLLOWED, TYPED]
    assert desk.found(within=below(PART)) == [TYPED]


def test_new_learned_and_due_cards_are_told_apart(desk: Desk) -> None:
    desk.answer(CHOICE, Rating.EASY)
    desk.answer(TYPED, Rating.AGAIN)
    assert desk.found("is:learned") == [CHOICE]
    assert desk.found("is:due") == []
    assert desk.found("is:new") == [WHY, DATE, FOLLOWED, *GAPS]
    desk.clock.forward(seconds=120)
    assert desk.found("is:due") == [TYPED]
    desk.clock.forward(days=40)
    assert desk.found("is:due") == [CHOICE, TYPED]


def test_before_an_exam_the_plan_says_when_a_card_comes_back(desk: Desk) -> None:
    session = desk.browser.session
    desk.answer(TYPED, Rating.GOOD)
    tomorrow = session.plan.date_of(desk.clock()) + timedelta(days=1)
    session.plan = session.plan.with_exam(COURSE_ID, tomorrow)
    assert desk.told(TYPED)[1] == "By the plan"
    assert desk.told(WHY)[1] == "New"
    session.plan = session.plan.with_exam(COURSE_ID, tomorrow - timedelta(days=1))
    assert desk.told(TYPED)[1] != "By the plan"


def test_what_is_set_aside_is_not_due(desk: Desk) -> None:
    desk.answer(CHOICE, Rating.EASY)
    desk.clock.forward(days=40)
    desk.acts.suspend([CHOICE])
    assert (desk.found("is:due"), desk.found("is:aside")) == ([], [CHOICE])


def test_what_was_decided_is_found_by_its_word(desk: Desk) -> None:
    desk.acts.flag([CHOICE, WHY])
    desk.acts.suspend([TYPED])
    desk.acts.bury([DATE])
    assert desk.found("is:flagged") == [CHOICE, WHY]
    assert desk.found("is:suspended") == [TYPED]
    assert desk.found("is:buried") == [DATE]
    desk.clock.forward(days=1)
    assert desk.found("is:buried") == []


def test_own_cards_are_found_by_their_words_with_the_gaps_filled(desk: Desk) -> None:
    own = desk.own("Wang signed in {{Moscow}} itself.")
    assert desk.found("in moscow itself") == [f"{own.id}#gap:1"]
    assert desk.found("is:own") == [f"{own.id}#gap:1"]


def test_a_card_that_is_forgotten_again_and_again_is_told(desk: Desk) -> None:
    learned = (NewEntry(REVIEW, WHY, {}, int(Rating.EASY)),)
    forgotten = (NewEntry(REVIEW, WHY, {}, int(Rating.AGAIN)), *learned)
    desk.progress.append(*learned, *forgotten * (FIRST - 1))
    assert desk.found("is:leech") == []
    last, _ = desk.progress.append(*forgotten)
    assert desk.found("is:leech") == [WHY]
    assert CardState.LEECH in desk.states(WHY)
    assert desk.session.leeches.is_leech(WHY)
    desk.progress.append(NewEntry(RETRACT, last.key))
    assert desk.found("is:leech") == []


def test_memories_that_were_made_anew_are_listed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answer(TYPED, Rating.EASY)
    monkeypatch.setattr("studyapp.store.progress._FEW_ENTRIES", 0)
    desk.progress.append(NewEntry("plan", "", {"retention": 0.97}))
    assert desk.found("is:due") == []
    desk.clock.forward(days=3)
    assert desk.found("is:due") == []
    desk.progress.catch_up()
    assert desk.found("is:due") == [TYPED]


def test_what_is_wrong_while_it_is_first_learned_is_not_often_forgotten(desk: Desk) -> None:
    wrong = [NewEntry(REVIEW, WHY, {}, int(Rating.AGAIN)) for _ in range(2 * FIRST)]
    desk.progress.append(*wrong)
    assert desk.found("is:leech") == []
    assert CardState.LEECH not in desk.states(WHY)


def test_cards_are_sorted_by_each_column(desk: Desk) -> None:
    desk.answer(TYPED, Rating.EASY)
    desk.clock.forward(seconds=60)
    desk.answer(CHOICE, Rating.GOOD)
    for column in Column:
        assert sorted(desk.found(by=column)) == sorted(desk.found())
    assert desk.found(by=Column.DUE)[:2] == [CHOICE, TYPED]
    assert desk.found(by=Column.DUE, backwards=True)[:2] == [TYPED, CHOICE]
    assert desk.found(by=Column.HELD)[:2] == [CHOICE, TYPED]
    assert desk.found(by=Column.LAST)[:2] == [TYPED, CHOICE]
    assert desk.found(by=Column.TOPIC)[0] == TYPED
    assert desk.found(by=Column.QUESTION)[0] in GAPS


def everything_about(desk: Desk) -> list[list[str]]:
    found = [desk.found(by=by, backwards=back) for by in Column for back in (False, True)]
    return found + [desk.found(f"is:{state}") for state in CardState]


def test_what_is_kept_up_is_what_a_new_list_reads(desk: Desk) -> None:
    own = desk.own("What does nobody know?", "This.")
    everything_about(desk)
    desk.answer(TYPED, Rating.EASY)
    desk.clock.forward(seconds=60)
    desk.answer(CHOICE, Rating.AGAIN)
    desk.answer(f"{own.id}#answer", Rating.GOOD, "This.")
    desk.acts.move([TYPED], WAR)
    kept = everything_about(desk)
    desk.session.undo()
    taken_back = everything_about(desk)
    assert kept != taken_back
    with desk_of(desk.pack, desk.progress, desk.clock) as anew:
        assert everything_about(anew) == taken_back


def test_what_is_answered_while_the_list_is_read_counts(desk: Desk) -> None:
    reading = desk.browser.reading_known()
    assert reading
    read = reading()
    desk.answer(TYPED, Rating.EASY)
    desk.browser.catch_up()
    desk.browser.take_known(read)
    assert desk.found("is:learned") == [TYPED]
    assert desk.found(by=Column.DUE)[0] == TYPED


def test_own_words_find_their_place_in_the_order_of_letters(desk: Desk) -> None:
    own = desk.own("What does nobody know?", "This.")
    assert desk.found(by=Column.QUESTION)[2:5] == [f"{own.id}#answer", TYPED, CHOICE]


def test_a_row_says_what_is_known_of_a_card(desk: Desk) -> None:
    assert desk.told(CHOICE) == ("Who signed it?", "New", "", "")
    desk.answer(CHOICE, Rating.EASY)
    desk.clock.forward(days=1)
    assert desk.told(CHOICE) == ("Who signed it?", "In 7 days", "8 days", "Easy, yesterday")
    desk.acts.flag([CHOICE])
    assert desk.states(CHOICE) == (CardState.FLAGGED,)


def test_an_answer_that_was_taken_back_is_no_last_answer(desk: Desk) -> None:
    desk.answer(CHOICE, Rating.EASY)
    desk.session.undo()
    assert desk.told(CHOICE)[1:] == ("New", "", "")


def test_history_tells_each_answer_and_the_interval_after_it(desk: Desk) -> None:
    desk.answer(TYPED, Rating.AGAIN, "1905")
    desk.clock.forward(days=1)
    desk.answer(TYPED, Rating.EASY, "1955")
    desk.answer(TYPED, Rating.GOOD, "then")
    desk.session.undo()
    history = history_of(TYPED, desk.progress)
    assert [(each.rating, each.given) for each in history] == [(4, "1955"), (1, "1905")]
    assert [say(each.interval) for each in history][1] == "1 min"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"says": False, "reason": "it was a loan"}, "reason: it was a loan; says: false"),
        ({"Port Arthur": "a base"}, "Port Arthur: a base"),
        (["first", "then"], "first; then"),
        (
            {"for": [["the loan", "c/factor/loan", ["c/passage/1"]]], "judgement": "Yes"},
            "for: the loan; judgement: Yes",
        ),
        (None, ""),
    ],
)
def test_history_tells_what_was_given_of_every_kind(desk: Desk, given: object, words: str) -> None:
    desk.progress.append(NewEntry(REVIEW, TYPED, {"given": given}, 3))
    assert history_of(TYPED, desk.progress)[0].given == words


def test_a_look_at_a_card_shows_its_answer_and_its_passage(desk: Desk) -> None:
    sight = sight_of(desk.browser, CHOICE)
    assert sight
    assert (sight.answer, sight.is_here, sight.course) == ("Wang Shijie", True, None)
    assert sight.passage
    assert "Moscow" in sight.passage.text
    why = sight_of(desk.browser, WHY)
    assert why
    assert why.answer == "Stalin’s price had been agreed"


def test_a_list_made_anew_says_the_same(desk: Desk) -> None:
    desk.acts.flag([CHOICE])
    desk.acts.move([TYPED], WAR)
    with desk_of(desk.pack, desk.progress, desk.clock) as again:
        assert again.found("is:flagged") == desk.found("is:flagged")
        assert again.found("topic:korea") == desk.found("topic:korea") == [TYPED, *GAPS]


def test_many_texts_are_folded_like_one() -> None:
    texts = ["Yan’an’s", "plain words", "", "“Łódź” and 中国", "two\nlines", "rock'n'roll"]
    assert folded(texts) == [fold(" ".join(text.split())) for text in texts]


def test_all_courses_are_listed_together(tmp_path: Path) -> None:
    shipped = written(course(topic(), typed_question("One?")), tmp_path / "one.db")
    plants = read_course_folder(PLANTS).course
    assert plants
    library = Library(tmp_path / "courses", shipped)
    library.add(written(plants, tmp_path / "plants.studypack"))
    with closing(Workspace(library, tmp_path / "progress.db", StandingClock(), "here")) as made:
        made.open_course(COURSE_ID)
        made.open_progress()
        browser = made.cards(everywhere=True)
        assert browser
        browser.take(read_listed(deck.path for deck in browser.decks.values()))
        found = browser.find(search_of("kind:typed"), by=Column.TOPIC)
        assert {card.element.split("/")[0] for card in found} == {COURSE_ID, plants.info.id}
        assert say(browser.row(found[-1]).question)


def test_a_card_that_is_set_aside_rests_and_is_not_due(desk: Desk) -> None:
    desk.answer(CHOICE, Rating.AGAIN)
    desk.acts.suspend([CHOICE, DATE])
    desk.acts.bury([TYPED])
    desk.browser.catch_up()
    assert [desk.told(card)[1] for card in (CHOICE, DATE, TYPED)] == ["Rests"] * 3
    desk.acts.bring_back([CHOICE, TYPED])
    desk.browser.catch_up()
    assert [desk.told(card)[1] for card in (CHOICE, DATE, TYPED)] == ["In 1 min", "Rests", "New"]


def test_a_suspended_card_has_no_place_among_the_days(desk: Desk) -> None:
    for card in (CHOICE, TYPED):
        desk.answer(card, Rating.AGAIN)
    assert desk.found(by=Column.DUE)[0] == CHOICE
    desk.acts.suspend([CHOICE])
    in_order = desk.found(by=Column.DUE)
    assert (in_order[0], in_order[-1]) == (TYPED, CHOICE)


def test_nothing_can_be_changed_while_progress_is_only_read(desk: Desk, tmp_path: Path) -> None:
    assert desk.acts.refusal is None
    looking = open_progress(tmp_path / "progress.db", desk.clock, "here", read_only=True)
    with closing(looking), desk_of(desk.pack, looking, desk.clock) as only:
        assert only.acts.refusal
