"""Parts of a form: hints below a field, boxes of amounts, and several fields as one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget


class Hint(QLabel):
    """Words that wrap, and keep the height they need: a form within a page gives them less."""

    def __init__(self, words: str, role: str = "muted") -> None:
        """Say `words`, in the colour of a role."""
        super().__init__(words)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        """Take other words, and their height."""
        super().setText(words)
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need in another width."""
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))


def choice_of(values: tuple[int, ...], chosen: int, named: Callable[[int], str]) -> QComboBox:
    """Return a box of values by their names, with the chosen one among them."""
    box = QComboBox()
    for value in sorted({*values, chosen}):
        box.addItem(named(value), value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def clock(minutes: int) -> str:
    """Return minutes of a day as a clock shows them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def row_of_fields() -> QHBoxLayout:
    """Return a row without margins."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row


def held(row: QHBoxLayout, first: QWidget) -> QWidget:
    """Return a row as one field, whose label leads to the first of it."""
    held = QWidget()
    held.setLayout(row)
    held.setFocusProxy(first)
    # Else the label's letter leads nowhere; Tab passes over what has a proxy.
    held.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return held
