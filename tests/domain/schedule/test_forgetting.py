"""FSRS's arithmetic gives, to the last digit, what the `fsrs` package gives."""

from datetime import UTC, datetime

import pytest
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating, called_in
from studyapp.domain.schedule.parameters import HIGHEST, LOWEST, USUAL
from studyapp.domain.schedule.scheduling import Scheduler

START = round(datetime(2022, 11, 29, 12, 30, tzinfo=UTC).timestamp() * 1000)
GOOD, AGAIN = 3, 1
MINUTE = 60_000

# A part of the way from the lowest to the highest value of each weight.
WEIGHTS = st.lists(st.floats(0, 1), min_size=21, max_size=21).map(
    lambda parts: tuple(
        min(max(low + part * (high - low), low), high)
        for part, low, high in zip(parts, LOWEST, HIGHEST, strict=True)
    )
)
PAUSES = st.one_of(
    st.integers(-2 * DAY_MS, 400 * DAY_MS),
    st.sampled_from([0, MINUTE, 10 * MINUTE, DAY_MS - 1, DAY_MS, DAY_MS + 1]),
)
STEPS = st.lists(st.tuples(st.sampled_from(Rating), PAUSES, st.booleans()), max_size=25)


def test_the_usual_weights_and_their_bounds_are_those_of_the_package() -> None:
    assert (USUAL, LOWEST, HIGHEST) == (
        DEFAULT_PARAMETERS,
        LOWER_BOUNDS_PARAMETERS,
        UPPER_BOUNDS_PARAMETERS,
    )


def test_thirteen_reviews_give_the_intervals_that_fsrs_publishes() -> None:
    known, days, at_ms, forgetting = None, [], START, Forgetting()
    for rating in [GOOD] * 6 + [AGAIN] * 2 + [GOOD] * 5:
        known = forgetting.review(known, rating, at_ms)
        days.append((known.due_ms - at_ms) // DAY_MS)
        at_ms = known.due_ms
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_six_reviews_give_the_stability_and_difficulty_that_fsrs_publishes() -> None:
    forgetting = Forgetting()
    stability, difficulty = forgetting.first(AGAIN)
    for days in (0, 1, 3, 8, 21):
        stability, difficulty = forgetting.after(stability, difficulty, GOOD, days)
    assert stability == pytest.approx(53.62691, abs=1e-4)
    assert difficulty == pytest.approx(6.3574867, abs=1e-4)


@given(STEPS, WEIGHTS, st.floats(0.7, 0.97))
def test_any_history_gives_what_the_package_gives(
    steps: list[tuple[Rating, int, bool]], weights: tuple[float, ...], retention: float
) -> None:
    scheduler, forgetting = Scheduler(retention, weights), Forgetting(weights, retention)
    at_ms = START
    one: Memory | None = None
    other: Memory | None = None
    for rating, pause, mistaken in steps:
        at_ms += pause
        if mistaken:
            one, other = called_in(one, at_ms), called_in(other, at_ms)
        one = scheduler.review(one, rating, at_ms)
        other = forgetting.review(other, rating, at_ms)
        assert one == other


@given(st.floats(0.01, 1000), st.floats(0.7, 0.97))
def test_on_the_due_day_the_chance_of_recall_is_what_was_desired(
    stability: float, retention: float
) -> None:
    forgetting = Forgetting(USUAL, retention)
    days = forgetting.interval(stability)
    before = forgetting.recall(stability, max(0, days - 0.5))
    assert before >= retention or days == 1
    assert forgetting.recall(stability, days + 0.5) <= retention
