"""The row above the timeline: axis or list, and how far one looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from studyapp.ui.board.controls import tool_button


class Toolbar(QWidget):
    """Timeline or list, nearer and farther; `list_wanted` says which of the two is wanted."""

    list_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        """Start on the timeline."""
        super().__init__(parent)
        self.axis_button = tool_button(self.tr("Timeline"), self.tr("See it on an axis"), self)
        self.list_button = tool_button(
            self.tr("List"), self.tr("The same as a list, for keyboard and screen reader"), self
        )
        self.out_button = tool_button("−", self.tr("See more years at once (-)"), self)
        self.out_button.setAccessibleName(self.tr("Zoom out"))
        self.in_button = tool_button("+", self.tr("See fewer years, with more room (+)"), self)
        self.in_button.setAccessibleName(self.tr("Zoom in"))
        self.all_button = tool_button(self.tr("All"), self.tr("Have everything in sight (0)"), self)
        self._views = QButtonGroup(self)
        for button in (self.axis_button, self.list_button):
            button.setCheckable(True)
            self._views.addButton(button)
        self.axis_button.setChecked(True)
        self.axis_button.clicked.connect(lambda: self.list_wanted.emit(False))
        self.list_button.clicked.connect(lambda: self.list_wanted.emit(True))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.axis_button)
        row.addWidget(self.list_button)
        row.addStretch(1)
        for button in (self.out_button, self.in_button, self.all_button):
            button.setProperty("flat", True)
            row.addWidget(button)

    def show_list(self, shown: bool) -> None:
        """Show which of the two views is in front; only time can be zoomed."""
        (self.list_button if shown else self.axis_button).setChecked(True)
        for button in (self.out_button, self.in_button, self.all_button):
            button.setEnabled(not shown)
