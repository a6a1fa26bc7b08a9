"""The timeline itself: one painted, scrollable area that is zoomed, walked and dragged from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from studyapp.domain.timeline import Lane, Range, Scale, TimelineEntry, range_of
from studyapp.ui.announce import announce
from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.pointing import grab_pinch
from studyapp.ui.timeline import gestures, painting
from studyapp.ui.timeline.content import Content
from studyapp.ui.timeline.layout import (
    EMPTY,
    HEADER,
    LABEL_INSET,
    LANE_GAP,
    MARGIN,
    TO_ROWS,
    Box,
    Size,
    make_plan,
)
from studyapp.ui.timeline.letters import Letters
from studyapp.ui.timeline.walking import Step
from studyapp.ui.timeline.wording import in_sight

ZOOM = 1.5
LINE_STEP = 20
# A month as wide as a narrow panel.
_MOST_PER_DAY = 12.0
_WIDEST_WORDS = 300.0
_STEPS = {
    Qt.Key.Key_Left: Step.EARLIER,
    Qt.Key.Key_Right: Step.LATER,
    Qt.Key.Key_Up: Step.ABOVE,
    Qt.Key.Key_Down: Step.BELOW,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class TimelineView(QAbstractScrollArea):
    """Factors in time; `factor_reached` says which is current now, `factor_chosen` opens one."""

    factor_reached = Signal(str)
    factor_chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.theme = theme
        self.content = Content(by_theme=True)
        self.plan = EMPTY
        self.scale = Scale(0, 1)
        self.tooltip_of: Callable[[str], str] = lambda _factor: ""
        self._limits = Range(0, 1)
        self._sizes: dict[str, Size] = {}
        self._widest = _WIDEST_WORDS
        self._measure_type()
        self._current = ""
        self._is_whole = True
        self._is_placing = False
        self._pointing = gestures.Pointing(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # The corner between two scroll bars is else a box of its own.
        self.setCornerWidget(QWidget(self))
        self.viewport().setMouseTracking(True)
        grab_pinch(self.viewport())
        self.setAccessibleName(self.tr("Timeline"))
        self.setWhatsThis(
            self.tr("Left and Right walk in order of time, Up and Down from lane to lane.")
        )
        self.horizontalScrollBar().valueChanged.connect(self._take_bar)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> str:
        """Return the factor that keys act on, or ""."""
        return self._current if self._current in self.content else ""

    @property
    def room(self) -> int:
        """Return how wide the view is beside a scroll bar, whether or not there is one now.

        Were it to depend on the bar, a layout that needs one could bring one that does not.
        """
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, self.maximumViewportSize().width() - bar)

    @property
    def offset(self) -> float:
        """Return how many pixels lie before the left end of the view."""
        return (self.scale.left - self._limits.first) * self.scale.per_day

    @property
    def down(self) -> int:
        """Return how many pixels of the lanes lie above the view."""
        return self.verticalScrollBar().value()

    def show_content(self, content: Content) -> None:
        """Show other entries or lanes; the scale stays if the entries are the same."""
        is_same = content.entries == self.content.entries
        self.content = content
        self._sizes.clear()
        if is_same:
            self._lay_out()
        else:
            self._limits = range_of(content.entries)
            self.verticalScrollBar().setValue(0)
            self.show_all()

    def show_all(self) -> None:
        """Have every day in sight."""
        self._is_whole = True
        self._zoom_to(self._least())

    def zoom_by(self, factor: float, x: float | None = None) -> None:
        """Zoom in, or out; the day at pixel `x` stays there, or else the current factor."""
        wanted = self.scale.per_day * factor
        per_day = max(self._least(), min(wanted, max(_MOST_PER_DAY, self._least())))
        self._is_whole = per_day == self._least()
        self._zoom_to(per_day, self._anchor() if x is None else x)

    def zoom_in(self) -> None:
        """See fewer years, with more room, and say which."""
        self.zoom_by(ZOOM)
        self._say_sight()

    def zoom_out(self) -> None:
        """See more years at once, and say which."""
        self.zoom_by(1 / ZOOM)
        self._say_sight()

    def see_all(self) -> None:
        """Have every day in sight, and say which."""
        self.show_all()
        self._say_sight()

    def pan(self, x: float, y: float) -> None:
        """Move what is in sight by pixels: to the left and up, if positive."""
        self._move_to(self.scale._replace(left=self.scale.day(x)))
        self.verticalScrollBar().setValue(round(self.down + y))

    def select(self, factor: str, *, says: bool = True) -> None:
        """Make a factor the current one, have it in sight, and say so."""
        if factor not in self.content:
            return
        self._current = factor
        self._show_box(self.plan.boxes[factor])
        self.viewport().update()
        self._tell()
        if says:
            announce(self, self.content.described(factor))
            self.factor_reached.emit(factor)

    def box_at(self, point: QPointF) -> Box | None:
        """Return what lies at a point of the view."""
        y = point.y() - painting.AXIS + self.down
        tops = (place.header_top(self.down) for place in self.plan.lanes)
        if point.y() < painting.AXIS or any(top <= y < top + HEADER for top in tops):
            return None
        return self.plan.box_at(point.x(), y, self.offset)

    def size_of(self, entry: TimelineEntry) -> Size:
        """Return how large an entry's words are, with what is around them: on two or three lines.

        No words take more than half of the view, so that there is room for them on either side.
        """
        if entry.id not in self._sizes:
            above = self._small_type.width(self.content.above_title(entry))
            title = self._type.width(entry.title)
            room = self._widest - 2 * LABEL_INSET
            wide = min(max(above, title), room) + 2 * LABEL_INSET
            self._sizes[entry.id] = wide, self._heights[title > room]
        return self._sizes[entry.id]

    def _measure_type(self) -> None:
        font = self.font()
        self._type, self._small_type = Letters(font), Letters(painting.small(font))
        self._heights = painting.height_of(font, 1), painting.height_of(font, 2)

    def hue(self, theme: str) -> QColor:
        """Return a theme's colour."""
        return self.theme.hue(self.content.hue_of(theme))

    def name_of(self, lane: Lane) -> str:
        """Return a lane's name."""
        return self.content.name_of(lane)

    def _say_sight(self) -> None:
        announce(self, in_sight(self.scale, self.room))

    def _tell(self) -> None:
        """Say in words what is current and in sight: what is painted is no element of its own.

        A reader may read it out at each change: who walks already is not told the keys again.
        """
        here = f"{self.content.described(self.current)}." if self.current else ""
        keys = "" if self.current else self.whatsThis()
        said = (here, f"{self.content.counted()}.", in_sight(self.scale, self.room), keys)
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def _least(self) -> float:
        return self.room / (self._limits.last - self._limits.first)

    def _anchor(self) -> float:
        """Return the pixel that stays where it is: of the current factor, or in the middle."""
        middle = self.room / 2
        box = self.plan.boxes.get(self.current)
        if box is None or box.ends is None:
            return middle
        x = box.start - self.offset
        return x if 0 <= x <= self.room else middle

    def _zoom_to(self, per_day: float, x: float = 0) -> None:
        scale = self.scale.zoomed(per_day, x)
        self.scale = scale.within(self._limits, self.room)
        self._lay_out()

    def _move_to(self, scale: Scale) -> None:
        self.scale = scale.within(self._limits, self.room)
        self._place_bars()
        self._tell()
        self.viewport().update()

    def _lay_out(self) -> None:
        width = self.room
        widest = max(4.0 * LABEL_INSET, min(_WIDEST_WORDS, width / 2))
        if widest != self._widest:
            self._widest = widest
            self._sizes.clear()
        self.plan = make_plan(
            self.content.lanes, self._limits, self.scale.per_day, width, self.size_of
        )
        self._place_bars()
        self._tell()
        self.viewport().update()

    def _place_bars(self) -> None:
        """Have the scroll bars show what is in sight; they know whole pixels only."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        width, height = self.room, self.viewport().height() - painting.AXIS
        self._is_placing = True
        try:
            across.setPageStep(width)
            across.setSingleStep(width // 20)
            across.setRange(0, max(0, round(self.plan.width - width)))
            across.setValue(round(self.offset))
            down.setPageStep(height)
            down.setSingleStep(LINE_STEP)
            down.setRange(0, max(0, round(self.plan.height - height)))
        finally:
            self._is_placing = False

    def _take_bar(self, value: int) -> None:
        if not self._is_placing:
            left = self._limits.first + value / self.scale.per_day
            self._move_to(self.scale._replace(left=left))

    def _show_box(self, box: Box) -> None:
        """Scroll as far as need be for a box to be in sight, its words at least."""
        bar, height = self.verticalScrollBar(), self.viewport().height() - painting.AXIS
        top, bottom = box.top - TO_ROWS, box.top + box.height + LANE_GAP
        bar.setValue(round(min(top, max(bar.value(), bottom - height))))
        if box.ends is None:
            return
        width = self.room
        left = box.left - self.offset
        right = left + self.size_of(box.entry)[0]
        if left < 0 or right > width:
            wanted = self.offset + (left - MARGIN if left < 0 else right - width + MARGIN)
            day = self._limits.first + wanted / self.scale.per_day
            self._move_to(self.scale._replace(left=day))

    def _walk(self, step: Step) -> None:
        here = self.current
        self.select(self.content.after(here, step) if here else self.content.first)

    def _zooms(self, event: QKeyEvent) -> bool:
        """Zoom if the key says so; return whether it was one of these keys."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0:
            self.see_all()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        with QPainter(self.viewport()) as painter:
            painting.paint(painter, self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: the axis and the names of the lanes do not move along."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure all words anew in another type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure_type()
            self._sizes.clear()
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in sight, if it was, or else the day at the left."""
        super().resizeEvent(event)
        if self._is_whole or self.scale.per_day < self._least():
            self.show_all()
        else:
            self._zoom_to(self.scale.per_day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, or open the current factor."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif step and self.content.lanes:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.factor_chosen.emit(self.current)
        elif not self._zooms(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current factor, and show which it is."""
        super().focusInEvent(event)
        self.viewport().update()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select(self.current or self.content.first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say what can be done with a factor; the menu key asks for the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        box = self.plan.boxes.get(self.current) if by_key else self.box_at(QPointF(event.pos()))
        if box is None:
            return
        self.select(box.entry.id)
        left = max(0.0, box.left - (self.offset if box.ends else 0))
        corner = QPoint(round(left), round(box.top + box.height - self.down + painting.AXIS))
        self.menu_wanted.emit(
            box.entry.id, self.viewport().mapToGlobal(corner if by_key else event.pos())
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a factor, or of the empty ground."""
        self._pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a factor out of the timeline, or the ground along."""
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was pressed, if it was not dragged."""
        self._pointing.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else pan."""
        gestures.turn_wheel(self, event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is under the pointer; zoom by pinching."""
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            box = self.box_at(QPointF(event.pos()))
            words = self.tooltip_of(box.entry.id) if box else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        if self._pointing.pinch(event):
            return True
        return super().viewportEvent(event)
