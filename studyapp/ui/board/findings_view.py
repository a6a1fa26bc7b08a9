"""What marking says of the board, a sentence for each factor, with the passage that says so."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from studyapp.domain.boards.marking import Finding, FindingKind
from studyapp.domain.boards.signs import by_need
from studyapp.ui.board.marks import MARKS
from studyapp.ui.board.model import BoardModel
from studyapp.ui.long_words import breakable
from studyapp.ui.look.marks import marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.translation import sentence


class FoundRow(NamedTuple):
    """A finding as it is shown: what it is about, why, and what of an answer counted, as HTML."""

    kind: FindingKind
    title: str
    reason: str
    passage: str | None = None
    counted: str = ""


class FindingRows(QScrollArea):
    """A list of findings; what is to mend comes first."""

    passage_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[FoundRow, ...] = ()
        self._note = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The window's style sheet gives it the ground of a page, its scroll bar included.
        self.setStyleSheet("QScrollArea { background: transparent; }")
        self.setAccessibleName(self.tr("Findings"))
        # Its buttons take the focus; without any, the keyboard must still be able to scroll it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_rows(self, rows: Sequence[FoundRow], note: str = "") -> None:
        """Show findings under a note, and keep the place when only some of them went away."""
        if (tuple(rows), note) == (self._shown, self._note):
            return
        stays = all(row in self._shown for row in rows)
        self._shown, self._note = tuple(rows), note
        place = self.verticalScrollBar().value() if stays else 0
        self._fill()
        self.verticalScrollBar().setValue(place)

    def show_again(self) -> None:
        """Paint what is shown in the colours of now."""
        self._fill()

    def _fill(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(4, 4, 8, 4)
        rows.setSpacing(0)
        if self._note:
            note = _wrapping(self._note, page)
            note.setProperty("role", "muted")
            note.setContentsMargins(0, 4, 0, 8)
            rows.addWidget(note)
        for finding in by_need(self._shown):
            if rows.count():
                rows.addWidget(_rule(page))
            rows.addWidget(self._row(finding, page))
        rows.addStretch(1)
        self.setWidget(page)

    def _row(self, found: FoundRow, page: QWidget) -> QWidget:
        row = QWidget(page)
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 8, 0, 8)
        lines.setSpacing(4)
        heading = marked_label(MARKS[found.kind], found.title, self._theme, row)
        heading.setProperty("role", "title")
        lines.addWidget(heading)
        lines.addWidget(_wrapping(found.reason, row))
        if found.counted:
            lines.addWidget(_wrapping(found.counted, row, Qt.TextFormat.RichText))
        if found.passage:
            lines.addWidget(self._passage_button(found.passage, found.title, row))
        return row

    def _passage_button(self, passage: str, title: str, row: QWidget) -> QToolButton:
        button = QToolButton(row)
        button.setText(self.tr("Show passage"))
        button.setToolTip(self.tr("Go to where the note says so"))
        button.setAccessibleName(self.tr("Show passage on {factor}").format(factor=title))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.passage_requested.emit(passage))
        return button


class FindingsView(FindingRows):
    """The findings of a board's factors."""

    def __init__(self, model: BoardModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self._model = model

    def show_findings(self, findings: Sequence[Finding], note: str = "") -> None:
        """Show findings under a note."""
        self.show_rows([self._row_of(finding) for finding in findings], note)

    def _row_of(self, finding: Finding) -> FoundRow:
        title = self._model.factor(finding.factor).title
        return FoundRow(finding.kind, title, sentence(finding.reason), finding.passage)


def _wrapping(text: str, parent: QWidget, form: Qt.TextFormat = Qt.TextFormat.PlainText) -> QLabel:
    label = QLabel(breakable(text) if form is Qt.TextFormat.PlainText else text, parent)
    label.setTextFormat(form)
    label.setWordWrap(True)
    return label


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule
