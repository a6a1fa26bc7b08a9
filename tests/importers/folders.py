"""Course folders for the tests of importers: one topic file, and what is read from it."""

from pathlib import Path

from studyapp.domain.checks.course_checks import check
from studyapp.domain.course import Course
from studyapp.domain.problems import Problem
from studyapp.importers.course_folder import read_course_folder
from tests.builders import course_folder

TREATY = """# The treaty

Molotov and Wang Shijie signed the treaty. The ports came back only in 1955.

"""


def read(root: Path, treaty: str = TREATY, **files: str | bytes) -> Course:
    """Return the course whose topic file `treaty.md` holds this text."""
    course = read_course_folder(course_folder(root, treaty=treaty, **files)).course
    assert course is not None
    return course


def problems(root: Path, treaty: str = TREATY, **files: str | bytes) -> list[Problem]:
    """Return all problems of that folder but those of ids that nobody gave yet."""
    draft = read_course_folder(course_folder(root, treaty=treaty, **files))
    found = draft.problems
    if draft.course is not None:
        found = (*found, *check(draft.course, draft.places))
    return [problem for problem in found if problem.code != "missing-id"]


def codes(root: Path, treaty: str = TREATY, **files: str | bytes) -> list[str]:
    """Return the codes of those problems."""
    return [problem.code for problem in problems(root, treaty, **files)]
