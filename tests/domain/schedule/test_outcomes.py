"""Both outcomes of an answer are what FSRS makes of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.outcomes import Outcomes
from studyapp.domain.schedule.parameters import USUAL, Weights

OTHERS: Weights = (0.5, 2.0, 4.0, 9.0, *USUAL[4:8], 1.3, *USUAL[9:20], 0.3)

weights = st.sampled_from((USUAL, OTHERS))
stabilities = st.floats(0.01, 500)
difficulties = st.floats(1, 10)
days = st.integers(1, 400)


@given(weights, stabilities, days)
def test_recall_is_that_of_fsrs(weights: Weights, stability: float, days: int) -> None:
    expected = Forgetting(weights).recall(stability, days)
    assert Outcomes(weights).recall(days, stability) == pytest.approx(expected)


@given(weights, st.sampled_from(Rating))
def test_a_first_answer_leaves_what_fsrs_leaves(weights: Weights, rating: Rating) -> None:
    assert Outcomes(weights).first(rating) == Forgetting(weights).first(rating)


@given(weights, stabilities, difficulties, days)
def test_good_and_again_leave_what_fsrs_leaves(
    weights: Weights, stability: float, difficulty: float, days: int
) -> None:
    outcomes, fsrs = Outcomes(weights), Forgetting(weights)
    recall = outcomes.recall(days, stability)
    right, _ = fsrs.after(stability, difficulty, Rating.GOOD, days)
    wrong, harder = fsrs.after(stability, difficulty, Rating.AGAIN, days)
    assert outcomes.of(stability, difficulty, recall) == pytest.approx((right, wrong))
    assert outcomes.harder(difficulty) == pytest.approx(harder)


@given(weights, st.floats(0.5, 500), st.integers(1, 100))
def test_a_stability_is_found_again_from_the_recall_it_gives(
    weights: Weights, stability: float, days: int
) -> None:
    outcomes = Outcomes(weights)
    recall = outcomes.recall(days, stability)
    assert outcomes.stability_for(recall, days) == pytest.approx(stability, rel=1e-6)
