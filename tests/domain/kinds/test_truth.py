"""True or false, and why: the verdict first, then the reason."""

import pytest

from studyapp.domain.kinds.truth import Truth, TruthAnswer
from tests.domain.kinds.reading import read, read_with_problems

LINES = ("False", "Point: it was repaid", "Point: with interest")


@pytest.mark.parametrize(
    ("says", "reason", "value"),
    [
        (False, "It was repaid, and with interest.", 1.0),
        (False, "It was repaid.", 0.75),
        (False, "", 0.5),
        (True, "It was repaid, and with interest.", 0.0),
    ],
)
def test_without_the_verdict_no_reason_counts(says: bool, reason: str, value: float) -> None:
    content = read(*LINES)
    assert isinstance(content, Truth)
    assert content.grade(TruthAnswer(says, reason)).value == value


def test_the_verdict_is_marked_and_then_each_point() -> None:
    content = read(*LINES)
    assert isinstance(content, Truth)
    marks = content.grade(TruthAnswer(False, "with interest")).points
    assert [(mark.point.text, mark.found) for mark in marks] == [
        ("False", True),
        ("it was repaid", False),
        ("with interest", True),
    ]


def test_a_wrong_verdict_is_wrong_but_a_reason_may_be_right_in_other_words() -> None:
    content = read(*LINES)
    assert content.is_sure(TruthAnswer(True, ""))
    assert not content.is_sure(TruthAnswer(False, ""))


def test_the_students_word_on_the_reason_leaves_the_verdict_its_half() -> None:
    content = read(*LINES)
    assert isinstance(content, Truth)
    grade = content.grade(TruthAnswer(False, "with interest"))
    assert grade.turned(1).value == 1.0
    assert content.grade(TruthAnswer(True, "with interest")).turned(1).value == 0.0


def test_it_needs_a_reason_and_one_verdict() -> None:
    content, _problems = read_with_problems("True")
    assert [wrong.code for wrong in content.wrong("It rained.")] == ["no-answer"]
    _content, problems = read_with_problems("True", "False", "Point: x")
    assert [problem.code for problem in problems] == ["question-form"]
