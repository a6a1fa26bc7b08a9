"""Marks that say right or wrong by shape and word as well as by colour."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.ui.theme import Theme


class Mark(NamedTuple):
    """A sign, its word, and the colour role of both."""

    sign: str
    word: str
    role: str


RIGHT = Mark("✓", str(QT_TRANSLATE_NOOP("marks", "Right")), "right")
THE_RIGHT_ONE = Mark("✓", str(QT_TRANSLATE_NOOP("marks", "This is right")), "right")
WRONG = Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Wrong")), "wrong")
NOT_FOUND = Mark("○", str(QT_TRANSLATE_NOOP("marks", "Not found in your answer")), "muted")
PARTLY = Mark("◇", str(QT_TRANSLATE_NOOP("marks", "Partly right")), "defensible")


def marked_label(mark: Mark, text: str, theme: Theme, parent: QWidget) -> QLabel:
    """Return a label such as "✓ Right: because …" in the mark's colour."""
    word = QCoreApplication.translate("marks", mark.word)
    label = QLabel(f"{mark.sign} {word}: {text}" if text else f"{mark.sign} {word}", parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.colour(mark.role))
    label.setPalette(palette)
    return label
