"""The sheet on which a question and its answer stand, and below it what is pressed next."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

COLUMN = 560


class Sheet(QWidget):
    """One column that scrolls, and a foot that stays in sight however long the answer is."""

    def __init__(self, parent: QWidget) -> None:
        """Start with nothing on it."""
        super().__init__(parent)
        self._column = column = QWidget()
        column.setMaximumWidth(COLUMN)
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(4, 4, 4, 4)
        self._rows.setSpacing(12)
        self._page = centred = QWidget()
        across = QHBoxLayout(centred)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea(self)
        scroll.setWidget(centred)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(4, 4, 4, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._foot)

    def enlarge(self, times: float) -> None:
        """Write what stands in the column so much larger than the interface."""
        points = round(QFontInfo(self.font()).pointSizeF() * times, 1)
        # Under a style sheet, what is inside takes no font from what it is in.
        self._column.setStyleSheet(f"* {{ font-size: {points}pt; }}" if times > 1 else "")

    def add(self, widget: QWidget) -> None:
        """Put something below what stands there."""
        self._rows.addWidget(widget)

    def add_to_foot(self, widget: QWidget) -> None:
        """Put something to press in the foot."""
        self._foot.addWidget(widget)

    def show_from(self, widget: QWidget) -> None:
        """Scroll until something begins in the upper half, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._show_from(widget))

    def _show_from(self, widget: QWidget) -> None:
        top = widget.mapTo(self._page, widget.rect().topLeft()).y()
        half = self._scroll.viewport().height() // 2
        bar = self._scroll.verticalScrollBar()
        if top > bar.value() + half:
            bar.setValue(top - half)

    def turn_page(self, pages: int) -> None:
        """Scroll down by so many pages, or up."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def clear(self) -> None:
        """Take everything away."""
        for rows in (self._rows, self._foot):
            while item := rows.takeAt(0):
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        self._scroll.verticalScrollBar().setValue(0)
