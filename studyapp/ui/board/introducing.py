"""Holds the introduction back until there is a board to tell of, and makes it only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from studyapp.ui.board.introduction import Introduction, Story


def tell_of_boards() -> Story:
    """Return what is told of boards of zones."""
    # Most people have seen it.
    from studyapp.ui.board.introduction import story_of_boards

    return story_of_boards()


class Introducing(QObject):
    """Tells how the board works when asked to; `ended` says that it was told or skipped."""

    changed = Signal()
    ended = Signal()

    def __init__(
        self, panel: QWidget, after: QWidget, tell: Callable[[], Story] = tell_of_boards
    ) -> None:
        """Tell it in `room`, which the panel lays out; Tab leads there from `after`."""
        super().__init__(panel)
        self._tell = tell
        self.room = QVBoxLayout()
        self.strip: Introduction | None = None
        self._panel, self._after = panel, after
        self._is_wanted = self._takes_focus = False

    @property
    def is_on(self) -> bool:
        """Say whether it is being told."""
        return self.strip is not None and not self.strip.isHidden()

    def want(self, take_focus: bool) -> None:
        """Tell it with the next board, or with the one in sight."""
        self._is_wanted, self._takes_focus = True, take_focus

    def begin(self) -> None:
        """Tell it, if that is wanted: there is a board in sight."""
        if not self._is_wanted:
            return
        self._is_wanted = False
        strip = self.strip or self._make()
        strip.show()
        strip.begin()
        self.changed.emit()
        if self._takes_focus:
            strip.setFocus()

    def end(self) -> None:
        """Tell no more of it, and lead back to the board."""
        if self.strip is None or not self.is_on:
            return
        # Before it is hidden: Qt would pass the focus on to whatever comes next.
        if self.strip.isAncestorOf(QApplication.focusWidget() or self._panel):
            self._panel.setFocus()
        self.strip.hide()
        self.strip.say_where_it_is()
        self.changed.emit()
        self.ended.emit()

    def _make(self) -> Introduction:
        from studyapp.ui.board.introduction import Introduction

        self.strip = Introduction(self._tell(), self._panel)
        self.strip.ended.connect(self.end)
        self.room.addWidget(self.strip)
        QWidget.setTabOrder(self._after, self.strip.skip_button)
        QWidget.setTabOrder(self.strip.skip_button, self.strip.next_button)
        return self.strip
