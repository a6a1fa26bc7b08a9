"""The web as it is drawn on: painted by hand, since a thousand items of a scene are too slow.

It keeps where one looks and what the mouse is doing; all else is the model's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QWidget

from studyapp.domain.boards.web import Web, WebStep, is_own
from studyapp.ui.look.theme import Theme
from studyapp.ui.web import dropping, minimap, wording
from studyapp.ui.web.canvas_painting import paint_over, still_picture
from studyapp.ui.web.geometry import free_place
from studyapp.ui.web.gestures import Gesture, Pan, begun
from studyapp.ui.web.keys import is_ours, pressed_on_canvas
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.painting import WebPainter
from studyapp.ui.web.shape import Shape
from studyapp.ui.web.sight import READABLE, Sight
from studyapp.ui.web.tooltip import show_tooltip
from studyapp.ui.web.touching import Touching
from studyapp.ui.web.tray import Tray
from studyapp.ui.web.tray_filter import TrayFilter
from studyapp.ui.web.under import card_under, knob_under, link_under, middle_of

_ZOOM_STEP = 1.2
_WHEEL_PIXELS = 0.5
_NARROWEST = QSizeF(320, 200)


class WebCanvas(QWidget):
    """Cards and links to draw between them; `menu_wanted` asks for what can be done there."""

    card_reached = Signal(str)
    looked = Signal()
    menu_wanted = Signal(QPointF)
    words_wanted = Signal(QPointF, str)

    def __init__(self, model: WebModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw the web of `model`."""
        super().__init__(parent)
        self.model, self.theme = model, theme
        self.tray = Tray(model, theme)
        self.painter = WebPainter(model, theme, self.font())
        self.shape = Shape(Web(""))
        self.sight = Sight()
        self.gesture: Gesture | None = None
        self._held: frozenset[str] = frozenset()
        self._still: QPixmap | None = None
        self._pressed: QPointF | None = None
        self._button = Qt.MouseButton.NoButton
        self._touching = Touching(self)
        self.hovered = ""
        self.field = TrayFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumSize(_NARROWEST.toSize())
        self.setAccessibleName(self.tr("Web of links"))
        self.setWhatsThis(
            self.tr("Arrow keys walk the cards; Ctrl+X begins a link, Ctrl+V draws it.")
        )
        model.web_opened.connect(self._show_web)
        model.changed.connect(self._show_change)
        model.checked.connect(self._show_marks)
        model.chosen_changed.connect(self._show_chosen)
        model.link_begun.connect(self.update)
        told = (model.web_opened, model.changed, model.checked, model.chosen_changed)
        for signal in (*told, model.link_begun):
            signal.connect(self._tell)
        self._tell()
        theme.changed.connect(self._show_marks)

    def pan(self, by: QPointF) -> None:
        """Look further right and down by pixels of the view."""
        self.sight.pan(by)
        self.refresh()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Look closer, or from farther off, so that one point stays where it is."""
        self.sight.zoom(factor, self.sight.room.center() if around is None else around)
        self.refresh()

    def zoom_in(self) -> None:
        """Look a step closer."""
        self.zoom(_ZOOM_STEP)
        self.looked.emit()

    def zoom_out(self) -> None:
        """Look from a step farther off."""
        self.zoom(1 / _ZOOM_STEP)
        self.looked.emit()

    def fit(self) -> None:
        """Show the whole web, however small."""
        self.sight.fit(self.shape.bounds())
        self.refresh()
        self.looked.emit()

    def show_well(self) -> None:
        """Show as much of the web as can be read, and keep doing so."""
        self.sight.fit(self.shape.bounds(), READABLE)
        self.refresh()

    def show_card(self, name: str) -> None:
        """Bring a card into sight, if it is not."""
        self.tray.show(name)
        area = self.shape.areas.get(name)
        if area and not self.sight.area.contains(area):
            self.sight.look_at(area.center())
        self.refresh()

    def place_near(self, name: str) -> None:
        """Lay a card of the tray where there is room, in sight if there is any."""
        near = self.sight.area.adjusted(24, 24, -24, -24)
        if self.model.place({name: free_place(self.shape.areas, near)}):
            self.show_card(name)

    def hold_still(self, names: frozenset[str]) -> None:
        """Leave some cards out of what is painted once, while they are carried."""
        self._held = names
        self.refresh()

    def let_go(self) -> None:
        """Paint all cards again."""
        self.hold_still(frozenset())

    def cancel(self) -> None:
        """End what the mouse is doing without any of it."""
        gesture, self.gesture, self._pressed = self.gesture, None, None
        self._touching.stop()
        if gesture:
            gesture.cancel()
            self.update()

    def refresh(self) -> None:
        """Paint the cards and links anew."""
        self._still = None
        self.update()

    def _show_web(self) -> None:
        self.cancel()
        self.shape = Shape(self.model.web)
        self.painter.look_at(self.shape)
        self.lay_tray_out()
        self.show_well()

    def _show_change(self, step: WebStep) -> None:
        self.cancel()
        self.shape.take(self.model.web, step)
        self.painter.look_at(self.shape)
        self.lay_tray_out()
        # What one is working on stays where it is; only *Lay out* and *Fit* look at it anew.
        self.sight.fits = False
        self.refresh()

    def _show_marks(self) -> None:
        self.painter.look_at(self.shape)
        self.refresh()

    def _show_chosen(self) -> None:
        self.painter.forget_lines()
        self.refresh()

    def _tell(self) -> None:
        """Say in words what is drawn and chosen: what is painted is no element of its own.

        A reader may read it out at each change: who walks already is not told the keys again.
        """
        keys = "" if wording.chosen(self.model) else self.whatsThis()
        self.setAccessibleDescription(f"{wording.whole(self.model)} {keys}".strip())

    def lay_tray_out(self) -> None:
        """Lay the tray out anew; the web has the room above it."""
        self.tray.lay_out(self.width(), self.height(), QFontMetricsF(self.font()))
        self.sight.room = QRectF(0, 0, self.width(), self.tray.area.top())
        self.field.take_place()
        self.refresh()

    def _press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what is under the mouse; what becomes of it is for its first move to say."""
        name = knob_under(self, point) or card_under(self, point)
        more = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if name:
            kept = self.model.selected if more or name in self.model.selected else frozenset()
            self.model.choose(name, kept)
        elif not self.tray.area.contains(point):
            pair = link_under(self, point)
            if pair:
                self.model.choose_link(pair)
            elif not more:
                self.model.choose("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands still from one picture, and over it what is under way."""
        if self._still is None:
            self._still = still_picture(self, self._held)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        paint_over(painter, self)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is pressed on, or take hold of the ground."""
        point = event.position()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.gesture or self._pressed is not None:
            return
        self._button = event.button()
        if event.button() is Qt.MouseButton.MiddleButton:
            self.gesture = Pan(self, point)
        elif event.button() is Qt.MouseButton.LeftButton:
            if minimap.jump(self, point):
                return
            self._pressed = point
            self._press(point, event.modifiers())
            self._touching.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what the mouse is doing, or begin it once it has moved far enough."""
        point = event.position()
        self._touching.move(event)
        if self._pressed is not None and self.gesture is None:
            if (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            finger = self._touching.by_finger
            self.gesture = begun(self, self._pressed, event.modifiers(), by_finger=finger)
            self._pressed = None
        if self.gesture:
            self.gesture.move(point)
            self.update()
        else:
            self._hover(point)

    def _hover(self, point: QPointF) -> None:
        name = knob_under(self, point) or card_under(self, point)
        if name != self.hovered:
            self.hovered = name
            self.update()
        over_knob = bool(knob_under(self, point))
        shape = Qt.CursorShape.CrossCursor if over_knob else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape if name else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what is shown, when the button is let go that it began with."""
        if event.button() is not self._button:
            return
        self._touching.stop()
        self._pressed = None
        gesture, self.gesture = self.gesture, None
        if gesture:
            gesture.end()
            self.update()
        elif event.button() is Qt.MouseButton.LeftButton:
            self.card_reached.emit(self.model.current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring a card from the tray; on empty ground write one of one's own."""
        point = event.position()
        name = card_under(self, point)
        if name in self.model.tray:
            self.place_near(name)
        elif knob_under(self, point) or (name and not is_own(name)):
            # A second quick press is a press, or it could not begin a drag.
            self.mousePressEvent(event)
        elif self.tray.area.contains(point):
            return
        elif is_own(name) or not (name or link_under(self, point)):
            self.words_wanted.emit(self.sight.to_web(point), name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the tray or the web; with Ctrl look closer or from farther off."""
        point, turned = event.position(), event.angleDelta()
        pixels = (
            QPointF(event.pixelDelta())
            if event.hasPixelDelta()
            else (QPointF(turned) * _WHEEL_PIXELS)
        )
        if self.tray.area.contains(point):
            if self.tray.scroll(-(pixels.y() or pixels.x())):
                self.update()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP ** (turned.y() / 120), point)
        else:
            self.pan(-pixels)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by touch, and say what is under the mouse."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            return self._touching.pinch(event)
        elif isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            show_tooltip(self, event)
            return True
        elif is_ours(self.model, event):
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be laid or written on the web."""
        if dropping.takes(self, event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a card would lie."""
        if self.gesture:
            self.gesture.move(event.position())
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget what was dragged away again."""
        self.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay it down."""
        dropping.drop(self, event.mimeData(), event.position())
        event.acceptProposedAction()
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is there."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self._press(QPointF(event.pos()), Qt.KeyboardModifier.NoModifier)
            self.menu_wanted.emit(QPointF(event.pos()))
            return
        self.menu_wanted.emit(middle_of(self, self.model.current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and move cards, draw links."""
        if self.gesture:
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
        elif not pressed_on_canvas(self, event):
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a card be the current one."""
        super().focusInEvent(event)
        if not self.model.current and event.reason() is not Qt.FocusReason.MouseFocusReason:
            first = next(iter((*self.shape.areas, *self.tray.shown)), "")
            self.model.choose(first)
        if self.model.current and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.card_reached.emit(self.model.current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what is carried: Escape would no longer arrive."""
        self.cancel()
        self.update()
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the mouse was on."""
        self.hovered = ""
        self.update()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the tray out anew, and keep the whole web in sight if it was."""
        super().resizeEvent(event)
        self.lay_tray_out()
        if self.sight.fits:
            self.show_well()
        elif link := self.model.link:
            # The box in which a link is explained takes room from below.
            self.show_card(link[1])
        self.refresh()
