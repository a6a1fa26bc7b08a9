"""How two boards differ, in words: card by card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.comparing import Place, Row, summary
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.ways import Way
from studyapp.ui.board.compare_dialog import Told, ToldRow
from studyapp.ui.board.marks import MARKS, signed
from studyapp.ui.board.wording import place_in_words
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.boards.board_points import Point
    from studyapp.services.boards.board_session import BoardSession
    from studyapp.ui.board.model import BoardModel


class ComparingBoards(QObject):
    """Says of each card where it lies on each board."""

    def __init__(self, model: BoardModel, session: BoardSession) -> None:
        """Compare the board that `session` has open, and `model` shows."""
        super().__init__()
        self._model, self._session = model, session

    @property
    def thing(self) -> str:
        """What each row is about, as the heading of a column."""
        return self.tr("Card")

    @property
    def list_name(self) -> str:
        """What the list is called to a screen reader."""
        return self.tr("Cards, those that differ first")

    def told(self, point: Point) -> Told:
        """Compare with one point; KnownError if its past cannot be read."""
        compared = self._session.compared(point)
        # Where a task keeps all marks back, none is lost by a move.
        is_unmarked = self._session.help.reasons and any(map(self._is_unmarked, compared.rows))
        note = self.tr("What was moved since its board was checked has no mark.")
        return Told(
            sentence(summary(compared, point.name)),
            [self._row(row) for row in compared.rows],
            bool(compared.differing),
            note if is_unmarked else "",
        )

    def _row(self, row: Row) -> ToldRow:
        differs = self.tr("≠ Differs") if row.differs else self.tr("= Alike")
        title = self._model.factor(row.factor).title
        here = self._lies(row.here, row.mark_here)
        return ToldRow(differs, title, here, self._lies(row.there, row.mark_there))

    def _lies(self, place: Place, mark: FindingKind | None) -> str:
        words = place_in_words(self._model, place)
        return f"{words} · {signed(MARKS[mark])}" if mark else words

    def _is_unmarked(self, row: Row) -> bool:
        sides = ((row.here, row.mark_here), (row.there, row.mark_there))
        marks = self._model.way is not Way.RANK
        return marks and any(place.zone != Zone.TRAY and not mark for place, mark in sides)
