"""Hands that play a panel by events of mouse and keyboard, and count what they do."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.ui.board import layout
from studyapp.ui.pointer.dragging import factor_mime

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
# No panel has more parts to go through.
_PARTS = 60


class Hands:
    """Sends events and counts the actions they stand for."""

    def __init__(self) -> None:
        self.actions = 0

    def drag(self, widget: QWidget, start: QPointF, end: QPointF) -> None:
        """Point, press, point, let go."""
        self.actions += 4
        halfway = start + QPointF(QApplication.startDragDistance() + 1, 0)
        self._send(widget, QEvent.Type.MouseButtonPress, start)
        for at in (halfway, end):
            self._send(widget, QEvent.Type.MouseMove, at)
        self._send(widget, QEvent.Type.MouseButtonRelease, end)

    def click(self, widget: QWidget, at: QPointF | None = None) -> None:
        """Point, press, let go."""
        self.actions += 3
        point = at.toPoint() if at else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key, and what is held down with it."""
        self.actions += 1 if modifier == PLAIN else 2
        QTest.keyClick(widget, key, modifier)

    def hold(self, key: Qt.Key, modifier: Qt.KeyboardModifier, until: QWidget) -> None:
        """Hold a key down and press another until something has the focus."""
        self.actions += 1
        for _ in range(_PARTS):
            here = QApplication.focusWidget()
            assert here is not None
            if here is until:
                return
            self.actions += 1
            QTest.keyClick(here, key, modifier)
        raise AssertionError("the keys do not lead there")

    def type(self, widget: QWidget, words: str) -> None:
        """Write, a key a letter."""
        self.actions += len(words)
        QTest.keyClicks(widget, words)

    def drop(self, widget: QWidget, factor: str, at: QPointF) -> None:
        """Press on a factor elsewhere, hold it over the tab of this panel, let go over `at`.

        Qt's own drag between widgets hears no event that is sent to it: what arrives is sent.
        """
        self.actions += 5
        mime = factor_mime(factor)
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QApplication.sendEvent(widget, QDragEnterEvent(at.toPoint(), copy, mime, left, PLAIN))
        QApplication.sendEvent(widget, QDropEvent(at, copy, mime, left, PLAIN))

    def _send(self, widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        globally = QPointF(widget.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, globally, button, held, PLAIN))


def way_to(
    cards: dict[str, QRectF], ends: dict[str, tuple[str, str]], here: str, there: str
) -> list[Qt.Key]:
    """Return the fewest keys from one card to another; `ends` is where Home and End lead."""
    keys = {
        Qt.Key.Key_Left: layout.Direction.LEFT,
        Qt.Key.Key_Right: layout.Direction.RIGHT,
        Qt.Key.Key_Up: layout.Direction.UP,
        Qt.Key.Key_Down: layout.Direction.DOWN,
    }
    reached: dict[str, list[Qt.Key]] = {here: []}
    waiting = [here]
    for name in waiting:
        for key, direction in keys.items():
            other = layout.neighbour(cards, name, direction)
            if other and other not in reached:
                reached[other] = [*reached[name], key]
                waiting.append(other)
        for key, other in zip((Qt.Key.Key_Home, Qt.Key.Key_End), ends[name], strict=True):
            if other not in reached:
                reached[other] = [*reached[name], key]
                waiting.append(other)
    return reached[there]
