"""Pictures of a course as Qt images, as sharp as the screen and no wider than the column."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

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
    widest = int(width * ratio)
    if image.width() > widest:
        return image.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)
    return image


def _svg(data: bytes, width: float, ratio: float) -> QImage | None:
    # QtSvg takes 5 ms to load, and most notes have no picture.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        return None
    size = renderer.defaultSize()
    scale = min(1.0, width / max(1, size.width())) * ratio
    pixels = QSize(round(size.width() * scale), round(size.height() * scale))
    image = QImage(pixels.boundedTo(QSize(_LARGEST, _LARGEST)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
