"""What can be decided about the card that is asked: bury it, suspend it, flag it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class CardMenu(QMenu):
    """Shows the shortcuts that the window's own actions have; off what cannot be done now."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Decide about the card of `panel`."""
        super().__init__(panel)
        self._panel = panel
        self._about_card = (
            self._offer(self.tr("&Bury until tomorrow"), panel.bury, "Ctrl+D"),
            self._offer(self.tr("&Suspend"), panel.suspend, "Ctrl+Shift+D"),
            self._offer(self.tr("&Flag, or take the flag off"), panel.flag, "Ctrl+Shift+F"),
        )
        self.addSeparator()
        self._about_own = (
            self._offer(self.tr("&Change your card…"), panel.change_own),
            self._offer(self.tr("&Delete your card"), panel.delete_own),
        )
        self.addSeparator()
        self._offer(self.tr("Cards set &aside…"), panel.show_set_aside, "Ctrl+Shift+A")
        self.aboutToShow.connect(self._see_what_can_be_done)

    def _see_what_can_be_done(self) -> None:
        for action in self._about_card:
            action.setEnabled(self._panel.can_decide)
        for action in self._about_own:
            action.setEnabled(self._panel.own_card() is not None)

    def _offer(self, text: str, act: Callable[[], object], shortcut: str = "") -> QAction:
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _checked: act())
        return action
