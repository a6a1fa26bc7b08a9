"""What the documents say is there is there, and what is there they say."""

import argparse
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

import make_shortcuts
from studyapp import __version__
from studyapp.cli import parser
from studyapp.ui.actions import rows
from studyapp.ui.dialogs.guide_dialog import name_of_heading

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# Homes and work folders of those who wrote it, and hosts that only they can reach.
OURS_ALONE = re.compile(
    r"/(?:home|Users)/(?!pupil\b)\w+/|/root/|/tmp/brief|/work/|"
    r"\b(?:localhost|127\.0\.0\.1|[\w-]+\.(?:internal|local|lan|corp))\b[:/]|"
    r"https?://[^/\s\"']*(?:artifactory|nexus|proxy|mirror)|--(?:extra-)?index-url"
)


def tracked(*patterns: str) -> list[Path]:
    """Return the files of the repository, as git knows them."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no checkout of git")
    named = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return [path for path in named if path.is_file()]


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def told() -> str:
    files = ("README.md", "docs/user-guide.md")
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in files)


def test_every_command_is_told_of() -> None:
    names = [name for name, _command in commands()]
    assert len(names) >= 5
    assert [name for name in names if f"studyapp {name}" not in told()] == []


def test_every_option_of_the_command_line_is_told_of() -> None:
    every = [parser(), *(command for _name, command in commands())]
    options = {
        option
        for command in every
        for action in command._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    assert {option for option in options if option not in told()} == set()


def test_the_guide_names_no_command_that_is_not_there() -> None:
    known = {name for name, _command in commands()}
    named = set(re.findall(r"`studyapp ([a-z][\w-]*)", told()))
    assert named <= known


def test_the_list_of_shortcuts_is_up_to_date() -> None:
    assert make_shortcuts.FILE.read_text(encoding="utf-8") == make_shortcuts.text(), (
        "Write it anew: make pictures"
    )


def test_every_action_of_the_menus_is_in_the_list_of_shortcuts() -> None:
    text = make_shortcuts.FILE.read_text(encoding="utf-8")
    assert [row.name for row in rows() if f"| {row.tip} | {row.shortcut} |" not in text] == []


def test_every_shortcut_that_the_guide_names_does_something() -> None:
    listed = make_shortcuts.FILE.read_text(encoding="utf-8").replace("Return", "Enter")
    listed = listed.replace("PgUp", "Page Up").replace("PgDown", "Page Down")
    guide = (ROOT / "docs/user-guide.md").read_text(encoding="utf-8")
    named = re.findall(r"\*\*((?:Ctrl|Alt|Shift|F\d)[^*]*)\*\*", guide)
    assert len(named) > 20
    assert [keys for keys in named if keys not in listed] == []


def test_every_link_and_picture_of_a_document_is_there() -> None:
    broken = [
        f"{document.relative_to(ROOT)}: {link}"
        for document in tracked("*.md")
        if "resources/courses" not in str(document) and "tests/data" not in str(document)
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if not leads_somewhere(document, link)
    ]
    assert broken == []


def leads_somewhere(document: Path, link: str) -> bool:
    """Say whether a link leads to a file, a heading of one, or out of the repository."""
    if re.match(r"[a-z]+:", link):
        return True
    name, _, heading = unquote(link).partition("#")
    target = (document.parent / name).resolve() if name else document
    if not target.exists():
        return False
    known = HEADING.findall(target.read_text(encoding="utf-8")) if heading else []
    return not heading or heading in map(name_of_heading, known)


def test_every_picture_of_the_guide_is_small_and_is_shown_somewhere() -> None:
    for picture in tracked("docs/pictures"):
        assert picture.stat().st_size <= 150_000, picture.name
        assert f"pictures/{picture.name}" in told(), picture.name


def test_no_file_names_a_machine_of_ours() -> None:
    # This file has the patterns themselves.
    texts = {path: path.read_bytes() for path in tracked() if path != Path(__file__)}
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path, text in texts.items()
        if b"\0" not in text
        for hit in OURS_ALONE.finditer(text.decode("utf-8", "replace"))
    ]
    assert found == []


def test_the_changes_tell_of_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## ([\d.]+)", changes, re.MULTILINE)[0] == __version__
