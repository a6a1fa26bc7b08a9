"""Has the student say how sure they are of an answer before it is marked, if they want that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.announce import announce
from studyapp.ui.self_test.confidence_bar import ConfidenceBar

if TYPE_CHECKING:
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Confiding(QObject):
    """Stands between the answer of a panel and its mark; who changes the answer is asked anew."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Ask for `panel`."""
        super().__init__(panel)
        self._panel = panel
        self.bar: ConfidenceBar | None = None

    @property
    def is_wanted(self) -> bool:
        """Say whether it is asked of the answer in sight: not of one that nobody marks."""
        preferences, card = self._panel.preferences, self._panel.card
        session = self._panel.session
        wants = preferences is not None and preferences.asks_confidence
        wants &= session is not None and not session.is_practised
        return wants and card is not None and not card.content.is_long

    def ask(self) -> None:
        """Ask how sure the student is of the answer as it stands."""
        if self.bar is None:
            self.bar = ConfidenceBar()
            self.bar.chosen.connect(self._take)
            self._panel.show_in_foot(self.bar)
            said = f"{self.bar.words} {self.bar.accessibleDescription()}"
            announce(self._panel, said)
        self.bar.setFocus()

    def withdraw(self) -> None:
        """Ask no more, since the answer has changed."""
        if self.bar:
            had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar.window())
            had_focus |= self.bar.hasFocus()
            self.forget()
            self._panel.show_check_row()
            if had_focus and self._panel.question:
                self._panel.question.setFocus()

    def forget(self) -> None:
        """Take the steps away."""
        if self.bar:
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = None

    def _take(self, percent: int) -> None:
        question = self._panel.question
        given = question.given() if question else None
        if given is not None:
            self._panel.answering.hand_in(given, percent)
