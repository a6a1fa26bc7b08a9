"""An essay to plan: pieces for both sides, picked or written, a judgement, and a scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from studyapp.domain.kinds.essay import Essay, EssayPlan
from studyapp.domain.kinds.evidence import Piece, Side
from studyapp.domain.kinds.kind import Given
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.planning.evidence_tray import EvidenceTray
from studyapp.ui.self_test.planning.plan_buttons import PlanButtons
from studyapp.ui.self_test.planning.reasons_view import (
    ReasonsView,
    small_heading,
    tell_reasons,
)
from studyapp.ui.self_test.planning.scale import Scale
from studyapp.ui.self_test.planning.side_view import SideView
from studyapp.ui.self_test.question_views.answer_field import AnswerField
from studyapp.ui.self_test.question_views.question_view import QuestionView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EssayView(QuestionView):
    """Ctrl+Enter hands the plan in; its points are marked, and the student judges it."""

    content: Essay

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the plan as it was left."""
        super().__init__(card, theme, parent)
        begun = card.begun if isinstance(card.begun, EssayPlan) else EssayPlan(((), ()))
        names = [self._name(side) for side in self.content.sides]
        self.sides = [self._side(name) for name in names]
        self.tray: EvidenceTray | None = None
        if card.around:
            self.tray = EvidenceTray(card.around, names, self)
            self.tray.picked.connect(lambda side, piece: self.sides[side].put(piece))
            self.rows.addWidget(self.tray)
        self.field = self._judgement(begun.judgement)
        self.scale: Scale | None = None
        if self.content.scale:
            self.rows.addWidget(
                small_heading(self, self.tr("How far? Any place will do, with a reason"))
            )
            self.scale = Scale(self.content.scale, begun.step, self)
            self.scale.changed.connect(self.changed)
            self.rows.addWidget(self.scale)
        self.buttons = PlanButtons(self)
        self.rows.addWidget(self.buttons)
        for side, pieces in zip(self.sides, begun.sides, strict=True):
            for piece in pieces:
                side.list.add(piece)
        for side in self.sides:
            side.changed.connect(self.changed)
        self.setFocusProxy(self.sides[0].line)

    @property
    def how_to_submit(self) -> str:
        """Enter begins a new line here."""
        return self.tr("Set your plan beside the evidence (Ctrl+Enter)")

    def given(self) -> Given | None:
        """Return the plan, once there is anything of one."""
        plan = self.plan()
        return plan if plan.is_begun else None

    def plan(self) -> EssayPlan:
        """Return the plan as it stands."""
        first, second = (side.pieces() for side in self.sides)
        step = self.scale.step() if self.scale else None
        return EssayPlan((first, second), self.field.toPlainText().strip(), step)

    def show_marked(self, marked: Marked) -> None:
        """Say of all evidence whether the plan has it, and of the judgement what it has."""
        self.is_marked = True
        self._close_off()
        headings = {
            Side.FOR: self.tr("What speaks for it"),
            Side.AGAINST: self.tr("And against"),
            Side.ALIKE: self.tr("What is alike"),
            Side.DIFFERENT: self.tr("And what differs"),
        }
        if marked.grade:
            judged = self.tr("Your judgement")
            points = marked.grade.points
            self.add_reasons(ReasonsView(self, points, self.content.evidence, headings, judged))
        else:
            tell_reasons(self, self.content.evidence, headings)

    def _name(self, side: Side) -> str:
        names = {
            Side.FOR: self.tr("For"),
            Side.AGAINST: self.tr("Against"),
            Side.ALIKE: self.tr("Alike"),
            Side.DIFFERENT: self.tr("Different"),
        }
        return names[side]

    def _side(self, name: str) -> SideView:
        side = SideView(name, self._piece_of, self)
        side.list.sent.connect(lambda to: self._send(side, to))
        side.list.passage_requested.connect(self.passage_requested)
        self.rows.addWidget(side)
        return side

    def _judgement(self, begun: str) -> AnswerField:
        self.rows.addWidget(small_heading(self, self.tr("Judgement")))
        field = AnswerField(self)
        field.make_sheet()
        field.setAccessibleName(self.tr("Your judgement, and why"))
        field.setPlainText(begun)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.submitted.connect(self.submitted)
        field.textChanged.connect(self.changed)
        self.rows.addWidget(field)
        return field

    def _piece_of(self, factor: str) -> Piece | None:
        return self.card.around.piece_of_factor(factor) if self.card.around else None

    def _send(self, source: SideView, to: int) -> None:
        """Put the current piece of a side on one of the sides."""
        target = self.sides[to]
        if target is not source and (piece := source.list.take_current()):
            target.put(piece)

    def _close_off(self) -> None:
        for side in self.sides:
            side.close_off()
        self.field.setReadOnly(True)
        if self.tray:
            self.tray.hide()
        if self.scale:
            self.scale.close_off()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter, which elsewhere checks the board."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and not self.is_marked and _hands_in(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in on Ctrl+Enter, wherever the focus is."""
        if not self.is_marked and _hands_in(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


def _hands_in(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in _ENTER
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
