"""What a student says in a sentence: why a rank is held, or what else would have happened."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from studyapp.domain.boards.ways import Way, rank_zone
from studyapp.ui.board import wording
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import tr


class Question(NamedTuple):
    """What is asked about a factor, and how an answer may begin."""

    factor: str
    words: str
    begins: str


def questions(model: BoardModel) -> tuple[Question, ...]:
    """Return what is asked of the open board as it lies, at most two questions."""
    if model.way is Way.WHAT_IF:
        about = model.about
        return (Question(about.id, wording.without(about.title), tr("Then …")),)
    return _about_ends(model) if model.way is Way.RANK else ()


def _about_ends(model: BoardModel) -> tuple[Question, ...]:
    """Ask about what stands at the top and at the bottom, if something does at both."""
    ends = (rank_zone(1), rank_zone(len(model.rooms)))
    held = [model.factors_in(zone) for zone in ends]
    if not all(held):
        return ()
    asked = (tr("Why did “{factor}” weigh most?"), tr("Why “{factor}” least?"))
    names = (factors[0] for factors in held)
    return tuple(
        Question(name, words.format(factor=model.factor(name).title), tr("Because …"))
        for name, words in zip(names, asked, strict=True)
    )


class Defending(QWidget):
    """Asks why; what is written is kept when one goes on. Hidden while nothing is asked."""

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        """Ask about the board of `model`."""
        super().__init__(parent)
        self._model = model
        self._factors = ["", ""]
        self.labels = [QLabel(self), QLabel(self)]
        self.fields = [QLineEdit(self), QLineEdit(self)]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for at, (label, field) in enumerate(zip(self.labels, self.fields, strict=True)):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted")
            field.editingFinished.connect(lambda at=at: self._keep(at))
            rows.addWidget(label)
            rows.addWidget(field)
        self.hide()

    def show_ends(self) -> None:
        """Ask what the way of working asks for, if the board is ready for it."""
        asked = questions(self._model)
        self.setVisible(bool(asked))
        for at, (label, field) in enumerate(zip(self.labels, self.fields, strict=True)):
            question = asked[at] if at < len(asked) else Question("", "", "")
            label.setVisible(bool(question.words))
            field.setVisible(bool(question.words))
            self._ask(at, question)

    def _ask(self, at: int, question: Question) -> None:
        if question.factor == self._factors[at]:
            return
        self._keep(at)
        self._factors[at] = question.factor
        self.labels[at].setText(question.words)
        self.fields[at].setAccessibleName(question.words)
        self.fields[at].setPlaceholderText(question.begins)
        self.fields[at].setText(self._model.defences.get(question.factor, ""))

    def forget(self) -> None:
        """Ask anew: another board was opened."""
        self._factors = ["", ""]
        for field in self.fields:
            field.clear()

    def keep(self) -> None:
        """Keep what is written."""
        for at in range(len(self.fields)):
            self._keep(at)

    def _keep(self, at: int) -> None:
        factor, text = self._factors[at], self.fields[at].text().strip()
        if factor and text != self._model.defences.get(factor, ""):
            self._model.defend(factor, text)
