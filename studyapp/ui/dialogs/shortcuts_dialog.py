"""Every keyboard shortcut, from the one table of actions."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.actions import MENUS, translated


class ShortcutsDialog(QDialog):
    """A list of what each key does, under the menus they belong to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the table of actions."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.list.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        for menu in MENUS:
            group = QTreeWidgetItem(self.list, [translated(menu.title).replace("&", "")])
            for row in menu.actions:
                if row:
                    keys = QKeySequence(row.shortcut).toString(
                        QKeySequence.SequenceFormat.NativeText
                    )
                    QTreeWidgetItem(group, [translated(row.tip), keys])
        self.list.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(560, 560)
