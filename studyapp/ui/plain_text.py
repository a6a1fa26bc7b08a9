"""What people wrote, shown letter by letter where Qt takes HTML or guesses whether a text is."""

from PySide6 import QtGui

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def as_written(text: str) -> str:
    """Return a text so that a tooltip or a message box shows its letters, tags too.

    What nobody would take for HTML stays as it is, since a screen reader says tooltips.
    """
    # Without these Qt itself takes nothing for HTML; naming its functions costs much at the start.
    if "<" not in text and "&lt;" not in text:
        return text
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text


def escape(text: str) -> str:
    """Return a text so that it can stand in HTML, as `html.escape` does.

    That one brings a table of all 2,231 entities, a third of a megabyte that nothing here needs.
    """
    return text.translate(_ENTITIES)
