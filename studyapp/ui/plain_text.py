"""What people wrote, shown letter by letter where Qt guesses whether a text is HTML."""

from PySide6.QtGui import Qt


def as_written(text: str) -> str:
    """Return a text so that a tooltip or a message box shows its letters, tags too.

    What nobody would take for HTML stays as it is, since a screen reader says tooltips.
    """
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
