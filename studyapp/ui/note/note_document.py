"""Where the passages of a note lie in its document, and the other way round.

Every passage begins with `<a name="its id">`, which Qt keeps on the first character of the block.
A table is one passage: its cells are parted by one position each, as its plain text parts them
by one tab or line end each, so offsets agree there too. Offsets count letters, positions count
UTF-16 units; they differ after a letter outside the basic plane.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from studyapp.domain.text import utf16_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.domain.anchoring import Anchor

    _SelectedCells = Callable[[], tuple[int, int, int, int]]

# A space without width, which holds a picture's name, and the picture itself.
_NOT_WORDS = str.maketrans("\u2028\u2029\u00a0", "\n\n ", "\u200b\ufffc\ufdd0\ufdd1")


class Stretch(NamedTuple):
    """Positions `start` to `end` of a document, which hold one passage."""

    passage: str
    start: int
    end: int


class PassageMap:
    """The passages of one document, in order."""

    def __init__(self, document: QTextDocument) -> None:
        """Read where the passages lie; of use until the document changes."""
        self._document = document
        self._stretches: list[Stretch] = []
        block = document.begin()
        while block.isValid():
            name = _name(block)
            if name:
                self._stretches.append(Stretch(name, block.position(), _end(block)))
            block = block.next()
        self._by_id = {stretch.passage: stretch for stretch in self._stretches}
        self._starts = [stretch.start for stretch in self._stretches]

    def stretch(self, passage: str) -> Stretch | None:
        """Return where a passage lies, or None if it is not in this note."""
        return self._by_id.get(passage)

    def at(self, position: int) -> Stretch | None:
        """Return the passage at a position."""
        index = bisect_right(self._starts, position) - 1
        found = self._stretches[index] if index >= 0 else None
        return found if found and position <= found.end else None

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield what lies of each passage between two positions; what is empty is left out."""
        for passage, first, last in self._stretches:
            if max(start, first) < min(end, last):
                yield Stretch(passage, max(start, first), min(end, last))

    def offset(self, passage: str, position: int) -> int:
        """Return how many letters of a passage of this note stand before a position."""
        return len(words_between(self._document, self._by_id[passage].start, position))

    def span(self, anchor: Anchor) -> Stretch | None:
        """Return where the words of an anchor lie, or None if their passage is not here."""
        found = self._by_id.get(anchor.passage)
        if found is None:
            return None
        words = words_between(self._document, found.start, found.end)
        start, end = (found.start + utf16_length(words[:at]) for at in (anchor.start, anchor.end))
        return Stretch(anchor.passage, start, end)


def words_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the text between two positions as Qt keeps it, with its own separators."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def plain_selection(cursor: QTextCursor) -> str:
    """Return what is selected as clean words: a line a block, the cells of a row by tabs."""
    if cursor.hasComplexSelection():
        return _selected_cells(cursor).translate(_NOT_WORDS)
    document, end = cursor.document(), cursor.selectionEnd()
    block = document.findBlock(cursor.selectionStart())
    text = ""
    row: tuple[int, int] | None = None
    while block.isValid() and block.position() <= end:
        start = max(cursor.selectionStart(), block.position())
        stop = min(end, block.position() + block.length() - 1)
        row_before, row = row, _row(block)
        between = "\t" if row and row == row_before else "\n"
        text += (between if text else "") + words_between(document, start, stop)
        block = block.next()
    return text.translate(_NOT_WORDS).strip("\n")


def _selected_cells(cursor: QTextCursor) -> str:
    # Qt's selection ends where the last cell begins.
    table = cursor.currentTable()
    # The type stubs know only the C++ form, which writes into its arguments.
    [top, rows, left, columns] = cast("_SelectedCells", cursor.selectedTableCells)()
    lines = []
    for row in range(top, top + rows):
        cells = (table.cellAt(row, column) for column in range(left, left + columns))
        words = (
            words_between(cursor.document(), cell.firstPosition(), cell.lastPosition())
            for cell in cells
        )
        lines.append("\t".join(words))
    return "\n".join(lines)


def _row(block: QTextBlock) -> tuple[int, int] | None:
    """Return the table and row a block is in; a box of one cell is no table."""
    table = QTextCursor(block).currentTable()
    if table and table.columns() > 1:
        return table.firstPosition(), table.cellAt(block.position()).row()
    return None


def _name(block: QTextBlock) -> str:
    formats = block.textFormats()
    names = formats[0].format.anchorNames() if formats else []
    return names[0] if names else ""


def _end(block: QTextBlock) -> int:
    table = QTextCursor(block).currentTable()
    if table and table.rows() * table.columns() > 1:
        last = table.cellAt(table.rows() - 1, table.columns() - 1)
        if table.cellAt(0, 0).firstPosition() == block.position() and block.previous().isValid():
            return last.lastPosition()
    return block.position() + block.length() - 1
