"""Defending a ranking: a sentence for what stands at its top, and one for its bottom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from studyapp.domain.ways import rank_zone
from studyapp.ui.board.model import BoardModel


class Defending(QWidget):
    """Asks why; what is written is kept when one goes on. Hidden while the ends are not filled."""

    refused = Signal(str)

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
            label.setProperty("role", "muted")
            field.setPlaceholderText(self.tr("Because …"))
            field.editingFinished.connect(lambda at=at: self._keep(at))
            rows.addWidget(label)
            rows.addWidget(field)
        self.hide()

    def show_ends(self) -> None:
        """Ask about what stands at the top and at the bottom, if something does."""
        rooms = self._model.rooms
        ends = (rank_zone(1), rank_zone(len(rooms))) if rooms else ()
        held = [self._model.factors_in(zone) for zone in ends]
        self.setVisible(bool(held) and all(held))
        asked = (self.tr("Why did “{factor}” weigh most?"), self.tr("Why “{factor}” least?"))
        for at, factors in enumerate(held):
            factor = factors[0] if factors else ""
            if factor == self._factors[at]:
                continue
            self._keep(at)
            self._factors[at] = factor
            words = asked[at].format(factor=self._model.factor(factor).title) if factor else ""
            self.labels[at].setText(words)
            self.fields[at].setAccessibleName(words)
            self.fields[at].setText(self._model.defences.get(factor, ""))

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
