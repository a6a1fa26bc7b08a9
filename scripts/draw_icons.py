"""Draw the program's icon in the sizes that systems ask for: draw_icons.py FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources/icons/studyapp.svg"
SIZES = (16, 32, 48, 64, 128, 256, 512)


def draw(renderer: QSvgRenderer, size: int) -> QImage:
    """Return the icon as a square picture of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def write_icons(folder: Path) -> list[Path]:
    """Write the PNG files, and the .ico that Windows wants; return what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(QByteArray(SOURCE.read_bytes()))
    pictures = {folder / f"studyapp-{size}.png": draw(renderer, size) for size in SIZES}
    pictures[folder / "studyapp.ico"] = draw(renderer, 256)
    pictures[folder / "studyapp.icns"] = draw(renderer, 512)
    return [path for path, image in pictures.items() if image.save(str(path))]


if __name__ == "__main__":
    written = write_icons(Path(sys.argv[1]))
    sys.exit(0 if len(written) == len(SIZES) + 2 else "Some icons could not be written.")
