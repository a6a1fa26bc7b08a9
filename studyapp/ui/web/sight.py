"""Where one looks at the web from: how closely, and which part of it."""

from PySide6.QtCore import QPointF, QRectF

SMALLEST, LARGEST = 0.08, 2.0
# Words can be read from this scale on.
READABLE = 0.65
_HOME = QPointF(-16, -16)


class Sight:
    """A scale and a place, for a view of so much room. Points of the view are in its pixels."""

    def __init__(self) -> None:
        """Look at the beginning, at natural size."""
        self.room = QRectF()
        self.scale, self.origin = 1.0, QPointF(_HOME)
        # Whether all is to be seen, whatever is added.
        self.fits = True

    @property
    def area(self) -> QRectF:
        """What is seen of the web, in its own pixels."""
        return QRectF(self.origin, self.room.size() / self.scale)

    def to_web(self, point: QPointF) -> QPointF:
        """Return the place of the web at a point of the view."""
        return self.origin + point / self.scale

    def to_view(self, place: QPointF) -> QPointF:
        """Return the point of the view where a place of the web is seen."""
        return (place - self.origin) * self.scale

    def shows(self, area: QRectF) -> bool:
        """Say whether an area of the web is seen whole."""
        return self.area.contains(area)

    def pan(self, by: QPointF) -> None:
        """Look further right and down by pixels of the view."""
        self.fits = False
        self.origin += by / self.scale

    def zoom(self, factor: float, fixed: QPointF) -> None:
        """Look closer, or from farther off, so that one point stays where it is."""
        before = self.to_web(fixed)
        self.fits = False
        self.scale = max(SMALLEST, min(LARGEST, self.scale * factor))
        self.origin = before - fixed / self.scale

    def look_at(self, place: QPointF) -> None:
        """Have a place in the middle."""
        self.fits = False
        self.origin = place - self.room.center() / self.scale

    def fit(self, whole: QRectF, smallest: float = SMALLEST) -> None:
        """Show the whole web, at its natural size at most, and keep doing so.

        What would be smaller than `smallest` is seen from its upper edge on.
        """
        self.fits = True
        self.scale, self.origin = 1.0, QPointF(_HOME)
        if not whole.isEmpty() and not self.room.isEmpty():
            ratio = min(self.room.width() / whole.width(), self.room.height() / whole.height())
            self.scale = max(smallest, min(1.0, ratio))
            self.origin = whole.center() - self.room.center() / self.scale
            if self.area.height() < whole.height():
                self.origin.setY(whole.top())
