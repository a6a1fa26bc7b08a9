"""Marking words of the note: from what is selected to a highlight, with or without a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolTip

from studyapp.ui.announce import announce
from studyapp.ui.note.margin_notes import why_not
from studyapp.ui.note.note_dialog import ask_for_note

if TYPE_CHECKING:
    from studyapp.domain.anchoring import Anchor
    from studyapp.ui.note.note_panel import NotePanel


class Marking(QObject):
    """Asks, in a panel's name, for what is selected in it to be kept."""

    def __init__(self, panel: NotePanel) -> None:
        """Mark what is selected in `panel`."""
        super().__init__(panel)
        self._panel, self._view = panel, panel.view

    def highlight(self) -> None:
        """Highlight what is selected."""
        if self.may_mark():
            self._mark("")

    def add_note(self) -> None:
        """Ask for a note and keep it with what is selected."""
        if self.may_mark():
            words = " … ".join(anchor.quotation for anchor in self._selected())
            text = ask_for_note(self._panel, words)
            if text is not None:
                self._mark(text)

    def why_not(self) -> str:
        """Return why nothing can be marked now, or nothing if something can."""
        if not self._panel.is_writable:
            return why_not()
        return "" if self._selected() else self.tr("Select some words of the note first.")

    def may_mark(self) -> bool:
        """Say whether something can be marked now; if not, tell the person why."""
        why = self.why_not()
        if why:
            QToolTip.showText(self._view.below_selection(), why, self._view)
            announce(self._view, why)
        return not why

    def _mark(self, note: str) -> None:
        """Ask for a highlight of each passage that is selected, the first with the note."""
        anchors = self._selected()
        # A selection would hide the ground of the highlight under its own.
        self._view.forget_selection()
        self._panel.highlight_requested.emit(anchors, note)

    def _selected(self) -> list[Anchor]:
        return self._view.selected_anchors(self._panel.passages())
