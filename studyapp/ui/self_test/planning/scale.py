"""A scale to take one's place on; no step is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from studyapp.ui.self_test.question_views.choice_view import lines_of
from studyapp.ui.self_test.question_views.question_view import take_no_more

_NARROWEST, _WIDEST = 120, 10_000
# What stands beside the words: the circle.
_BESIDE = 32


class Scale(QWidget):
    """One button a step; the digits choose too."""

    changed = Signal()

    def __init__(self, steps: Sequence[str], chosen: int | None, parent: QWidget) -> None:
        """Offer some steps, with one chosen or none."""
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._group = QButtonGroup(self)
        for at, step in enumerate(steps):
            button = QRadioButton(self)
            button.setAccessibleName(step)
            button.setMinimumWidth(_NARROWEST)
            button.setChecked(at == chosen)
            self._group.addButton(button, at)
            rows.addWidget(button)
        self.buttons = self._group.buttons()
        self._break_words(_WIDEST)
        self.setFocusProxy(self.buttons[0])
        self._group.idToggled.connect(self.changed)

    def step(self) -> int | None:
        """Return the step that is chosen, from 0."""
        chosen = self._group.checkedId()
        return chosen if chosen >= 0 else None

    def _break_words(self, width: int) -> None:
        for button in self.buttons:
            lines = lines_of(button.accessibleName(), button.fontMetrics(), width - _BESIDE)
            button.setText("\n".join(lines).replace("&", "&&"))

    def close_off(self) -> None:
        """Stay as it is."""
        for button in self.buttons:
            take_no_more(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, as options are chosen."""
        digit = event.text()
        if digit.isdecimal() and 0 < int(digit) <= len(self.buttons):
            button = self.buttons[int(digit) - 1]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew: a button breaks none itself."""
        super().resizeEvent(event)
        self._break_words(self.width())
