"""Matching and grouping: each thing is marked by where it was put."""

import pytest

from studyapp.domain.kinds.grouping import Grouping, by_theme
from studyapp.domain.kinds.matching import Matching
from studyapp.domain.kinds.placing import Placed, Placing
from tests.builders import factor, full_id
from tests.domain.kinds.reading import read, read_with_problems

PAIRS = ("Match: Molotov → USSR", "Match: Wang -> China", "Match: Byrnes => USA")
GROUPS = ("Group: Help: a loan; experts", "Group: Harm: a high price; experts")


def placed(content: Placing, **where: str) -> Placed:
    """Return an answer that puts things, by their first words, where it is said."""
    chosen = [where.get(item.text.split()[0]) for item in content.items]
    return Placed(tuple(content.places.index(place) if place else None for place in chosen))


def test_pairs_are_parted_by_an_arrow() -> None:
    content = read(*PAIRS)
    assert isinstance(content, Matching)
    assert [(item.text, item.places) for item in content.items] == [
        ("Molotov", ("USSR",)),
        ("Wang", ("China",)),
        ("Byrnes", ("USA",)),
    ]


def test_each_pair_is_marked() -> None:
    content = read(*PAIRS)
    assert isinstance(content, Matching)
    grade = content.grade(placed(content, Molotov="USSR", Wang="USA"))
    assert [mark.found for mark in grade.points] == [True, False, False]
    assert grade.value == pytest.approx(1 / 3)


def test_partners_are_shuffled_by_the_salt_alone() -> None:
    content = read(*PAIRS)
    assert isinstance(content, Matching)
    orders = {content.asked(salt).places for salt in "abcdefgh"}
    assert len(orders) > 1
    assert content.asked("a") == content.asked("a")
    assert all(set(order) == {"USSR", "China", "USA"} for order in orders)


def test_an_answer_is_logged_in_words_and_read_again_in_another_order() -> None:
    content = read(*PAIRS)
    assert isinstance(content, Matching)
    first, second = content.asked("a"), content.asked("b")
    assert first.places != second.places
    logged = first.logged(placed(first, Molotov="China"))
    assert logged == {"Molotov": "China"}
    assert second.remembered(logged) == placed(second, Molotov="China")
    assert second.remembered({"Molotov": "Mars"}) is None
    assert second.remembered("China") is None


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (PAIRS[:2], "no-answer"),
        (("Match: a → x", "Match: b → x", "Match: c → x"), "no-answer"),
        (("Match: a → x", "Match: b → y", "Match: A → z"), "question-form"),
        (("Group: One: a; b; c",), "no-answer"),
        (("Group: One: a", "Group: Two: b"), "no-answer"),
    ],
)
def test_what_is_too_little_or_twice_is_said(lines: tuple[str, ...], code: str) -> None:
    content, problems = read_with_problems(*lines)
    assert problems == []
    assert [wrong.code for wrong in content.wrong("Match.")] == [code]


@pytest.mark.parametrize("line", ["Match: a and b", "Match: → b", "Match: a → b → c"])
def test_what_is_no_pair_is_said(line: str) -> None:
    _content, problems = read_with_problems(*PAIRS, line)
    assert [(problem.code, problem.place.line) for problem in problems] == [("question-form", 3)]


@pytest.mark.parametrize("line", ["Group: Help", "Group: Help: ;", "Group: : a"])
def test_what_is_no_group_is_said(line: str) -> None:
    _content, problems = read_with_problems(*GROUPS, line)
    assert [problem.code for problem in problems] == ["question-form"]


def test_what_stands_in_two_groups_may_go_into_either() -> None:
    content = read(*GROUPS)
    assert isinstance(content, Grouping)
    for place in ("Help", "Harm"):
        grade = content.grade(placed(content, a="Help", experts=place))
        assert [mark.found for mark in grade.points] == [True, True, False]


def test_a_topic_by_theme_takes_six_factors_of_every_theme() -> None:
    themes = {full_id("theme", name): name for name in ("Land", "Faith", "Fear")}
    factors = [factor(f"L{number}", None, themes=["Land"]) for number in range(9)]
    factors += [factor("F1", None, themes=["Faith", "Land"]), factor("None", None)]
    asked = by_theme(factors, themes)
    assert [item.text for item in asked.items] == ["L0", "F1", "L1", "L2", "L3", "L4"]
    assert asked.places == ("Land", "Faith")
    assert asked.items[1].places == ("Faith", "Land")
