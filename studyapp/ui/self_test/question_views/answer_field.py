"""The field in which words are typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from studyapp.domain.text import utf16_length, words

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import PointMark

_WORD = re.compile(r"[^\W_](?:[^\W_]|[’'](?=\w))*")


class AnswerField(QPlainTextEdit):
    """A small text field that hands itself in on Enter; made a sheet, a large one on Ctrl+Enter."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with room for three lines."""
        self._lines = 3
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your answer"))
        self.setPlaceholderText(self.tr("Type your answer"))
        self.setTabChangesFocus(True)
        self._is_sheet = False
        self._give_lines(3)

    def make_sheet(self) -> None:
        """Take several paragraphs."""
        self._is_sheet = True
        self.setPlaceholderText(self.tr("Your judgement, and why: because … (Ctrl+Enter: done)"))
        self._give_lines(4)

    def _give_lines(self, count: int) -> None:
        self._lines = count
        self.setFixedHeight(count * self.fontMetrics().lineSpacing() + 24)

    def underline(self, points: Sequence[PointMark]) -> None:
        """Underline the words that said key points, as marking reads them; with dots, in part."""
        said = {word for point in points if point.said == "found" for word in point.words}
        told = said.union(*(point.words for point in points if point.said == "partly"))
        text, lines = self.toPlainText(), QTextCharFormat.UnderlineStyle
        places = []
        for found in _WORD.finditer(text):
            spoken = words(found[0].casefold())
            if told.intersection(spoken):
                line = lines.SingleUnderline if said.intersection(spoken) else lines.DotLine
                start, length = utf16_length(text[: found.start()]), utf16_length(found[0])
                places.append(self._underlined(start, length, line))
        self.setExtraSelections(places)

    def _underlined(
        self, start: int, length: int, line: QTextCharFormat.UnderlineStyle
    ) -> QTextEdit.ExtraSelection:
        place = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setUnderlineStyle(line)
        place.cursor, place.format = cursor, style
        return place

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter on a sheet; leave Ctrl+Z to the window while nothing was typed."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._hands_in(event):
            # Elsewhere the key checks the board.
            event.accept()
            return True
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if undo and not self.document().isUndoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many lines in another size of type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._give_lines(self._lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in on Enter unless Shift is held, or on Ctrl+Enter."""
        if self._hands_in(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _hands_in(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers()
        return enter and bool(held & control if self._is_sheet else not held & shift)
