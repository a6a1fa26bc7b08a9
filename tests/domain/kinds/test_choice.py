"""Options: a right one counts for, a wrong one against."""

import pytest

from studyapp.domain.kinds.choice import Choice, ChoiceAnswer, Option

ONE = (Option("a", True), Option("b", False), Option("c", False))
TWO = (Option("a", True), Option("b", True), Option("c", False))


@pytest.mark.parametrize(
    ("options", "chosen", "value"),
    [
        (ONE, {0}, 1.0),
        (ONE, {1}, 0.0),
        (ONE, set(), 0.0),
        (ONE, {0, 1}, 0.0),
        (TWO, {0, 1}, 1.0),
        (TWO, {0}, 0.5),
        (TWO, {0, 2}, 0.0),
        (TWO, {0, 1, 2}, 0.5),
    ],
)
def test_a_right_choice_counts_for_and_a_wrong_one_against(
    options: tuple[Option, ...], chosen: set[int], value: float
) -> None:
    assert Choice(options).grade(ChoiceAnswer(frozenset(chosen))).value == value
