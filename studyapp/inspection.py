"""Look at the real window from the command line: pictures of it, and a check that it works.

Both use a home folder of their own for as long as they run, so nothing of the person's is
touched or shown.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QThreadPool,
    QTimer,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.app import make_application, make_window, places_of
from studyapp.domain.messages import N_
from studyapp.errors import KnownError
from studyapp.rendering.application import draw_in_memory
from studyapp.ui.look.tokens import Scheme
from studyapp.ui.main_window import MainWindow

# The offscreen platform says these two of itself. Whatever else Qt says is worth reading.
_OFFSCREEN_SAYS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
)
# Whoever waits longer is better told what there is by then.
_LONGEST_MS = 20_000


def screenshot(file: Path, panel: str, scheme: Scheme, size: tuple[int, int]) -> None:
    """Write a PNG of the window or one of its panels, with the window at `size` pixels."""
    with _window(scheme, size) as window:
        picture = _panel(window, panel).grab()
        if not picture.save(str(file), "PNG"):
            raise KnownError(N_("The picture cannot be written to {file}."), file=file)


def self_check() -> dict[str, object]:
    """Open the window, search, and return what was found; `ok` says whether all was there."""
    with _window("light", (1366, 768)) as window:
        reader = window.workspace.reader
        if reader is None:
            return {"ok": False, "why": window.notice.text()}
        topics = reader.topics()
        word = topics[-1].title.split()[-1]
        hits = reader.search(word)
        board = window.study_panels.board
        found: dict[str, object] = {
            "course": reader.info.title,
            "topics": len(topics),
            "note": window.note_panel.title(),
            "note characters": len(window.note_panel.plain_text()),
            "searched": word,
            "hits": len(hits),
            "board": board is not None and window.workspace.board is not None,
            "self-test": window.workspace.study is not None,
            "progress kept": window.workspace.can_write,
        }
    return {"ok": all(found.values()), **found}


def drawing_application() -> QApplication:
    """Return the application, which draws in memory where there is no display."""
    draw_in_memory()
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else make_application(["studyapp"])


@contextmanager
def _window(scheme: Scheme, size: tuple[int, int]) -> Iterator[MainWindow]:
    application = drawing_application()
    with _quiet_platform(), tempfile.TemporaryDirectory(prefix="studyapp-") as home:
        window = make_window(application, places_of({"STUDYAPP_HOME": home}), scheme)
        # What is looked at is the window of every day.
        window.preferences.remember_board_is_known()
        window.preferences.remember_web_is_known()
        window.take_size(*size)
        try:
            _show_whole(window)
            yield window
        finally:
            window.close()


@contextmanager
def _quiet_platform() -> Iterator[None]:
    """Keep back what the offscreen platform says of itself, and nothing else."""

    def pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text not in _OFFSCREEN_SAYS:
            sys.stderr.write(f"{qFormatLogMessage(kind, context, text)}\n")

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _show_whole(window: MainWindow) -> None:
    """Show the window and wait until everything in it has been loaded and painted."""
    loop = QEventLoop()
    window.completed.connect(loop.quit)
    window.show()
    QTimer.singleShot(_LONGEST_MS, loop.quit)
    loop.exec()
    if window.workspace.is_waiting:
        # The cards of a large course are made ready beside the window.
        window.study_panels.joined.connect(loop.quit)
        QTimer.singleShot(_LONGEST_MS, loop.quit)
        loop.exec()
    for _ in range(5):
        QApplication.processEvents()


def _cards(window: MainWindow) -> QWidget | None:
    """Return the list of cards once all has been read, as large as there is room beside it."""
    window.commands.show_cards()
    opener = window.commands.cards
    if opener is None or opener.list is None:
        return None
    opener.list.resize(opener.list.size().boundedTo(window.size()))
    for _ in range(5):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    opener.list.look()
    return opener.list


def _panel(window: MainWindow, name: str) -> QWidget:
    docks = {
        "board": window.study_panels.board_dock,
        "self-test": window.study_panels.self_test_dock,
        "timeline": window.study_panels.timeline_dock,
        "progress": window.study_panels.progress_dock,
    }
    if name in docks:
        docks[name].raise_()
        QApplication.processEvents()
        # What counts on a thread tells it by an event.
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    widgets = {
        "window": window,
        "topics": window.topics_panel,
        "note": window.note_panel,
        "board": window.study_panels.board,
        "self-test": window.study_panels.self_test,
        "timeline": window.study_panels.timeline,
        "progress": window.study_panels.progress,
        "cards": _cards(window) if name == "cards" else None,
    }
    widget = widgets.get(name)
    if widget is None:
        raise KnownError(
            N_("There is no panel “{name}”; there are: {panels}."),
            name=name,
            panels=", ".join(widgets),
        )
    return widget
