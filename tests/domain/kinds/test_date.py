"""Dates to ask for: with a tolerance, what is near is right."""

import pytest

from studyapp.domain.kinds.date import Date
from studyapp.domain.kinds.typed import TypedAnswer
from tests.domain.kinds.reading import read, read_with_problems


@pytest.mark.parametrize(
    ("told", "answer", "value"),
    [
        ("1950-02-14", "14.2.1950", 1.0),
        ("1950-02-14", "February 1950", 2 / 3),
        ("1950-02", "Feb 1950", 1.0),
        ("1937/1945", "1937 to 1945", 1.0),
        ("1950 ± 1 year", "1949", 1.0),
        ("1950 ± 1 year", "December 1951", 1.0),
        ("1950 ± 1 year", "1952", 0.0),
        ("1946-05-03 ± 1 month", "20 April 1946", 1.0),
        ("1946-05-03 ± 1 month", "May 1946", 1.0),
        ("1946-05-03 ± 1 month", "July 1946", 1 / 3),
        ("1946-05-03 ± 3 days", "6 May 1946", 1.0),
        ("1946-05-03 ± 3 days", "no idea", 0.0),
        ("-0044 ± 1 year", "45 BC", 1.0),
    ],
)
def test_a_date_is_right_by_what_it_says_or_by_being_near(
    told: str, answer: str, value: float
) -> None:
    content = read(f"Date: {told}")
    assert isinstance(content, Date)
    assert content.grade(TypedAnswer(answer)).value == pytest.approx(value)


def test_the_tolerance_is_told_with_the_answer() -> None:
    assert read("Date: 1950-02 ± 1 year").in_words() == "February 1950 (± 1 year)"
    assert read("Date: 1950-02").in_words() == "February 1950"


@pytest.mark.parametrize("told", ["14.2.1950", "1950-13", "1950 ± a while", "1950 ± 2"])
def test_what_is_no_date_is_said_once(told: str) -> None:
    content, problems = read_with_problems(f"Date: {told}")
    assert [problem.code for problem in problems] == ["question-form"]
    assert list(content.wrong("When?")) == []
