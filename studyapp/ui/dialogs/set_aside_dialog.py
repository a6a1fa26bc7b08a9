"""The cards that the student buried or suspended in a topic, to bring back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.services.asking import AskedCard
from studyapp.ui.plain_text import as_written
from studyapp.ui.primary_button import primary_button
from studyapp.ui.translation import sentence

_ID = Qt.ItemDataRole.UserRole


class SetAsideDialog(QDialog):
    """A list of questions with a box each; what is ticked is brought back."""

    def __init__(self, cards: Sequence[AskedCard], parent: QWidget | None = None) -> None:
        """List `cards`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cards set aside"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Cards set aside"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for card in cards:
            item = QListWidgetItem(self.list)
            item.setText(sentence(card.prompt))
            item.setToolTip(as_written(item.text()))
            item.setData(_ID, card.card.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        words = self.tr("Tick what is to be asked again.")
        label = QLabel(words if cards else self.tr("No card of this topic is set aside."), self)
        label.setProperty("role", "muted")
        self.list.setVisible(bool(cards))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._buttons(bool(cards)))
        self.resize(520, 360 if cards else 120)

    def _buttons(self, any_cards: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        if any_cards:
            self.back_button = primary_button(self.tr("Bring back"))
            buttons.addButton(self.back_button, QDialogButtonBox.ButtonRole.AcceptRole)
            self.back_button.setEnabled(False)
            self.list.itemChanged.connect(
                lambda _item: self.back_button.setEnabled(bool(self.chosen()))
            )
            buttons.accepted.connect(self.accept)
        return buttons

    def chosen(self) -> list[str]:
        """Return the ids of the cards that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked]
