"""docs/course-format.md says what the code does: each holds the other to it."""

import re
from pathlib import Path

import pytest

from studyapp.domain.checks.course_checks import HUES, ICONS, TERM_KINDS
from studyapp.domain.problems import CODES
from studyapp.importers import course_page, timeline, topic_files
from studyapp.importers.boxes import BOXES
from studyapp.importers.links import CERTAINTIES, DURATIONS
from studyapp.importers.questions import labels
from studyapp.importers.sections import HEADINGS
from studyapp.services.course_building import check_course, fix_course
from tests.builders import folder

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "course-format.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```markdown\n(.*?)```", TEXT, re.DOTALL)


def test_every_problem_is_explained_and_no_other() -> None:
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", TEXT.partition("What `check` says")[2], re.M))
    assert explained == CODES


@pytest.mark.parametrize("heading", HEADINGS)
def test_every_section_is_explained(heading: str) -> None:
    table = TEXT.partition("## Sections")[2].partition("### Timeline")[0]
    assert heading in table.lower()


@pytest.mark.parametrize(
    "word", [*HUES, *ICONS, *TERM_KINDS, *CERTAINTIES, *course_page.FIELDS, *topic_files.FIELDS]
)
def test_every_agreed_word_is_explained(word: str) -> None:
    assert f"`{word}`" in TEXT


@pytest.mark.parametrize("word", [duration for duration in DURATIONS if "-" not in duration])
def test_every_duration_is_explained(word: str) -> None:
    assert f"`{word}`" in TEXT


@pytest.mark.parametrize("word", labels())
def test_every_line_of_a_question_is_explained(word: str) -> None:
    assert f"`{word}`" in TEXT


def test_the_line_below_a_factor_is_explained_and_shown() -> None:
    section = TEXT.partition("### Timeline")[2].partition("### ")[0]
    written = f"{timeline.ALSO.capitalize()}:"
    assert f"`{written}`" in section
    assert f"\n  - {written} " in "".join(re.findall(r"```markdown\n(.*?)```", section, re.DOTALL))


@pytest.mark.parametrize("box", BOXES)
def test_every_box_is_shown(box: str) -> None:
    assert f"> [!{box}]" in "".join(SNIPPETS)


def test_what_it_shows_is_a_course_without_anything_wrong(tmp_path: Path) -> None:
    cover, *topic = SNIPPETS
    root = folder(tmp_path, {"course.md": cover, "10-treaty.md": "\n".join(topic)})
    fix_course(root)
    assert check_course(root) == ()


def test_the_example_course_has_nothing_wrong() -> None:
    assert check_course(DOCS / "example-course") == ()
