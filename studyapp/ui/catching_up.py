"""Makes the cards ready, off the window's thread, while one can go on reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.errors import KnownError, StoppedError
from studyapp.ui.announce import announce
from studyapp.ui.background import LongJob
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.study.making_ready import Ready
    from studyapp.ui.main_window import MainWindow


class CatchingUp(QObject):
    """Replays the student's log when the cards' states no longer follow from it.

    That is so after a change of the schedule, or where another program added to the log. And lays
    out the cards of a large course when an edition of it is first opened, or first asked from
    among all courses. A log of the usual length and a course of the usual size are made ready
    where they are opened, and this has nothing to do.
    """

    def __init__(self, window: MainWindow) -> None:
        """Catch up for `window`."""
        super().__init__(window)
        self._window = window
        self._job: LongJob | None = None
        self._steps: Iterator[float] | None = None
        # Whether board and self-test wait for it.
        self._joins = False
        # What the status bar says meanwhile.
        self.words = ""
        window.study_panels.cards_lacking.connect(self.begin)

    @property
    def why(self) -> str:
        """Say why nothing can be asked yet, or ""."""
        words = self.tr("Your cards are being made ready. You can read meanwhile.")
        return words if self._window.workspace.is_waiting else ""

    def take_up(self, why: str = "") -> None:
        """Go on with the student's progress; `why` says why that is not possible if it is not."""
        window, workspace = self._window, self._window.workspace
        window.study_panels.join(workspace, why or self.why)
        window.topics_panel.tree.marks.show(workspace.overview)
        self.follow_course()
        window.annotating.show(window.topic)
        window.show_status()

    def follow_course(self) -> None:
        """Have the actions be on or off as the open course wants it, and make it ready."""
        window, workspace = self._window, self._window.workspace
        usable = workspace.can_write and not workspace.is_waiting
        window.actions_table.enable("progress", usable)
        window.note_panel.set_writable(usable)
        self.begin()

    def follow_plan(self) -> None:
        """Show what is due by another plan."""
        self._window.study_panels.refresh()
        self._window.topics_panel.tree.marks.show(self._window.workspace.overview)
        self.begin()
        self._window.show_status()

    def begin(self) -> None:
        """Catch up if that is to be done, and is not being done."""
        workspace = self._window.workspace
        if self._job or self._steps or not workspace.is_behind:
            return
        self._job = LongJob(workspace.making_ready(), self)
        # Writing what was made is the other half.
        self._job.progressed.connect(lambda share: self._tell(share / 2))
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fail)
        self._tell(0)
        announce(self._window, self.why)
        self._job.start()

    def stop(self) -> None:
        """Leave it; the next start catches up."""
        if self._job:
            self._job.stop()
        self._job = self._steps = None

    def _tell(self, share: float) -> None:
        self.words = self.tr("Making your cards ready: {share} %").format(share=round(share * 100))
        self._window.show_status()

    def _take(self, ready: Ready) -> None:
        if self._job is None:
            return
        self._job = None
        self._joins = self._window.workspace.is_waiting
        self._steps = self._window.workspace.taking(ready)
        self._step()

    def _step(self) -> None:
        """Write a part into the student's file, and let the window live before the next."""
        if self._steps is None:
            return
        with Saying(self._refuse):
            share = next(self._steps, None)
            if share is None:
                self._finish()
            else:
                self._tell((1 + share) / 2)
                QTimer.singleShot(0, self, self._step)

    def _finish(self) -> None:
        self._steps, self.words = None, ""
        window = self._window
        if window.workspace.is_behind:
            # The schedule was changed once more meanwhile.
            self.begin()
            return
        if self._joins:
            self.take_up()
        else:
            # Sessions that went on meanwhile stay, and with them an answer that waits to be rated.
            self.follow_plan()
        announce(self._window, self.tr("Your cards are ready."))

    def _fail(self, error: KnownError) -> None:
        self._job = None
        if not isinstance(error, StoppedError):
            self._refuse(sentence(error.message))

    def _refuse(self, why: str) -> None:
        self._steps, self.words = None, ""
        self._window.notice.say(why)
        self._window.show_status()
