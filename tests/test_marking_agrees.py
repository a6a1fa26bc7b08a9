"""The marking of our own questions agrees with people as often as it did."""

from bench.hand_marked import agreement, hand_marks


def test_the_marks_agree_with_those_of_people() -> None:
    marks = hand_marks()
    assert len(marks) > 400
    assert agreement(marks) >= 0.89


def test_what_says_the_opposite_is_seldom_taken_for_the_point() -> None:
    against = [mark for mark in hand_marks() if mark.kind in ("negated", "wrong", "off")]
    assert agreement(against) >= 0.91
