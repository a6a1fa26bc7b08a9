"""A small card beside a word that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from studyapp.ui.announce import announce

if TYPE_CHECKING:
    from studyapp.domain.course import GlossaryTerm

_WIDTH = 340
# Time for the pointer to cross from the word to its card.
_CROSSING_MS = 250


class TermCard(QFrame):
    """Shows one glossary term; stays while the pointer is on it, and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        self.name = QLabel(self)
        self.name.setProperty("role", "title")
        self.kind = QLabel(self)
        self.kind.setProperty("role", "muted")
        self.definition = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for label in (self.name, self.kind, self.definition):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        self._leaving = QTimer(self, singleShot=True, interval=_CROSSING_MS)
        self._leaving.timeout.connect(self._leave)
        # A tool tip window would stay above other programs.
        QApplication.instance().applicationStateChanged.connect(self._follow)  # type: ignore[union-attr]

    def explain(self, term: GlossaryTerm, at: QPoint) -> None:
        """Explain a term below a place on the screen, or above it where there is no room."""
        self._leaving.stop()
        self.name.setText(term.name)
        others = self.tr("also: {names}").format(names=", ".join(term.aliases))
        kind = self._kind(term.kind)
        self.kind.setText(f"{kind} · {others}" if term.aliases else kind)
        self.definition.setText(term.definition)
        self.setAccessibleName(f"{term.name}: {term.definition}")
        self.adjustSize()
        self.move(self._fitting(at))
        self.show()
        announce(self, f"{term.name}, {self.kind.text()}. {term.definition}")

    def leave_soon(self) -> None:
        """Close, unless the pointer is on its way here."""
        self._leaving.start()

    def _leave(self) -> None:
        if not self.underMouse():
            self.hide()

    def _follow(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.hide()

    def _kind(self, kind: str) -> str:
        names = {
            "person": self.tr("Person"),
            "place": self.tr("Place"),
            "body": self.tr("Body"),
            "idea": self.tr("Idea"),
            "event": self.tr("Event"),
            "thing": self.tr("Thing"),
        }
        return names.get(kind, kind)

    def _fitting(self, at: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        below = at.y() + 6
        fits = below + self.height() <= room.bottom()
        return QPoint(x, below if fits else max(room.top(), at.y() - self.height() - 28))

    def leaveEvent(self, event: QEvent) -> None:
        """Close when the pointer goes away."""
        self.leave_soon()
        super().leaveEvent(event)
