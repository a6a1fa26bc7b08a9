"""A course with one mistake of every kind: `check` names each by file and line, and no other."""

import csv
from pathlib import Path

import pytest

from studyapp.domain.problems import CODES, has_errors
from studyapp.services.course_building import CourseProblemsError, build_course, check_course

BROKEN = Path(__file__).parents[1] / "data" / "courses" / "broken"
# Tested with folders of their own: these hide other mistakes, are hidden by them, or need files too
# large to keep.
ELSEWHERE = {"gone", "ids-file", "missing-course-file", "no-topic", "too-large"}


def expected() -> list[tuple[str, int, str]]:
    """Return file, line and code of every mistake in the folder."""
    with (BROKEN / "EXPECTED.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return [(row["file"], int(row["line"]), row["code"]) for row in rows]


def test_every_mistake_is_found_at_its_line_and_nothing_else() -> None:
    found = [(*problem.place, problem.code) for problem in check_course(BROKEN)]
    assert sorted(found) == sorted(expected())


def test_the_folder_has_a_mistake_of_every_kind_that_it_can_hold() -> None:
    assert {code for _, _, code in expected()} == CODES - ELSEWHERE


def test_a_course_with_mistakes_is_not_built(tmp_path: Path) -> None:
    pack = tmp_path / "broken.studypack"
    with pytest.raises(CourseProblemsError) as refused:
        build_course(BROKEN, pack)
    assert has_errors(refused.value.problems)
    assert not pack.exists()
