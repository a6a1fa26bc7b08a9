"""What can be decided about the card that is asked: bury it, suspend it, flag it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from studyapp.ui.self_test.deciding import Deciding


class CardMenu(QMenu):
    """Shows the shortcuts that the window's own actions have; off what cannot be done now."""

    def __init__(self, deciding: Deciding, parent: QWidget) -> None:
        """Offer what `deciding` can do."""
        super().__init__(parent)
        self._deciding = deciding
        self._about_card = (
            self._offer(self.tr("&Bury until tomorrow"), deciding.bury, "Ctrl+D"),
            self._offer(self.tr("&Suspend"), deciding.suspend, "Ctrl+Shift+D"),
            self._offer(self.tr("&Flag, or take the flag off"), deciding.flag, "Ctrl+Shift+F"),
        )
        self.addSeparator()
        self._about_own = (
            self._offer(self.tr("&Change your card…"), deciding.change_own),
            self._offer(self.tr("&Delete your card"), deciding.delete_own),
        )
        self.addSeparator()
        self._in_list = self._offer(self.tr("Show in the card &list"), deciding.show_in_list)
        self._offer(self.tr("Cards set &aside…"), deciding.show_set_aside, "Ctrl+Shift+A")
        self.addSeparator()
        self._sure = self._offer(self.tr("Ask &how sure I am"), deciding.ask_confidence)
        self._sure.setCheckable(True)
        self.aboutToShow.connect(self._see_what_can_be_done)

    def _see_what_can_be_done(self) -> None:
        for action in self._about_card:
            action.setEnabled(self._deciding.is_possible)
        self._in_list.setEnabled(self._deciding.has_card)
        self._sure.setChecked(self._deciding.asks_confidence)
        for action in self._about_own:
            action.setEnabled(self._deciding.own_card() is not None)

    def _offer(self, text: str, act: Callable[[], object], shortcut: str = "") -> QAction:
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        action = self.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _checked: act())
        return action
