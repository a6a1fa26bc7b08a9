"""What is pressed once there is an answer: have it checked, or be shown the right one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studyapp.ui.self_test.question_views.question_view import QuestionView


class CheckRow(QWidget):
    """Two buttons below a question; the one that checks is off until there is an answer."""

    checked = Signal()
    given_up = Signal()

    def __init__(self, question: QuestionView, parent: QWidget | None = None) -> None:
        """Stand below `question`."""
        super().__init__(parent)
        self.check_button = QPushButton(self.tr("Check answer"))
        self.check_button.setProperty("primary", True)
        self.check_button.setToolTip(question.how_to_submit)
        self.check_button.clicked.connect(self.checked)
        self.show_button = QPushButton(self.tr("Show the &answer"))
        self.show_button.setToolTip(self.tr("See the answer without giving one (Alt+A)"))
        self.show_button.clicked.connect(self.given_up)
        buttons = QHBoxLayout(self)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.show_button, 1)
        buttons.addWidget(self.check_button, 2)
        for each in (self.check_button, self.show_button):
            each.setAutoDefault(True)
        # Who has answered and goes on with Tab means to have it checked.
        self.setTabOrder(self.check_button, self.show_button)
        self._question = question
        question.changed.connect(self._see_if_there_is_an_answer)
        self._see_if_there_is_an_answer()

    def _see_if_there_is_an_answer(self) -> None:
        self.check_button.setEnabled(self._question.given() is not None)
