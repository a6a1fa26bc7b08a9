import argparse
from pathlib import Path

import pytest

from studyapp.cli_authoring import add_commands
from tests.builders import course_folder

GOOD = "---\nid: treaty\n---\n# The treaty\n\nTwo men signed.\n"


def run(*arguments: str | Path) -> int:
    """Run a command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="studyapp")
    add_commands(parser.add_subparsers(required=True))
    chosen = parser.parse_args([str(argument) for argument in arguments])
    return int(chosen.run(chosen))


def test_check_names_file_line_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path, treaty=f"{GOOD}\n[[Mao]]\n")
    assert run("check", root) == 1
    said = capsys.readouterr()
    what = "There is no term “Mao” in any Terms section. Add it to a Terms section."
    assert said.err == f"{root / 'treaty.md'}:8: {what}\n"
    assert said.out == f"{root}: 1 error.\n"


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


def test_check_fix_does_not_hide_broken_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = course_folder(tmp_path, treaty=GOOD)
    (root / "ids.toml").write_text("broken")
    assert run("check", "--fix", root) == 1
    assert "ids.toml:1: The ids cannot be read" in capsys.readouterr().err


def test_build_writes_a_pack_and_says_what_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, pack = course_folder(tmp_path / "course", treaty=GOOD), tmp_path / "a.studypack"
    assert run("build", root, pack) == 0
    assert pack.is_file()
    assert capsys.readouterr().out.startswith(f"{pack}: 1 topic; digest ")


def test_build_says_why_it_did_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, pack = course_folder(tmp_path / "course", treaty="no title"), tmp_path / "a.studypack"
    assert run("build", root, pack) == 1
    assert not pack.exists()
    assert "treaty.md:1: The topic has no title." in capsys.readouterr().err


def test_a_command_without_a_folder_is_a_mistake_of_usage() -> None:
    with pytest.raises(SystemExit) as left:
        run("check")
    assert left.value.code == 2
