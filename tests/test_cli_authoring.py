import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.cli import run_command
from studyapp.domain.problems import CODES
from studyapp.store.schema import VERSION
from tests.builders import course_folder, small_course
from tests.packs import written

BROKEN = Path(__file__).parent / "data" / "courses" / "broken"
GOOD = "---\nid: treaty\n---\n# The treaty\n\nTwo men signed.\n"
NEW_QUESTIONS = "\n## Questions\n" + "".join(
    f"- {prompt}\n  - Answer: x\n" for prompt in ("Who?", "When?", "Where?", "What else?")
)


def run(*arguments: str | Path) -> int:
    """Run a command line and return its exit status."""
    return run_command([str(argument) for argument in arguments])


def test_check_names_file_line_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path, treaty=f"{GOOD}\n[[Mao]]\n")
    assert run("check", root) == 1
    said = capsys.readouterr()
    what = "There is no term “Mao” in any Terms section. Add it to a Terms section."
    assert said.out == f"{root / 'treaty.md'}:8: {what} [unknown-term]\n{root}: 1 error.\n"
    assert said.err == ""


def test_what_asks_a_question_ends_with_its_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path, treaty=GOOD.replace("---\n#", "themes: Teritory\n---\n#"))
    run("check", root)
    assert "Did you mean “Territory”? [unknown-theme]\n" in capsys.readouterr().out


def test_every_line_of_check_ends_with_a_name_to_look_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("check", BROKEN) == 1
    *lines, _total = capsys.readouterr().out.splitlines()
    assert len(lines) > 40
    assert [line for line in lines if line.rpartition(" [")[2].removesuffix("]") not in CODES] == []


def test_check_names_what_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "README.md"
    file.write_text("x")
    assert run("check", file) == 1
    assert run("check", tmp_path / "gone") == 1
    said = capsys.readouterr()
    not_one, not_there = said.err.splitlines()
    assert not_one.startswith(f"studyapp: “{file}” is not a folder.")
    assert not_there == f"studyapp: There is no folder “{tmp_path / 'gone'}”."
    assert said.out == ""


def test_check_says_that_nothing_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", course_folder(tmp_path, treaty=GOOD)) == 0
    assert capsys.readouterr().out == f"{tmp_path}: nothing is wrong.\n"


def test_warnings_do_not_fail_a_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = course_folder(tmp_path, treaty=f"{GOOD}\n[x](y.md)\n")
    assert run("check", root) == 0
    said = capsys.readouterr()
    assert f"{root / 'treaty.md'}:8: warning: “y.md” is not a web address." in said.out
    assert said.err == ""


def test_check_fix_gives_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = course_folder(tmp_path, treaty="# The treaty\n\nx\n")
    assert run("check", root) == 1
    assert run("check", "--fix", root) == 0
    assert "Given an id: 1.\n" in capsys.readouterr().out


def test_many_new_things_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = course_folder(tmp_path / "my bio", treaty=GOOD + NEW_QUESTIONS)
    run("check", root)
    said = [line for line in capsys.readouterr().out.splitlines() if "[missing-id]" in line]
    what = "4 things have no id yet, the first at treaty.md:9."
    remedy = f'Run “studyapp check --fix "{root}"”.'
    assert said == [f"{root}: {what} {remedy} [missing-id]"]


def test_a_few_new_things_are_a_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = NEW_QUESTIONS.partition("- What else?")[0]
    run("check", course_folder(tmp_path, treaty=GOOD + few))
    assert capsys.readouterr().out.count("[missing-id]") == 3


def test_check_fix_does_not_hide_broken_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path, treaty=GOOD)
    (root / "ids.toml").write_text("broken")
    assert run("check", "--fix", root) == 1
    said = capsys.readouterr().out
    assert said.startswith("No ids were given")
    assert "ids.toml:1: The ids cannot be read" in said


def test_build_writes_a_pack_and_says_what_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, pack = course_folder(tmp_path / "course", treaty=GOOD), tmp_path / "a.studypack"
    assert run("build", root, pack) == 0
    assert pack.is_file()
    said = capsys.readouterr().out
    assert re.fullmatch(re.escape(f"{pack}: 1 topic; digest ") + "[0-9a-f]{12}\n", said)


def test_build_says_why_it_did_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, pack = course_folder(tmp_path / "course", treaty="no title"), tmp_path / "a.studypack"
    assert run("build", root, pack) == 1
    assert not pack.exists()
    said = capsys.readouterr()
    assert "treaty.md:1: The topic has no title." in said.err
    assert said.err.endswith(" to put right.\n")
    assert said.out == ""


def test_build_replaces_a_pack(tmp_path: Path) -> None:
    root = course_folder(tmp_path / "course", treaty=GOOD)
    pack = written(small_course(), tmp_path / "a.studypack")
    before = pack.read_bytes()
    assert run("build", root, pack) == 0
    assert pack.read_bytes() != before


@pytest.mark.parametrize("name", ["README.md", "course/course.md"])
def test_build_writes_over_nothing_but_a_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    root, target = course_folder(tmp_path / "course", treaty=GOOD), tmp_path / name
    target.write_text(target.read_text() if target.exists() else "Read me.")
    before = target.read_bytes()
    assert run("build", root, target) == 1
    assert target.read_bytes() == before
    assert f"“{target}”" in capsys.readouterr().err


def test_build_writes_over_no_other_database(tmp_path: Path) -> None:
    root, target = course_folder(tmp_path / "course", treaty=GOOD), tmp_path / "other.db"
    with closing(sqlite3.connect(target)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = target.read_bytes()
    assert run("build", root, target) == 1
    assert target.read_bytes() == before


def test_build_leaves_a_pack_of_a_newer_program(tmp_path: Path) -> None:
    root = course_folder(tmp_path / "course", treaty=GOOD)
    newer = written(small_course(), tmp_path / "a.studypack")
    with closing(sqlite3.connect(newer)) as pack:
        pack.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = newer.read_bytes()
    assert run("build", root, newer) == 1
    assert newer.read_bytes() == before


def test_build_writes_nothing_into_the_course_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path / "course", treaty=GOOD)
    before = sorted(root.rglob("*"))
    assert run("build", root, root / "a.studypack") == 1
    assert sorted(root.rglob("*")) == before
    assert "in the course folder itself" in capsys.readouterr().err


def test_build_makes_no_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, gone = course_folder(tmp_path / "course", treaty=GOOD), tmp_path / "gone"
    assert run("build", root, gone / "a.studypack") == 1
    assert not gone.exists()
    assert f"there is no folder “{gone}”." in capsys.readouterr().err


def test_a_command_without_a_folder_is_a_mistake_of_usage() -> None:
    with pytest.raises(SystemExit) as left:
        run("check")
    assert left.value.code == 2
