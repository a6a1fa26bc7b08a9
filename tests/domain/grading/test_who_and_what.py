"""Marking: who alone makes no point, nor does one word of what they did."""

import pytest

from studyapp.domain.aliases import Aliases, aliases_of
from studyapp.domain.course import GlossaryTerm, KeyPoint
from studyapp.domain.grading.grade import grade_typed
from studyapp.domain.grading.points import Said

PEOPLE = [("Mao", "Mao Zedong"), ("Stalin",), ("Sheng", "Sheng Shicai"), ("Communists", "CCP")]
NAMES = Aliases([*PEOPLE, ("Nanjing", "Nanking")], who=PEOPLE)


def said(point: str, answer: str, *wordings: str, told: str = "") -> Said:
    return grade_typed([KeyPoint(point, wordings)], answer, NAMES, told).points[0].said


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Mao met Stalin", "Mao wrote a long letter about Stalin"),
        ("Mao and Stalin did not get on", "Mao sat next to Stalin"),
        ("Sheng left Stalin", "Stalin gave Sheng a banquet"),
    ],
)
def test_who_alone_makes_no_point(point: str, answer: str) -> None:
    assert said(point, answer) is Said.MISSING


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Communists took Nanjing", "the Communists took many factories"),
        ("Communists took Nanjing", "a conference was held in Nanjing"),
        ("Stalin lost Sheng", "Stalin lost his temper"),
        ("Mao kept a grudge", "Mao kept a diary"),
    ],
)
def test_one_word_of_what_somebody_did_makes_no_point(point: str, answer: str) -> None:
    assert said(point, answer) is Said.MISSING


def test_who_did_it_may_be_left_out() -> None:
    assert said("Mao held a grudge", "he held a grudge for years") is Said.FOUND


def test_who_is_the_point_if_the_question_has_told_the_rest() -> None:
    assert said("Stalin helped Mao", "Stalin", told="Who helped Mao?") is not Said.MISSING
    assert said("Mao", "it was Mao Zedong", told="Who led them?") is Said.FOUND


def test_places_are_what_and_not_who() -> None:
    assert said("Communists took Nanjing", "Nanking was taken") is Said.FOUND


def test_each_part_of_a_date_is_a_part_of_it() -> None:
    assert said("November 1949", "in 1949") is Said.PARTLY


def test_words_of_like_meaning_out_of_two_clauses_are_of_two_things() -> None:
    point = "coalition collapsed in the provinces"

    assert said(point, "the parties were united, and later they failed an examination") is (
        Said.MISSING
    )
    assert said(point, "there was a coalition, in the provinces it was never heard of") is (
        Said.FOUND
    )


def test_two_who_acted_together_did_not_act_on_each_other() -> None:
    names = Aliases([("Germany",), ("USSR", "Russia")])
    point = [KeyPoint("Germany attacked the USSR")]

    together = grade_typed(point, "Germany and the USSR attacked Poland", names).points[0]
    each_other = grade_typed(point, "Germany attacked Russia", names).points[0]

    assert (together.said, each_other.said) == (Said.MISSING, Said.FOUND)


def test_points_that_are_to_be_named_are_not_made_by_staying_general() -> None:
    points = [KeyPoint("battle of Manchuria won")]

    marks = [grade_typed(points, "it was good for them", named=named) for named in (False, True)]

    assert [mark.points[0].said for mark in marks] == [Said.PARTLY, Said.MISSING]


@pytest.mark.parametrize(("kind", "who"), [("person", True), ("body", True), ("place", False)])
def test_persons_and_bodies_of_the_glossary_say_who(kind: str, who: bool) -> None:
    term = GlossaryTerm("t", None, "Wang Ming", kind, ("Chen Shaoyu",), "")

    [name] = aliases_of([term]).found(["chen", "shaoyu"])

    assert name.who is who
