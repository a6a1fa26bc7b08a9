"""One side of a plan: its heading, its pieces, and a line for one's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from studyapp.domain.kinds.evidence import Piece
from studyapp.ui.announce import announce
from studyapp.ui.self_test.planning.piece_list import PieceList
from studyapp.ui.self_test.question_views.question_view import take_no_more


class SideView(QWidget):
    """Takes pieces that are picked, dragged or written."""

    changed = Signal()

    def __init__(self, name: str, piece_of: Callable[[str], Piece | None], parent: QWidget) -> None:
        """Be the side `name`."""
        super().__init__(parent)
        self.name = name
        heading = QLabel(name, self)
        heading.setProperty("role", "muted")
        self.list = PieceList(name, piece_of, self)
        self.list.changed.connect(self.changed)
        self.list.left.connect(self._offer_again)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Your own words (Enter adds them)"))
        self.line.setAccessibleName(self.tr("{side}: your own words").format(side=name))
        self.line.returnPressed.connect(self._add_own)
        self.line.textChanged.connect(self.changed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for widget in (heading, self.list, self.line):
            rows.addWidget(widget)

    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces; words that stand in the line still are one too."""
        words = self.line.text().strip()
        return (*self.list.pieces(), *((Piece(words),) if words else ()))

    def put(self, piece: Piece) -> None:
        """Put a piece last, and say so; what stands there already stays where it is."""
        if piece not in self.list.pieces():
            self.list.add(piece)
        said = self.tr("Put under {side}: {piece}")
        announce(self.list, said.format(side=self.name, piece=piece.text))

    def close_off(self) -> None:
        """Take nothing more; what stands in the line joins the list."""
        self._add_own()
        # Its keys are the ratings' from now on.
        take_no_more(self.list)
        self.line.hide()

    def _add_own(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.put(Piece(words))

    def _offer_again(self, piece: Piece) -> None:
        # Words that took a while to find are not to be lost by one key.
        if not piece.element and not self.line.text():
            self.line.setText(piece.text)
