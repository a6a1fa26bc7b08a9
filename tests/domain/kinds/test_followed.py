"""What followed: every consequence is marked, and enough of them are all."""

from dataclasses import replace

import pytest

from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import grade_of
from studyapp.domain.grading.points import Said
from studyapp.domain.kinds.followed import Followed, Reason
from studyapp.domain.kinds.typed import TypedAnswer

NAMES = ("treaty", "war", "hunger", "exile", "revolt")


@pytest.mark.parametrize(
    ("known", "answer", "value"),
    [
        (2, "a treaty", 0.5),
        (2, "treaty and war", 1.0),
        (5, "a treaty, and hunger", 2 / 3),
        (5, "treaty, war, exile", 1.0),
        (5, "treaty, war, exile, revolt", 1.0),
        (5, "nothing", 0.0),
    ],
)
def test_three_of_many_are_enough(known: int, answer: str, value: float) -> None:
    points = tuple(map(KeyPoint, NAMES[:known]))
    content = Followed(points, reasons=tuple(Reason("so it was") for _ in points))
    grade = content.grade(TypedAnswer(answer))
    assert grade
    assert grade.value == pytest.approx(value)
    assert len(grade.points) == known


def test_the_students_word_on_one_more_makes_no_more_than_all() -> None:
    points = tuple(map(KeyPoint, NAMES))
    content = Followed(points, reasons=tuple(Reason("so it was") for _ in points))
    grade = content.grade(TypedAnswer("treaty, war"))
    assert grade
    assert [grade.turned(2).value, grade.turned(2).turned(3).value] == [1.0, 1.0]


def test_halves_of_many_consequences_do_not_add_up_to_all() -> None:
    points = tuple(map(KeyPoint, NAMES))
    content = Followed(points, reasons=tuple(Reason("so it was") for _ in points))
    grade = content.grade(TypedAnswer("nothing"))
    assert grade
    halves = grade_of(tuple(replace(mark, own=Said.PARTLY) for mark in grade.points), enough=3)
    assert halves.value == pytest.approx(0.5)
    assert (halves.right, halves.whole) == (False, True)


def test_of_what_was_asked_for_one_more_is_missing() -> None:
    points = tuple(map(KeyPoint, NAMES))
    content = Followed(points, reasons=tuple(Reason("so it was") for _ in points))
    two, three = (content.grade(TypedAnswer(each)) for each in ("war, exile", "war, exile, hunger"))
    assert two
    assert three
    assert (two.whole, three.whole) == (False, True)


def test_a_consequence_in_other_words_is_found_and_told_by_its_title() -> None:
    points = (KeyPoint("Treaty of 1945 signed", ("got the ports", "made a pact")), KeyPoint("War"))
    content = Followed(points, reasons=(Reason("so it was"), Reason("so it was")))
    grade = content.grade(TypedAnswer("They made a pact."))
    assert grade
    assert grade.value == 0.5
    assert content.in_words() == "Treaty of 1945 signed; War"
