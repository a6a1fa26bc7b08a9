"""Helps to write gaps: they are seen in the text, made by a button, and shown as they are asked."""

from __future__ import annotations

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from studyapp.domain.gaps import with_gap, wordings_of_gaps
from studyapp.domain.text import utf16_length

_GAP = re.compile(r"\{\{([^{}]*)\}\}")
_MOST_SHOWN = 3


class GapsSetOff(QSyntaxHighlighter):
    """Sets off what stands in a gap."""

    def __init__(self, document: QTextDocument) -> None:
        """Set it off in `document` as long as that lives."""
        super().__init__(document)
        self._words = QTextCharFormat()
        self._words.setFontWeight(700)
        self._words.setFontUnderline(True)

    def highlightBlock(self, text: str) -> None:
        """Set off the gaps of a line."""
        for found in _GAP.finditer(text):
            start, length = _at(text, found.start(1)), utf16_length(found[1])
            self.setFormat(start, length, self._words)


def make_gap(field: QPlainTextEdit) -> bool:
    """Put the selected words, or the word at the cursor, into a gap; say whether there were any."""
    cursor = field.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    words = cursor.selectedText().strip()
    if not words or "{" in words or "}" in words or _is_in_gap(field, cursor):
        return False
    before = cursor.selectedText()
    lead = before[: len(before) - len(before.lstrip())]
    rest = before[len(before.rstrip()) :]
    cursor.insertText(f"{lead}{{{{{words}}}}}{rest}")
    field.setTextCursor(cursor)
    return True


def asked_as(text: str) -> list[str]:
    """Return what is asked of a sentence: once for each gap, of the first few."""
    count = sum(1 for _ in wordings_of_gaps(text))
    return [with_gap(text, number) for number in range(1, min(count, _MOST_SHOWN) + 1)]


def _is_in_gap(field: QPlainTextEdit, cursor: QTextCursor) -> bool:
    """Say whether what is selected touches a gap that is there already."""
    text = field.toPlainText()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    gaps = ((_at(text, found.start()), _at(text, found.end())) for found in _GAP.finditer(text))
    return any(first < end and start < last for first, last in gaps)


def _at(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it."""
    return utf16_length(text[:place])
