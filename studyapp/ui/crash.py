"""What happens on a bug: save, say one sentence, write a report, offer to start again.

Here, and nowhere else, every exception is caught.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.domain.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class CrashHandler(QObject):
    """Owns `sys.excepthook`: PySide sends there what a slot raises, and would go on as if nothing.

    `save` closes what is open, `restart` starts the program anew, `leave` ends this one.
    """

    _crashed = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        folder: Path,
        clock: Clock,
        versions: Callable[[], dict[str, str]],
        save: Callable[[], object],
    ) -> None:
        """Write reports into `folder`."""
        super().__init__(window)
        self._window, self._folder, self._clock = window, folder, clock
        self._versions, self._save = versions, save
        self._handling = False
        self.restart_wanted = False

    def install(self) -> None:
        """Take over the hooks for uncaught exceptions, of this thread and of others."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Deal with one uncaught exception; another one meanwhile only goes to stderr."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt) or self._handling:
            return
        self._handling = True
        # A worker's exception comes from its own thread; boxes belong to the window's.
        self._crashed.connect(self._tell, QtCore.Qt.ConnectionType.QueuedConnection)
        self._crashed.emit(kind, trace)

    def _saved(self) -> bool:
        try:
            self._save()
        except Exception as error:  # noqa: BLE001 - a second bug must not hide the first
            sys.__excepthook__(type(error), error, error.__traceback__)
            return False
        return True

    def _reported(self, kind: type[BaseException], trace: TracebackType | None) -> Path | None:
        # Reading tracebacks takes a library that only a bug needs.
        from studyapp.services.crash_reports import report_text, write_report

        try:
            text = report_text(kind, trace, self._versions())
            return write_report(self._folder, text, self._clock())
        except OSError as error:
            sys.__excepthook__(type(error), error, error.__traceback__)
            return None

    def _tell(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        # What is saved belongs to this thread, whichever the bug was in.
        box = self.box(self._saved(), self._reported(kind, trace))
        box.exec()
        self.restart_wanted = box.clickedButton() is box.defaultButton()
        self._window.close()

    def box(self, saved: bool, report: Path | None) -> QMessageBox:
        """Return the box that tells the person, with starting again as what Enter does."""
        # QMessageBox takes 20 ms to import, and most runs have no bug.
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("StudyApp has made a mistake"))
        kept = (
            self.tr("Everything you did is saved.")
            if saved
            else self.tr("What you did before the last answer or move is saved.")
        )
        box.setText(self.tr("StudyApp has made a mistake and must close.") + " " + kept)
        if report:
            box.setInformativeText(
                self.tr("A report without anything you wrote lies in {file}.").format(file=report)
            )
        again = box.addButton(self.tr("Start again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        return box
