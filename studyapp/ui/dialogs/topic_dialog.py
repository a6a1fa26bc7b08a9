"""Asks for a topic of a course, as they stand in the tree."""

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

from studyapp.domain.pages import TopicEntry
from studyapp.ui.primary_button import primary_button

_ID = Qt.ItemDataRole.UserRole


class TopicDialog(QDialog):
    """A list of topics; Enter takes the chosen one."""

    def __init__(
        self, topics: Sequence[TopicEntry], current: str, parent: QWidget | None = None
    ) -> None:
        """Offer `topics`, with the `current` one chosen."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move to a topic"))
        hint = QLabel(self.tr("In which topic shall the cards be asked?"), self)
        hint.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for topic in topics:
            item = QListWidgetItem(f"{'    ' * topic.depth}{topic.title}", self.list)
            item.setData(_ID, topic.id)
            if topic.id == current:
                self.list.setCurrentItem(item)
        self.list.itemActivated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._buttons())
        self.resize(460, 480)

    def chosen(self) -> str:
        """Return the id of the chosen topic, or ""."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self.move_button = primary_button(self.tr("Move here"))
        self.move_button.setDefault(True)
        buttons.addButton(self.move_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
