"""One figure on the panel: its title, what it says, and its picture or its table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studyapp.domain.progress.figure_words import Section
from studyapp.domain.progress.figures import Figures
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import INTERFACE_POINTS
from studyapp.ui.progress import pictures
from studyapp.ui.progress.charts import Chart
from studyapp.ui.progress.link_map import LinkMap
from studyapp.ui.progress.table import TableView
from studyapp.ui.translation import sentence, translated

_TITLE_SCALE = 1.25


class SectionView(QWidget):
    """Made for one figure by its name; `link_chosen` carries the card of a weak link."""

    link_chosen = Signal(str)

    def __init__(self, section: Section, theme: Theme, parent: QWidget) -> None:
        """Be ready for one figure."""
        super().__init__(parent)
        self._theme = theme
        self._figures: Figures | None = None
        self._section = section
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(INTERFACE_POINTS * _TITLE_SCALE)
        font.setBold(True)
        self.title.setFont(font)
        self.said = QLabel(self)
        for label in (self.title, self.said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.chart: Chart | None = None
        self.table: TableView | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        self.rows.addWidget(self.title)
        self.rows.addWidget(self.said)

    def show_section(self, section: Section, figures: Figures, *, as_table: bool) -> None:
        """Show the figure as it stands now."""
        self._section, self._figures = section, figures
        self.title.setText(translated(section.title))
        self.said.setText(sentence(section.words))
        self.show_as(as_table=as_table)

    def show_as(self, *, as_table: bool) -> None:
        """Show the table, or the picture where there is one."""
        has_rows = bool(self._section.rows)
        chart = self._made_chart() if has_rows and not as_table else None
        table = self._made_table() if has_rows and as_table else None
        if chart and self._figures:
            pictures.feed(chart, self._section, self._figures)
        if table:
            table.show_section(self._section)
        for widget, wanted in ((self.chart, chart), (self.table, table)):
            if widget:
                widget.setVisible(widget is wanted)

    def stop(self) -> QWidget | None:
        """Return what of it takes the focus, if anything does."""
        shown = (each for each in (self.chart, self.table) if each and not each.isHidden())
        return next(shown, None)

    def _made_chart(self) -> Chart | None:
        if self.chart is None:
            self.chart = pictures.make(self._section.name, self._theme)
            if self.chart:
                self.rows.addWidget(self.chart)
            if isinstance(self.chart, LinkMap):
                self.chart.chosen.connect(self.link_chosen)
        return self.chart

    def _made_table(self) -> TableView:
        if self.table is None:
            self.table = TableView(translated(self._section.title), self)
            self.table.row_chosen.connect(self._choose)
            self.rows.addWidget(self.table)
        return self.table

    def _choose(self, row: int) -> None:
        if self._figures and self._section.name == "links":
            self.link_chosen.emit(self._figures.links[row].card)
