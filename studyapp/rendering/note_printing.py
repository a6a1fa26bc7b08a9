"""A note on paper: black on white, whatever the window looks like."""

import re
from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QTextDocument

PAPER_SHEET = """
h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
p, li { line-height: 130%; margin-bottom: 8px; } p.picture { line-height: 100%; }
a { color: black; text-decoration: none; }
.contested-label, .added-label, .source, .holders, .caption { color: #444444; }
td, th { padding: 4px; vertical-align: top; }
td.contested, td.added { border: 1px solid #888888; padding: 8px 12px; }
"""
_POINTS = 11
# On paper a term explains nothing, and in a PDF its address would lead nowhere.
_TERM = re.compile(r'<a href="term:[^"]*">(.*?)</a>', re.DOTALL)


class PaperNote(QTextDocument):
    """A note's HTML as a document that can be printed; pictures come from `picture`."""

    def __init__(self, html: str, picture: Callable[[str], object]) -> None:
        """Lay out `html`, without a single colour of the screen."""
        super().__init__()
        self._picture = picture
        self.setDefaultFont(QFont("serif", _POINTS))
        self.setDefaultStyleSheet(PAPER_SHEET)
        self.setHtml(_TERM.sub(r"\1", html))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the course; no file and no address is ever read."""
        url = QUrl(name)
        return self._picture(url.path()) if url.scheme() == "picture" else None


def print_note(html: str, picture: Callable[[str], object], device: QPagedPaintDevice) -> None:
    """Print a note to a printer or a PDF writer, on A4 unless the device was told otherwise."""
    document = PaperNote(html, picture)
    document.print_(device)


def a4() -> QPageLayout:
    """Return an A4 page; Qt's printing of a document puts margins of 20 mm into it itself."""
    margins = QMarginsF(0, 0, 0, 0)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
