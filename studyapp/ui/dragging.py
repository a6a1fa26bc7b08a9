"""Dragging a factor from one panel to another: how it is carried, and how a drag begins.

The types that only a drag needs are made when one begins: the board has this from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt

from studyapp.domain.ids import parts

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

FACTOR = "application/x-studyapp-factor"
_WIDEST = 280
_UNDER_POINTER = QPoint(-12, -8)


def factor_mime(factor: str, title: str = "") -> QMimeData:
    """Return a factor as it is carried; to another program it is its title."""
    mime = QMimeData()
    mime.setData(FACTOR, factor.encode())
    if title:
        mime.setText(title)
    return mime


def dragged_factor(mime: QMimeData) -> str | None:
    """Return the full id of the factor that is carried, or None if it is something else."""
    if not mime.hasFormat(FACTOR):
        return None
    try:
        factor = bytes(mime.data(FACTOR).data()).decode()
        return factor if parts(factor).kind == "factor" else None
    except ValueError:
        # Another program may call anything by this name.
        return None


def drag_factor(source: QWidget, factor: str, title: str) -> None:
    """Carry a factor until it is let go; a tab that it is held over comes to the front."""
    from PySide6.QtGui import QDrag

    switch_tabs_on_drag(source.window())
    drag = QDrag(source)
    drag.setMimeData(factor_mime(factor, title))
    drag.setPixmap(_picture(title, source))
    # Beside the pointer, so that the landing place is to be seen.
    drag.setHotSpot(_UNDER_POINTER)
    drag.exec(Qt.DropAction.CopyAction)


def switch_tabs_on_drag(window: QWidget) -> None:
    """Have every tab of a window come to the front when something is held over it."""
    from PySide6.QtWidgets import QTabBar

    # Qt makes the bars of docked panels itself, anew when they are tabbed anew.
    for bar in window.findChildren(QTabBar):
        bar.setChangeCurrentOnDrag(True)
        bar.setAcceptDrops(True)


def _picture(title: str, source: QWidget) -> QPixmap:
    """Return the title on a card that follows the pointer."""
    from PySide6.QtWidgets import QLabel

    label = QLabel(source)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAutoFillBackground(True)
    label.setMargin(6)
    right = Qt.TextElideMode.ElideRight
    label.setText(label.fontMetrics().elidedText(title, right, _WIDEST))
    label.adjustSize()
    picture = label.grab()
    label.deleteLater()
    return picture
