"""The search box: results as one types, walked and chosen by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.domain.pages import Hit
from studyapp.ui.announce import announce
from studyapp.ui.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem

    from studyapp.ui.search.search_results import ResultList


class SearchBox(QLineEdit):
    """Searches as the person types; Enter or a click chooses a hit, Escape goes back."""

    hit_chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a box that finds nothing until `search_with` says how."""
        super().__init__(parent)
        self._search: Callable[[str], Sequence[Hit]] | None = None
        self._title_of: Callable[[str], str] = lambda _topic: ""
        self._suggest: Callable[[str], str] = lambda _typed: ""
        self.setPlaceholderText(self.tr("Search (Ctrl+K)"))
        self.setAccessibleName(self.tr("Search the course"))
        self.setClearButtonEnabled(True)
        self._theme = theme
        self.textEdited.connect(self._show_results)

    @cached_property
    def results(self) -> ResultList:
        """The hits below the box; made when something is first typed."""
        # A delegate brings all of QStyle's enumerations, 16 ms that the first paint can do without.
        from studyapp.ui.search.search_results import ResultList

        results = ResultList(self._theme, self)
        results.itemClicked.connect(self._choose)
        return results

    def search_with(
        self,
        search: Callable[[str], Sequence[Hit]] | None,
        title_of: Callable[[str], str] = lambda _topic: "",
        suggest: Callable[[str], str] = lambda _typed: "",
    ) -> None:
        """Use `search`, or nothing when no course is open.

        Topics are called by `title_of`; `suggest` gives other words for what is nowhere.
        """
        self._search, self._title_of, self._suggest = search, title_of, suggest
        self.clear()
        self._hide_results()

    def search_for(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self.setText(words)
        self._show_results(words)

    def _hide_results(self) -> None:
        """Hide the hits and forget them: they may be another course's."""
        if "results" in vars(self):
            self.results.clear()
            self.results.hide()

    def _show_results(self, typed: str) -> None:
        hits = self._search(typed) if self._search and typed.strip() else ()
        self.results.show_hits(hits, typed, self._title_of)
        if typed.strip():
            self.results.offer(self._suggest(typed))
        if not typed.strip():
            self.results.hide()
            return
        self.results.place_below(self)
        announce(self, self._count_in_words(len(hits)))

    def _count_in_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 result")
        return self.tr("{count} results").format(count=count) if count else self.tr("No results")

    def _choose(self, item: QListWidgetItem | None) -> None:
        hit = item.data(QtCore.Qt.ItemDataRole.UserRole) if item else None
        if isinstance(hit, str):
            self.search_for(hit)
        elif hit is not None:
            self.results.hide()
            self.hit_chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the results, choose one, or leave; everything else edits the text."""
        key, keys = event.key(), QtCore.Qt.Key
        passed_on = (keys.Key_Up, keys.Key_Down, keys.Key_PageUp, keys.Key_PageDown)
        if key in passed_on and self.results.isVisible():
            self.results.walk(event)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._choose(self.results.currentItem())
        elif key == keys.Key_Escape:
            self.results.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
