"""A course's picture as a Qt image, as sharp as the screen and no wider than the column."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from studyapp.domain.pictures import refers_outside

_LARGEST = 4096


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
