"""A text to read by caret and mouse: where one is in it, and clean copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextBrowser, QWidget

from studyapp.ui.look import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor

# What is jumped to stands this far below the upper edge, as the beginning of a note does.
_TOP = tokens.BREATHING


class ReadingView(QTextBrowser):
    """Has a caret that keys move through what is in sight, and takes a click for a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._said = ""

    def place(self) -> int:
        """Return the position of the first words in sight."""
        column = QPoint(int(self.document().rootFrame().frameFormat().leftMargin()) + 1, _TOP)
        return self.cursorForPosition(column).position()

    def go_to(self, place: int) -> None:
        """Scroll so that the words at a position are the first in sight."""
        # Qt lays a document out bit by bit, and a scroll bar goes only as far as that.
        self.document().documentLayout().documentSize()
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - _TOP)

    def bring_into_the_middle(self) -> None:
        """Scroll the text cursor to the middle, unless it is in sight and not near the end."""
        bar, at = self.verticalScrollBar(), self.cursorRect()
        if at.top() < _TOP or at.bottom() > 0.8 * self.viewport().height():
            bar.setValue(bar.value() + at.center().y() - self.viewport().height() // 2)

    def forget_selection(self) -> None:
        """Leave the caret where the selection ends."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def below_selection(self) -> QPoint:
        """Return the place on the screen below what is selected."""
        return self._below(self.textCursor())

    def _below(self, cursor: QTextCursor) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words alone: the colours of a screen belong in nobody's essay."""
        from PySide6.QtCore import QMimeData

        from studyapp.ui.note.note_document import plain_selection

        data = QMimeData()
        data.setText(plain_selection(self.textCursor()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by the caret."""
        moves = event.key() in _caret_keys()
        if moves:
            self._bring_caret_into_sight()
        super().keyPressEvent(event)
        if moves:
            self._say_picture()

    def _bring_caret_into_sight(self) -> None:
        """Read on from what is in sight, wherever the caret was left when scrolling."""
        if not self.rect().intersects(self.cursorRect()):
            cursor = self.textCursor()
            cursor.setPosition(self.place())
            self.setTextCursor(cursor)

    def _say_picture(self) -> None:
        """Have the words of the picture at the caret said, once: Qt does not say them."""
        found = self.textCursor().block().textFormats()
        words = " ".join(each.format.toolTip() for each in found if each.format.isImageFormat())
        if words and words != self._said:
            from studyapp.ui.announce import announce

            announce(self, self.tr("Picture: {words}").format(words=words))
        self._said = words

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the letter nearest to the pointer."""
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the letter nearest to the pointer."""
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word nearest to the pointer."""
        super().mouseDoubleClickEvent(self._on_a_line(event))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        """Return a mouse event moved from the gap above a line onto it.

        Qt counts the gap to the line and takes every point in it for the line's beginning.
        """
        at = event.position()
        line = self.cursorRect(self.cursorForPosition(at.toPoint()))
        if at.y() >= line.top():
            return event
        from PySide6.QtGui import QMouseEvent

        at.setY(line.top() + 1)
        return QMouseEvent(
            event.type(),
            at,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )


def _caret_keys() -> tuple[QtCore.Qt.Key, ...]:
    key = QtCore.Qt.Key
    return (
        key.Key_Up,
        key.Key_Down,
        key.Key_Left,
        key.Key_Right,
        key.Key_PageUp,
        key.Key_PageDown,
    )
