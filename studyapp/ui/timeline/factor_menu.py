"""What can be done with a factor of the timeline: read of it, sort it, put it on the board."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.domain.boards.board import Zone
from studyapp.ui.timeline.wording import tr


class BoardOffers(NamedTuple):
    """What the board can do with a factor: whether it can be in question, and where it can lie.

    `zones` are (zone, name), and only of the board that is open.
    """

    can_sort: bool = False
    zones: tuple[tuple[Zone, str], ...] = ()


class FactorMenu(QMenu):
    """Acts on one factor."""

    note_wanted = Signal()
    sort_wanted = Signal()
    zone_wanted = Signal(str)

    def __init__(self, offers: BoardOffers, parent: QWidget) -> None:
        """Offer what can be done; what cannot says why."""
        super().__init__(parent)
        self.setToolTipsVisible(True)
        enter = QKeySequence("Return").toString(QKeySequence.SequenceFormat.NativeText)
        to_note = self.addAction(tr("Go to the note") + "\t" + enter)
        to_note.triggered.connect(lambda _checked: self.note_wanted.emit())
        sort = self.addAction(tr("Sort its causes and consequences"))
        sort.setEnabled(offers.can_sort)
        if not offers.can_sort:
            sort.setToolTip(tr("The course names no cause and no consequence of it."))
        sort.triggered.connect(lambda _checked: self.sort_wanted.emit())
        if offers.zones:
            self.addSeparator()
        for zone, name in offers.zones:
            words = tr("Put on the board: {zone}").format(zone=name.replace("&", "&&"))
            put = self.addAction(words)
            put.triggered.connect(lambda _checked, zone=zone: self.zone_wanted.emit(str(zone)))
