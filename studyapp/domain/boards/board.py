"""The board: what it is about, a tray of factors, and the zones where the student puts them.

A board is a value; a `Move` makes the next board from it and knows its own inverse.
"""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from studyapp.domain.boards.history import Steps
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Distractor


class Zone(str):
    """Where on a board a factor can lie: in the tray, or in a zone that its way of working has."""

    __slots__ = ()
    TRAY: ClassVar["Zone"]
    CAUSES: ClassVar["Zone"]
    CONSEQUENCES: ClassVar["Zone"]


Zone.TRAY, Zone.CAUSES, Zone.CONSEQUENCES = map(Zone, ("tray", "causes", "consequences"))
SIDES = (Zone.CAUSES, Zone.CONSEQUENCES)


class Spot(NamedTuple):
    """A place on the board: a zone, and how many factors lie before it there."""

    zone: Zone
    at: int


class Board(NamedTuple):
    """A board about `focus`, a factor or a topic; each factor on it lies in one zone."""

    focus: str
    zones: Mapping[Zone, tuple[str, ...]]

    def spot(self, factor: str) -> Spot:
        """Return where a factor lies; KeyError if it is not on this board."""
        for zone, factors in self.zones.items():
            if factor in factors:
                return Spot(zone, factors.index(factor))
        raise KeyError(factor)


class Move(NamedTuple):
    """Take a factor from one spot to another; the target's index counts without the factor.

    Neighbours in a history with the same `go` were made in one go, and are taken back in one.
    """

    factor: str
    source: Spot
    target: Spot
    go: str = ""

    def inverse(self) -> "Move":
        """Return the move that takes this one back."""
        return Move(self.factor, self.target, self.source, self.go)


def new_board(focus: str, offered: Sequence[str], zones: Sequence[Zone] = SIDES) -> Board:
    """Return a board with all offered factors in the tray, shuffled the same way every time."""
    shuffled = sorted(offered, key=lambda factor: Random(f"{focus} {factor}").random())
    empty: dict[Zone, tuple[str, ...]] = dict.fromkeys(zones, ())
    return Board(focus, MappingProxyType({Zone.TRAY: tuple(shuffled), **empty}))


def offered_factors(
    focus: str, causal_map: CausalMap, distractors: Sequence[Distractor]
) -> tuple[str, ...]:
    """Return what belongs in the tray: causes, consequences, and distractors with a reason."""
    causes = (link.cause for link in causal_map.links_to(focus))
    consequences = (link.consequence for link in causal_map.links_from(focus))
    tempting = (other_end(focus, distractor) for distractor in distractors if distractor.wrong)
    offered = dict.fromkeys((*causes, *consequences, *(name for name in tempting if name)))
    offered.pop(focus, None)
    return tuple(offered)


def other_end(focus: str, distractor: Distractor) -> str | None:
    """Return the factor that a distractor joins to `focus`, or None if it has no part in it."""
    if distractor.consequence == focus:
        return distractor.cause
    return distractor.consequence if distractor.cause == focus else None


def move(board: Board, factor: str, zone: Zone, index: int | None = None) -> Move:
    """Return the move of a factor to a zone, at the end or before its `index`-th factor."""
    others = [name for name in board.zones[zone] if name != factor]
    at = len(others) if index is None else max(0, min(index, len(others)))
    return Move(factor, board.spot(factor), Spot(zone, at))


def move_together(board: Board, factors: Iterable[str], zone: Zone, go: str) -> tuple[Move, ...]:
    """Return the moves of factors to the end of a zone, one after the other, in one go."""
    steps = []
    for factor in factors:
        steps.append(move(board, factor, zone)._replace(go=go))
        board = apply(board, steps[-1])
    return tuple(steps)


def apply(board: Board, step: Move) -> Board:
    """Return the board after a move."""
    zones = {
        zone: tuple(name for name in factors if name != step.factor)
        for zone, factors in board.zones.items()
    }
    there = zones[step.target.zone]
    at = step.target.at
    zones[step.target.zone] = (*there[:at], step.factor, *there[at:])
    return Board(board.focus, MappingProxyType(zones))


History = Steps[Move]


def walked(board: Board, history: History, back: bool) -> tuple[Board, History, tuple[Move, ...]]:
    """Return a board and its history one go back, or on again, and the moves that lead there.

    A move that changes nothing (in this edition of the course) is no go by itself.
    """
    before, steps = board, list[Move]()
    while left := history.done if back else history.undone:
        nearest = left[-1]
        if board != before and not (nearest.go and nearest.go == steps[-1].go):
            break
        steps.append(nearest.inverse() if back else nearest)
        board = apply(board, steps[-1])
        history = history.undo() if back else history.redo()
    return board, history, tuple(steps)
