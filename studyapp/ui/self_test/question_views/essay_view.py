"""A sheet to plan an essay on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from studyapp.domain.kinds.essay import Essay, Side
from studyapp.services.asking import AskedCard
from studyapp.services.study_session import Marked
from studyapp.ui.self_test.question_views.typed_view import TypedView
from studyapp.ui.theme import Theme


class EssayView(TypedView):
    """A sheet to plan an essay on: Ctrl+Enter hands it in, and the student judges it."""

    content: Essay

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a sheet with what was written already."""
        super().__init__(card, theme, parent)
        self.field.make_sheet()

    @property
    def how_to_submit(self) -> str:
        """Enter begins a new line here."""
        return self.tr("Set your plan beside the evidence (Ctrl+Enter)")

    def show_marked(self, marked: Marked) -> None:
        """Set the evidence for both sides below the plan, each with the way to its passage."""
        super().show_marked(marked)
        headings = {
            Side.FOR: self.tr("What speaks for it"),
            Side.AGAINST: self.tr("And against"),
            Side.ALIKE: self.tr("What is alike"),
            Side.DIFFERENT: self.tr("And what differs"),
        }
        for side, heading in headings.items():
            held = [item for item in self.content.evidence if item.side is side]
            if held:
                label = QLabel(heading, self)
                label.setProperty("role", "muted")
                self.rows.addWidget(label)
            for item in held:
                self.rows.addWidget(self.with_way(f"• {item.text}", item.passage))
