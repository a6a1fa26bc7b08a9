"""The one model of the board's two views: what lies where, and what marking said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.domain.boards.board import SIDES, Board, Move, Spot, Zone, apply, move
from studyapp.domain.boards.hints import Hint
from studyapp.domain.boards.marking import Finding
from studyapp.domain.boards.ways import Way
from studyapp.domain.course import Factor
from studyapp.domain.messages import Message
from studyapp.errors import KnownError
from studyapp.ui.refusing import Saying
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.domain.pages import ThemeEntry
    from studyapp.services.boards.board_session import BoardSession, Offer


def difference(before: Board, after: Board, likely: str = "") -> Move | None:
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


def as_made(board: Board, steps: Iterable[Move]) -> Iterator[Move]:
    """Yield moves from where the factors truly lie, without those that change nothing."""
    for step in steps:
        made = move(board, step.factor, step.target.zone, step.target.at)
        if made.source != made.target:
            yield made
            board = apply(board, made)


def _factors(board: Board) -> list[str]:
    return [factor for factors in board.zones.values() for factor in factors]


def _without(board: Board, factor: str) -> dict[Zone, list[str]]:
    return {zone: [name for name in names if name != factor] for zone, names in board.zones.items()}


class BoardModel(QObject):
    """Passes on what the person does to the session, and says what has changed since.

    `factor_moved` carries a `Move`, `factors_moved` a tuple of those that were made in one go;
    `board_opened` means that nothing is as it was. `board_replaced` comes right before it, for the
    outline, whose rows Qt may ask for at whatever a panel then does. `refused` carries a sentence
    for the person.
    """

    board_replaced = Signal()
    board_opened = Signal()
    factor_moved = Signal(object)
    factors_moved = Signal(object)
    checked = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a board."""
        super().__init__(parent)
        self._session: BoardSession | None = None
        self.board: Board | None = None
        self._findings: dict[str, Finding] = {}

    def open(self, session: BoardSession, about: str, way: Way = Way.SORT) -> None:
        """Open a board about a factor or topic."""
        self._session = session
        session.open(about, way)
        self._take_in()
        self._tell_opened()

    @property
    def session(self) -> BoardSession | None:
        """Return the session whose board is shown."""
        return self._session

    def reopen(self, act: Callable[[BoardSession], object]) -> bool:
        """Do what opens another board of the same question; return whether it was not refused."""
        if self._session is None:
            return False
        with Saying(self.refused.emit):
            act(self._session)
            self._take_in()
            self._tell_opened()
            return True
        return False

    def close(self) -> None:
        """Show no board."""
        self._session = None
        self._take_in()
        self._tell_opened()

    def _tell_opened(self) -> None:
        self.board_replaced.emit()
        self.board_opened.emit()

    def factor(self, factor: str) -> Factor:
        """Return a factor of this board; its date where that is not what is asked, or is marked."""
        assert self._session is not None
        known = self._session.factors[factor]
        return known._replace(date=None) if self._keeps_back(Way.ORDER, factor) else known

    def themes(self, factor: str) -> tuple[ThemeEntry, ...]:
        """Return the themes of a factor of this board, where they are not what is asked."""
        assert self._session is not None
        if self._keeps_back(Way.THEME, factor):
            return ()
        known = self._session.themes
        return tuple(known[theme] for theme in self.factor(factor).themes if theme in known)

    def _keeps_back(self, way: Way, factor: str) -> bool:
        """Say whether a way of working asks for what one would like to know of a factor."""
        return self.way is way and factor not in self._findings

    def shown_themes(self) -> tuple[ThemeEntry, ...]:
        """Return the themes of all factors of this board, in the course's own order."""
        on_board = (name for zone in self.zones for name in self.factors_in(zone))
        shown = {theme.id for name in on_board for theme in self.themes(name)}
        known = self._session.themes.values() if self._session else ()
        return tuple(theme for theme in known if theme.id in shown)

    @property
    def is_read_only(self) -> bool:
        """Say whether nothing that is done is kept."""
        return self._session is not None and self._session.read_only

    @property
    def gives_hints(self) -> bool:
        """Say whether the board may be hinted at: a teacher's task can forbid it."""
        return self._session is None or self._session.help.hints

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

    def holds(self, factor: str) -> bool:
        """Say whether a factor lies on this board."""
        return self.board is not None and factor in _factors(self.board)

    def spot(self, factor: str) -> Spot:
        """Return where a factor lies."""
        assert self.board is not None
        return self.board.spot(factor)

    def factors_in(self, zone: Zone) -> tuple[str, ...]:
        """Return what lies in a zone, in order."""
        return self.board.zones[zone] if self.board else ()

    @property
    def way(self) -> Way:
        """Return in which way the board is worked on."""
        return self._session.task.way if self._session else Way.SORT

    @property
    def about(self) -> Offer:
        """Return what the board is about."""
        assert self._session is not None
        return self._session.about

    @property
    def zones(self) -> tuple[Zone, ...]:
        """Return the zones of the board as they lie on the screen, the tray last."""
        return (*(self._session.task.zones if self._session else SIDES), Zone.TRAY)

    @property
    def rooms(self) -> Mapping[Zone, int]:
        """Return how many factors fit into the zones that do not take any number."""
        return self._session.task.rooms if self._session else {}

    def has_room(self, factor: str, zone: Zone) -> bool:
        """Say whether a zone takes a factor more."""
        return self._session is not None and self._session.has_room(factor, zone)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Return what marking said of the whole board, until something was moved."""
        return self._session.remarks if self._session else ()

    @property
    def defences(self) -> Mapping[str, str]:
        """Return why the student gave factors their places."""
        return self._session.defences if self._session else {}

    def defend(self, factor: str, text: str) -> None:
        """Keep why a factor was given its place."""
        if self._session:
            with Saying(self.refused.emit):
                self._session.defend(factor, text)

    def count(self) -> dict[Zone, int]:
        """Return how many factors lie in each zone."""
        return {zone: len(self.factors_in(zone)) for zone in self.zones}

    def placed(self) -> tuple[str, ...]:
        """Return the factors that are not in the tray, zone by zone."""
        zones = (zone for zone in self.zones if zone != Zone.TRAY)
        return tuple(factor for zone in zones for factor in self.factors_in(zone))

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

    def move_together(self, factors: Sequence[str], zone: Zone) -> bool:
        """Move factors to the end of a zone in one go, as many as fit; say whether any did."""
        session = self._session
        return session is not None and self._change(lambda: session.move_together(factors, zone))

    def undo(self) -> None:
        """Take the last move back."""
        if self._session and self.can_undo:
            self._change(self._session.undo)

    def redo(self) -> None:
        """Make the move again that was taken back last."""
        if self._session and self.can_redo:
            self._change(self._session.redo)

    def start_again(self) -> None:
        """Put everything back into the tray in one go, which can be undone as one."""
        if placed := self.placed():
            self.move_together(placed, Zone.TRAY)

    def check(self) -> bool:
        """Have the board marked; return whether it was."""
        if self._session is None or self.board is None:
            return False
        with Saying(self.refused.emit):
            self._session.check()
            self._take_in()
            self.checked.emit()
            return True
        return False

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
            self._say_moves(before)
        return True

    def _say_moves(self, before: Board) -> None:
        """Say which moves led here, or that all is another if it took more than these."""
        assert self._session is not None
        steps = tuple(as_made(before, self._session.last_steps))
        if steps and reduce(apply, steps, before) == self.board:
            self.factors_moved.emit(steps)
        else:
            self._tell_opened()

    def _take_in(self) -> None:
        """Keep what the session shows now: views ask for it a card at a time."""
        self.board = self._session.board if self._session else None
        found = self._session.findings if self._session else ()
        self._findings = {finding.factor: finding for finding in found}
