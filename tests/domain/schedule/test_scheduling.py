"""Scheduling: FSRS's own figures, nothing random, and a clock that may be wrong."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating, called_in, is_due
from studyapp.domain.schedule.scheduling import Scheduler

START = round(datetime(2022, 11, 29, 12, 30, tzinfo=UTC).timestamp() * 1000)
GOOD, AGAIN = Rating.GOOD, Rating.AGAIN


def reviewed(ratings: list[Rating], at_ms: int = START) -> tuple[Memory, list[int]]:
    """Review a card at each of its due times; return the memory and the intervals in days."""
    scheduler, memory, days = Scheduler(), None, []
    for rating in ratings:
        memory = scheduler.review(memory, rating, at_ms)
        days.append((memory.due_ms - at_ms) // DAY_MS)
        at_ms = memory.due_ms
    assert memory is not None
    return memory, days


def test_thirteen_reviews_give_the_intervals_that_fsrs_publishes() -> None:
    _, days = reviewed([GOOD] * 6 + [AGAIN] * 2 + [GOOD] * 5)
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_six_reviews_give_the_stability_and_difficulty_that_fsrs_publishes() -> None:
    scheduler, memory, now = Scheduler(), None, START
    for rating, days in zip([AGAIN] + [GOOD] * 5, (0, 0, 1, 3, 8, 21), strict=True):
        now += days * DAY_MS
        memory = scheduler.review(memory, rating, now)
    assert memory is not None
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-4)


@given(st.lists(st.sampled_from(Rating), min_size=1, max_size=8))
def test_the_same_reviews_always_give_the_same_memory(ratings: list[Rating]) -> None:
    assert reviewed(ratings) == reviewed(ratings)


def test_a_better_rating_puts_the_card_off_further() -> None:
    memory, _ = reviewed([GOOD] * 4)
    intervals = Scheduler().intervals(memory, memory.due_ms)
    assert intervals[AGAIN] < intervals[Rating.HARD] < intervals[GOOD] < intervals[Rating.EASY]


def test_the_intervals_shown_are_the_intervals_given() -> None:
    memory, _ = reviewed([GOOD] * 3)
    scheduler, now = Scheduler(), memory.due_ms
    shown = scheduler.intervals(memory, now)
    assert all(shown[each] == scheduler.review(memory, each, now).due_ms - now for each in Rating)


def test_after_a_review_whose_clock_was_years_ahead_the_card_comes_back_soon() -> None:
    ahead = START + 70 * 365 * DAY_MS
    memory = Scheduler().review(None, GOOD, ahead)
    again = Scheduler().review(memory, GOOD, START)
    assert again.last_ms == START
    assert again.due_ms < START + 30 * DAY_MS


def test_time_that_ran_back_counts_as_no_time() -> None:
    memory, _ = reviewed([GOOD] * 3)
    last = memory.last_ms
    assert last is not None
    earlier = Scheduler().review(memory, GOOD, last - 5 * DAY_MS)
    at_once = Scheduler().review(memory, GOOD, last)
    assert (earlier.stability, earlier.difficulty) == (at_once.stability, at_once.difficulty)


def test_a_mistake_makes_a_card_due_and_leaves_what_is_known_of_it() -> None:
    memory, _ = reviewed([GOOD] * 4)
    now = memory.due_ms - 5 * DAY_MS
    assert called_in(memory, now) == memory._replace(due_ms=now)


def test_a_mistake_never_puts_a_card_off() -> None:
    memory, _ = reviewed([GOOD] * 4)
    assert called_in(memory, memory.due_ms + DAY_MS) == memory


def test_a_card_that_was_called_in_before_it_was_met_is_learned_like_a_new_one() -> None:
    scheduler = Scheduler()
    waiting = called_in(None, START)
    assert waiting.due_ms == START
    assert scheduler.review(waiting, GOOD, START) == scheduler.review(None, GOOD, START)


def test_a_card_is_due_on_its_day_and_not_before() -> None:
    memory, _ = reviewed([GOOD] * 4)
    day = memory.due_ms - memory.due_ms % DAY_MS
    assert not is_due(memory, day - 1, day)
    assert is_due(memory, day, day + DAY_MS)


def test_a_card_whose_last_review_lies_in_the_future_is_due() -> None:
    memory = Scheduler().review(None, Rating.EASY, START + 700 * DAY_MS)
    assert is_due(memory, START, START + DAY_MS)


MOMENTS = st.lists(st.integers(0, 40 * DAY_MS), min_size=1, max_size=6)


@given(MOMENTS, st.lists(st.sampled_from(Rating), min_size=6), st.integers(-DAY_MS, 3 * DAY_MS))
def test_a_review_that_was_foreseen_is_the_review_that_was_not(
    waits: list[int], ratings: list[Rating], later: int
) -> None:
    foreseeing, plain = Scheduler(), Scheduler()
    memory: Memory | None = None
    now = START
    for wait, rating in zip(waits, ratings, strict=False):
        now += wait
        shown = foreseeing.intervals(memory, now)
        assert shown == Scheduler().intervals(memory, now)
        after = foreseeing.review(memory, rating, now + later)
        assert after == plain.review(memory, rating, now + later)
        memory = after
