"""The crash handler: a bug is saved around, reported, said in a sentence."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.clock import Moment
from studyapp.ui.crash import CrashHandler


@pytest.fixture(autouse=True)
def hooks_put_back() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def handler(qtbot: QtBot, folder: Path, saved: list[str]) -> CrashHandler:
    window = QWidget()
    qtbot.addWidget(window)
    made = CrashHandler(
        window,
        folder,
        lambda: Moment(1, 0),
        lambda: {"StudyApp": "0"},
        lambda: saved.append("saved"),
    )
    return made


def answer_box(button: int) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.buttons()[button].click()


def raise_in(made: CrashHandler) -> None:
    try:
        raise ZeroDivisionError("private words")
    except ZeroDivisionError as error:
        made.handle(type(error), error, error.__traceback__)


def test_a_bug_is_saved_around_and_reported(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved: list[str] = []
    made = handler(qtbot, tmp_path, saved)
    QTimer.singleShot(50, lambda: answer_box(0))
    raise_in(made)
    qtbot.waitUntil(lambda: made.restart_wanted)
    assert saved == ["saved"]
    [report] = tmp_path.iterdir()
    assert "ZeroDivisionError" in report.read_text()
    assert "private words" not in report.read_text()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_saving_that_fails_is_said_and_does_not_hide_the_bug(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = handler(qtbot, tmp_path, [])
    box = made.box(saved=False, report=None)
    assert "before the last answer or move" in box.text()
    box.deleteLater()


def test_a_folder_that_cannot_be_written_still_leaves_the_sentence(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    made = handler(qtbot, blocked, [])
    texts: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(box.informativeText())
        box.buttons()[1].click()

    QTimer.singleShot(50, read_and_close)
    raise_in(made)
    qtbot.waitUntil(lambda: bool(texts))
    assert texts == [""]
    assert not made.restart_wanted
