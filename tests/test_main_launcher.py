"""`python main.py` starts the window, or says in one sentence what to run first."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import main as launcher

MAIN = Path(launcher.__file__)


@pytest.fixture(autouse=True)
def garbage_is_collected_again() -> Iterator[None]:
    yield
    gc.enable()


def run_bare(*arguments: str) -> "subprocess.CompletedProcess[str]":
    # -S -E: a Python without site-packages, as on a machine where nothing is set up.
    command = (sys.executable, "-S", "-E", *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=MAIN.parent)


def test_where_the_libraries_are_missing_one_sentence_names_one_command() -> None:
    finished = run_bare("main.py")
    assert finished.returncode == 1
    assert len(finished.stderr.splitlines()) == 1
    assert "start.py" in finished.stderr or "`make run`" in finished.stderr


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert launcher.main() == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_where_all_is_there_the_window_gets_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    import studyapp.app

    given: list[list[str]] = []

    def open_window(argv: list[str]) -> int:
        given.append(argv)
        return 3

    monkeypatch.setattr(studyapp.app, "main", open_window)
    monkeypatch.setattr(sys, "argv", ["main.py", "--fresh"])
    assert launcher.main() == 3
    assert given == [["main.py", "--fresh"]]


def test_a_fault_in_our_own_imports_is_not_hidden_as_a_missing_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # None in sys.modules makes the import fail, naming our module.
    monkeypatch.setitem(sys.modules, "studyapp.app", None)
    with pytest.raises(ImportError):
        launcher.main()
