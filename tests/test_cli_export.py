"""`studyapp export`: boards of a course as files, without a window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.cli import run_command
from studyapp.domain.course import Course
from tests.builders import TOPIC, course, distractor, factor, full_id, link, small_course, topic
from tests.packs import written
from tests.rendering.printed import printed_pages

ABOUT = "Treaty of 1945"


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Draw with the application of the tests."""


def export(folder: Path, *more: str, what: Course | None = None, to: str = "board.pdf") -> int:
    """Export a board of a course to a file in a folder."""
    pack = written(what or small_course(), folder / "a.studypack")
    arguments = ["export", str(pack), "--to", str(folder / to), *more]
    return run_command(arguments)


def letters(path: Path) -> str:
    return "".join(page.letters for page in printed_pages(path))


def test_a_worksheet_is_written_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path, "--format", "board-worksheet", "--about", ABOUT) == 0
    assert capsys.readouterr() == ("", "")
    said = letters(tmp_path / "board.pdf")
    assert said.startswith("NameDateWorksheet·SortTreatyof1945")
    assert "Yaltaagreement" in said


def test_the_key_says_why(tmp_path: Path) -> None:
    assert export(tmp_path, "--format", "board-key", "--about", ABOUT) == 0
    assert "Yaltaagreement”ledto“Treatyof1945”,because" in letters(tmp_path / "board.pdf")


@pytest.mark.parametrize(("name", "begins"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml")])
def test_the_ending_says_what_kind_of_file_it_is(tmp_path: Path, name: str, begins: bytes) -> None:
    assert export(tmp_path, "--format", "board-key", "--about", ABOUT, to=name) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("about", ["treaty of 1945", full_id("factor", ABOUT)])
def test_a_factor_is_named_by_its_title_or_its_id(tmp_path: Path, about: str) -> None:
    assert export(tmp_path, "--format", "board-key", "--about", about) == 0


def test_a_way_of_a_topic_asks_for_a_topic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = course(topic(), *(factor(f"Step {at}", f"194{at}") for at in range(4)))
    arguments = ("--format", "board-key", "--way", "order", "--about")
    assert export(tmp_path, *arguments, TOPIC, what=made) == 0
    said = letters(tmp_path / "board.pdf")
    assert said.index("Step0") < said.index("Step1") < said.index("Step3")
    assert export(tmp_path, *arguments, "Step 1", what=made) == 1
    why = f"“Step 1” is a factor; this way of working is about a topic, such as “{TOPIC}”."
    assert capsys.readouterr().err == f"studyapp: {why}\n"


def test_a_web_is_one_of_the_ways_of_a_topic(tmp_path: Path) -> None:
    arguments = ("--way", "web", "--about", TOPIC, "--format")
    assert export(tmp_path, *arguments, "board-key") == 0
    assert "Yaltaagreement→Treatyof1945" in letters(tmp_path / "board.pdf")
    assert export(tmp_path, *arguments, "board-worksheet") == 0
    said = letters(tmp_path / "board.pdf")
    assert said.startswith("NameDateWorksheet·Web")
    assert "1ledtobecause2ledtobecause" in said


def test_a_web_of_a_topic_without_links_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--format", "board-key", "--way", "web", "--about", TOPIC)
    assert export(tmp_path, *arguments, what=course(topic(), factor("Alone"))) == 1
    assert "gives too little to work on in this way." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (
            ("--about", "Treaty of 1946"),
            f"The course has no factor “Treaty of 1946”. Did you mean “{ABOUT}”?",
        ),
        (("--about", "treaty"), f"The course has no factor “treaty”. Did you mean “{ABOUT}”?"),
        (("--about", "Atoms"), "The course has no factor “Atoms”."),
        (
            ("--about", TOPIC),
            f"“{TOPIC}” is a topic; this way of working is about a factor, such as “{ABOUT}”.",
        ),
        (("--about", "Atoms", "--way", "order"), "The course has no topic “Atoms”."),
        (
            ("--about", TOPIC[:-2], "--way", "web"),
            f"The course has no topic “{TOPIC[:-2]}”. Did you mean “{TOPIC}”?",
        ),
        (
            ("--about", ABOUT, "--way", "rank"),
            f"“{ABOUT}” gives too little to work on in this way.",
        ),
    ],
)
def test_what_cannot_be_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], why: str
) -> None:
    assert export(tmp_path, "--format", "board-key", *more) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"studyapp: {why}\n")
    assert not (tmp_path / "board.pdf").exists()


def test_a_title_that_is_there_twice_must_be_told_by_its_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twin = factor(ABOUT)._replace(id=full_id("factor", "twin"))
    made = course(factor(ABOUT), twin, factor("a"), link("a", ABOUT))
    assert export(tmp_path, "--format", "board-key", "--about", ABOUT, what=made) == 1
    assert full_id("factor", "twin") in capsys.readouterr().err
    about = full_id("factor", ABOUT)
    assert export(tmp_path, "--format", "board-key", "--about", about, what=made) == 0


def test_a_ranking_has_no_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    causes = [factor(name) for name in "abc"]
    made = course(factor("x"), *causes, *(link(name, "x") for name in "abc"), distractor("a", "b"))
    arguments = ("--about", "x", "--way", "rank", "--format")
    assert export(tmp_path, *arguments, "board-key", what=made) == 1
    assert "A ranking has no key" in capsys.readouterr().err
    assert export(tmp_path, *arguments, "board-worksheet", what=made) == 0


def test_another_ending_and_a_folder_that_is_not_there_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--format", "board-key", "--about", ABOUT)
    assert export(tmp_path, *arguments, to="board.txt") == 1
    assert export(tmp_path, *arguments, to="gone/board.pdf") == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("must end in .pdf, .png or .svg.")
    assert second.endswith("cannot be written: No such file or directory.")


def test_what_is_no_course_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--format", "board-key", "--about", "x", "--to", str(tmp_path / "a.pdf")]
    assert run_command(["export", str(tmp_path / "gone.studypack"), *arguments]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_unknown_format_is_a_mistake_of_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        export(tmp_path, "--format", "board-poster", "--about", ABOUT)
    assert left.value.code == 2
