"""How many actions a task on board, web and timeline takes by mouse, and by keyboard alone.

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
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView

from bench.drawing import (
    Drawing,
    bring_by_keys,
    bring_by_mouse,
    draw_by_keys,
    draw_by_mouse,
    explain_by_keys,
    explain_by_mouse,
    move_by_keys,
    move_by_mouse,
    put_by_keys,
    put_by_mouse,
    rename_by_keys,
    rename_by_mouse,
)
from bench.hands import ALT, CONTROL, Hands, way_to
from bench.measuring import Row, report
from studyapp import paths
from studyapp.app import make_application
from studyapp.domain.boards.board import SIDES, Spot, Zone
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.system_clock import system_clock
from studyapp.services.timeline import Timeline
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from studyapp.ui.board import layout
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme

AIM = 1.5
TOPIC = "The treaty of August 1945"
TO_ZONE = {
    Zone.CAUSES: Qt.Key.Key_Left,
    Zone.CONSEQUENCES: Qt.Key.Key_Right,
    Zone.TRAY: Qt.Key.Key_Down,
}


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
        for key in way_to(layout.places(scene.frame, zones), ends, scene.current, name):
            self.hands.press(self.view, key)


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
        pack = opened.enter_context(closing(open_pack(paths.shipped_pack())))
        source, topic = Timeline(pack), next(t.id for t in pack.topics() if t.title == TOPIC)
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
        rows += compared(webs, "one card a place further", move_by_mouse, move_by_keys)
        rows += compared(webs, "kind and reason of a link", explain_by_mouse, explain_by_keys)
        for web in webs:
            web.board.boards.new()
        rows += compared(webs, "another title for a web", rename_by_mouse, rename_by_keys)
        for web in webs:
            web.show_timeline(source, topic)
        rows += compared(webs, "timeline to web", put_by_mouse, put_by_keys)
        for panel in two:
            panel.close()
    return report("Actions; value: keys to mouse", rows)


if __name__ == "__main__":
    sys.exit(main())
