"""Making a card of what is selected in the note: a sentence with a gap, or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.proposing_gaps import whole_words, with_a_gap
from studyapp.ui.dialogs.card_dialog import CardDialog

if TYPE_CHECKING:
    from studyapp.ui.note.note_panel import NotePanel


class MakingCards(QObject):
    """Asks, in a panel's name, for a card of what is selected in it."""

    def __init__(self, panel: NotePanel) -> None:
        """Make cards of what is selected in `panel`."""
        super().__init__(panel)
        self._panel = panel

    def ask(self, *, with_gap: bool) -> None:
        """Show the card as it might be, and ask for it to be kept if the person says so."""
        panel = self._panel
        if not panel.marking.may_mark():
            return
        passages = panel.passages()
        anchor = panel.view.selected_anchors(passages)[0]
        text = next(passage.text for passage in passages if passage.id == anchor.passage)
        gapped = with_a_gap(text, *whole_words(text, anchor.start, anchor.end)) if with_gap else ""
        dialog = CardDialog(gapped, anchor.quotation, with_gap=with_gap, parent=panel)
        if dialog.exec():
            panel.card_requested.emit(anchor, *dialog.card())
