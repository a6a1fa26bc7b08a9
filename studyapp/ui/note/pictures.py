"""Pictures of a course as Qt images, as sharp as the screen and no wider than the column."""

import re
from collections.abc import Callable
from html import unescape

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from studyapp.domain.pictures import refers_outside
from studyapp.errors import KnownError

_LARGEST = 4096
_KEPT = 12
_PICTURE = re.compile(r'<img src="picture:([^"]*)" alt="([^"]*)">')


class NotePictures:
    """The pictures of a course, drawn for one width of the column; the latest are kept."""

    def __init__(self, source: Callable[[str], bytes | None], width: float, ratio: float) -> None:
        """Take pictures by name from `source`; `ratio` is device pixels a logical pixel."""
        self._source, self._width, self._ratio = source, width, ratio
        self._drawn: dict[str, QImage | None] = {}

    def suit(self, width: float, ratio: float) -> bool:
        """Say whether the pictures are drawn for this column and this screen."""
        return (self._width, self._ratio) == (width, ratio)

    def draw(self, name: str) -> QImage | None:
        """Return a picture, or None if there is none of this name that can be drawn."""
        if name not in self._drawn:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[name] = self._drawn_now(name)
        return self._drawn[name]

    def _drawn_now(self, name: str) -> QImage | None:
        try:
            data = self._source(name)
        except KnownError:
            # The words of the picture stand in for it; the damage is said where the note is read.
            return None
        return draw_picture(data, self._width, self._ratio) if data else None

    def with_words(self, html: str) -> str:
        """Give every picture its words as a tooltip; one that is missing is replaced by them."""
        return _PICTURE.sub(self._mend, html)

    def _mend(self, found: re.Match[str]) -> str:
        name, words = found.groups()
        if self.draw(unescape(name)) is not None:
            return f'{found[0][:-1]} title="{words}">'
        return f'<span class="caption">{words}</span>'


def draw_picture(data: bytes, width: float, ratio: float) -> QImage | None:
    """Return a picture at most `width` logical pixels wide; None if it is not a picture."""
    looks_like_svg = b"<svg" in data[:2000]
    image = _svg(data, width, ratio) if looks_like_svg else _bitmap(data, width, ratio)
    if image is not None:
        image.setDevicePixelRatio(ratio)
    return image


def _bitmap(data: bytes, width: float, ratio: float) -> QImage | None:
    image = QImage.fromData(QByteArray(data))
    if image.isNull():
        return None
    wanted = min(image.width(), int(width)) * ratio
    return image.scaledToWidth(int(wanted), Qt.TransformationMode.SmoothTransformation)


def _svg(data: bytes, width: float, ratio: float) -> QImage | None:
    # A pack is not trusted: one that names a file would have Qt open it.
    if refers_outside(data):
        return None
    # QtSvg takes 5 ms to load, and most notes have no picture.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        return None
    size = renderer.defaultSize()
    longest = max(1, size.width(), size.height())
    scale = min(min(1.0, width / max(1, size.width())) * ratio, _LARGEST / longest)
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    image = QImage(pixels.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
