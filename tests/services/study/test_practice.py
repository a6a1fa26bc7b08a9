"""Cram and preview: logged as practice, and nothing that is planned changes by them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.practising import Tally, Wanted
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import open_progress
from tests.services.study.test_study_session import ASKED, Desk, desk_of, some_answer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_of(ASKED, tmp_path)


def answer(desk: Desk, rating: Rating) -> str:
    card = desk.asked()
    desk.session.answer(some_answer(card))
    desk.clock.forward(seconds=5)
    desk.session.rate(rating)
    return say(card.prompt)


def practised(desk: Desk) -> list[str]:
    return [entry.subject for entry in desk.progress.entries(types=("practice",))]


def test_what_is_crammed_moves_no_schedule(desk: Desk) -> None:
    answer(desk, Rating.GOOD)
    before, counts = desk.progress.memories(), desk.session.due_counts()
    desk.session.practise(Wanted.ALL)
    answer(desk, Rating.GOOD)
    answer(desk, Rating.AGAIN)
    assert desk.progress.memories() == before
    assert len(practised(desk)) == 2
    desk.session.end_practice()
    assert desk.session.due_counts() == counts


def test_replaying_the_log_gives_the_same_memories(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    answer(desk, Rating.AGAIN)
    assert desk.progress.verify() == ()


def test_what_was_wrong_is_asked_until_it_is_right(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    first = answer(desk, Rating.AGAIN)
    asked = []
    while desk.session.next_card():
        asked.append(answer(desk, Rating.GOOD))
    assert asked[-1] == first
    assert desk.session.practice
    assert desk.session.practice.tally() == Tally(len(asked), len(asked) - 1)


def test_its_time_counts_as_time_of_the_day(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    answer(desk, Rating.GOOD)
    assert desk.progress.time_since(desk.clock.ms - 60_000) == 5_000


def test_the_flagged_cards_alone_can_be_crammed(desk: Desk) -> None:
    card = desk.asked()
    desk.session.deciding.flag()
    desk.session.practise(Wanted.FLAGGED)
    assert [each.id for each in desk.session.to_practise(Wanted.FLAGGED)] == [card.card.id]


def test_what_was_forgotten_in_the_last_days_alone_can_be_crammed(desk: Desk) -> None:
    wrong = desk.asked().card
    answer(desk, Rating.AGAIN)
    answer(desk, Rating.GOOD)
    assert desk.session.to_practise(Wanted.FORGOTTEN) == [wrong]
    desk.clock.forward(days=8)
    assert desk.session.to_practise(Wanted.FORGOTTEN) == []


def test_the_card_most_at_risk_comes_first_and_new_ones_last(desk: Desk) -> None:
    sure = desk.asked().card
    answer(desk, Rating.EASY)
    unsure = desk.asked().card
    answer(desk, Rating.AGAIN)
    desk.clock.forward(days=3)
    assert desk.session.to_practise(Wanted.ALL)[:2] == [unsure, sure]


def test_a_suspended_card_is_not_practised(desk: Desk) -> None:
    card = desk.asked().card
    desk.session.deciding.suspend()
    assert card not in desk.session.to_practise(Wanted.ALL)


def test_a_preview_shows_what_is_new_and_leaves_it_new(desk: Desk) -> None:
    counts = desk.session.due_counts()
    desk.session.practise(Wanted.NEW)
    assert desk.session.practice
    asked = desk.session.next_card()
    assert asked
    assert desk.session.answer(None).suggested is Rating.GOOD
    desk.session.rate(Rating.GOOD)
    desk.session.end_practice()
    assert desk.session.due_counts() == counts


def test_undo_in_a_practice_takes_back_its_answers_and_no_others(desk: Desk) -> None:
    answer(desk, Rating.GOOD)
    desk.session.practise(Wanted.ALL)
    assert not desk.session.can_undo
    first = desk.asked().card
    answer(desk, Rating.AGAIN)
    again = desk.session.undo()
    assert again
    assert again.card.id == first.id
    assert not desk.session.can_undo
    assert len(desk.progress.entries(types=("review",))) == 1


def test_a_card_that_is_buried_while_it_is_practised_is_left(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    card = desk.asked().card
    desk.session.deciding.bury()
    assert desk.asked().card.id != card.id
    back = desk.session.undo()
    assert back
    assert back.card.id == card.id


def test_an_answer_that_was_practised_is_logged_as_such_whatever_is_chosen_then(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    desk.session.answer(some_answer(desk.asked()))
    desk.session.end_practice()
    desk.session.rate(Rating.GOOD)
    assert len(practised(desk)) == 1


def test_who_asks_for_one_card_practises_no_more(desk: Desk) -> None:
    desk.session.practise(Wanted.ALL)
    assert desk.session.ask_card(f"{ASKED.questions[0].id}#answer")
    assert not desk.session.is_practised


def restarted(desk: Desk, folder: Path) -> Desk:
    """Return a session that begins anew on the same log."""
    desk.progress.close()
    progress = open_progress(folder / "progress.db", desk.clock, "here")
    session = StudySession(desk.pack, progress, desk.clock, Plan())
    return Desk(desk.pack, progress, desk.clock, session)


def test_an_answer_of_today_is_taken_back_after_a_restart(desk: Desk, tmp_path: Path) -> None:
    first = desk.asked().card
    answer(desk, Rating.GOOD)
    answer(desk, Rating.GOOD)
    again = restarted(desk, tmp_path)
    again.session.undo()
    asked = again.session.undo()
    assert asked
    assert asked.card.id == first.id
    assert not again.session.can_undo
    assert again.progress.memories() == {}
    again.progress.close()


def test_an_answer_of_yesterday_stands(desk: Desk, tmp_path: Path) -> None:
    answer(desk, Rating.GOOD)
    desk.clock.forward(days=1)
    again = restarted(desk, tmp_path)
    assert not again.session.can_undo
    again.progress.close()


def test_what_was_taken_back_before_the_restart_is_not_taken_back_again(
    desk: Desk, tmp_path: Path
) -> None:
    answer(desk, Rating.GOOD)
    desk.session.undo()
    again = restarted(desk, tmp_path)
    assert not again.session.can_undo
    again.progress.close()
