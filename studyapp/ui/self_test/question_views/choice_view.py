"""Options to choose from, one or several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QWidget,
)

from studyapp.domain.kinds.choice import Choice, ChoiceAnswer, Option
from studyapp.domain.kinds.kind import Given
from studyapp.domain.messages import message
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.turn import Marked
from studyapp.ui.look.marks import MISSED, RIGHT, THE_RIGHT_ONE, WRONG, marked_label
from studyapp.ui.look.theme import Theme
from studyapp.ui.self_test.question_views.question_view import QuestionView, take_no_more
from studyapp.ui.self_test.wrapping_label import wrapping_label
from studyapp.ui.translation import sentence

_NARROWEST, _WIDEST = 120, 10_000
# What stands beside the words: the box and the number.
_BESIDE = 52
_INDENT = "\n    "


def lines_of(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a text in lines of at most some width; a word that is wider has a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class ChoiceView(QuestionView):
    """Options to choose from; the digits choose too."""

    content: Choice

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the options of `card`, as boxes where several are right."""
        super().__init__(card, theme, parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not self.content.several)
        self.buttons: list[QAbstractButton] = []
        how = self.tr("Choose all that are right") if self.content.several else ""
        if how:
            label = wrapping_label(how, self)
            label.setProperty("role", "muted")
            self.rows.addWidget(label)
        for index, option in enumerate(self.content.options):
            button = QCheckBox() if self.content.several else QRadioButton()
            button.setAccessibleName(self.words(option))
            # As narrow as the panel, not as wide as its words: they are broken to fit.
            button.setMinimumWidth(_NARROWEST)
            button.setAccessibleDescription(how)
            button.setMinimumHeight(32)
            self._group.addButton(button, index)
            self.rows.addWidget(button)
            self.buttons.append(button)
        for index in card.begun.chosen if isinstance(card.begun, ChoiceAnswer) else ():
            self.buttons[index].setChecked(True)
        self._group.idToggled.connect(self.changed)
        self._break_words(_WIDEST)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def _break_words(self, width: int) -> None:
        """Put each option's words into lines of this width: a button breaks none itself."""
        for number, button in enumerate(self.buttons, 1):
            lines = lines_of(button.accessibleName(), button.fontMetrics(), width - _BESIDE)
            button.setText(f"{number}  {_INDENT.join(lines)}".replace("&", "&&"))

    def words(self, option: Option) -> str:
        """Return what an option says."""
        return option.text

    def given(self) -> Given | None:
        """Return the indices of the chosen options."""
        chosen = frozenset(i for i, button in enumerate(self.buttons) if button.isChecked())
        return ChoiceAnswer(chosen) if chosen else None

    def show_marked(self, marked: Marked) -> None:
        """Mark each option that was right or chosen, with its reason below it."""
        self.is_marked = True
        left_out = MISSED if self.content.several else THE_RIGHT_ONE
        for index, button in enumerate(self.buttons):
            take_no_more(button)
            option = self.content.options[index]
            if option.right or button.isChecked():
                chosen = RIGHT if button.isChecked() else left_out
                mark = chosen if option.right else WRONG
                at = self.rows.indexOf(button) + 1
                self.rows.insertWidget(at, marked_label(mark, option.why, self.theme, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._break_words(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit; Enter hands the answer in."""
        digit = event.text()
        if self.is_marked:
            super().keyPressEvent(event)
        elif digit.isdecimal() and 0 < int(digit) <= len(self.buttons):
            button = self.buttons[int(digit) - 1]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class YesNoView(ChoiceView):
    """Yes or no, in the interface's language."""

    def words(self, option: Option) -> str:
        """Return an option's words as the interface says them."""
        return sentence(message(option.text))
