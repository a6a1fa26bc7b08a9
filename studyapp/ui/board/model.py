"""The one model of the board's two views: what lies where, and what marking said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.domain.board import Move, SortBoard, Spot, Zone
from studyapp.domain.course import Factor
from studyapp.domain.hints import Hint
from studyapp.domain.marking import Finding
from studyapp.errors import KnownError
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.pages import ThemeEntry
    from studyapp.services.board_session import BoardSession


def difference(before: SortBoard, after: SortBoard, likely: str = "") -> Move | None:
    """Return the one move that makes `after` from `before`; None if it takes none or several.

    Of two neighbours that have changed places either may have moved: `likely` is asked first.
    """
    spots = {factor: before.spot(factor) for factor in sorted(_factors(before), key=likely.__ne__)}
    if before.focus != after.focus or spots.keys() != set(_factors(after)):
        return None
    for factor, source in spots.items():
        target = after.spot(factor)
        if source != target and _without(before, factor) == _without(after, factor):
            return Move(factor, source, target)
    return None


def _factors(board: SortBoard) -> list[str]:
    return [factor for factors in board.zones.values() for factor in factors]


def _without(board: SortBoard, factor: str) -> dict[Zone, list[str]]:
    return {zone: [name for name in names if name != factor] for zone, names in board.zones.items()}


class BoardModel(QObject):
    """Passes on what the person does to the session, and says what has changed since.

    `factor_moved` carries a `Move`; `board_opened` means that nothing is as it was; `refused`
    carries a sentence for the person.
    """

    board_opened = Signal()
    factor_moved = Signal(object)
    checked = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a board."""
        super().__init__(parent)
        self._session: BoardSession | None = None
        self.board: SortBoard | None = None
        self._findings: dict[str, Finding] = {}

    def open(self, session: BoardSession, focus: str) -> None:
        """Open the board of a factor in question."""
        self._session = session
        session.open(focus)
        self._take_in()
        self.board_opened.emit()

    def close(self) -> None:
        """Show no board."""
        self._session = None
        self._take_in()
        self.board_opened.emit()

    def factor(self, factor: str) -> Factor:
        """Return a factor of this board."""
        assert self._session is not None
        return self._session.factors[factor]

    def themes(self, factor: str) -> tuple[ThemeEntry, ...]:
        """Return the themes of a factor of this board."""
        assert self._session is not None
        known = self._session.themes
        return tuple(known[theme] for theme in self.factor(factor).themes if theme in known)

    def finding(self, factor: str) -> Finding | None:
        """Return what marking said of a factor, as long as it lies where it lay then."""
        return self._findings.get(factor)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what marking said, without what was moved since."""
        return tuple(self._findings.values())

    def called_in(self) -> set[str]:
        """Return the cards that the last check called in for recall."""
        return set(self._session.called_in) if self._session else set()

    @property
    def can_undo(self) -> bool:
        """Say whether there is a move to take back."""
        return self._session is not None and self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Say whether there is a move to make again."""
        return self._session is not None and self._session.can_redo

    def spot(self, factor: str) -> Spot:
        """Return where a factor lies."""
        assert self.board is not None
        return self.board.spot(factor)

    def factors_in(self, zone: Zone) -> tuple[str, ...]:
        """Return what lies in a zone, in order."""
        return self.board.zones[zone] if self.board else ()

    def count(self) -> dict[Zone, int]:
        """Return how many factors lie in each zone."""
        return {zone: len(self.factors_in(zone)) for zone in Zone}

    def move(self, factor: str, zone: Zone, index: int | None = None) -> bool:
        """Move a factor to a zone, at its end or before its `index`-th other factor.

        Return whether it lies there.
        """
        session, board = self._session, self.board
        if session is None or board is None:
            return False
        there = len([name for name in board.zones[zone] if name != factor])
        at = there if index is None else max(0, min(index, there))
        if board.spot(factor) == Spot(zone, at):
            return True
        return self._change(lambda: session.move(factor, zone, at), factor)

    def undo(self) -> None:
        """Take the last move back."""
        if self._session and self.can_undo:
            self._change(self._session.undo)

    def redo(self) -> None:
        """Make the move again that was taken back last."""
        if self._session and self.can_redo:
            self._change(self._session.redo)

    def start_again(self) -> None:
        """Put everything back into the tray, a move at a time, so that each can be undone.

        The first move that cannot be kept is the last.
        """
        placed = [*self.factors_in(Zone.CAUSES), *self.factors_in(Zone.CONSEQUENCES)]
        all(self.move(factor, Zone.TRAY) for factor in placed)

    def check(self) -> bool:
        """Have the board marked; return whether it was."""
        if self._session is None or self.board is None:
            return False
        try:
            self._session.check()
        except KnownError as error:
            self.refused.emit(sentence(error.message))
            return False
        self._take_in()
        self.checked.emit()
        return True

    def hint(self) -> Hint | None:
        """Return the next hint at what is wrong, or None if nothing is; KnownError if not kept."""
        return self._session.hint() if self._session else None

    def _change(self, act: Callable[[], object], likely: str = "") -> bool:
        """Do something that may change the board, and say what it changed; False if refused."""
        assert self._session is not None
        assert self.board is not None
        before = self.board
        try:
            act()
        except KnownError as error:
            self.refused.emit(sentence(error.message))
            return False
        self._take_in()
        step = difference(before, self.board, likely)
        if step:
            self.factor_moved.emit(step)
        elif self.board != before:
            self.board_opened.emit()
        return True

    def _take_in(self) -> None:
        """Keep what the session shows now: views ask for it a card at a time."""
        self.board = self._session.board if self._session else None
        found = self._session.findings if self._session else ()
        self._findings = {finding.factor: finding for finding in found}
