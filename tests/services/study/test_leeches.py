"""Leeches in a session: told once for each count, and put to rest as an entry of the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.domain.schedule.memory import DAY_MS, Rating
from tests.builders import course, factor, link, topic, typed_question
from tests.services.study.test_study_session import Desk, desk_of

ONE = course(topic(), typed_question("Only one?"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_of(ONE, tmp_path)


def forget(desk: Desk, times: int) -> str:
    """Learn and forget the one card so many times; return its id."""
    card = f"{ONE.questions[0].id}#answer"
    for _ in range(times):
        for rating in (Rating.EASY, Rating.AGAIN):
            desk.clock.forward(days=60)
            assert desk.session.ask_card(card)
            desk.session.answer(None)
            desk.session.rate(rating)
    return card


def test_the_sixth_time_is_news_and_only_once(desk: Desk) -> None:
    card = forget(desk, 6)
    leech = desk.session.leeches.news(card)
    assert leech
    assert leech.times == 6
    assert desk.session.leeches.news(card) is None


def test_the_fifth_time_is_no_news(desk: Desk) -> None:
    card = forget(desk, 5)
    assert desk.session.leeches.news(card) is None
    assert not desk.session.is_leech


def test_who_undoes_and_forgets_again_is_not_told_twice(desk: Desk) -> None:
    card = forget(desk, 6)
    assert desk.session.leeches.news(card)
    desk.session.undo()
    desk.session.answer(None)
    desk.session.rate(Rating.AGAIN)
    assert desk.session.leeches.news(card) is None


def test_the_ninth_time_is_news_again(desk: Desk) -> None:
    card = forget(desk, 6)
    assert desk.session.leeches.news(card)
    forget(desk, 3)
    leech = desk.session.leeches.news(card)
    assert leech
    assert leech.times == 9


def test_a_card_at_rest_comes_back_after_two_weeks(desk: Desk) -> None:
    forget(desk, 6)
    desk.session.deciding.rest()
    assert desk.session.next_card() is None
    desk.clock.forward(days=13)
    assert desk.session.next_card() is None
    desk.clock.forward(days=1)
    assert desk.session.next_card()


def test_what_rests_is_not_said_to_come_tomorrow(desk: Desk) -> None:
    forget(desk, 6)
    desk.session.deciding.rest()
    wait = desk.session.until_next()
    assert wait is None or wait > 2 * DAY_MS


def test_rest_is_taken_back_by_undo(desk: Desk) -> None:
    card = forget(desk, 6)
    desk.session.deciding.rest()
    asked = desk.session.undo()
    assert asked
    assert asked.card.id == card
    assert desk.session.states.set_aside(0) == frozenset()


def test_a_link_has_its_place_on_the_board_and_a_question_has_none(tmp_path: Path) -> None:
    held = course(
        topic(),
        factor("Yalta"),
        factor("Treaty"),
        link("Yalta", "Treaty", "it was promised"),
        typed_question("Where?"),
    )
    for desk in desk_of(held, tmp_path):
        places = []
        while card := desk.session.next_card():
            places.append((card.card.facet.value, desk.session.decks.place_on_board(card.card)))
            desk.session.answer(None)
            desk.session.rate(Rating.EASY)
        treaty = next(each for each in held.factors if each.title == "Treaty")
        assert ("why", (treaty.id, treaty.topic)) in places
        assert ("answer", None) in places
