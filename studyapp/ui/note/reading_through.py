"""Whether a note was read to its end: its last line was in sight for some moments."""

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.ui.note.note_view import NoteView

MOMENTS_MS = 3000
# The end of a note is followed by some room.
_NEAR = 48


class ReadingThrough(QObject):
    """Watches a note's scroll bar; `finished` comes once for each time a note is shown."""

    finished = Signal()

    def __init__(self, view: NoteView) -> None:
        """Watch `view`."""
        super().__init__(view)
        self._view, self._is_finished = view, True
        self._timer = QTimer(self, singleShot=True, interval=MOMENTS_MS)
        self._timer.timeout.connect(self._finish)
        view.verticalScrollBar().valueChanged.connect(self._look)
        view.verticalScrollBar().rangeChanged.connect(self._look)

    def begin(self) -> None:
        """Watch anew: another note is shown, or none."""
        self._is_finished = self._view.document().isEmpty()
        self._timer.stop()
        self._look()

    def _look(self) -> None:
        if self._is_finished or not self._end_is_in_sight():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _end_is_in_sight(self) -> bool:
        bar = self._view.verticalScrollBar()
        return bar.value() >= bar.maximum() - _NEAR

    def _finish(self) -> None:
        # Who has the window minimised, or another in front of it, reads something else.
        if self._view.isActiveWindow() and self._view.isVisible():
            self._is_finished = True
            self.finished.emit()
        else:
            self._timer.start()
