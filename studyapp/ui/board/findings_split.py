"""What is worked on, and the findings beside it where there is room, else below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

FINDINGS_BESIDE_FROM = 860
_LOWEST = 72
# The findings' share beside the board, and below it.
_SHARE_BESIDE, _SHARE_BELOW = 0.4, 0.32


class FindingsSplit(QSplitter):
    """Gives the findings a share of the room until the person gives them another."""

    def __init__(self, view: QWidget, findings: QWidget, parent: QWidget) -> None:
        """Show the view alone."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._findings = findings
        self._is_moved = False
        findings.setMinimumHeight(_LOWEST)
        self.setChildrenCollapsible(False)
        self.addWidget(view)
        self.addWidget(findings)
        findings.hide()
        self.splitterMoved.connect(self._keep)

    @property
    def is_wide(self) -> bool:
        """Say whether the findings have room beside what they are about."""
        return self.width() >= FINDINGS_BESIDE_FROM

    def show_findings(self, shown: bool) -> None:
        """Show the findings, or give their room to what is worked on."""
        self._findings.setVisible(shown)
        self._share()

    def _keep(self) -> None:
        self._is_moved = True

    def _share(self) -> None:
        if self._is_moved or self._findings.isHidden():
            return
        beside = self.orientation() is Qt.Orientation.Horizontal
        whole = self.width() if beside else self.height()
        part = round(whole * (_SHARE_BESIDE if beside else _SHARE_BELOW))
        self.setSizes([whole - part, part])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the findings where there is room for them."""
        super().resizeEvent(event)
        wanted = Qt.Orientation.Horizontal if self.is_wide else Qt.Orientation.Vertical
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            self._is_moved = False
        self._share()
