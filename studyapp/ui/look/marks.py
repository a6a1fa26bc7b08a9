"""Marks that say right or wrong by shape and word as well as by colour."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from studyapp.domain.messages import N_
from studyapp.ui.long_words import breakable
from studyapp.ui.look.theme import Theme
from studyapp.ui.translation import translated


class Mark(NamedTuple):
    """A sign, its word, and the colour role of both."""

    sign: str
    word: str
    role: str


RIGHT = Mark("✓", N_("Right"), "right")
THE_RIGHT_ONE = Mark("✓", N_("This is right"), "right")
MISSED = Mark("○", N_("Missed; this is right"), "muted")
WRONG = Mark("✗", N_("Wrong"), "wrong")
# What stands after these is what would have been right.
NOT_SO = Mark("✗", N_("Wrong; right is"), "wrong")
NOT_GIVEN = Mark("○", N_("Missing; right is"), "muted")
NOT_FOUND = Mark("○", N_("Not found in your answer"), "muted")
PARTLY = Mark("◇", N_("Partly right"), "defensible")


def marked_label(mark: Mark, text: str, theme: Theme, parent: QWidget) -> QLabel:
    """Return a label such as "✓ Right: because …" in the mark's colour."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    show_mark(label, mark, text, theme)
    return label


def show_mark(label: QLabel, mark: Mark, text: str, theme: Theme) -> None:
    """Have such a label say another mark."""
    word = translated(mark.word)
    label.setText(f"{mark.sign} {word}: {breakable(text)}" if text else f"{mark.sign} {word}")
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.colour(mark.role))
    label.setPalette(palette)
