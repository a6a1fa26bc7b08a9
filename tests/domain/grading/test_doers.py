"""Grading: who does what to whom."""

import pytest

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import grade_typed
from studyapp.domain.grading.points import Said

NAMES = Aliases([("GMD", "Guomindang"), ("CCP", "Communists"), ("Mao", "Mao Zedong"), ("Stalin",)])


def said(point: str, answer: str, *wordings: str, prompt: str = "", told: str = "") -> Said:
    points = [KeyPoint(point, wordings)]
    return grade_typed(points, answer, NAMES, told, prompt).points[0].said


@pytest.mark.parametrize(
    "answer",
    [
        "because the USSR attacked Germany",
        "Russia invaded Germany",
        "Germany was attacked by the USSR",
    ],
)
def test_who_was_attacked_did_not_attack(answer: str) -> None:
    point = "Germany attacked the USSR"
    assert said(point, answer, "German attack", "war in Europe") is Said.MISSING


@pytest.mark.parametrize(
    "answer",
    [
        "because Germany attacked the USSR",
        "the USSR was attacked by Germany",
        "the USSR had to face an attack from Germany",
    ],
)
def test_who_attacked_may_be_said_in_the_active_and_the_passive(answer: str) -> None:
    assert said("Germany attacked the USSR", answer) is Said.FOUND


SLIGHTED = "Why did Mao feel slighted in Moscow?"


def test_who_felt_slighted_kept_nobody_waiting() -> None:
    assert said("kept waiting", "Mao kept Stalin waiting", prompt=SLIGHTED) is Said.MISSING
    answer = "Mao Zedong ignored Stalin's warning"
    told = "Why did “Little Soviet help” lead to “Mao distrusts Stalin”?"
    assert said("ignored him", answer, told=told) is Said.MISSING


@pytest.mark.parametrize(
    "answer", ["Stalin kept Mao waiting", "Mao was kept waiting by Stalin", "they kept him waiting"]
)
def test_who_felt_slighted_was_kept_waiting(answer: str) -> None:
    assert said("kept waiting", answer, prompt=SLIGHTED) is Said.FOUND


WON = "Why did “CCP gives land” lead to “CCP wins the battle”?"


def test_that_the_other_side_had_more_tells_nothing_of_who_won() -> None:
    assert said("more soldiers", "the GMD had many more soldiers", told=WON) is Said.MISSING
    prompt = "Which advantages did the GMD have?"
    assert said("larger army", "the CCP had a larger army", prompt=prompt) is Said.MISSING


@pytest.mark.parametrize(
    "answer", ["the Communists had more soldiers", "more soldiers than the GMD had"]
)
def test_that_the_side_that_won_had_more_counts(answer: str) -> None:
    assert said("more soldiers", answer, told=WON) is Said.FOUND


def test_of_somebody_who_only_might_win_the_other_may_be_stronger() -> None:
    told = "Why did “Stalin doubts that the CCP can win” lead to “treaty with Jiang”?"
    assert said("GMD stronger", "the GMD was stronger", told=told) is Said.FOUND
