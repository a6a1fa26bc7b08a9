"""Dockable panels: a title, a widget that gets the focus, and tabs instead of a second title."""

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget


def in_sight(widget: QWidget) -> bool:
    """Say whether any of a widget is to be seen: Qt calls a panel behind another tab visible."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


class Panel(QDockWidget):
    """A panel of the window. `setWidget` may come later than the panel itself."""

    resized = Signal()

    def __init__(self, name: str, title: str, window: QMainWindow | None = None) -> None:
        """Make a panel without content; `name` is what the layout is remembered by.

        Without a window it stands nowhere, and nothing shows it, until it is put into one.
        """
        super().__init__(title, window)
        self.setObjectName(name)
        # A tab, or the panel's own content, already says what it is; a floating one needs a title.
        self._no_title = QWidget(self)
        self.setTitleBarWidget(self._no_title)
        self.topLevelChanged.connect(self._show_title_only_when_floating)
        self._in_front = False
        self._content: QWidget | None = None
        self._make: Callable[[], QWidget] | None = None
        # Around the content, because a dock whose own widget is hidden asks for a negative size.
        holder = QWidget(self)
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(0, 0, 0, 0)
        super().setWidget(holder)
        # Behind another's tab a dock is still visible to Qt, which only moves it out of sight:
        # its content would go on working, and would take keys that are meant for what is shown.
        self.visibilityChanged.connect(self._show_content)

    def setWidget(self, widget: QWidget) -> None:
        """Hold `widget`, which is visible only while the panel is in front."""
        self._layout.addWidget(widget)
        widget.setVisible(self._in_front)
        self._content = widget

    def make_when_shown(self, make: Callable[[], QWidget]) -> None:
        """Hold what `make` returns, from when the panel is first in front."""
        self._make = make
        if self._in_front:
            self.fill()

    def fill(self) -> None:
        """Have the content now that is otherwise made when the panel is first in front."""
        if self._make and not self._content:
            self.setWidget(self._make())

    def focus(self) -> None:
        """Show the panel in front of its tabs and give its content the focus."""
        if self.parentWidget() is None:
            return
        self.show()
        self.raise_()
        self.fill()
        if self._content:
            # The dock says only later that it is in front, and what is hidden takes no focus.
            self._content.show()
            self._content.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the panel has another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def _show_content(self, in_front: bool) -> None:
        self._in_front = in_front
        if in_front:
            self.fill()
        # A minimised window comes back as it was, with the focus where it was.
        if self._content and not self.window().isMinimized():
            self._content.setVisible(in_front)

    def _show_title_only_when_floating(self, floating: bool) -> None:
        self.setTitleBarWidget(None if floating else self._no_title)  # type: ignore[arg-type]
