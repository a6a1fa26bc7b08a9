"""A scale to take one's place on; no step is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from studyapp.ui.self_test.question_views.question_view import take_no_more


class Scale(QWidget):
    """One button a step."""

    changed = Signal()

    def __init__(self, steps: Sequence[str], chosen: int | None, parent: QWidget) -> None:
        """Offer some steps, with one chosen or none."""
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._group = QButtonGroup(self)
        for at, step in enumerate(steps):
            button = QRadioButton(step.replace("&", "&&"), self)
            button.setAccessibleName(step)
            button.setChecked(at == chosen)
            self._group.addButton(button, at)
            rows.addWidget(button)
        self.buttons = self._group.buttons()
        self.setFocusProxy(self.buttons[0])
        self._group.idToggled.connect(self.changed)

    def step(self) -> int | None:
        """Return the step that is chosen, from 0."""
        chosen = self._group.checkedId()
        return chosen if chosen >= 0 else None

    def close_off(self) -> None:
        """Stay as it is."""
        for button in self.buttons:
            take_no_more(button)
