"""The view of the board's scene: fits it to its width, and scrolls along with a drag."""

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from studyapp.domain.boards.board import Move
from studyapp.ui.board.dropping import Dropping
from studyapp.ui.board.layout import NARROWEST
from studyapp.ui.board.meant import Meant, meant_on
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.scene import BoardScene
from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.pointing import LongPress, is_finger

_MARGIN = 4
_EDGE = 28
_SCROLL_STEP = 10
_SCROLL_MS = 16


class BoardView(QGraphicsView):
    """A board as wide as the view; what does not fit below is scrolled to.

    `factor_dropped` carries a factor that was dragged here and is not on the board.
    """

    factor_dropped = Signal(str)

    def __init__(self, model: BoardModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a scene of `model`."""
        super().__init__(parent)
        # Cards are painted with the viewport as an argument. Qt's own is a widget that Python has
        # never seen: to wrap it, PySide makes the types of all widgets there are.
        self.setViewport(QWidget())
        # A view does not own its scene: without a reference it would be gone at once.
        self.board = BoardScene(model, theme, self)
        self.setScene(self.board)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setMinimumSize(NARROWEST + 24, 120)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The window's style sheet gives it the ground of a page, its scroll bar included.
        self.setStyleSheet("QGraphicsView { background: transparent; }")
        self.setAccessibleName(self.tr("Board"))
        self.setAccessibleDescription(
            self.tr("Arrow keys walk the cards; Ctrl and an arrow key moves a card.")
        )
        self.board.is_still = self._is_still
        self._pointer = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_along)
        self.setAcceptDrops(True)
        self._dropping = Dropping(self)
        self._long_press = LongPress(self.viewport(), self.board.cancel_drag)
        self._swiped: float | None = None
        self.board.card_reached.connect(self._show_card)
        self.board.menu_wanted.connect(self._show_menu)
        model.board_opened.connect(self._begin_at_top)
        model.factor_moved.connect(self._follow)

    def meant_by(self, topic: str) -> Meant:
        """Return the cards of the tray that are a topic's, or why there is none."""
        return meant_on(self.board.model, topic)

    def _is_still(self) -> bool:
        """Say whether the person wants nothing to glide."""
        # Asked when a card is moved first: the type of styles takes 10 ms to make.
        from PySide6.QtWidgets import QStyle

        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(duration, None, self) == 0

    def _follow(self, step: Move) -> None:
        if self.hasFocus() and step.factor == self.board.current:
            self._show_card(step.factor)

    def _begin_at_top(self) -> None:
        """Show another board from its upper edge, unless one stands at a card of it."""
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)

    def _show_card(self, factor: str) -> None:
        self.ensureVisible(self.board.target(factor), 8, 8)

    def _show_menu(self, factor: str, at: QPointF) -> None:
        # With the first menu: it brings the types of menus and keys.
        from studyapp.ui.board.moving import move_menu

        menu = move_menu(self.board.model, factor, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.mapFromScene(at)))

    def scroll_along(self, pointer: QPoint) -> None:
        """Scroll as long as a card is held at the upper or lower edge."""
        self._pointer = pointer
        if self.board.drag and self._scroll_by():
            self._scrolling.start()

    def _scroll_along(self) -> None:
        by = self._scroll_by()
        if not self.board.drag or not by:
            self._scrolling.stop()
            return
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by)
        self.board.drag_to(self.mapToScene(self._pointer))

    def _scroll_by(self) -> int:
        if self._pointer.y() < _EDGE:
            return -_SCROLL_STEP
        return _SCROLL_STEP if self._pointer.y() > self.viewport().height() - _EDGE else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a card, or with a finger of the ground."""
        point = event.position()
        self._long_press.press(event)
        on_ground = is_finger(event) and self.itemAt(point.toPoint()) is None
        self._swiped = point.y() if on_ground else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._long_press.stop()
        self._swiped = None
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along when a card is carried to the edge, or with the finger on the ground."""
        self._long_press.move(event)
        if self._swiped is not None:
            bar, y = self.verticalScrollBar(), event.position().y()
            bar.setValue(bar.value() + round(self._swiped - y))
            self._swiped = y
        super().mouseMoveEvent(event)
        self.scroll_along(event.position().toPoint())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take up a factor that is carried in."""
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Leave everything as it was."""
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let it lie where it was let go."""
        self._dropping.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the board out for the new size."""
        super().resizeEvent(event)
        # The scene is told the size without scroll bars. Were it to lay itself out when the bar
        # comes, it would change its own size while Qt is still using the one before.
        whole = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        self.board.set_size(whole.width(), whole.height(), bar)
