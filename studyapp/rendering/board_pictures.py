"""A board as PDF, PNG and SVG, and on a printer: dark on white, whatever the window looks like."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from studyapp.rendering.paper_blocks import Placed, in_pages
from studyapp.rendering.paper_board import PaperBoard, Shape
from studyapp.rendering.paper_layout import blocks_of
from studyapp.rendering.paper_text import FAINT, Type, draw_texts, set_text

# In points, as everything here: 15 mm, and room for the last line of a page.
_MARGIN = 42.5
_FOOT = 22.0
_A4 = QSizeF(595, 842)
_FINENESS = 2
_POINTS_PER_INCH = 72
_LIES_FROM = 3


def is_wide(board: PaperBoard) -> bool:
    """Say whether a board wants pages that lie on their long side."""
    if board.shape is Shape.WEB:
        return True
    return board.shape is Shape.COLUMNS and len(board.zones) >= _LIES_FROM


def page_layout(board: PaperBoard) -> QPageLayout:
    """Return an A4 page as a board wants it; its margins are drawn with it."""
    lies, stands = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        lies if is_wide(board) else stands,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Point,
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def print_board(board: PaperBoard, device: QPagedPaintDevice) -> None:
    """Print a board on the pages that a printer or a PDF writer has."""
    size = QSizeF(device.pageLayout().fullRectPoints().size())
    pages = _pages(board, size)
    painter = QPainter(device)
    scale = device.logicalDpiX() / _POINTS_PER_INCH
    painter.scale(scale, scale)
    for at, page in enumerate(pages):
        if at:
            device.newPage()
        number = board.words.page.format(page=at + 1, count=len(pages))
        _paint_page(painter, page, board, size, number)
    painter.end()


def as_pdf(board: PaperBoard) -> bytes:
    """Return a board as a PDF of A4 pages."""
    held = QByteArray()
    buffer = _open(held)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{board.title} – {board.kind}")
    writer.setCreator("StudyApp")
    writer.setPageLayout(page_layout(board))
    print_board(board, writer)
    buffer.close()
    return bytes(held.data())


def as_png(board: PaperBoard) -> bytes:
    """Return a board as one picture with two dots a point."""
    page, size = _one_page(board)
    picture = QImage((size * _FINENESS).toSize(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINENESS, _FINENESS)
    _paint_page(painter, page, board, size)
    painter.end()
    held = QByteArray()
    buffer = _open(held)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    return bytes(held.data())


def as_svg(board: PaperBoard) -> bytes:
    """Return a board as one drawing, in which text is text."""
    from PySide6.QtSvg import QSvgGenerator

    page, size = _one_page(board)
    held = QByteArray()
    buffer = _open(held)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setTitle(board.title)
    drawing.setDescription(f"{board.kind}. {board.instruction}")
    drawing.setResolution(_POINTS_PER_INCH)
    drawing.setSize(size.toSize())
    drawing.setViewBox(QRectF(QPointF(0, 0), size))
    painter = QPainter(drawing)
    painter.fillRect(QRectF(QPointF(0, 0), size), QColor("white"))
    _paint_page(painter, page, board, size)
    painter.end()
    buffer.close()
    return bytes(held.data())


# How each kind of file is made, by the ending of its name.
MAKERS: Mapping[str, Callable[[PaperBoard], bytes]] = {
    ".pdf": as_pdf,
    ".png": as_png,
    ".svg": as_svg,
}


def _open(held: QByteArray) -> QBuffer:
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _pages(board: PaperBoard, size: QSizeF) -> list[list[Placed]]:
    height = size.height() - 2 * _MARGIN - _FOOT
    return in_pages(blocks_of(board, size.width() - 2 * _MARGIN, height), height)


def _one_page(board: PaperBoard) -> tuple[list[Placed], QSizeF]:
    """Return everything on one page as wide as A4, and the size of that page."""
    width = _A4.height() if is_wide(board) else _A4.width()
    blocks = blocks_of(board, width - 2 * _MARGIN, None)
    height = sum(block.height for block in blocks)
    [page] = in_pages(blocks, None)
    return page, QSizeF(width, round(height + 2 * _MARGIN + _FOOT))


def _paint_page(
    painter: QPainter, page: Sequence[Placed], board: PaperBoard, size: QSizeF, number: str = ""
) -> None:
    for placed in page:
        placed.block.paint(painter, QPointF(_MARGIN, _MARGIN + placed.y))
    _paint_foot(painter, board, size, number)


def _paint_foot(painter: QPainter, board: PaperBoard, size: QSizeF, number: str) -> None:
    """Paint where it comes from at the left, and the page's number at the right."""
    small = Type(8, colour=FAINT)
    page = set_text(number, small, _MARGIN * 3)
    wide = page.layout.lineAt(0).naturalTextWidth()
    room = size.width() - 2 * _MARGIN
    origin = set_text(board.words.footer, small, room - wide - 12)
    base = size.height() - _MARGIN
    draw_texts(painter, QPointF(_MARGIN, base - origin.height), (origin,))
    draw_texts(painter, QPointF(_MARGIN + room - wide, base - page.height), (page,))
