"""What is done to a web, by mouse and by keys: the tasks that `actions` counts."""

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from bench.hands import ALT, CONTROL, SHIFT, Hands, way_to
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Relation
from studyapp.services.timeline import Timeline
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.board.line_dialog import LineDialog
from studyapp.ui.board.wording import title_of
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import CARD_WIDTH
from studyapp.ui.timeline.factor_menu import BoardOffers
from studyapp.ui.timeline.list_view import ListView
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from studyapp.ui.web.geometry import SPACING, handle
from studyapp.ui.web.panel import WebPanel

TITLE, REASON = "My second look", "he wanted it"


class Drawing:
    """A fresh web of eight cards of the topic, with hands on it."""

    def __init__(self, panel: BoardPanel) -> None:
        panel.work_by(Way.WEB)
        assert panel.web is not None
        self.panel: WebPanel = panel.web
        self.board, self.went, self.awaited = panel, False, ""
        self.model, self.canvas, self.hands = self.panel.model, self.panel.canvas, Hands()
        self.canvas.setFocus()

    def state(self) -> object:
        """Return what is drawn, wherever it lies."""
        web, session = self.model.web, self.model.session
        assert session is not None
        said = {pair: (link.relation, link.because) for pair, link in web.links.items()}
        return set(web.cards), said, len(self.model.tray), title_of(session.here), self.went

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
        for key in way_to(walkable(self.canvas), ends, self.model.current, name):
            self.hands.press(self.canvas, key)

    @property
    def first(self) -> str:
        return next(iter(self.model.web.cards))

    def show_timeline(self, source: Timeline, topic: str) -> None:
        """Show the topic's factors beside the web, joined as in the window."""
        self.timeline = TimelinePanel(Theme())
        self.timeline.resize(500, 700)
        self.timeline.offers_of = lambda factor: BoardOffers(
            self.board.can_sort(factor), self.board.taking.zones_for(factor)
        )
        self.timeline.zone_requested.connect(self.board.taking.put)
        self.timeline.set_source(source)
        self.timeline.set_scope(topic)
        self.timeline.show()
        entries = self.timeline.content.lanes[0].entries
        self.awaited = next(each.id for each in entries if each.id in self.model.tray)

    def listed(self) -> ListView:
        """Return the timeline's list, at its beginning."""
        self.timeline.show_list(True)
        assert self.timeline.list is not None
        return self.timeline.list

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


def move_by_mouse(web: Drawing) -> None:
    before, at = web.model.web.cards[web.first].at, web.point(web.first)
    by = QPointF(CARD_WIDTH + SPACING.across, 0) * web.canvas.sight.scale
    web.hands.drag(web.canvas, at, at - by)
    web.went = web.model.web.cards[web.first].at.x < before.x - CARD_WIDTH


def move_by_keys(web: Drawing) -> None:
    before = web.model.web.cards[web.first].at
    web.canvas.setFocus()
    web.walk_to(web.first)
    web.hands.press(web.canvas, Qt.Key.Key_Left, ALT | SHIFT)
    # Two keys are held down.
    web.hands.actions += 1
    web.went = web.model.web.cards[web.first].at.x < before.x - CARD_WIDTH


def explain_by_mouse(web: Drawing) -> None:
    """Give a link its kind and its reason; the list of kinds is opened, and one clicked."""
    pair = next(iter(web.model.web.links))
    box = web.panel.link_box
    web.hands.click(web.canvas, web.canvas.sight.to_view(web.canvas.shape.lines[pair].center()))
    web.hands.click(box.kinds)
    view = box.kinds.view()
    kind = box.kinds.model().index(box.kinds.findData(Relation.TRIGGER), 0)
    at = view.visualRect(kind).center()
    # Qt hears no click on a list that a double click may just have opened.
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    QTest.mouseMove(view.viewport(), at)
    web.hands.click(view.viewport(), QPointF(at))
    web.hands.click(box.because)
    web.hands.type(box.because, REASON)
    web.hands.click(web.canvas, web.canvas.sight.to_view(web.canvas.shape.bounds().topLeft()))


def explain_by_keys(web: Drawing) -> None:
    pair = next(iter(web.model.web.links))
    box = web.panel.link_box
    web.canvas.setFocus()
    web.walk_to(pair[0])
    while web.model.link != pair:
        web.hands.press(web.canvas, Qt.Key.Key_Return)
    web.hands.press(web.canvas, Qt.Key.Key_F2)
    web.hands.type(box.because, REASON)
    web.hands.hold(Qt.Key.Key_Backtab, SHIFT, box.kinds)
    while box.kinds.currentData() != Relation.TRIGGER:
        web.hands.press(box.kinds, Qt.Key.Key_Down)


def rename_by_mouse(web: Drawing) -> None:
    QTimer.singleShot(0, lambda: _write_title(web, by_mouse=True))
    web.hands.click(web.board.chooser.boards_button)
    menu, action = _renaming()
    web.hands.click(menu, QPointF(menu.actionGeometry(action).center()))


def rename_by_keys(web: Drawing) -> None:
    # Offscreen, nobody hands the activity back from a dialog.
    web.board.activateWindow()
    QApplication.processEvents()
    web.canvas.setFocus()
    web.hands.hold(Qt.Key.Key_Backtab, SHIFT, web.board.chooser.boards_button)
    QTimer.singleShot(0, lambda: _write_title(web, by_mouse=False))
    web.hands.press(web.board.chooser.boards_button, Qt.Key.Key_Space)
    menu, _ = _renaming()
    web.hands.press(menu, Qt.Key.Key_R)


def _renaming() -> tuple[QMenu, QAction]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu, next(each for each in menu.actions() if each.text() == "&Rename…")


def _write_title(web: Drawing, *, by_mouse: bool) -> None:
    """Write over the old title in the dialog that asks for it."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        # The menu has not been answered yet.
        QTimer.singleShot(0, lambda: _write_title(web, by_mouse=by_mouse))
        return
    assert isinstance(dialog, LineDialog)
    web.hands.type(dialog.field, TITLE)
    if by_mouse:
        web.hands.click(dialog.keep_button)
    else:
        web.hands.press(dialog.field, Qt.Key.Key_Return)


def put_by_mouse(web: Drawing) -> None:
    room = web.canvas.sight.room
    web.hands.drop(web.canvas, web.awaited, QPointF(room.width() * 0.9, room.height() * 0.9))


def put_by_keys(web: Drawing) -> None:
    """Walk down the timeline's list, open the menu of a factor, and take its last entry."""
    view = web.listed()
    while view.current != web.awaited:
        web.hands.press(view, Qt.Key.Key_Down)
    web.hands.actions += 1
    reason, at = QContextMenuEvent.Reason.Keyboard, view.rect().center()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    web.hands.press(menu, Qt.Key.Key_Up)
    web.hands.press(menu, Qt.Key.Key_Return)
