"""What every view of a question is: it shows one card, and takes one answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.theme import Theme
from studyapp.ui.plain_text import escape
from studyapp.ui.self_test.points_view import PointsView

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import PointMark
    from studyapp.domain.grading.point_passages import Place


def take_no_more(widget: QWidget) -> None:
    """Leave a widget as it is, to be read again; disabled, it would be too pale for that."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if isinstance(widget, QAbstractButton):
        _hold(widget)


def _hold(button: QAbstractButton) -> None:
    """Keep a button as it was chosen: a screen reader presses it without mouse and focus."""
    if group := button.group():
        group.setExclusive(False)
    button.setAutoExclusive(False)
    was = button.isChecked()
    button.toggled.connect(lambda _on: button.setChecked(was))


class QuestionView(QWidget):
    """Takes an answer: `changed` says there is more or less of it, `submitted` that it is done.

    `passage_requested` asks for a passage by its id, `overruled` names a key point of a marked
    answer on which the student has a word. `content` is what the kind of the question has made of
    it, as it is shown; each view knows the kind it is for.
    """

    content: Any

    changed = Signal()
    submitted = Signal()
    passage_requested = Signal(str)
    overruled = Signal(int)

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask `card`."""
        super().__init__(parent)
        self.card, self.theme, self.content = card, theme, card.content
        self.is_marked = False
        self.points_view: PointsView | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)

    @property
    def how_to_submit(self) -> str:
        """What the button says that hands the answer in."""
        return self.tr("Check the answer (Enter)")

    def with_way(self, text: str, passage: str | None) -> QLabel:
        """Return a line of text with the way to the passage that it rests on, if it does."""
        label = QLabel(escape(text), self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        if passage:
            way = escape(self.tr("Show the passage"))
            label.setText(f'{label.text()} <a href="{escape(passage)}">{way}</a>')
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            label.linkActivated.connect(self.passage_requested)
        return label

    def add_points(
        self,
        points: Sequence[PointMark],
        *,
        first: int = 0,
        sure: bool = False,
        settled: bool = False,
        places: Sequence[Place | None] = (),
    ) -> None:
        """List the key points of a marked answer from the `first` on; of none the list is none.

        What is not said is wrong where that is `sure`; what is `settled`, nobody can overrule. By
        each that was not found stands where the note says it, if its place is known.
        """
        if points[first:]:
            view = PointsView(
                points, self.theme, self, first=first, sure=sure, settled=settled, places=places
            )
            view.passage_requested.connect(self.passage_requested)
            self.add_reasons(view)

    def add_reasons(self, points_view: PointsView) -> None:
        """Show the key points of a marked answer, on which the student has the last word."""
        self.points_view = points_view
        points_view.overruled.connect(self.overruled)
        self.rows.addWidget(points_view)

    def show_points(self, points: Sequence[PointMark]) -> None:
        """Show what holds of the key points by now."""
        if self.points_view:
            self.points_view.show_points(points)

    def given(self) -> Given | None:
        """Return the answer as it stands, or None while there is none."""
        raise NotImplementedError

    @property
    def has_begun(self) -> bool:
        """Say whether something was done that nobody would like to do again."""
        return self.given() is not None

    def show_marked(self, marked: Marked) -> None:
        """Show what was right and wrong, and take no more input."""
        raise NotImplementedError
