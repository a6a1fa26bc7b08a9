"""Searches the open course and what the student wrote in it, and goes to what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.pages import OWN_KINDS, Hit
from studyapp.services.reading import Reader
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.ui.main_window import MainWindow


class Searching(QObject):
    """Serves the search box of a window."""

    def __init__(self, window: MainWindow) -> None:
        """Search for `window`, which has no course yet."""
        super().__init__(window)
        self._window = window
        self._box = window.topics_panel.search_box
        self._box.hit_chosen.connect(self._show)

    def search_in(self, reader: Reader | None) -> None:
        """Search a course from now on, or none."""
        if reader:
            self._box.search_with(self._search, reader.title_of, self._suggestion)
        else:
            self._box.search_with(None)

    def _search(self, words: str) -> Sequence[Hit]:
        workspace = self._window.workspace
        reader, annotations = workspace.reader, workspace.annotations
        if reader is None:
            return ()
        with Saying(self._window.notice.say):
            own = annotations.search(words, reader.id) if annotations else ()
            return (*own, *reader.search(words))
        return ()

    def _suggestion(self, typed: str) -> str:
        reader = self._window.workspace.reader
        with Saying(self._window.notice.say):
            return reader.suggestion(typed) if reader else ""
        return ""

    def _show(self, hit: Hit) -> None:
        window = self._window
        with Saying(window.notice.say):
            passage = self._place_of(hit)
            if passage or hit.kind != "term":
                window.show_topic(hit.topic, passage or "")
        window.note_panel.setFocus()
        if hit.kind == "term":
            window.note_panel.show_term_at_place(hit.element)

    def _place_of(self, hit: Hit) -> str | None:
        """Return the passage that a hit leads to, as the course stands now."""
        workspace = self._window.workspace
        reader, annotations = workspace.reader, workspace.annotations
        if reader is None:
            return None
        if annotations and hit.kind in OWN_KINDS:
            return annotations.place_of(hit.element, reader.passages(hit.topic))
        return hit.passage
