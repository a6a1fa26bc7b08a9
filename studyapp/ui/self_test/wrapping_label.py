"""A label for the words of a course."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def wrapping_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps and shows its text as it is, without markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
