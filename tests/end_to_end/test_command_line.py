"""The commands that look at the window say only what they found, on any console."""

import os
import subprocess
import sys
from pathlib import Path

from tests.builders import course, paragraph, topic
from tests.packs import written


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "studyapp", *arguments],
        check=False,
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        timeout=120,
    )


def test_self_check_finds_everything_and_nothing_else_is_said() -> None:
    found = run("self-check")
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout.startswith(b"ok: True")


def test_a_picture_of_the_window_is_written_without_a_word(tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    made = run("screenshot", str(file), "--size", "1024x700")
    assert (made.returncode, made.stderr, made.stdout) == (0, b"", b"")
    assert file.read_bytes().startswith(b"\x89PNG")


def test_an_old_console_shows_what_it_can(tmp_path: Path) -> None:
    made = course(topic("A", paragraph("毛泽东 met Stalin.")))
    pack = written(made, tmp_path / "a.studypack")
    found = run("search", "stalin", "--pack", str(pack), PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr) == (0, b"")
    assert b"??? met Stalin." in found.stdout
