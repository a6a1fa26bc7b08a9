"""Settings: colours, type, plan and language. Every choice takes effect at once."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.plan import Plan
from studyapp.ui import tokens
from studyapp.ui.preferences import LINE_SPACINGS, SCHEMES, Preferences
from studyapp.ui.translation import PSEUDO

_NEW_A_DAY = (0, 5, 10, 15, 20, 30, 50, 100)
_TURNOVERS = tuple(range(0, 7 * 60, 60))


class SettingsDialog(QDialog):
    """Shows the preferences and writes each change to them."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show what `preferences` hold now."""
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Settings"))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(12)
        self._form.setHorizontalSpacing(16)
        self._add_looks()
        self._add_type()
        self._add_plan()
        self._add_language()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

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

    def _add_plan(self) -> None:
        plan = self._preferences.plan
        self.new_a_day = QComboBox()
        for count in sorted({*_NEW_A_DAY, plan.new_a_day}):
            self.new_a_day.addItem(str(count), count)
        self.new_a_day.setCurrentIndex(self.new_a_day.findData(plan.new_a_day))
        self.turnover = QComboBox()
        for minutes in sorted({*_TURNOVERS, plan.turnover_min}):
            self.turnover.addItem(f"{minutes // 60:02}:{minutes % 60:02}", minutes)
        self.turnover.setCurrentIndex(self.turnover.findData(plan.turnover_min))
        for box in (self.new_a_day, self.turnover):
            box.activated.connect(self._choose_plan)
        self._form.addRow(self.tr("&New cards a day"), self.new_a_day)
        self._form.addRow(self.tr("A new &day begins at"), self.turnover)

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

    def _choose_plan(self) -> None:
        self._preferences.plan = Plan(self.new_a_day.currentData(), self.turnover.currentData())

    def _choose_language(self) -> None:
        self._preferences.language = self.language.currentData()
