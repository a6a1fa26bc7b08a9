"""The marking of our own questions agrees with people as often as it did."""

from functools import cache

import pytest

from bench.hand_marked import HandMark, agreement, hand_marks


@cache
def marks() -> list[HandMark]:
    return hand_marks()


def test_the_marks_agree_with_those_of_people() -> None:
    assert len(marks()) > 900
    assert agreement(marks()) >= 0.87


@pytest.mark.parametrize(
    ("hand", "floor"), [("a", 0.94), ("b", 0.91), ("c", 0.82), ("d", 0.85), ("f", 0.84)]
)
def test_the_marks_agree_with_each_hand(hand: str, floor: float) -> None:
    assert agreement([mark for mark in marks() if mark.hand == f"history-{hand}"]) >= floor


def test_what_says_the_opposite_is_seldom_taken_for_the_point() -> None:
    against = [mark for mark in marks() if mark.kind in ("negated", "wrong", "off")]
    assert agreement(against) >= 0.94
