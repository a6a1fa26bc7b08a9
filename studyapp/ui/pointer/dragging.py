"""Dragging from panel to panel: how a factor, a topic or a term is carried, and how it begins.

The types that only a drag needs are made when one begins: the board has this from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QMimeData, QPoint

from studyapp.domain.ids import parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

FACTOR = "application/x-studyapp-factor"
TOPIC = "application/x-studyapp-topic"
TERM = "application/x-studyapp-term"
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
    return _element(mime, FACTOR, "factor")


def topic_mime(topic: str, title: str) -> QMimeData:
    """Return a topic as it is carried; to another program it is its title."""
    mime = QMimeData()
    mime.setData(TOPIC, topic.encode())
    mime.setText(title)
    return mime


def dragged_topic(mime: QMimeData) -> str | None:
    """Return the full id of the topic that is carried, or None if it is something else."""
    return _element(mime, TOPIC, "topic")


def term_mime(names: Sequence[str]) -> QMimeData:
    """Return a term as it is carried: its name and its aliases; elsewhere it is its name."""
    mime = QMimeData()
    mime.setData(TERM, "\n".join(names).encode())
    mime.setText(names[0])
    return mime


def dragged_names(mime: QMimeData) -> tuple[str, ...]:
    """Return all names of the term that is carried, or none if it is something else."""
    if not mime.hasFormat(TERM):
        return ()
    return tuple(bytes(mime.data(TERM).data()).decode(errors="replace").split("\n"))


def _element(mime: QMimeData, form: str, kind: str) -> str | None:
    if not mime.hasFormat(form):
        return None
    try:
        name = bytes(mime.data(form).data()).decode()
        return name if parts(name).kind == kind else None
    except ValueError:
        # Another program may call anything by this name.
        return None


def drag_factor(source: QWidget, factor: str, title: str) -> None:
    """Carry a factor until it is let go."""
    drag(source, factor_mime(factor, title))


def drag(source: QWidget, mime: QMimeData) -> None:
    """Carry something until it is let go; a tab that it is held over comes to the front."""
    from PySide6.QtGui import QDrag

    switch_tabs_on_drag(source.window())
    carried = QDrag(source)
    carried.setPixmap(_picture(mime.text(), source))
    carried.setMimeData(mime)
    # Beside the pointer, so that the landing place is to be seen.
    carried.setHotSpot(_UNDER_POINTER)
    carried.exec(QtCore.Qt.DropAction.CopyAction)


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
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setAutoFillBackground(True)
    label.setMargin(6)
    right = QtCore.Qt.TextElideMode.ElideRight
    label.setText(label.fontMetrics().elidedText(title, right, _WIDEST))
    label.adjustSize()
    picture = label.grab()
    label.deleteLater()
    return picture
