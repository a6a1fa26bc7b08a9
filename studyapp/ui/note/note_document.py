"""Where the passages of a note lie in its document, and the other way round.

Every passage begins with `<a name="its id">`, which Qt keeps on the first character of the block.
A table is one passage: its cells are parted by one position each, as its plain text parts them
by one tab or line end each, so offsets agree there too.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

if TYPE_CHECKING:
    from studyapp.domain.anchoring import Anchor


class Stretch(NamedTuple):
    """Positions `start` to `end` of a document, which hold one passage."""

    passage: str
    start: int
    end: int


class PassageMap:
    """The passages of one document, in order."""

    def __init__(self, document: QTextDocument) -> None:
        """Read where the passages lie; of use until the document changes."""
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

    def span(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return the positions of an anchor, or None if its passage is not here."""
        found = self._by_id.get(anchor.passage)
        if found is None:
            return None
        return found.start + anchor.start, min(found.start + anchor.end, found.end)


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
