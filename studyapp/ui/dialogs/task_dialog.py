"""Makes a task of the open board: its title, its cards, and the help that it allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.domain.boards.teacher_task import (
    LONGEST_INSTRUCTION,
    LONGEST_TITLE,
    Help,
    TeacherTask,
)
from studyapp.domain.boards.ways import Way, fewest_cards
from studyapp.domain.sought import time_of
from studyapp.ui.board.wording import title_and_date, way_question
from studyapp.ui.plain_text import as_written
from studyapp.ui.primary_button import primary_button

if TYPE_CHECKING:
    from studyapp.domain.course import Factor
    from studyapp.services.boards.board_session import BoardSession
    from studyapp.services.boards.web_session import WebSession

_ID = Qt.ItemDataRole.UserRole


class TaskDialog(QDialog):
    """Begins with the whole board; Enter makes the task once it has a title and enough cards."""

    def __init__(
        self,
        session: BoardSession | WebSession,
        factor: Callable[[str], Factor],
        parent: QWidget | None = None,
    ) -> None:
        """Take the board or web that `session` has open; `factor` knows what is on its cards."""
        super().__init__(parent)
        self._board, self._help, self._gives_work = session.task, session.help, session.gives_work
        self._fewest = fewest_cards(session.task.way)
        self.setWindowTitle(self.tr("Make a task"))
        self.title = self._field(self.tr("Title"), session.about.title, LONGEST_TITLE)
        question = way_question(session.task.way)
        self.instruction = self._field(self.tr("Instruction"), "", LONGEST_INSTRUCTION)
        self.instruction.setPlaceholderText(question)
        self.cards = self._list(factor)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.hints = self._box(self.tr("&Hints may be asked for"), self._help.hints)
        self.reasons = self._box(
            self.tr("The check gives a &reason for each link, not only how many are right")
            if session.task.way is Way.WEB
            else self.tr("The check gives a &reason for each card, not only how many are right"),
            self._help.reasons,
        )
        self.passages = self._box(
            self.tr("&Passages of the notes are shown with the reasons"), self._help.passages
        )
        self.reasons.toggled.connect(self.passages.setEnabled)
        self.passages.setEnabled(self.reasons.isChecked())
        self._lay_out()
        self.title.textChanged.connect(self._look)
        self.cards.itemChanged.connect(self._look)
        self._look()

    def _field(self, name: str, text: str, longest: int) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setMaxLength(longest)
        return field

    def _list(self, factor: Callable[[str], Factor]) -> QListWidget:
        cards = QListWidget(self)
        cards.setAccessibleName(self.tr("Cards"))
        cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards.setTextElideMode(Qt.TextElideMode.ElideRight)
        # As in a web's tray; where the order is asked none has a date, so they stand by title.
        for known in sorted(map(factor, self._board.offered), key=time_of):
            item = QListWidgetItem(cards)
            item.setText(title_and_date(known))
            item.setToolTip(as_written(item.text()))
            item.setData(_ID, known.id)
            item.setCheckState(Qt.CheckState.Checked)
        cards.setCurrentRow(0)
        return cards

    def _box(self, text: str, is_on: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(is_on)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Instruction"), self.instruction)
        form.addRow(self.tr("&Cards"), self.cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form, 1)
        for widget in (self.count, self.hints, self.reasons, self.passages, self._buttons()):
            layout.addWidget(widget)
        self.resize(560, 560)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.make_button = primary_button(self.tr("Save the task…"))
        buttons.addButton(self.make_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.make_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the cards that are ticked."""
        items = (self.cards.item(row) for row in range(self.cards.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def task(self) -> TeacherTask:
        """Return the task, without an id; a file gives it one."""
        helps = Help(self.hints.isChecked(), self.reasons.isChecked(), self.passages.isChecked())
        return TeacherTask(
            "",
            " ".join(self.title.text().split()),
            self._board.about,
            self._board.way,
            self.chosen(),
            " ".join(self.instruction.text().split()),
            helps,
        )

    def _look(self) -> None:
        chosen = self.chosen()
        is_enough = len(chosen) >= self._fewest
        words = self.tr("{count} of {all} cards; at least {fewest} are needed.")
        if is_enough and not self._gives_work(chosen):
            is_enough, words = False, self.tr("The course joins no two of these {count} cards.")
        told = words.format(count=len(chosen), all=self.cards.count(), fewest=self._fewest)
        self.count.setText(told)
        self.make_button.setEnabled(bool(self.title.text().strip()) and is_enough)
