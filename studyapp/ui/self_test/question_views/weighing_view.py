"""Two fields, one for each side: what a source is worth, and what speaks for a statement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.domain.kinds.two_fields import TwoFields, Weighing
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.planning.reasons_view import (
    ReasonsView,
    small_heading,
    tell_reasons,
)
from studyapp.ui.self_test.planning.scale import Scale
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.question_views.question_view import QuestionView
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import translated

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WeighingView(QuestionView):
    """Enter goes on to the second field, and from there hands in."""

    content: Weighing

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what is weighed, then the fields with what was written already."""
        super().__init__(card, theme, parent)
        begun = card.begun if isinstance(card.begun, TwoFields) else TwoFields(("", ""))
        self.scale = self.show_subject(begun)
        self.fields = [
            self._field(name, text) for name, text in zip(self.names(), begun.texts, strict=True)
        ]
        self.fields[0].submitted.connect(self.fields[1].setFocus)
        self.fields[1].submitted.connect(self.submitted)
        self.setFocusProxy(self.scale or self.fields[0])

    def show_subject(self, begun: TwoFields) -> Scale | None:
        """Show what stands above the fields; return the scale, if there is one."""
        raise NotImplementedError

    def names(self) -> Sequence[str]:
        """Return what is asked for in each of the fields."""
        raise NotImplementedError

    def given(self) -> Given | None:
        """Return what was typed, once there is anything."""
        first, second = (field.toPlainText().strip() for field in self.fields)
        step = self.scale.step() if self.scale else None
        return TwoFields((first, second), step) if first or second or step is not None else None

    def show_marked(self, marked: Marked) -> None:
        """Mark each reason below the fields, with the way to it, and underline what said it."""
        self.is_marked = True
        points = marked.grade.points if marked.grade else ()
        evidence, sides = self.content.evidence, self.content.sides
        for side, field in zip(sides, self.fields, strict=True):
            field.setReadOnly(True)
            told = zip(evidence, points, strict=False)
            field.underline([point for item, point in told if item.side is side])
        if self.scale:
            self.scale.close_off()
        headings = dict(zip(sides, self.names(), strict=True))
        if points:
            judged = self.tr("Your place") if self.scale else ""
            self.add_reasons(ReasonsView(self, points, evidence, headings, judged))
        else:
            tell_reasons(self, evidence, headings)

    def _field(self, name: str, text: str) -> AnswerField:
        self.rows.addWidget(small_heading(self, name))
        field = AnswerField(self)
        field.setAccessibleName(name)
        field.setPlainText(text)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.textChanged.connect(self.changed)
        self.rows.addWidget(field)
        return field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from the scale to the fields on Enter."""
        if event.key() in _ENTER and not self.is_marked:
            self.fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class SourceView(WeighingView):
    """A source with whose it is, and fields for its value and its limits."""

    content: Source

    def show_subject(self, begun: TwoFields) -> None:
        """Show the source in a box."""
        box = QFrame(self)
        box.setProperty("role", "card")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.addWidget(wrapping_label(self.content.words, box))
        origin = wrapping_label(self.content.origin, box)
        origin.setProperty("role", "muted")
        rows.addWidget(origin)
        self.rows.addWidget(box)

    def names(self) -> Sequence[str]:
        """Ask by origin, purpose and content."""
        return (
            self.tr("Useful: what its origin, purpose and content are worth"),
            self.tr("Limited: what its origin, purpose and content take from it"),
        )


class StatementView(WeighingView):
    """A scale, and fields for what speaks for the statement and against it."""

    content: Statement

    def show_subject(self, begun: TwoFields) -> Scale:
        """Show the scale: the course's words, or else the interface's."""
        own = self.content.scale
        steps = own or [translated(step) for step in self.content.steps]
        self.rows.addWidget(small_heading(self, self.tr("Where do you stand? Any place will do")))
        scale = Scale(steps, begun.step, self)
        scale.changed.connect(self.changed)
        self.rows.addWidget(scale)
        return scale

    def names(self) -> Sequence[str]:
        """Ask for reasons on both sides, wherever one stands."""
        return (self.tr("What speaks for it"), self.tr("What speaks against it"))
