"""Numbers: by value, within what is allowed, with a unit where one is asked for."""

import pytest

from studyapp.domain.kinds.number import Number
from studyapp.domain.kinds.typed import TypedAnswer
from tests.domain.kinds.reading import read, read_with_problems


def value(told: str, answer: str) -> float:
    content = read(f"Number: {told}")
    assert isinstance(content, Number)
    return content.grade(TypedAnswer(answer)).value


@pytest.mark.parametrize(
    ("told", "answer", "is_right"),
    [
        ("300 million", "300,000,000", True),
        ("300 million", "three hundred million dollars", True),
        ("300 million", "0.3 billion", True),
        ("300 million", "300", False),
        ("300 million ± 10 %", "270 million", True),
        ("300 million ± 10 %", "330 million", True),
        ("300 million ± 10 %", "331 million", False),
        ("0.1 ± 10 %", "0.09", True),
        ("20 +/- 5", "15", True),
        ("20 ± 5", "14.9", False),
        ("250–350", "300", True),
        ("250 to 350", "350", True),
        ("250-350", "351", False),
        ("−5 ± 1", "-6", True),
        ("−5 ± 1", "5", False),
        ("180,000–200,000", "some 190 thousand", True),
        ("20", "I do not know", False),
    ],
)
def test_a_number_is_right_by_its_value(told: str, answer: str, is_right: bool) -> None:
    assert value(told, answer) == float(is_right)


def test_a_unit_counts_for_half_and_not_without_its_number() -> None:
    assert value("300 km | kilometres", "300 kilometres") == 1.0
    assert value("300 km | kilometres", "300") == 0.5
    assert value("300 km | kilometres", "200 km") == 0.0


def test_the_number_before_the_unit_is_the_one_that_is_meant() -> None:
    assert value("300 km", "In 1950 it was 300 km") == 1.0


def test_the_words_of_the_number_are_those_that_counted() -> None:
    content = read("Number: 300 million")
    assert isinstance(content, Number)
    [mark] = content.grade(TypedAnswer("some 300 million")).points
    assert mark.words == ("300", "million")


@pytest.mark.parametrize(
    "told", ["many", "about 300", "1 2 3", "300 ± some", "300 ± 10 km", "20–30 ± 2", "30 – 20"]
)
def test_what_is_no_number_is_said_once(told: str) -> None:
    content, problems = read_with_problems(f"Number: {told}")
    assert [problem.code for problem in problems] == ["question-form"]
    assert list(content.wrong("How many?")) == []


def test_one_number_is_asked_at_a_time() -> None:
    _content, problems = read_with_problems("Number: 1", "Number: 2")
    assert [problem.place.line for problem in problems] == [1]
