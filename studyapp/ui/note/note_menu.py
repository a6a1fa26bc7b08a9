"""The note's context menu: what can be done with the words under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from studyapp.domain.pages import Leads
from studyapp.services.annotations import Annotation
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.ui.note.note_panel import NotePanel

_LONGEST = 40
_LONGEST_QUESTION = 72


class NoteMenu(QMenu):
    """Acts on what is selected, on the highlight under the pointer and on a link."""

    def __init__(self, panel: NotePanel, link: str, at: QPoint) -> None:
        """Offer what can be done at a place on the screen; what cannot says why."""
        super().__init__(panel)
        self._panel = panel
        self.setToolTipsVisible(True)
        self._offer_words()
        self.addSeparator()
        self._offer_marking()
        self._offer_leads(at)
        annotation = self._annotation(at)
        if annotation:
            self._offer_changing(annotation)
        if link:
            self.addSeparator()
            self._offer_link(link, at)

    def _offer_words(self) -> None:
        view = self._panel.view
        words = " ".join(view.textCursor().selectedText().split())
        copy = self._offer(self.tr("&Copy"), view.copy, "Ctrl+C")
        text = self.tr("&Look up “{words}”").format(words=_short(words, _LONGEST))
        look_up = self._offer(
            text if words else self.tr("&Look up"), lambda: self._panel.look_up(words)
        )
        for action in (copy, look_up):
            action.setEnabled(bool(words))
            action.setToolTip("" if words else self.tr("Select some words of the note first."))

    def _offer_marking(self) -> None:
        panel, why = self._panel, self._panel.marking.why_not()
        for action in (
            self._offer(self.tr("&Highlight"), panel.highlight_selection, "Ctrl+H"),
            self._offer(self.tr("Add a &margin note…"), panel.add_margin_note, "Ctrl+Shift+M"),
            self._offer(
                self.tr("Make a card with a &gap…"),
                lambda: panel.making_cards.ask(with_gap=True),
                "Ctrl+M",
            ),
            self._offer(
                self.tr("Make a card with a &question…"),
                lambda: panel.making_cards.ask(with_gap=False),
                "Ctrl+L",
            ),
        ):
            action.setEnabled(not why)
            action.setToolTip(why)

    def _offer_leads(self, at: QPoint) -> None:
        """Lead from the passage to its cards and factors."""
        panel, view = self._panel, self._panel.view
        place = view.cursorForPosition(view.viewport().mapFromGlobal(at)).position()
        stretch = view.passages.at(place)
        leads = panel.leads(stretch.passage) if stretch else Leads()
        if leads.cards:
            asks = self.addMenu(self.tr("&Questions on this passage"))
            for card, prompt in leads.cards:
                act = asks.addAction(_short(sentence(prompt)))
                act.triggered.connect(lambda _checked, id=card: panel.card_chosen.emit(id))
        if leads.factors:
            sorts = self.addMenu(self.tr("&Sort what it is about"))
            for factor, title, topic in leads.factors:
                act = sorts.addAction(_short(title))
                act.triggered.connect(
                    lambda _checked, id=factor, scope=topic: panel.factor_chosen.emit(id, scope)
                )

    def _annotation(self, at: QPoint) -> Annotation | None:
        view = self._panel.view
        cursor = view.cursorForPosition(view.viewport().mapFromGlobal(at))
        return view.marks.at(cursor.position())

    def _offer_changing(self, annotation: Annotation) -> None:
        panel, notes = self._panel, self._panel.margin_notes
        words = self.tr("&Edit its note…") if annotation.note else self.tr("&Write a note to it…")
        for action in (
            self._offer(words, lambda: notes.edit_note(annotation)),
            self._offer(
                self.tr("&Remove the highlight"),
                lambda: panel.annotation_removed.emit(annotation.id),
            ),
        ):
            action.setEnabled(notes.edit_button.isEnabled())
            action.setToolTip("" if action.isEnabled() else notes.edit_button.toolTip())

    def _offer_link(self, link: str, at: QPoint) -> None:
        term = link.removeprefix("term:")
        if term != link:
            self._offer(self.tr("E&xplain"), lambda: self._panel.show_term(term, at))
        else:
            self._offer(
                self.tr("Copy the &address"), lambda: QGuiApplication.clipboard().setText(link)
            )

    def _offer(self, text: str, act: Callable[[], object], shortcut: str = "") -> QAction:
        # Only shown: the window's own actions have these shortcuts.
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _checked: act())
        return action


def _short(words: str, longest: int = _LONGEST_QUESTION) -> str:
    """Return words as an entry of a menu: not too long, and with no letter underlined."""
    short = words if len(words) <= longest else words[:longest].rstrip() + "…"
    return short.replace("&", "&&")
