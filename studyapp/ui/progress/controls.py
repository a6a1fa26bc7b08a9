"""What is chosen above the figures, and what can be done with them below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studyapp.services.progress.statistics import Scope


class Head(QWidget):
    """Which cards the figures are of, tables or pictures, and the way to the self-test."""

    scope_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Start with the topic."""
        super().__init__(parent)
        self.scope_box = QComboBox(self)
        self.scope_box.setAccessibleName(self.tr("What the figures are of"))
        for scope, words in (
            (Scope.TOPIC, self.tr("This topic and below")),
            (Scope.COURSE, self.tr("This course")),
            (Scope.ALL, self.tr("All courses")),
        ):
            self.scope_box.addItem(words, scope)
        # It gives way in a narrow panel; its list is as wide as its words.
        self.scope_box.setMinimumContentsLength(8)
        self.scope_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scope_box.activated.connect(lambda _at: self.scope_chosen.emit(self.scope()))
        self.tables_button = QPushButton(self.tr("&Tables"), self)
        self.tables_button.setCheckable(True)
        self.tables_button.setToolTip(self.tr("Show every figure as a table"))
        self.test_button = QPushButton(self.tr("Test &me"), self)
        self.test_button.setProperty("primary", True)
        self.test_button.setToolTip(self.tr("Answer what is due here"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.scope_box, 1)
        row.addWidget(self.tables_button)
        row.addWidget(self.test_button)

    def scope(self) -> Scope:
        """Return what the figures are to be of."""
        scope = self.scope_box.currentData()
        return scope if isinstance(scope, Scope) else Scope(scope)

    def show_scope(self, name: str) -> None:
        """Choose a scope by its name."""
        names = [scope.value for scope in Scope]
        self.scope_box.setCurrentIndex(names.index(name) if name in names else 0)


class Foot(QWidget):
    """Paper, a file, and whether days in a row are told."""

    def __init__(self, parent: QWidget) -> None:
        """Lay them out below each other where there is little width."""
        super().__init__(parent)
        self.streak_box = QCheckBox(self.tr("Tell &days in a row"), self)
        self.print_button = QPushButton(self.tr("&Print…"), self)
        self.print_button.setToolTip(self.tr("Print these figures as tables"))
        self.export_button = QPushButton(self.tr("E&xport as CSV…"), self)
        self.export_button.setToolTip(self.tr("Write these tables to a file for a spreadsheet"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.streak_box)
        rows.addLayout(buttons)
