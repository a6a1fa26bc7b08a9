"""The head of the self-test: what is due, and what can be done about the last card and this one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget


class Head(QWidget):
    """Counts and a flag, a menu for the card that is asked, and a button to take an answer back."""

    undo_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget, menu: QMenu) -> None:
        """Offer `menu` for the card that is asked."""
        super().__init__(parent)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.counts.setProperty("role", "muted")
        self.undo_button = QToolButton(self)
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Take back the last answer (Ctrl+Z)"))
        self.undo_button.setProperty("flat", True)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.end_button = QToolButton(self)
        self.end_button.setText(self.tr("End practice"))
        self.end_button.setToolTip(self.tr("Go back to what is due (Escape)"))
        self.end_button.setProperty("flat", True)
        self.end_button.clicked.connect(self.end_wanted)
        self.end_button.hide()
        self.flag_label = QLabel(self)
        self.flag_label.hide()
        self.card_button = QToolButton(self)
        self.card_button.setText(self.tr("This card"))
        self.card_button.setToolTip(self.tr("Bury, suspend or flag the card that is asked"))
        self.card_button.setProperty("flat", True)
        self.card_button.setMenu(menu)
        self.card_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.counts, 1)
        for widget in (self.flag_label, self.end_button, self.card_button, self.undo_button):
            row.addWidget(widget)

    def show_marks(self, *, flagged: bool, forgotten: bool) -> None:
        """Show whether the card that is asked is flagged, and whether it is often forgotten."""
        marks = (
            self.tr("⚑ Flagged") if flagged else "",
            self.tr("↻ Often forgotten") if forgotten else "",
        )
        self.flag_label.setText("  ".join(filter(None, marks)))
        self.flag_label.setVisible(flagged or forgotten)
