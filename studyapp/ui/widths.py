"""The panels' shares of the window's width, kept while the window changes its size.

Qt gives all of a change to the note in the middle: on a small screen nothing would be left of it.
"""

from PySide6 import QtCore
from PySide6.QtWidgets import QMainWindow

from studyapp.ui.panels import Panel, in_sight

_TOPICS, _STUDY = 0.2, 0.38


class Widths:
    """Shares the width among topics, note, and the tabs at the right."""

    def __init__(self, window: QMainWindow, topics: Panel, tabs: tuple[Panel, ...]) -> None:
        """Share the width of `window`."""
        self._window, self._topics, self._tabs = window, topics, tabs
        self._topics_share, self._study_share = _TOPICS, _STUDY
        self._shared = 0
        for panel in (topics, *tabs):
            panel.resized.connect(self._note)

    def reset(self) -> None:
        """Share the width as at the first start."""
        self._topics_share, self._study_share = _TOPICS, _STUDY
        self._share()

    def take_up(self) -> None:
        """Go on from the widths that the panels have."""
        self._shared = self._window.width()
        self._note()

    def keep(self) -> None:
        """Share another width as the last one was shared."""
        if self._shared:
            self._share()

    def _share(self) -> None:
        # No longer this width: what the sharing itself does to the panels is nobody's wish.
        self._shared = 0
        width = self._window.width()
        wanted = [int(width * self._topics_share), int(width * self._study_share)]
        docks = [self._topics, self._front()]
        self._window.resizeDocks(docks, wanted, QtCore.Qt.Orientation.Horizontal)
        self._shared = width

    def _note(self) -> None:
        """Remember how the person shares the width, unless it is the window that changes."""
        width = self._window.width()
        if width != self._shared:
            return
        if in_sight(self._topics) and not self._topics.isFloating():
            self._topics_share = self._topics.width() / width
        front = self._front()
        if in_sight(front) and not front.isFloating():
            self._study_share = front.width() / width

    def _front(self) -> Panel:
        """Return the tab in front; one behind has no width of its own."""
        return next((panel for panel in self._tabs if in_sight(panel)), self._tabs[0])
