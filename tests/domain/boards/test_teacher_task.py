"""A teacher's task: a choice of a board's cards, and no more help than it allows."""

import pytest

from studyapp.domain.boards.board import SIDES, Zone
from studyapp.domain.boards.hints import Hint
from studyapp.domain.boards.marking import Finding, FindingKind, Marking
from studyapp.domain.boards.marking_web import LinkFinding, WebMarking
from studyapp.domain.boards.teacher_task import (
    Help,
    TeacherTask,
    allowed,
    allowed_hint,
    allowed_of_web,
    task_on,
)
from studyapp.domain.boards.ways import OF_TOPICS, WEB, Task, Way
from studyapp.domain.checks.course_checks import check
from studyapp.domain.course import Course
from studyapp.domain.messages import message, say
from tests.builders import TOPIC, course, factor, full_id, link, topic

WHOLE = Task(Way.SORT, "x", ("a", "b", "c", "d"), SIDES, {})


def given(*cards: str, way: Way = Way.SORT, about: str = "x") -> TeacherTask:
    return TeacherTask("c/task/t", "Why?", about, way, cards)


def test_a_task_offers_its_cards_in_the_order_of_the_board_under_a_name_of_its_own() -> None:
    board = task_on(WHOLE, given("c", "a"))
    assert board is not None
    assert board.offered == ("a", "c")
    assert (board.name, WHOLE.name) == ("c/task/t", "x")


def test_without_cards_it_offers_all() -> None:
    board = task_on(WHOLE, given())
    assert board is not None
    assert board.offered == WHOLE.offered


def test_cards_that_the_board_has_no_longer_are_left_out() -> None:
    board = task_on(WHOLE, given("a", "gone"))
    assert board is not None
    assert board.offered == ("a",)
    assert task_on(WHOLE, given("gone")) is None


def test_a_ranking_of_fewer_cards_is_a_smaller_diamond() -> None:
    whole = WHOLE._replace(way=Way.RANK)
    board = task_on(whole, given("a", "b", "c", way=Way.RANK))
    assert board is not None
    assert sum(board.rooms.values()) == 3
    assert tuple(board.rooms) == board.zones
    assert task_on(whole, given("a", "b", way=Way.RANK)) is None


FOUND = Marking(
    (
        Finding(FindingKind.RIGHT, "a", Zone.CAUSES, message("So."), (), "passage"),
        Finding(FindingKind.REVERSED, "b", Zone.CAUSES, message("No."), (), "passage"),
    ),
    (message("A word on the whole."),),
)


def test_all_help_leaves_a_marking_as_it_is() -> None:
    assert allowed(FOUND, Help(), is_whole=True) == FOUND


def test_without_reasons_only_the_count_is_told() -> None:
    told = allowed(FOUND, Help(reasons=False), is_whole=True)
    assert told.findings == ()
    assert [say(remark) for remark in told.remarks] == ["1 of 2 are right."]


def test_of_a_part_of_a_board_no_count_is_told() -> None:
    assert allowed(FOUND, Help(reasons=False), is_whole=False) == Marking(())


def test_without_passages_the_reasons_stay() -> None:
    told = allowed(FOUND, Help(passages=False), is_whole=True)
    assert [found.passage for found in told.findings] == [None, None]
    assert [found.reason for found in told.findings] == [found.reason for found in FOUND.findings]


@pytest.mark.parametrize(
    ("given", "steps", "passage"),
    [
        (Help(), [1, 2, 3, 3], "passage"),
        (Help(reasons=False), [1, 2, 3, 3], "passage"),
        (Help(passages=False), [1, 2, 3, 3], None),
        (Help(reasons=False, passages=False), [1, 2, 2, 2], None),
    ],
)
def test_hints_give_no_more_away_than_a_task_does(
    given: Help, steps: list[int], passage: str | None
) -> None:
    told: list[Hint] = []
    for _ in steps:
        hint = allowed_hint(FOUND.findings, told[-1] if told else None, given)
        assert hint
        told.append(hint)
    assert [hint.step for hint in told] == steps
    assert told[-1].passage == passage


WEB_FOUND = WebMarking(
    (
        LinkFinding(("a", "b"), Finding(FindingKind.RIGHT, "b", WEB, message("So."), (), "p")),
        LinkFinding(("b", "c"), Finding(FindingKind.REVERSED, "c", WEB, message("No."), (), "p")),
        LinkFinding(("a", "d"), Finding(FindingKind.MISSING, "d", WEB, message("It."), (), "p")),
    ),
    (message("A word on the whole."),),
)


def test_all_help_leaves_the_marking_of_a_web_as_it_is() -> None:
    assert allowed_of_web(WEB_FOUND, Help()) == WEB_FOUND


def test_of_a_web_without_reasons_only_counts_are_told() -> None:
    told = allowed_of_web(WEB_FOUND, Help(reasons=False))
    assert told.findings == ()
    assert [say(remark) for remark in told.remarks] == [
        "1 of 2 links are right.",
        "Links still missing: 1.",
    ]


def test_of_a_web_without_passages_the_reasons_stay() -> None:
    told = allowed_of_web(WEB_FOUND, Help(passages=False))
    assert [each.finding.passage for each in told.findings] == [None] * 3
    assert [each.finding.reason for each in told.findings] == [
        each.finding.reason for each in WEB_FOUND.findings
    ]


def test_a_task_of_a_web_takes_two_cards() -> None:
    whole = WHOLE._replace(way=Way.WEB)
    assert task_on(whole, given("a", "b", way=Way.WEB))
    assert task_on(whole, given("a", way=Way.WEB)) is None


def made(*tasks: TeacherTask) -> Course:
    causes = [factor(name, f"194{at}") for at, name in enumerate("abcd")]
    links = [link(name, "x") for name in "abc"]
    return course(topic(), factor("x", "1950"), *causes, *links)._replace(tasks=tasks)


def of(about: str, *cards: str, way: Way = Way.SORT) -> TeacherTask:
    kind = "topic" if way in OF_TOPICS else "factor"
    names = tuple(full_id("factor", card) for card in cards)
    return TeacherTask(full_id("task", "t"), "Why?", full_id(kind, about), way, names)


@pytest.mark.parametrize(
    "task",
    [
        of("x", "a"),
        of("x"),
        of("x", *"abc", way=Way.RANK),
        of(TOPIC, *"abd", way=Way.ORDER),
        of(TOPIC, "x", "a", way=Way.WEB),
        of(TOPIC, way=Way.WEB),
    ],
)
def test_nothing_is_wrong_with_a_task_of_a_board_that_is_there(task: TeacherTask) -> None:
    assert [problem for problem in check(made(task)) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("task", "what"),
    [
        (of("x", "a", "d"), "“d” is not a card of this board"),
        (of("d", "a"), "This gives too little to work on by “sort”"),
        (of("x", "a", "b", way=Way.RANK), "The task has too few cards"),
        (of(TOPIC, "x", way=Way.WEB), "The task has too few cards"),
        (of(TOPIC, "x", "a", "d", way=Way.WEB), "“d” is not a card of this board"),
        (of(TOPIC, "a", "b", way=Way.WEB), "The course joins no two of these cards"),
    ],
)
def test_a_task_of_other_cards_or_too_few_is_an_error(task: TeacherTask, what: str) -> None:
    found = [say(problem.what) for problem in check(made(task)) if problem.code == "task-card"]
    assert found == [what]
