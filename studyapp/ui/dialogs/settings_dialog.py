"""Settings: colours, type, language, and the plan of study. Every choice takes effect at once."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.workspace import Workspace
from studyapp.ui.dialogs.study_page import StudyPage
from studyapp.ui.look import tokens
from studyapp.ui.preferences import LINE_SPACINGS, SCHEMES, Preferences
from studyapp.ui.translation import PSEUDO


class SettingsDialog(QDialog):
    """Shows the preferences and the plan, and keeps each change of them."""

    plan_changed = Signal()

    def __init__(
        self, preferences: Preferences, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        """Show what `preferences` hold now, and the plan of `workspace`."""
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Settings"))
        looks = QWidget()
        self._form = QFormLayout(looks)
        self._form.setContentsMargins(0, 12, 0, 0)
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._add_looks()
        self._add_type()
        self._add_language()
        self.study = StudyPage(workspace, preferences)
        self.study.changed.connect(self.plan_changed)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(looks, self.tr("A&ppearance"))
        self.pages.addTab(self.study, self.tr("S&tudy"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.pages)
        layout.addWidget(buttons)
        self.setMinimumWidth(620)

    def _add_looks(self) -> None:
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self.scheme = QComboBox()
        for scheme in SCHEMES:
            self.scheme.addItem(names[scheme], scheme)
        self.scheme.setCurrentIndex(self.scheme.findData(self._preferences.scheme))
        self.scheme.activated.connect(self._choose_scheme)
        self._form.addRow(self.tr("&Colours"), self.scheme)

    def _add_type(self) -> None:
        self.own_font = QCheckBox(self.tr("Choose a &font for notes"))
        self.family = QFontComboBox()
        chosen = self._preferences.note_family
        self.own_font.setChecked(bool(chosen))
        self.family.setEnabled(bool(chosen))
        self.family.setAccessibleName(self.tr("Font of the notes"))
        self.family.setCurrentFont(QFont(chosen) if chosen else self.font())
        self.own_font.toggled.connect(self._choose_own_font)
        self.family.currentFontChanged.connect(self._choose_family)
        self._form.addRow("", self.own_font)
        self._form.addRow(self.tr("F&ont of the notes"), self.family)
        self._add_size()
        self._add_spacing()

    def _add_size(self) -> None:
        self.points = QComboBox()
        smallest, largest = tokens.NOTE_POINTS_RANGE
        for points in range(smallest, largest + 1):
            self.points.addItem(self.tr("{points} pt").format(points=points), points)
        self.points.setCurrentIndex(self.points.findData(self._preferences.note_points))
        self.points.activated.connect(self._choose_points)
        self._form.addRow(self.tr("&Size of the notes"), self.points)

    def _add_spacing(self) -> None:
        self.spacing = QComboBox()
        for spacing in LINE_SPACINGS:
            self.spacing.addItem(f"{spacing:g} ×", spacing)
        self.spacing.setCurrentIndex(self.spacing.findData(self._preferences.line_spacing))
        self.spacing.activated.connect(self._choose_spacing)
        self._form.addRow(self.tr("&Line spacing"), self.spacing)

    def _add_language(self) -> None:
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "")
        self.language.addItem("English", "en")
        if self._preferences.language == PSEUDO:
            self.language.addItem(
                self.tr("Pseudo-language, to find what is not translated"), PSEUDO
            )
        at = self.language.findData(self._preferences.language)
        self.language.setCurrentIndex(max(0, at))
        self.language.activated.connect(self._choose_language)
        self._form.addRow(self.tr("L&anguage"), self.language)
        hint = QLabel(self.tr("The language changes when StudyApp is started again."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self._form.addRow("", hint)

    def _choose_scheme(self) -> None:
        self._preferences.scheme = self.scheme.currentData()

    def _choose_own_font(self, own: bool) -> None:
        self.family.setEnabled(own)
        self._preferences.note_family = self.family.currentFont().family() if own else ""

    def _choose_family(self, font: QFont) -> None:
        if self.own_font.isChecked():
            self._preferences.note_family = font.family()

    def _choose_points(self) -> None:
        self._preferences.note_points = self.points.currentData()

    def _choose_spacing(self) -> None:
        self._preferences.line_spacing = self.spacing.currentData()

    def _choose_language(self) -> None:
        self._preferences.language = self.language.currentData()

    def reject(self) -> None:
        """Close, unless a date was typed that cannot be read: that is pointed at first."""
        if self.study.may_be_left():
            super().reject()
            return
        self.pages.setCurrentWidget(self.study)
        self.study.point_at_wrong()
