"""Boards by example: each file in tests/data/boards is a board and what marking says of it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from studyapp.domain.boards.board import SIDES, Zone, apply, move, new_board
from studyapp.domain.boards.marking import FindingKind, MarkingKey
from studyapp.domain.boards.marking_ways import mark_by
from studyapp.domain.boards.ways import Way
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Course
from studyapp.domain.messages import say
from studyapp.importers.course_folder import read_course_folder
from studyapp.services.course_building import check_course

FOLDER = Path(__file__).parents[2] / "data" / "boards"
FILES = sorted(FOLDER.glob("*.toml"))


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def course() -> Course:
    assert check_course(FOLDER / "course") == ()
    course = read_course_folder(FOLDER / "course").course
    assert course is not None
    return course


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_board_is_marked_as_its_file_says(course: Course, file: Path) -> None:
    told = read(file)
    ids = {factor.title: factor.id for factor in course.factors}
    titles = {id: title for title, id in ids.items()}
    topics = {topic.title: topic.id for topic in course.topics}
    themes = {theme.name: theme.id for theme in course.themes}
    way = Way(told.get("way", "sort"))
    zones = {Zone(zone): told[zone] for zone in (Zone.TRAY, *SIDES) if zone in told}
    zones |= {
        Zone(themes.get(name, name)): placed for name, placed in told.get("zones", {}).items()
    }
    laid = {ids[title]: zone for zone, held in zones.items() for title in held}
    about = {**ids, **topics}[told["focus"]]
    board = new_board(about, tuple(laid), [zone for zone in zones if zone != Zone.TRAY])
    for factor, zone in laid.items():
        board = apply(board, move(board, factor, zone))
    key = MarkingKey(
        CausalMap(course.links),
        {factor.id: factor for factor in course.factors},
        course.distractors,
        course.accounts[0].id,
        {theme.id: theme.name for theme in course.themes},
        {account.id: account.name for account in course.accounts[1:]},
    )
    marking = mark_by(way, board, key)
    found = {titles[each.factor]: (each.kind.value, say(each.reason)) for each in marking.findings}
    assert found == {
        each["factor"]: (each["kind"], each["says"]) for each in told.get("finding", ())
    }
    assert [say(remark) for remark in marking.remarks] == told.get("remarks", [])


KINDS = {
    Way.SORT: set(FindingKind) - {FindingKind.MISPLACED},
    Way.TERM: {FindingKind.RIGHT, FindingKind.DEFENSIBLE, FindingKind.MISPLACED},
    Way.THEME: {FindingKind.RIGHT, FindingKind.MISPLACED},
    Way.ORDER: {FindingKind.RIGHT, FindingKind.MISPLACED},
    Way.RANK: set(),
    Way.WHAT_IF: {FindingKind.RIGHT, FindingKind.DEFENSIBLE, FindingKind.MISPLACED},
}


@pytest.mark.parametrize("way", list(KINDS))
def test_there_is_a_board_for_every_kind_of_finding_in_every_way_of_working(way: Way) -> None:
    told = [read(file) for file in FILES]
    boards = [each for each in told if Way(each.get("way", "sort")) is way]
    assert boards
    assert {each["kind"] for board in boards for each in board.get("finding", ())} == KINDS[way]


def test_every_way_of_working_has_boards_but_the_web_which_is_marked_by_its_links() -> None:
    assert set(KINDS) == set(Way) - {Way.WEB}


def test_each_board_shows_something_of_its_own() -> None:
    assert len(FILES) >= 42
    assert len({read(file)["about"] for file in FILES}) == len(FILES)
