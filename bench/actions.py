"""How many actions a task on the board takes by mouse, and by keyboard alone.

    python -m bench.actions

Counted as in the keystroke-level model (Card, Moran and Newell, 1980), without its times: pointing
somewhere, pressing a button and letting it go are an action each, and so is every key that is
pressed, those held down with it included. Every task is really played, by the events of mouse and
keyboard in the real panel, both ways, and what came of it must be the same.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QWidget

from bench.measuring import Row, report
from studyapp import paths
from studyapp.app import make_application, system_clock
from studyapp.domain.board import SIDES, Spot, Zone
from studyapp.domain.ways import Way
from studyapp.services.board_session import BoardSession
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from studyapp.ui.board import layout
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.theme import Theme
from studyapp.ui.web.geometry import handle
from studyapp.ui.web.panel import WebPanel

AIM = 1.5
TOPIC = "The treaty of August 1945"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TO_ZONE = {
    Zone.CAUSES: Qt.Key.Key_Left,
    Zone.CONSEQUENCES: Qt.Key.Key_Right,
    Zone.TRAY: Qt.Key.Key_Down,
}


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

    def _send(self, widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        globally = QPointF(widget.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, globally, button, held, PLAIN))


class Sorting:
    """A fresh board that sorts, with hands on it."""

    def __init__(self, panel: BoardPanel) -> None:
        self.panel, self.model, self.hands = panel, panel.model, Hands()
        panel.zones.board.board.is_still = lambda: True
        panel.zones.board.setFocus()

    @property
    def view(self) -> QGraphicsView:
        return self.panel.zones.board

    def state(self) -> object:
        """Return what lies where."""
        return {zone: self.model.factors_in(zone) for zone in self.model.zones}

    def wanted(self) -> dict[str, Zone]:
        """Return a side for each card: every second one a cause."""
        names = sorted(self.model.factors_in(Zone.TRAY) + self.model.placed())
        return {name: SIDES[at % 2] for at, name in enumerate(names)}

    def drag(self, name: str, zone: Zone, index: int) -> None:
        scene = self.panel.zones.board.board
        start = scene.cards[name].sceneBoundingRect().center()
        end = layout.slot(scene.frame, Spot(zone, index)).center()
        view = self.view
        self.hands.drag(
            view.viewport(), QPointF(view.mapFromScene(start)), QPointF(view.mapFromScene(end))
        )

    def walk_to(self, name: str) -> None:
        """Walk to a card by the fewest arrow keys, as someone does who sees it."""
        scene = self.panel.zones.board.board
        zones = {zone: self.model.factors_in(zone) for zone in self.model.zones}
        ends = {each: (held[0], held[-1]) for held in zones.values() for each in held}
        for key in _way(layout.places(scene.frame, zones), ends, scene.current, name):
            self.hands.press(self.view, key)


def _way(
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


def sort_by_mouse(board: Sorting) -> None:
    for name in board.model.factors_in(Zone.TRAY):
        zone = board.wanted()[name]
        board.drag(name, zone, len(board.model.factors_in(zone)))


def sort_by_keys(board: Sorting) -> None:
    wanted = board.wanted()
    for name in board.model.factors_in(Zone.TRAY):
        board.walk_to(name)
        board.hands.press(board.view, TO_ZONE[wanted[name]], CONTROL)


def back_by_mouse(board: Sorting) -> None:
    name = board.model.placed()[0]
    board.drag(name, Zone.TRAY, 0)


def back_by_keys(board: Sorting) -> None:
    name = board.model.placed()[0]
    board.walk_to(name)
    board.hands.press(board.view, Qt.Key.Key_Delete)


def swap_by_mouse(board: Sorting) -> None:
    board.drag(board.model.factors_in(Zone.CAUSES)[0], Zone.CAUSES, 1)


def swap_by_keys(board: Sorting) -> None:
    board.walk_to(board.model.factors_in(Zone.CAUSES)[0])
    board.hands.press(board.view, Qt.Key.Key_Down, ALT)


def undo_by_keys(board: Sorting) -> None:
    board.hands.press(board.view, Qt.Key.Key_Z, CONTROL)
    # What the window's shortcut calls; there is no window here.
    board.panel.undo()


class Drawing:
    """A fresh web of eight cards of the topic, with hands on it."""

    def __init__(self, panel: BoardPanel) -> None:
        panel.work_by(Way.WEB)
        assert panel.web is not None
        self.panel: WebPanel = panel.web
        self.model, self.canvas, self.hands = self.panel.model, self.panel.canvas, Hands()
        self.canvas.setFocus()

    def state(self) -> object:
        """Return what is drawn, wherever it lies."""
        return set(self.model.web.cards), set(self.model.web.links), len(self.model.tray)

    def point(self, name: str) -> QPointF:
        area = self.canvas.shape.areas.get(name)
        if area:
            return self.canvas.sight.to_view(area.center())
        self.canvas.tray.show(name)
        return self.canvas.tray.chips[name].center()

    def walk_to(self, name: str) -> None:
        """Walk to a card by the fewest arrow keys."""
        from studyapp.ui.web.keys import walkable

        groups = (tuple(self.canvas.shape.areas), self.model.tray)
        ends = {each: (held[0], held[-1]) for held in groups for each in held}
        for key in _way(walkable(self.canvas), ends, self.model.current, name):
            self.hands.press(self.canvas, key)

    def pairs(self) -> list[tuple[str, str]]:
        names = list(self.model.web.cards)
        return list(pairwise(names))


def bring_by_mouse(web: Drawing) -> None:
    room = web.canvas.sight.room
    for at, name in enumerate(sorted(web.model.tray)[:8]):
        x, y = 0.2 + 0.2 * (at % 4), 0.3 + 0.4 * (at // 4)
        web.hands.drag(web.canvas, web.point(name), QPointF(room.width() * x, room.height() * y))


def bring_by_keys(web: Drawing) -> None:
    for name in sorted(web.model.tray)[:8]:
        web.walk_to(name)
        web.hands.press(web.canvas, Qt.Key.Key_Return)


def draw_by_mouse(web: Drawing) -> None:
    for cause, consequence in web.pairs():
        web.hands.click(web.canvas, web.point(cause))
        knob = web.canvas.sight.to_view(handle(web.canvas.shape.areas[cause]))
        web.hands.drag(web.canvas, knob, web.point(consequence))


def draw_by_keys(web: Drawing) -> None:
    for cause, consequence in web.pairs():
        web.canvas.setFocus()
        web.walk_to(cause)
        web.hands.press(web.canvas, Qt.Key.Key_X, CONTROL)
        web.walk_to(consequence)
        web.hands.press(web.canvas, Qt.Key.Key_V, CONTROL)


def _press_button(button: QAbstractButton) -> Callable[[Sorting | Drawing], None]:
    return lambda on: on.hands.click(button)


def counted(on: Sorting | Drawing, act: Callable[..., None]) -> int:
    """Return how many actions something takes."""
    before = on.hands.actions
    act(on)
    return on.hands.actions - before


def compared(
    ones: list[Sorting] | list[Drawing],
    name: str,
    by_mouse: Callable[..., None],
    by_keys: Callable[..., None],
) -> list[Row]:
    """Play a task both ways on two boards alike; return the rows of the table."""
    first, second = ones
    mouse, keys = counted(first, by_mouse), counted(second, by_keys)
    assert first.state() == second.state(), name
    return [
        Row(f"{name}, mouse", [mouse], ""),
        Row(f"{name}, keys", [keys], "", keys / mouse, AIM),
    ]


def panels(folder: Path, opened: ExitStack) -> list[BoardPanel]:
    """Return two panels alike, each with progress of its own."""
    made = []
    for name in ("mouse", "keys"):
        pack = opened.enter_context(closing(open_pack(paths.shipped_pack())))
        kept = open_progress(folder / f"{name}.db", system_clock, "bench")
        opened.enter_context(closing(kept))
        topic = next(each.id for each in pack.topics() if each.title == TOPIC)
        panel = BoardPanel(Theme())
        panel.resize(700, 900)
        panel.set_session(BoardSession(pack, kept))
        panel.set_scope(topic)
        panel.show()
        QApplication.processEvents()
        made.append(panel)
    return made


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(["bench"])
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        two = panels(Path(name), opened)
        boards = [Sorting(panel) for panel in two]
        rows = compared(boards, "sorting all cards", sort_by_mouse, sort_by_keys)
        rows += compared(boards, "one within its zone", swap_by_mouse, swap_by_keys)
        rows += compared(boards, "one back into the tray", back_by_mouse, back_by_keys)
        undo = two[0].zones.toolbar.undo_button
        rows += compared(
            boards,
            "taking it back",
            _press_button(undo),
            undo_by_keys,
        )
        webs = [Drawing(panel) for panel in two]
        rows += compared(webs, "eight cards on the web", bring_by_mouse, bring_by_keys)
        for web in webs:
            web.panel.lay_out_web()
        rows += compared(webs, "seven links", draw_by_mouse, draw_by_keys)
        for panel in two:
            panel.close()
    return report("Actions; value: keys to mouse", rows)


if __name__ == "__main__":
    sys.exit(main())
