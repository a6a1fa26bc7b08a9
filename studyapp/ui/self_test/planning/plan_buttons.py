"""Copies a plan as text, or prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from studyapp.ui.announce import announce
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.rendering.plan_paper import PlanPaper
    from studyapp.ui.self_test.question_views.essay_view import EssayView


class PlanButtons(QWidget):
    """What can be done with a plan besides having it marked."""

    def __init__(self, view: EssayView) -> None:
        """Take the plan of `view` as it stands when a button is pressed."""
        super().__init__(view)
        self._view = view
        self.copy_button = QPushButton(self.tr("Copy the plan"), self)
        self.copy_button.setToolTip(self.tr("Copy the plan as text"))
        self.copy_button.clicked.connect(self.copy)
        self.print_button = QPushButton(self.tr("Print the plan…"), self)
        self.print_button.clicked.connect(self.print_plan)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.copy_button, self.print_button):
            button.setAutoDefault(True)
            row.addWidget(button)

    def paper(self) -> PlanPaper:
        """Return the plan as it goes on paper."""
        from studyapp.rendering.plan_paper import PlanPaper

        view, plan = self._view, self._view.plan()
        judged = [plan.judgement] if plan.judgement else []
        if plan.step is not None:
            judged.append(self.tr("How far: {step}").format(step=view.content.scale[plan.step]))
        named = zip(view.sides, plan.sides, strict=True)
        parts = [(side.name, [piece.text for piece in pieces]) for side, pieces in named]
        course = view.card.around.course if view.card.around else ""
        parts.append((self.tr("Judgement"), judged))
        return PlanPaper(course, sentence(view.card.prompt), parts)

    def copy(self) -> None:
        """Put the plan on the clipboard as text."""
        from studyapp.rendering.plan_paper import plan_text

        QApplication.clipboard().setText(plan_text(self.paper()))
        announce(self, self.tr("The plan was copied."))

    def print_plan(self) -> None:
        """Ask for a printer and print the plan."""
        # Printing takes a library of its own, which few need.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from studyapp.rendering.note_printing import a4
        from studyapp.rendering.plan_paper import print_plan

        paper, printer = self.paper(), QPrinter()
        printer.setDocName(paper.prompt)
        printer.setPageLayout(a4())
        if QPrintDialog(printer, self.window()).exec() == QPrintDialog.DialogCode.Accepted:
            print_plan(paper, printer)
