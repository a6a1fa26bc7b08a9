"""One view for each way of answering. A new kind of question is one more class and one row."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.course import Evidence, Option, Side
from studyapp.domain.messages import message
from studyapp.domain.text import utf16_length, words
from studyapp.services.asking import AskedCard
from studyapp.services.study_session import ChoiceAnswer, Given, Marked, TypedAnswer
from studyapp.ui.marks import RIGHT, THE_RIGHT_ONE, WRONG, marked_label
from studyapp.ui.self_test.points_view import PointsView
from studyapp.ui.theme import Theme
from studyapp.ui.translation import sentence

_WORD = re.compile(r"[^\W_](?:[^\W_]|[’'](?=\w))*")


class QuestionView(QWidget):
    """Takes an answer: `changed` says there is more or less of it, `submitted` that it is done.

    `passage_requested` asks for a passage by its id, `overruled` names a key point of a marked
    answer on which the student has a word.
    """

    changed = Signal()
    submitted = Signal()
    passage_requested = Signal(str)
    overruled = Signal(int)

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask `card`."""
        super().__init__(parent)
        self.card, self.theme = card, theme
        self.is_marked = False
        self.points_view: PointsView | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)

    def given(self) -> Given | None:
        """Return the answer as it stands, or None while there is none."""
        raise NotImplementedError

    def show_marked(self, marked: Marked) -> None:
        """Show what was right and wrong, and take no more input."""
        raise NotImplementedError


class ChoiceView(QuestionView):
    """Options to choose from; the digits choose too."""

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the options of `card`, as boxes where several are right."""
        super().__init__(card, theme, parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not card.several)
        self.buttons: list[QAbstractButton] = []
        for index, option in enumerate(card.options):
            button = QCheckBox() if card.several else QRadioButton()
            words = self.words(option)
            button.setText(f"{index + 1}  {words}".replace("&", "&&"))
            button.setAccessibleName(words)
            button.setMinimumHeight(32)
            self._group.addButton(button, index)
            self.rows.addWidget(button)
            self.buttons.append(button)
        self._group.idToggled.connect(self.changed)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

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
        for index, button in enumerate(self.buttons):
            # A disabled button would be too pale to be read again.
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            option = marked.options[index]
            if option.right or button.isChecked():
                chosen = RIGHT if button.isChecked() else THE_RIGHT_ONE
                mark = chosen if option.right else WRONG
                at = self.rows.indexOf(button) + 1
                self.rows.insertWidget(at, marked_label(mark, option.why, self.theme, self))

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


class TypedView(QuestionView):
    """A field to type in: Enter hands the answer in, Shift+Enter begins a new line."""

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a field with what was written already."""
        super().__init__(card, theme, parent)
        self.field = AnswerField(self)
        self.field.setPlainText(card.begun)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.submitted.connect(self.submitted)
        self.field.textChanged.connect(self.changed)
        self.rows.addWidget(self.field)
        self.setFocusProxy(self.field)

    def given(self) -> Given | None:
        """Return what was typed."""
        typed = self.field.toPlainText().strip()
        return TypedAnswer(typed) if typed else None

    def show_marked(self, marked: Marked) -> None:
        """List the key points that were found and those that were not; underline what said them."""
        self.field.setReadOnly(True)
        points = marked.grade.points if marked.grade else ()
        self.field.underline(
            {word for point in points if point.said == "found" for word in point.words},
            {word for point in points if point.said == "partly" for word in point.words},
        )
        if points:
            self.points_view = PointsView(points, self.theme, self, sure=marked.sure)
            self.points_view.overruled.connect(self.overruled)
            self.rows.addWidget(self.points_view)


class EssayView(TypedView):
    """A sheet to plan an essay on: Ctrl+Enter hands it in, and the student judges it."""

    def __init__(self, card: AskedCard, theme: Theme, parent: QWidget | None = None) -> None:
        """Show a sheet with what was written already."""
        super().__init__(card, theme, parent)
        self.field.make_sheet()

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
            held = [item for item in self.card.evidence if item.side is side]
            if held:
                label = QLabel(heading, self)
                label.setProperty("role", "muted")
                self.rows.addWidget(label)
            for item in held:
                self.rows.addWidget(self._told(item))

    def _told(self, item: Evidence) -> QLabel:
        label = QLabel(f"• {escape(item.text)}", self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        if item.passage:
            way = escape(self.tr("Show the passage"))
            label.setText(f'{label.text()} <a href="{escape(item.passage)}">{way}</a>')
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            label.linkActivated.connect(self.passage_requested)
        return label


class AnswerField(QPlainTextEdit):
    """A small text field that hands itself in on Enter; made a sheet, a large one on Ctrl+Enter."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with room for three lines."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Your answer"))
        self.setPlaceholderText(self.tr("Type your answer"))
        self.setTabChangesFocus(True)
        self._is_sheet = False
        self._give_lines(3)

    def make_sheet(self) -> None:
        """Take several paragraphs."""
        self._is_sheet = True
        self.setPlaceholderText(
            self.tr("Plan your essay: the evidence, both sides, your judgement (Ctrl+Enter: done)")
        )
        self._give_lines(8)

    def _give_lines(self, count: int) -> None:
        self.setFixedHeight(count * self.fontMetrics().lineSpacing() + 24)

    def underline(self, said: set[str], in_part: AbstractSet[str] = frozenset()) -> None:
        """Underline the words of the answer that are among `said`; with dots, those `in_part`."""
        text = self.toPlainText()
        lines = QTextCharFormat.UnderlineStyle
        places = []
        for found in _WORD.finditer(text):
            spoken = words(found[0].casefold())
            style = lines.SingleUnderline if said.intersection(spoken) else lines.DotLine
            if said.union(in_part).intersection(spoken):
                start, length = utf16_length(text[: found.start()]), utf16_length(found[0])
                places.append(self._underlined(start, length, style))
        self.setExtraSelections(places)

    def _underlined(
        self, start: int, length: int, line: QTextCharFormat.UnderlineStyle
    ) -> QTextEdit.ExtraSelection:
        place = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setUnderlineStyle(line)
        place.cursor, place.format = cursor, style
        return place

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Enter on a sheet; leave Ctrl+Z to the window while nothing was typed."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._hands_in(event):
            # Elsewhere the key checks the board.
            event.accept()
            return True
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if undo and not self.document().isUndoAvailable():
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand in on Enter unless Shift is held, or on Ctrl+Enter."""
        if self._hands_in(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _hands_in(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        held = event.modifiers()
        return enter and bool(held & control if self._is_sheet else not held & shift)


VIEWS: dict[str, type[QuestionView]] = {
    "choice": ChoiceView,
    "typed": TypedView,
    "essay": EssayView,
    "gap": TypedView,
    "why": TypedView,
    "date": TypedView,
    "meaning": TypedView,
    "does": YesNoView,
}


def wrapping_label(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps and shows its text as it is, without markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
