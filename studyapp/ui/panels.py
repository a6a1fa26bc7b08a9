"""Dockable panels: a title, a widget that gets the focus, and tabs instead of a second title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class Panel(QDockWidget):
    """A panel of the window. `setWidget` may come later than the panel itself."""

    def __init__(self, name: str, title: str, window: QMainWindow) -> None:
        """Make a panel without content; `name` is what the layout is remembered by."""
        super().__init__(title, window)
        self.setObjectName(name)
        # A tab, or the panel's own content, already says what it is; a floating one needs a title.
        self._no_title = QWidget(self)
        self.setTitleBarWidget(self._no_title)
        self.topLevelChanged.connect(self._show_title_only_when_floating)

    def focus(self) -> None:
        """Show the panel in front of its tabs and give its content the focus."""
        self.show()
        self.raise_()
        content = self.widget()
        if content:
            content.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_title_only_when_floating(self, floating: bool) -> None:
        self.setTitleBarWidget(None if floating else self._no_title)  # type: ignore[arg-type]
