"""What stands in the stead of a question: a few calm words, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.self_test.fresh_button import FreshButton
from studyapp.ui.self_test.wrapping_label import wrapping_label


class Box(QWidget):
    """Words, and below them a button for each thing to do; the first one has the focus."""

    def __init__(self, words: str, *quoted: str, parent: QWidget | None = None) -> None:
        """Say `words`, and below them what they are about."""
        super().__init__(parent)
        self.words = words
        self.buttons: list[FreshButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        for text in quoted:
            label = wrapping_label(text)
            label.setProperty("role", "title")
            self._rows.addWidget(label)
        self._rows.addWidget(wrapping_label(words))

    def show_picture(self, picture: QWidget) -> None:
        """Show a picture below the words."""
        self._rows.addWidget(picture)

    def offer(self, text: str, act: Callable[[], object], hint: str = "") -> FreshButton:
        """Offer one more thing to do."""
        button = FreshButton(text, self)
        button.setMinimumHeight(36)
        button.setAutoDefault(True)
        button.setAccessibleDescription(hint or self.words)
        button.setToolTip(hint)
        button.clicked.connect(lambda _checked: act())
        if not self.buttons:
            button.setProperty("primary", True)
            self.setFocusProxy(button)
        self.buttons.append(button)
        self._rows.addWidget(button)
        return button
