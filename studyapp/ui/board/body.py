"""What a board of zones and a web have in common: bars above and below, and what these do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from studyapp.ui.board.findings_split import FindingsSplit
    from studyapp.ui.board.zones_panel import ZonesPanel
    from studyapp.ui.web.panel import WebPanel


def lay_out(panel: ZonesPanel | WebPanel, split: FindingsSplit, *below: QWidget) -> None:
    """Put the toolbar above what is worked on; `below` stand what belongs to it and the footer."""
    rows = QVBoxLayout(panel)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(8)
    rows.addWidget(panel.toolbar)
    rows.addWidget(split, 1)
    rows.addLayout(panel.introducing.room)
    for widget in (*below, panel.footer):
        rows.addWidget(widget)


def join(panel: ZonesPanel | WebPanel) -> None:
    """Have the buttons do what they say, and what is refused be said."""
    panel.toolbar.outline_wanted.connect(panel.show_outline)
    panel.toolbar.undo_button.clicked.connect(panel.model.undo)
    panel.toolbar.redo_button.clicked.connect(panel.model.redo)
    panel.footer.check_button.clicked.connect(panel.check)
    panel.footer.again_button.clicked.connect(panel.start_again)
    panel.footer.hint_button.clicked.connect(panel.hint)
    panel.findings.passage_requested.connect(panel.passage_requested)
    panel.model.refused.connect(panel.refuse)
