"""The arithmetic of FSRS on plain numbers says what the `fsrs` package says."""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.memory import Rating
from studyapp.domain.outcomes import USUAL_WEIGHTS, Forgetting

NOW = datetime(2026, 5, 1, tzinfo=UTC)
OTHER_WEIGHTS = (*(0.5, 2.0, 4.0, 9.0), *USUAL_WEIGHTS[4:8], 1.3, *USUAL_WEIGHTS[9:20], 0.3)

weights = st.sampled_from((USUAL_WEIGHTS, OTHER_WEIGHTS))
stabilities = st.floats(0.01, 500)
difficulties = st.floats(1, 10)
days = st.integers(1, 400)
ratings = st.sampled_from(Rating)


def card(stability: float, difficulty: float, ago: timedelta) -> fsrs.Card:
    return fsrs.Card(1, fsrs.State.Review, None, stability, difficulty, NOW, NOW - ago)


def answered(weights: tuple[float, ...], before: fsrs.Card, rating: Rating) -> fsrs.Card:
    scheduler = fsrs.Scheduler(weights, enable_fuzzing=False)
    return scheduler.review_card(before, fsrs.Rating(rating), NOW)[0]


def test_the_usual_weights_are_those_of_the_package() -> None:
    assert USUAL_WEIGHTS == DEFAULT_PARAMETERS


@given(weights, stabilities, days)
def test_recall_is_that_of_the_package(
    weights: tuple[float, ...], stability: float, days: int
) -> None:
    bare = fsrs.Scheduler(weights)
    expected = bare.get_card_retrievability(card(stability, 5, timedelta(days=days)), NOW)
    assert Forgetting(weights).recall(days, stability) == pytest.approx(expected)


@given(weights, ratings)
def test_a_first_answer_leaves_what_the_package_leaves(
    weights: tuple[float, ...], rating: Rating
) -> None:
    after = answered(weights, fsrs.Card(1), rating)
    assert Forgetting(weights).first(rating) == pytest.approx((after.stability, after.difficulty))


@given(weights, stabilities, difficulties, days, ratings)
def test_a_later_answer_leaves_what_the_package_leaves(
    weights: tuple[float, ...], stability: float, difficulty: float, days: int, rating: Rating
) -> None:
    forgetting = Forgetting(weights)
    recall = forgetting.recall(days, stability)
    ours = (
        forgetting.forgotten(stability, difficulty, recall)
        if rating == Rating.AGAIN
        else forgetting.recalled(stability, difficulty, recall, rating)
    )
    after = answered(weights, card(stability, difficulty, timedelta(days=days)), rating)
    assert ours == pytest.approx(after.stability)
    assert forgetting.harder(difficulty, rating) == pytest.approx(after.difficulty)


@given(weights, stabilities, ratings)
def test_another_answer_on_the_same_day_leaves_what_the_package_leaves(
    weights: tuple[float, ...], stability: float, rating: Rating
) -> None:
    after = answered(weights, card(stability, 5, timedelta(minutes=10)), rating)
    assert Forgetting(weights).on_the_same_day(stability, rating) == pytest.approx(after.stability)


@given(weights, st.floats(0.5, 500), st.integers(1, 100))
def test_a_stability_is_found_again_from_the_recall_it_gives(
    weights: tuple[float, ...], stability: float, days: int
) -> None:
    forgetting = Forgetting(weights)
    recall = forgetting.recall(days, stability)
    assert forgetting.stability_for(recall, days) == pytest.approx(stability, rel=1e-6)
