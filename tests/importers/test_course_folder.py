import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.problems import CODES
from studyapp.importers.course_folder import read_course_folder
from tests.builders import COURSE_FILE, course_folder, folder
from tests.importers.folders import TREATY, codes, problems, read

PIECES = st.sampled_from(
    [
        "# A", "## Timeline", "## Questions", "## Terms", "## Causes and consequences", "---",
        "- 1945: **A.** b", "- A → B because c (trigger", "- A ↛ B. Tempting: Wrong:", "  - [x] a",
        "  - See: \"a\"", "  - Answer: |", "> [!contested] q", "> - **a** (b): c", "> [!added] s",
        "| a | b |", "|---|---|", "[[A|b]]", "{#a}", "![a](b.svg)", "```", "**a", "1. ", "- - -",
    ]
)  # fmt: skip


def test_topics_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        {
            "course.md": COURSE_FILE,
            "10-war.md": "# War\n\nx",
            "2-before.md": "# Before\n\nx",
            "20-peace/index.md": "# Peace\n\nx",
            "20-peace/10-deal.md": "# Deal\n\nx",
        },
    )
    course = read_course_folder(root).course
    assert course is not None
    slugs = [topic.id.rsplit("/", 1)[-1] for topic in course.topics]
    assert slugs == ["before", "war", "peace", "deal"]
    assert [topic.parent for topic in course.topics][2:] == [None, course.topics[2].id]


def test_the_cover_is_read(tmp_path: Path) -> None:
    info = read(tmp_path).info
    assert (info.title, info.language, info.edition) == ("China and the USSR", "en", "1")
    assert info.about == "What the course is about."


def test_without_accounts_there_is_the_standard_one(tmp_path: Path) -> None:
    course = read(tmp_path, course="---\nid: abc\ntitle: T\n---\n")
    assert [account.id for account in course.accounts] == ["abc/account/standard-account"]


def test_sections_are_not_part_of_the_note(tmp_path: Path) -> None:
    course = read(tmp_path, f"{TREATY}## Timeline\n- 1945: **A.** b\n\n## More\n\nWords.\n")
    assert len(course.topics[0].blocks) == 4


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"treaty": "x"}, "missing-title"),
        ({"treaty": "# T\n"}, "empty-topic"),
        ({"treaty": "---\nthemes: terror\n---\n# T\n\nx"}, "unknown-theme"),
        ({"treaty": "---\ncolour: red\n---\n# T\n\nx"}, "front-matter"),
        ({"treaty": "# T\n\nx\n\n## Themes\n- **A** (blue, map): b"}, "section-place"),
        ({"treaty": "# T\n\nx\n\n## Time-line\n- 1945: **A.** b"}, "almost-section"),
        ({"course": COURSE_FILE.replace("blue", "pink")}, "unknown-hue"),
        ({"course": COURSE_FILE.replace("map", "dragon")}, "unknown-icon"),
        ({"course": COURSE_FILE.replace("(blue, map)", "")}, "theme-form"),
        ({"course": COURSE_FILE.replace("title:", "name:")}, "missing-title"),
        ({"course": COURSE_FILE.replace("id: k3", "id: K 3")}, "bad-id"),
        ({"course": COURSE_FILE + "- only words"}, "account-form"),
        ({"treaty": b"\xff\xfe#\x00"}, "unreadable"),
        ({"treaty": b"# caf\xe9"}, "unreadable"),
        ({"treaty": b"# T\n\nx\0y"}, "unreadable"),
        ({"treaty": b"x" * 1_000_001}, "too-large"),
        ({"treaty": b"[" * 60_000}, "too-large"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    assert code in codes(tmp_path, **files)


def test_a_folder_without_course_md_is_said_to_be_none(tmp_path: Path) -> None:
    draft = read_course_folder(tmp_path)
    assert draft.course is None
    assert [problem.code for problem in draft.problems] == ["missing-course-file"]


def test_a_folder_without_a_note_of_its_own_is_an_error(tmp_path: Path) -> None:
    course_folder(tmp_path)
    folder(tmp_path, {"20-war/10-xian.md": "# X"})
    assert "missing-note" in codes(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights on Windows")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nx")
    root = course_folder(tmp_path / "course")
    (root / "10-secret.md").symlink_to(tmp_path / "secret.md")
    (root / "20-out").symlink_to(tmp_path)
    assert [problem.code for problem in problems(root)] == ["outside", "outside"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_not_utf8_can_be_said(tmp_path: Path) -> None:
    root = course_folder(tmp_path)
    Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.md")).write_text("x")
    assert [str(problem.place) for problem in problems(root)] == ["caf?.md:1"]


def test_a_folder_where_a_file_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "course.md").mkdir()
    draft = read_course_folder(tmp_path)
    assert [problem.code for problem in draft.problems] == ["unreadable"]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    unix = read(tmp_path / "unix")
    windows = read(tmp_path / "dos", treaty="\ufeff" + TREATY.replace("\n", "\r\n"))
    assert windows == unix


def test_every_hostile_file_is_a_note_or_a_sentence(tmp_path: Path, samples: Path) -> None:
    hostile = [*(samples / "hostile/md").iterdir(), *(samples / "hostile/text").iterdir()]
    for number, path in enumerate(hostile):
        root = course_folder(tmp_path / str(number))
        (root / "treaty.md").write_bytes(path.read_bytes())
        assert {problem.code for problem in read_course_folder(root).problems} <= CODES


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_is_a_note(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    assert set(codes(tmp_path_factory.mktemp("any"), text)) <= CODES


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5)))
def test_any_lines_are_a_note(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "\n".join(lines)
    assert set(codes(tmp_path_factory.mktemp("any"), text)) <= CODES


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5)))
def test_any_lines_are_a_course_file(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    text = "\n".join(["---", *lines])
    assert set(codes(tmp_path_factory.mktemp("any"), course=text)) <= CODES
