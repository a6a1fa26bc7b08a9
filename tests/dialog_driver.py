"""Answers what waits for the person: a dialog or a menu that is opened by `exec`.

`exec` returns only when its dialog is closed. The play starts from a timer that fires within it,
and whatever was opened is closed even if the play fails, so that no test hangs.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

# Offscreen a menu cannot have the keyboard to itself, and Qt says so.
no_grab = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def in_dialog(open_it: Callable[[], object], play: Callable[[QDialog], None]) -> None:
    """Open a dialog, play it, and close it if the play did not."""

    def play_it(opened: QWidget | None) -> None:
        assert isinstance(opened, QDialog), "no dialog was opened"
        play(opened)

    _play_within(open_it, QApplication.activeModalWidget, play_it)


def in_menu(open_it: Callable[[], object], play: Callable[[QMenu], None]) -> None:
    """Open a menu, play it, and close it if the play did not."""

    def play_it(opened: QWidget | None) -> None:
        assert isinstance(opened, QMenu), "no menu was opened"
        play(opened)

    _play_within(open_it, QApplication.activePopupWidget, play_it)


def _play_within(
    open_it: Callable[[], object],
    find: Callable[[], QWidget | None],
    play: Callable[[QWidget | None], None],
) -> None:
    played: list[AssertionError | None] = []

    def play_and_close() -> None:
        opened = find()
        try:
            play(opened)
            played.append(None)
        except AssertionError as error:
            played.append(error)
        finally:
            if opened:
                opened.close()

    QTimer.singleShot(0, play_and_close)
    open_it()
    if not played:
        # Nothing waited, so the play is still to come, and must not meet the next test.
        QApplication.processEvents()
    assert played, "nothing was opened"
    if played[0]:
        raise played[0]
