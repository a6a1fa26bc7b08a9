"""Plays the board as a person does, by mouse and by keys, and explains what Qt makes of it.

The traps:

- `QTest.mouseMove` sends moves without a pressed button, so nothing is dragged by it. The moves
  here are made by hand and say that the left button is held.
- Mouse events belong to a view's viewport. Sent to the view itself they have the wrong origin.
- A drag begins only after `startDragDistance`; a single long move would begin it at the far end,
  which works, but skips what lies between. So each drag goes a little way first.
- Positions outside the viewport are good while a button is held: Qt has grabbed the mouse.
- A card settles in 120 ms. The driver switches that off, so that what is asked next is true.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.board.outline_view import OutlineView

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ZONE_KEYS = {
    Zone.CAUSES: Qt.Key.Key_Left,
    Zone.CONSEQUENCES: Qt.Key.Key_Right,
    Zone.TRAY: Qt.Key.Key_Down,
}


class BoardDriver:
    """Drives a shown panel; factors are named by their ids."""

    def __init__(self, panel: BoardPanel) -> None:
        self.panel = panel
        self.model = panel.model
        self.view = panel.zones.board
        self.scene = panel.zones.board.board
        self.scene.is_still = lambda: True

    @property
    def outline(self) -> OutlineView:
        """The outline, made as a person would have it made: by its button."""
        if self.panel.zones.outline is None:
            self.panel.zones.toolbar.outline_button.click()
        assert self.panel.zones.outline is not None
        return self.panel.zones.outline

    def zones(self) -> dict[Zone, tuple[str, ...]]:
        """Return what lies where."""
        return {zone: self.model.factors_in(zone) for zone in self.model.zones}

    def middle(self, factor: str) -> QPointF:
        """Return the middle of a card as it is painted now, in the scene."""
        card = self.scene.cards[factor]
        return card.pos() + QPointF(self.scene.frame.card.width() / 2, 36)

    def press(self, at: QPointF) -> None:
        """Press the left button at a point of the scene."""
        self._send(QEvent.Type.MouseButtonPress, at, _LEFT)

    def carry(self, at: QPointF) -> None:
        """Move the mouse, button held, to a point of the scene."""
        self._send(QEvent.Type.MouseMove, at, _NONE)

    def release(self, at: QPointF) -> None:
        """Let the button go at a point of the scene."""
        self._send(QEvent.Type.MouseButtonRelease, at, _LEFT)

    def take(self, factor: str) -> QPointF:
        """Press on a card and move far enough to lift it; return where the mouse is."""
        start = self.middle(factor)
        self.press(start)
        lifted = start + QPointF(QApplication.startDragDistance() + 1, 0)
        self.carry(lifted)
        return lifted

    def drag_to(self, factor: str, at: QPointF) -> None:
        """Drag a card to a point of the scene and let it go."""
        self.take(factor)
        self.carry(at)
        self.release(at)

    def drag(self, factor: str, zone: Zone, index: int) -> None:
        """Drag a card to the slot of a zone."""
        self.take(factor)
        at = layout.slot(self.scene.frame, Spot(zone, index)).center()
        self.carry(at)
        self.release(at)

    def keys(self, factor: str, zone: Zone) -> None:
        """Send a card to a zone by keys, on the board."""
        self.scene.focus_card(factor)
        QTest.keyClick(self.view, ZONE_KEYS[zone], _CONTROL)

    def nudge(self, factor: str, step: int) -> None:
        """Move a card within its zone by keys, on the board."""
        self.scene.focus_card(factor)
        QTest.keyClick(self.view, Qt.Key.Key_Up if step < 0 else Qt.Key.Key_Down, _ALT)

    def outline_keys(self, factor: str, zone: Zone) -> None:
        """Send a factor to a zone by keys, in the outline."""
        self.outline.select(factor)
        QTest.keyClick(self.outline, ZONE_KEYS[zone], _CONTROL)

    def outline_nudge(self, factor: str, step: int) -> None:
        """Move a factor within its zone by keys, in the outline."""
        self.outline.select(factor)
        QTest.keyClick(self.outline, Qt.Key.Key_Up if step < 0 else Qt.Key.Key_Down, _ALT)

    def cut_and_paste(self, factor: str, before: str) -> None:
        """Cut a factor in the outline and paste it before another."""
        self.outline.select(factor)
        QTest.keyClick(self.outline, Qt.Key.Key_X, _CONTROL)
        self.outline.select(before)
        QTest.keyClick(self.outline, Qt.Key.Key_V, _CONTROL)

    def outline_rows(self) -> dict[Zone, tuple[str, ...]]:
        """Return what the outline's own rows say lies where."""
        rows = self.outline.outline
        return {
            zone: tuple(
                rows.factor_at(rows.index(row, 0, rows.group(zone)))
                for row in range(rows.rowCount(rows.group(zone)))
            )
            for zone in self.model.zones
        }

    def painted(self) -> dict[Zone, tuple[str, ...]]:
        """Return what lies where to the eye: by the cards' places alone."""
        found: dict[Zone, list[tuple[float, float, str]]] = {zone: [] for zone in self.model.zones}
        for factor in self.scene.cards:
            middle = self.middle(factor)
            zone = next(
                zone for zone, area in self.scene.frame.zones.items() if area.contains(middle)
            )
            found[zone].append((middle.y(), middle.x(), factor))
        return {
            zone: tuple(factor for _, _, factor in sorted(cards)) for zone, cards in found.items()
        }

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        place = QPointF(self.view.mapFromScene(at))
        held = _NONE if kind is QEvent.Type.MouseButtonRelease else _LEFT
        globally = QPointF(self.view.viewport().mapToGlobal(QPoint(0, 0))) + place
        event = QMouseEvent(kind, place, globally, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.viewport(), event)
