"""The line above the note: back and forward, where one is, the headings, and the type."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from studyapp.domain.pages import HeadingEntry, NotePage
from studyapp.ui import qt_numbers
from studyapp.ui.plain_text import as_written


class ElidedLabel(QLabel):
    """A label that shortens its text at the left when there is no room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._whole = ""
        self.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        """Show `text`, and the whole of it in the tooltip."""
        self._whole = text
        self.setToolTip(as_written(text))
        self.setAccessibleName(text)
        self._fit()

    def _fit(self) -> None:
        # Qt's own way wants a name of `Qt`, which the first paint can do without.
        whole, width, metrics = self._whole, self.width(), QFontMetrics(self.font())
        if metrics.horizontalAdvance(whole) > width:
            shorter = [f"…{whole[at:]}" for at in range(len(whole) + 1)]
            fits = bisect_left(shorter, True, key=lambda it: metrics.horizontalAdvance(it) <= width)
            self.setText(shorter[min(fits, len(whole))])
        else:
            self.setText(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text anew."""
        super().resizeEvent(event)
        self._fit()


class NoteHeader(QWidget):
    """Emits what the person wants; knows only the page that is shown."""

    back_requested = Signal()
    forward_requested = Signal()
    heading_requested = Signal(str)
    size_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a page."""
        super().__init__(parent)
        self.back = self._button("←", self.tr("Back (Alt+Left)"))
        self.back.clicked.connect(self.back_requested)
        self.forward = self._button("→", self.tr("Forward (Alt+Right)"))
        self.forward.clicked.connect(self.forward_requested)
        self.trail = ElidedLabel(self)
        self.trail.setProperty("role", "muted")
        self.headings = self._button(self.tr("Headings"), self.tr("Headings (Ctrl+J)"))
        self._entries: Sequence[HeadingEntry] = ()
        self._headings_menu = self._menu(self.headings)
        self._headings_menu.aboutToShow.connect(self._list_headings)
        self.type = self._button("Aa", self.tr("Size of the text"))
        self._fill_type_menu(self._menu(self.type))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        for widget in (self.back, self.forward):
            layout.addWidget(widget)
        layout.addWidget(self.trail, 1)
        for widget in (self.headings, self.type):
            layout.addWidget(widget)

    def show_page(self, page: NotePage) -> None:
        """Show where a page stands and take its headings."""
        self.trail.show_text(" ▸ ".join((*page.trail, page.title)))
        self._entries = page.headings
        self.headings.setEnabled(bool(page.headings))

    def enable_steps(self, back: bool, forward: bool) -> None:
        """Say which way there is somewhere to go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_headings(self) -> None:
        """Open the list of headings."""
        self.headings.showMenu()

    def _list_headings(self) -> None:
        self._headings_menu.clear()
        for heading in self._entries:
            indent = "    " * max(0, heading.level - 1)
            action = self._headings_menu.addAction(indent + heading.text.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked, passage=heading.passage: self.heading_requested.emit(passage)
            )

    def _fill_type_menu(self, menu: QMenu) -> None:
        for text, by in (
            (self.tr("Larger (Ctrl++)"), 1),
            (self.tr("Smaller (Ctrl+-)"), -1),
            (self.tr("Usual size (Ctrl+0)"), 0),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked, step=by: self.size_requested.emit(step))

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("flat", True)
        return button

    def _menu(self, button: QToolButton) -> QMenu:
        menu = QMenu(button)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu
