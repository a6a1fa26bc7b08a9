"""One palette and one style sheet for the whole window, in a light and a dark scheme."""

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from studyapp.ui.look import tokens
from studyapp.ui.look.style_sheet import style_sheet
from studyapp.ui.look.tokens import Scheme

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "wrong",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "strong line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "accent",
}

# How much darker than the window Fusion draws an outline, in per cent.
_DARKENED = 130
# Whose window is darker than this is dark.
_HALF = 128


class Theme(QObject):
    """The scheme in use; whoever paints by hand asks it for colours and listens to `changed`."""

    changed = Signal()

    def __init__(self, scheme: Scheme = "light", parent: QObject | None = None) -> None:
        """Start with a scheme, without touching the application yet."""
        super().__init__(parent)
        self._take(scheme)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role of `tokens.COLOURS`."""
        return QColor(self._colours[role])

    def hue(self, name: str) -> QColor:
        """Return the colour of a course theme's hue; an unknown hue is grey."""
        return QColor(self._hues.get(name, self._hues["grey"]))

    def css(self) -> dict[str, str]:
        """Return every role's colour as #RRGGBB, for rich text."""
        return self._colours

    def use(self, scheme: Scheme) -> None:
        """Switch the application to a scheme and tell whoever paints by hand."""
        self._take(scheme)
        self.dress(_application())
        self.changed.emit()

    def dress(self, application: QApplication) -> None:
        """Give the application this scheme's palette and style sheet."""
        application.setPalette(self._palette())
        for widget in ("QCheckBox", "QRadioButton"):
            # The stubs ask for bytes, which PySide6 then refuses.
            application.setPalette(self._outlined(), widget)  # type: ignore[arg-type]
        application.setStyleSheet(style_sheet(self._colours))

    def _take(self, scheme: Scheme) -> None:
        self.scheme: Scheme = scheme
        self._colours = tokens.colours(scheme)
        self._hues = tokens.hues(scheme)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        disabled = QPalette.ColorGroup.Disabled
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(disabled, role, self.colour("strong line"))
        return palette

    def _outlined(self) -> QPalette:
        """Return the palette for boxes to tick: Fusion draws them darker than the window.

        One that has the focus it draws in the colour of what is selected, which is pale.
        """
        palette = self._palette()
        palette.setColor(QPalette.ColorRole.Highlight, self.colour("accent"))
        palette.setColor(QPalette.ColorRole.Window, self.colour("strong line").lighter(_DARKENED))
        return palette


def scheme_of(palette: QPalette) -> Scheme:
    """Return the scheme of a palette: Qt's own, before ours, is what the desktop asks for.

    The hint that says so itself is one of `Qt`'s names, which cost a tenth of the start.
    """
    return "dark" if palette.color(QPalette.ColorRole.Window).lightness() < _HALF else "light"


def system_scheme(application: QApplication) -> Scheme:
    """Return the scheme the desktop asks for; one that asks for none gets light."""
    dark = application.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
