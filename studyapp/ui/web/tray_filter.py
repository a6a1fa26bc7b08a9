"""The field above the tray: what is typed there has only the cards shown that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from studyapp.ui.announce import announce

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas

# Fewer cards are found at a glance.
_FEW = 8
_INTO_THE_TRAY = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class TrayFilter(QLineEdit):
    """Filters the tray of a canvas as one types; Escape empties it, Enter goes to what is found."""

    def __init__(self, canvas: WebCanvas) -> None:
        """Start with all cards shown."""
        super().__init__(canvas)
        self.setPlaceholderText(self.tr("Find a card"))
        self.setAccessibleName(self.tr("Find a card in the tray"))
        self.setToolTip(self.tr("Show only cards with these words; Escape shows all"))
        # It stands in the line of the tray's label, lower than a field elsewhere.
        self.setStyleSheet("QLineEdit, QLineEdit:focus { padding: 0 6px; }")
        self.setAcceptDrops(False)
        self.textChanged.connect(self._filter)
        canvas.model.web_opened.connect(self.clear)
        self.hide()

    @property
    def _canvas(self) -> WebCanvas:
        # Kept as an attribute it would be a cycle, which Python may collect while Qt deletes it.
        return cast("WebCanvas", self.parentWidget())

    def take_place(self) -> None:
        """Stand above the tray, if there is something to find in it."""
        self.setGeometry(self._canvas.tray.field())
        wanted = bool(self.text()) or len(self._canvas.model.tray) > _FEW
        if not wanted and self.hasFocus():
            # Qt would give the focus to whatever comes next.
            self._canvas.setFocus()
        self.setVisible(wanted)

    def _filter(self, typed: str) -> None:
        tray, model = self._canvas.tray, self._canvas.model
        tray.typed = typed.strip()
        self._canvas.lay_tray_out()
        if self.hasFocus():
            words = self.tr("{found} of {count} cards in the tray")
            announce(self, words.format(found=len(tray.shown), count=len(model.tray)))

    def _go_into_tray(self) -> None:
        canvas = self._canvas
        if canvas.tray.shown:
            canvas.model.choose(canvas.tray.shown[0])
            canvas.show_card(canvas.tray.shown[0])
            canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; no key goes on to the web, which would walk and lay cards by it."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and not self.text():
            event.ignore()
            return
        if is_escape:
            self.clear()
        elif event.key() in _INTO_THE_TRAY:
            self._go_into_tray()
        else:
            super().keyPressEvent(event)
        event.accept()
