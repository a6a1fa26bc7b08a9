"""The board as a scene: zones, the factor in question, and the cards, tray included.

It keeps nothing of its own but where things are painted: the model says what lies where.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QObject,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneMouseEvent,
)

from studyapp.ui.board import layout, zone_painting
from studyapp.ui.board.card_item import CardItem
from studyapp.ui.board.drag import CardDrag
from studyapp.ui.board.face_painting import Face
from studyapp.ui.board.layout import Direction
from studyapp.ui.board.many_drag import ManyDrag
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.settling import Settling
from studyapp.ui.board.wording import date_of, short_date_of, tooltip_of, years_of
from studyapp.ui.look.theme import Theme

_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class BoardScene(QGraphicsScene):
    """Cards that are moved by mouse and keys; `card_reached` says which one has the focus now."""

    card_reached = Signal(str)
    menu_wanted = Signal(str, QPointF)

    def __init__(self, model: BoardModel, theme: Theme, parent: QObject | None = None) -> None:
        """Show `model`; its cards are made when a board is opened."""
        super().__init__(parent)
        self.model = model
        self.theme = theme
        self.drag: CardDrag | ManyDrag | None = None
        # Whether something is carried over the board that is not on it.
        self.is_offered = False
        self.is_still: Callable[[], bool] = lambda: False
        # PySide drops an item's Python half unless someone keeps it.
        self.cards: dict[str, CardItem] = {}
        self._size = (680.0, 400.0, 0.0)
        self.frame = layout.fitting_frame(*self._size, model.count(), model.rooms)
        self._pressed: CardItem | None = None
        self._press_point = QPointF()
        self._current = ""
        self._settling = Settling(self)
        model.board_opened.connect(self._show_board)
        model.factor_moved.connect(self._show_change)
        model.factors_moved.connect(self._show_change)
        model.checked.connect(self._show_faces)
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """Return the factor whose card has, or last had, the focus."""
        return self._current if self._current in self.cards else ""

    def set_size(self, width: float, height: float, bar: float = 0) -> None:
        """Lay everything out for a view of this size, whose scroll bar is `bar` wide."""
        if (width, height, bar) != self._size:
            self._size = (width, height, bar)
            self.cancel_drag()
            self._arrange(at_once=True)

    def focus_card(self, factor: str) -> None:
        """Give a card the focus and say so."""
        if factor in self.cards:
            self._current = factor
            self.cards[factor].setFocus()
            self.card_reached.emit(factor)

    def keep_current(self, factor: str) -> None:
        """Have a card ready for when the board gets the focus."""
        self._current = factor

    def target(self, factor: str) -> QRectF:
        """Return where a card lies when it has settled."""
        return layout.slot(self.frame, self.model.spot(factor))

    def begin_drag(self, factor: str) -> None:
        """Lift a card that is carried in from another panel, held at its middle."""
        self.cancel_drag()
        card = self.cards[factor]
        self.drag = CardDrag(self, card, card.pos() + QRectF(QPointF(), self.frame.card).center())
        self.drag.start()

    def begin_many(self, factors: Sequence[str]) -> None:
        """Take up factors that are carried in together."""
        self.cancel_drag()
        self.drag = ManyDrag(self, factors)

    def offer_question(self, is_offered: bool) -> None:
        """Show that what is carried over the board would be in question, or no longer."""
        if is_offered != self.is_offered:
            self.is_offered = is_offered
            self.update()

    def cancel_drag(self) -> None:
        """Let go of a card under way: it goes back."""
        self._pressed = None
        if self.drag:
            self.drag.cancel()

    def drag_ended(self) -> None:
        """Forget the drag, and lay every card where the model says."""
        self.drag = None
        self._arrange()

    def make_room(self, frame: layout.Frame) -> None:
        """Use a frame that has room for a card under way in every zone."""
        self._use(frame)

    def show_landing(self, others: Mapping[str, QRectF]) -> None:
        """Move the other cards aside for the one under way."""
        self._settle({factor: area.topLeft() for factor, area in others.items()})
        self.update()

    def drag_to(self, point: QPointF) -> None:
        """Carry the card under way, if there is one, to a point of the scene."""
        if self.drag:
            self.drag.move(point)

    def _forget_drag(self) -> None:
        """Let go of a card under way without laying it anywhere: the model has changed."""
        self._pressed = None
        if self.drag:
            self.drag.let_go()
            self.drag = None

    def _show_board(self) -> None:
        self._forget_drag()
        wanted = [factor for zone in self.model.count() for factor in self.model.factors_in(zone)]
        for factor in self.cards.keys() - set(wanted):
            self.removeItem(self.cards.pop(factor))
        for factor in wanted:
            if factor not in self.cards:
                self.cards[factor] = CardItem(factor, self.theme)
                self.addItem(self.cards[factor])
        self._show_faces()
        self._arrange(at_once=True)

    def _show_change(self) -> None:
        self._forget_drag()
        self._show_faces()
        self._arrange()

    def _show_faces(self) -> None:
        for factor, card in self.cards.items():
            card.show_face(self._face(factor), tooltip_of(self.model, factor))

    def _face(self, factor: str) -> Face:
        known, finding = self.model.factor(factor), self.model.finding(factor)
        mark = MARKS[finding.kind] if finding else None
        return Face(
            known.title,
            date_of(known),
            short_date_of(known),
            years_of(known),
            tuple(theme.hue for theme in self.model.themes(factor)),
            mark,
            signed(mark) if mark else "",
        )

    def _arrange(self, at_once: bool = False) -> None:
        self._use(layout.fitting_frame(*self._size, self.model.count(), self.model.rooms))
        zones = {zone: self.model.factors_in(zone) for zone in self.model.count()}
        targets = layout.places(self.frame, zones)
        for factor in targets:
            self.cards[factor].set_width(self.frame.card.width())
        self._settle({factor: area.topLeft() for factor, area in targets.items()}, at_once)

    def _use(self, frame: layout.Frame) -> None:
        self.frame = frame
        self.setSceneRect(QRectF(QPointF(), frame.size))
        self.update()

    def _settle(self, targets: Mapping[str, QPointF], at_once: bool = False) -> None:
        ways = [(self.cards[factor], target) for factor, target in targets.items()]
        self._settling.send(ways, at_once or self.is_still())

    def _card_at(self, point: QPointF) -> CardItem | None:
        item = self.itemAt(point, QTransform())
        return item if isinstance(item, CardItem) else None

    def _walk(self, direction: Direction) -> None:
        targets = layout.places(
            self.frame, {zone: self.model.factors_in(zone) for zone in self.model.count()}
        )
        there = layout.neighbour(targets, self.current, direction) if self.current else None
        self.focus_card(there or self.current or next(iter(targets), ""))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the zones, the factor in question and the landing place."""
        # Not by fillRect(), whose types of gradients take a while to make.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("window"))
        painter.drawRect(QRectF(rect))
        zone_painting.paint(painter, self)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take hold of a card. Nothing is passed on: the scene alone moves its cards."""
        card = self._card_at(event.scenePos())
        event.accept()
        if card is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._press_point = event.scenePos()
        self._pressed = card
        self._current = card.factor
        card.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take a second quick press as a press, or it could not begin a drag."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Carry the card, once the mouse has moved far enough to mean it."""
        if self._pressed and not self.drag:
            way = event.screenPos() - event.buttonDownScreenPos(Qt.MouseButton.LeftButton)
            if way.manhattanLength() < QApplication.startDragDistance():
                return
            self.drag = CardDrag(self, self._pressed, self._press_point)
            self.drag.start()
        self.drag_to(event.scenePos())

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Let the card go."""
        self._pressed = None
        if self.drag and event.button() is Qt.MouseButton.LeftButton:
            self.drag.end()

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        """Say where the card can go; the menu key asks for the card with the focus."""
        by_key = event.reason() is QGraphicsSceneContextMenuEvent.Reason.Keyboard
        card = self.cards.get(self.current) if by_key else self._card_at(event.scenePos())
        if card and not self.drag:
            self.focus_card(card.factor)
            self.menu_wanted.emit(card.factor, card.sceneBoundingRect().center())

    def _moves(self, event: QKeyEvent) -> bool:
        """Move the current card as a key says; say whether it says so."""
        # With the first key: it brings the types of menus and keys.
        from studyapp.ui.board.moving import move_by_key

        return bool(self.current) and move_by_key(self.model, self.current, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of a card; arrows walk; with Ctrl or Alt they move the card."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if self.drag:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel_drag()
        elif self._moves(event):
            pass
        elif arrow and modifiers == Qt.KeyboardModifier.NoModifier:
            self._walk(arrow)
        elif self.current and event.key() in _ENDS and not modifiers:
            zone = self.model.spot(self.current).zone
            self.focus_card(self.model.factors_in(zone)[_ENDS[Qt.Key(event.key())]])
        else:
            event.ignore()
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the card that last had it, or to the first."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.cards:
            targets = [name for zone in self.model.count() for name in self.model.factors_in(zone)]
            self.focus_card(self.current or targets[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of a card when the window loses the focus: Escape would no longer arrive."""
        self.cancel_drag()
        super().focusOutEvent(event)
