import subprocess
import sys
from pathlib import Path

import pytest

import start

PYTHON = Path("python")


@pytest.mark.parametrize("environ", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_display_is_seen(environ: dict[str, str]) -> None:
    assert start.has_display(environ, "linux")


def test_an_empty_display_is_none() -> None:
    assert not start.has_display({"DISPLAY": ""}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(platform: str) -> None:
    assert start.has_display({}, platform)


def test_with_a_display_the_window_opens() -> None:
    assert start.command(PYTHON, seen=True) == ("python", "main.py")


def test_without_a_display_the_window_is_drawn_to_a_file_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    started: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], **_: object) -> object:
        started.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert start.start(Path(sys.executable)) == 0
    assert started[0][1:5] == ("-m", "studyapp", "screenshot", "build/studyapp.png")
    assert "no display" in capsys.readouterr().out
