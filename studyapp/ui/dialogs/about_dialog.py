"""About: versions, where this person's data lies, and the licences."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class AboutDialog(QDialog):
    """Shows facts as rows that can be selected and copied, and the licences below them."""

    def __init__(
        self, facts: Mapping[str, str], licences: str, parent: QWidget | None = None
    ) -> None:
        """Show `facts` (name → value) and the text of the licences."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About StudyApp"))
        title = QLabel("StudyApp")
        title.setProperty("role", "title")
        line = QLabel(self.tr("Notes in, understanding out. Works without a network."))
        line.setProperty("role", "muted")
        form = QFormLayout()
        for name, value in facts.items():
            form.addRow(name, _selectable(value))
        self.licences = QPlainTextEdit(licences)
        self.licences.setReadOnly(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for part in (title, line):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self.licences, 1)
        layout.addWidget(buttons)
        self.resize(720, 560)


def _selectable(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setWordWrap(True)
    return label
