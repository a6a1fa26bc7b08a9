"""Steps in order: right are the most that stand rightly to each other."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.kinds.ordering import Ordered, Ordering, longest_rising
from tests.domain.kinds.reading import read, read_with_problems

LINES = ("First: Yalta", "Then: Treaty", "Then: War", "Then: Truce")


def ordering() -> Ordering:
    content = read(*LINES)
    assert isinstance(content, Ordering)
    return content


@pytest.mark.parametrize(
    ("order", "value", "slips"),
    [
        ((0, 1, 2, 3), 1.0, []),
        ((3, 0, 1, 2), 2 / 3, ["Truce"]),
        ((0, 2, 1, 3), 2 / 3, ["Treaty"]),
        ((3, 2, 1, 0), 0.0, ["Yalta", "Treaty", "War", "Truce"]),
    ],
)
def test_one_step_out_of_its_place_is_one_slip(
    order: tuple[int, ...], value: float, slips: list[str]
) -> None:
    grade = ordering().grade(Ordered(order))
    assert grade.value == pytest.approx(value)
    assert [mark.point.text for mark in grade.points if not mark.found] == slips


@given(st.text(max_size=4))
def test_it_is_never_shown_in_the_right_order(salt: str) -> None:
    shown = ordering().asked(salt).shown
    assert sorted(shown) == [0, 1, 2, 3]
    assert shown != (0, 1, 2, 3)


def test_the_longest_run_is_rising_and_none_is_longer() -> None:
    for order in permutations(range(5)):
        run = longest_rising(order)
        assert list(run) == sorted(run)
        assert [number for number in order if number in run] == list(run)
        longest = max(
            length
            for length in range(1, 6)
            for some in permutations(range(5), length)
            if list(some) == sorted(some) == [n for n in order if n in some]
        )
        assert len(run) == longest


def test_an_order_is_logged_in_words_and_read_again_while_the_steps_are_the_same() -> None:
    content = ordering()
    logged = content.logged(Ordered((1, 0, 2, 3)))
    assert logged == ["Treaty", "Yalta", "War", "Truce"]
    assert content.remembered(logged) == Ordered((1, 0, 2, 3))
    assert content.remembered(["Treaty", "Yalta"]) is None


@pytest.mark.parametrize(
    "lines", [LINES[:2], ("First: a", "Then: b", "Then: a"), ("First: a", "Then: b")]
)
def test_three_different_steps_are_needed(lines: tuple[str, ...]) -> None:
    content, problems = read_with_problems(*lines)
    assert problems == []
    assert [wrong.code for wrong in content.wrong("Order.")] == ["no-answer"]


@pytest.mark.parametrize(
    "lines", [("Then: a", "Then: b", "Then: c"), ("First: a", "First: b", "Then: c")]
)
def test_first_stands_first_and_alone(lines: tuple[str, ...]) -> None:
    _content, problems = read_with_problems(*lines)
    assert [problem.code for problem in problems] == ["question-form"]
