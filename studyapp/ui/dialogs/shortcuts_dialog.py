"""Every keyboard shortcut, from the tables of actions and of the panels' own keys."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
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

from studyapp.ui import panel_keys
from studyapp.ui.actions import MENUS, translated
from studyapp.ui.panel_keys import PANELS


class ShortcutsDialog(QDialog):
    """A list of what each key does, under the menus they belong to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show both tables."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.list.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        for menu in MENUS:
            rows = [(translated(row.tip), _native(row.shortcut)) for row in menu.actions if row]
            self._add(translated(menu.title).replace("&", ""), rows)
        for panel in PANELS:
            said = panel_keys.translated
            self._add(said(panel.title), [(said(what), said(keys)) for what, keys in panel.keys])
        self.list.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(760, 600)

    def _add(self, title: str, rows: Iterable[Sequence[str]]) -> None:
        group = QTreeWidgetItem(self.list, [title])
        for row in rows:
            QTreeWidgetItem(group, row)


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
