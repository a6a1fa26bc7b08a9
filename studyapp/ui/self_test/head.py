"""The head of the self-test: what is due, and what can be done about the last card and this one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget


class Head(QWidget):
    """Counts, a menu for the card that is asked, buttons to take an answer back and end a practice.

    Below them stands what there is to say of the card, and that a practice does not count.
    """

    undo_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget, menu: QMenu) -> None:
        """Offer `menu` for the card that is asked."""
        super().__init__(parent)
        self.counts = QLabel(self)
        self.counts.setProperty("role", "muted")
        self.undo_button = self._button(
            self.tr("Undo"), self.tr("Take back the last answer (Ctrl+Z)")
        )
        self.undo_button.clicked.connect(self.undo_wanted)
        self.end_button = self._button(
            self.tr("End practice"), self.tr("Go back to what is due (Escape)")
        )
        self.end_button.clicked.connect(self.end_wanted)
        self.card_button = self._button(
            self.tr("This card"), self.tr("Bury, suspend or flag the card that is asked")
        )
        self.card_button.setMenu(menu)
        self.card_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.practice_label = QLabel(self.tr("Practice: your schedule stays as it is"), self)
        self.flag_label = QLabel(self)
        for hidden in (self.end_button, self.practice_label, self.flag_label):
            hidden.hide()
        row = QHBoxLayout()
        row.addWidget(self.counts, 1)
        for button in (self.end_button, self.card_button, self.undo_button):
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(row)
        rows.addWidget(self.practice_label)
        rows.addWidget(self.flag_label)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("flat", True)
        return button

    def show_practice(self, *, on: bool) -> None:
        """Say that what is asked is practice, and offer to end it."""
        self.end_button.setVisible(on)
        self.practice_label.setVisible(on)

    def show_marks(self, *, flagged: bool, forgotten: bool) -> None:
        """Show whether the card that is asked is flagged, and whether it is often forgotten."""
        marks = (
            self.tr("⚑ Flagged") if flagged else "",
            self.tr("↻ Often forgotten") if forgotten else "",
        )
        self.flag_label.setText("  ".join(filter(None, marks)))
        self.flag_label.setVisible(flagged or forgotten)
