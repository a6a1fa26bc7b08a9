"""Plays the web as a person does, by mouse and by keys; see `board_driver` for Qt's traps."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.web import Pair
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.web.geometry import handle

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class WebDriver:
    """Drives a shown board panel in which a web is worked on; points are those of the canvas."""

    def __init__(self, board: BoardPanel) -> None:
        assert board.web is not None
        # The board's panel goes with the last reference to it, and takes the web's along.
        self.board, self.panel = board, board.web
        self.model, self.canvas = board.web.model, board.web.canvas

    def middle(self, name: str) -> QPointF:
        """Return the middle of a card, on the web or in the tray."""
        area = self.canvas.shape.areas.get(name)
        if area:
            return self.canvas.sight.to_view(area.center())
        self.canvas.tray.show(name)
        return self.canvas.tray.chips[name].center()

    def ground(self, x: float, y: float) -> QPointF:
        """Return a point of the view by its share of the room above the tray."""
        room = self.canvas.sight.room
        return QPointF(room.width() * x, room.height() * y)

    def drag(self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press, move far enough to mean it, go there, let go."""
        self.press(start, modifiers)
        self.carry(start + QPointF(QApplication.startDragDistance() + 1, 0), modifiers)
        self.carry(end, modifiers)
        self.release(end, modifiers)

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press the left button."""
        self._send(QEvent.Type.MouseButtonPress, at, _LEFT, _LEFT, modifiers)

    def carry(self, at: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Move the mouse, button held."""
        self._send(QEvent.Type.MouseMove, at, _NONE, _LEFT, modifiers)

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Let the button go."""
        self._send(QEvent.Type.MouseButtonRelease, at, _LEFT, _NONE, modifiers)

    def click(self, at: QPointF, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press and let go."""
        self.press(at, modifiers)
        self.release(at, modifiers)

    def bring(self, name: str, x: float, y: float) -> None:
        """Drag a card to a share of the room above the tray."""
        self.drag(self.middle(name), self.ground(x, y))

    def draw(self, pair: Pair) -> None:
        """Draw a link by the knob of its cause."""
        cause, consequence = pair
        self.click(self.middle(cause))
        knob = self.canvas.sight.to_view(handle(self.canvas.shape.areas[cause]))
        self.drag(knob, self.middle(consequence))

    def draw_by_keys(self, pair: Pair) -> None:
        """Draw a link by Ctrl+X and Ctrl+V in the view in front."""
        view = self.panel.views.currentWidget()
        assert view is not None
        self.model.choose(pair[0])
        QTest.keyClick(view, Qt.Key.Key_X, CONTROL)
        self.model.choose(pair[1])
        QTest.keyClick(view, Qt.Key.Key_V, CONTROL)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in the view in front."""
        view = self.panel.views.currentWidget()
        assert view is not None
        QTest.keyClick(view, key, modifiers)

    def _send(
        self,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier,
    ) -> None:
        globally = QPointF(self.canvas.mapToGlobal(at.toPoint()))
        event = QMouseEvent(kind, at, globally, button, held, modifiers)
        QApplication.sendEvent(self.canvas, event)
