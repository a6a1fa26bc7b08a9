"""A card on the board, that can be lifted and gets the focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from studyapp.ui.board.face_painting import LIFT, Face, FacePainter
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import CARD_HEIGHT, CARD_WIDTH

_RING = 4
_SMALL_BELOW = 0.5


class CardItem(QGraphicsItem):
    """A card that can be lifted; it only paints, the scene moves it."""

    def __init__(self, factor: str, theme: Theme) -> None:
        """Make an empty card for a factor."""
        super().__init__()
        self.factor = factor
        self.face = Face("")
        self.is_lifted = False
        self._theme = theme
        self._area = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
        self._lines: list[str] | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_face(self, face: Face, tooltip: str) -> None:
        """Show something else on the card."""
        self.setToolTip(tooltip)
        if face != self.face:
            self.face, self._lines = face, None
            self.update()

    def set_width(self, width: float) -> None:
        """Make the card wider or narrower."""
        if width != self._area.width():
            self.prepareGeometryChange()
            self._area, self._lines = QRectF(0, 0, width, CARD_HEIGHT), None

    def lift(self, is_lifted: bool) -> None:
        """Lift the card above the others, or lay it down."""
        self.prepareGeometryChange()
        self.is_lifted = is_lifted
        self.setZValue(1 if is_lifted else 0)
        hand = Qt.CursorShape.ClosedHandCursor if is_lifted else Qt.CursorShape.OpenHandCursor
        self.setCursor(hand)

    def lines(self) -> list[str]:
        """Return the title as it stands on the card, the last line cut off if it must be."""
        if self._lines is None:
            self._lines = self._painter().lines(self.face, self._area.width())
        return self._lines

    def boundingRect(self) -> QRectF:
        """Return the card with its focus ring, and its shadow while it is lifted."""
        margin = LIFT + _RING if self.is_lifted else _RING
        return self._area.adjusted(-margin, -margin, margin, margin)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the card; when it is tiny, without anything that could not be read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        faces, width = self._painter(), self._area.width()
        if self.is_lifted:
            faces.shadow(painter, width)
        faces.ground(painter, self.face, width, self.is_lifted)
        if detail >= _SMALL_BELOW:
            faces.words(painter, self.face, width, self.lines())
        if self.hasFocus() and not self.is_lifted:
            faces.ring(painter, width)

    def _painter(self) -> FacePainter:
        return FacePainter(self._theme, self.scene().font())
