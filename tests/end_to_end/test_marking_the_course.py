"""Answers to the course that ships, which say the opposite of what it says."""

from collections.abc import Iterator

import pytest

from studyapp import paths
from studyapp.domain.aliases import Aliases
from studyapp.domain.cards import card_of
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.services.study.asking import what_is_asked
from studyapp.store.pack import Pack, open_pack


@pytest.fixture(scope="module")
def course() -> Iterator[Pack]:
    opened = open_pack(paths.shipped_pack())
    yield opened
    opened.close()


def value(course: Pack, prompt: str, answer: str) -> float:
    """Return the grade of an answer to the one question with a prompt."""
    [asked] = [
        asked
        for element, facet, _topic in course.every_card()
        if facet == "answer" and "/question/" in element
        if (asked := what_is_asked(course, card_of(f"{element}#{facet}"), ""))
        if asked.prompt.values.get("text") == prompt
    ]
    grade = asked.content.grade(
        TypedAnswer(answer), Aliases((term.name, *term.aliases) for term in course.terms())
    )
    assert grade is not None
    return grade.value


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Why was Wang Ming sent to China?", "to stop the united front"),
        ("Why did Soviet help for Jiang dry up in 1941?", "because the USSR attacked Germany"),
        ("How did the border battles of 1938 and 1939 help China?", "Japan was stronger"),
        ("Why was Stalin slow to make a new treaty?", "he wanted to lose the ports"),
        ("Why did Mao feel slighted in Moscow?", "Mao kept Stalin waiting"),
        ("Which advantages did the GMD have in 1946?", "the CCP had more soldiers"),
        ("Where did Jiang's government go in December 1949?", "from Taiwan"),
    ],
)
def test_the_opposite_of_an_answer_is_worth_nothing(course: Pack, prompt: str, answer: str) -> None:
    assert value(course, prompt, answer) == 0


@pytest.mark.parametrize(
    ("prompt", "answer", "worth"),
    [
        ("Why was Wang Ming sent to China?", "to make the united front work", 1),
        ("Why did Soviet help for Jiang dry up in 1941?", "because Germany attacked the USSR", 0.5),
        ("Why did Mao feel slighted in Moscow?", "Stalin kept Mao waiting", 0.5),
        ("How many dollars did the USSR lend China in 1950?", "300 Mio", 1),
    ],
)
def test_the_answer_itself_is_worth_what_it_says(
    course: Pack, prompt: str, answer: str, worth: float
) -> None:
    assert value(course, prompt, answer) == worth
