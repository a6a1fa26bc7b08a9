"""Two boards of one question beside each other: what lies elsewhere, and what is right now.

Marks are compared as far as they are known: what was moved since its check has none, and is
neither better nor worse.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from studyapp.domain.boards.board import Board, Zone
from studyapp.domain.boards.marking import Finding, FindingKind
from studyapp.domain.boards.ways import ORDER
from studyapp.domain.messages import N_, Message, message

# What stands on the board as it may stand there.
HOLDS = frozenset({FindingKind.RIGHT, FindingKind.INDIRECT, FindingKind.DEFENSIBLE})
# So many cards are named in a sentence; of more only the number is told.
_MOST_NAMED = 4


class Compared(Protocol):
    """Two boards or webs, and what is known of what is right on them."""

    @property
    def gained(self) -> Sequence[object]:
        """Return what holds here and did not there."""

    @property
    def lost(self) -> Sequence[object]:
        """Return what held there and does not here."""

    @property
    def both_marked(self) -> bool:
        """Say whether something is known of what is right on both."""


class Place(NamedTuple):
    """Where a factor counts as lying: `at` is 0 where it does not matter what lies before it."""

    zone: Zone
    at: int = 0


class Row(NamedTuple):
    """One factor on two boards: where it lies on each, and what marking said of it there."""

    factor: str
    here: Place
    there: Place
    mark_here: FindingKind | None = None
    mark_there: FindingKind | None = None

    @property
    def differs(self) -> bool:
        """Say whether it lies elsewhere."""
        return self.here != self.there

    @property
    def is_gained(self) -> bool:
        """Say whether it holds here, and surely did not there."""
        return self.mark_here in HOLDS and _fails(self.there, self.mark_there)

    @property
    def is_lost(self) -> bool:
        """Say whether it held there, and surely does not here."""
        return self.mark_there in HOLDS and _fails(self.here, self.mark_here)


class Comparison(NamedTuple):
    """Two boards of one question: first what lies elsewhere, then what lies alike."""

    differing: tuple[Row, ...]
    alike: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return every factor, those that lie elsewhere first."""
        return (*self.differing, *self.alike)

    @property
    def both_marked(self) -> bool:
        """Say whether something is known of what is right on both boards."""
        return any(row.mark_here for row in self.rows) and any(row.mark_there for row in self.rows)

    @property
    def gained(self) -> tuple[str, ...]:
        """Return what holds here and did not there."""
        return tuple(row.factor for row in self.rows if row.is_gained)

    @property
    def lost(self) -> tuple[str, ...]:
        """Return what held there and does not here."""
        return tuple(row.factor for row in self.rows if row.is_lost)


def compare(
    here: Board, there: Board, found_here: Sequence[Finding], found_there: Sequence[Finding]
) -> Comparison:
    """Compare two boards, zone by zone; a factor that only one of them offers is passed over.

    In an order the place counts too. In a ranking the row is the place: what lies side by side
    weighs the same.
    """
    marks_here, marks_there = _marks(found_here), _marks(found_there)
    others = _places(there)
    rows = [
        Row(factor, place, others[factor], marks_here.get(factor), marks_there.get(factor))
        for factor, place in _places(here).items()
        if factor in others
    ]
    differing = tuple(row for row in rows if row.differs)
    return Comparison(differing, tuple(row for row in rows if not row.differs))


def summary(compared: Comparison, other: Message) -> Message:
    """Return a sentence on both boards; `other` names the second, as in “at the last check”."""
    return against(_moved(len(compared.differing)), compared, other)


def against(moved: Message, compared: Compared, other: Message) -> Message:
    """Return a sentence on what `moved`, and on how many are right here and on the other."""
    difference = len(compared.gained) - len(compared.lost)
    if difference:
        right = _more(difference)
        return message(N_("{moved}; {right} than {other}."), moved=moved, right=right, other=other)
    if compared.gained or compared.both_marked:
        return message(N_("{moved}; as many are right as {other}."), moved=moved, other=other)
    return message(N_("{moved} than {other}."), moved=moved, other=other)


def since_last(compared: Comparison, titles: Mapping[str, str]) -> Message:
    """Return a sentence on what has changed since the last check, which is the second board."""
    gained, lost = ([titles[name] for name in part] for part in (compared.gained, compared.lost))
    right = right_since(gained, lost)
    if right:
        return right
    if not compared.differing:
        return nothing_new()
    return message(N_("{moved} than last time."), moved=_moved(len(compared.differing)))


def nothing_new() -> Message:
    """Return that all is as it was at the last check."""
    return message(N_("Nothing has changed since last time."))


def right_since(gained: Sequence[str], lost: Sequence[str]) -> Message | None:
    """Return what is right since the last check and what no longer is, if anything, in words."""
    if gained and lost:
        return message(
            N_("Right since last time: {gained}; no longer right: {lost}."),
            gained=listed(gained),
            lost=listed(lost),
        )
    if gained:
        text = N_("{count} more right than last time: {names}.")
        return message(text, count=len(gained), names=listed(gained))
    if lost:
        text = N_("{count} fewer right than last time: {names}.")
        return message(text, count=len(lost), names=listed(lost))
    return None


def _fails(place: Place, mark: FindingKind | None) -> bool:
    """Say whether a factor surely does not stand rightly on the board; in the tray none does."""
    return place.zone == Zone.TRAY if mark is None else mark not in HOLDS


def _marks(findings: Sequence[Finding]) -> dict[str, FindingKind]:
    return {finding.factor: finding.kind for finding in findings}


def _places(board: Board) -> dict[str, Place]:
    return {
        factor: Place(zone, at if zone == ORDER else 0)
        for zone, factors in board.zones.items()
        for at, factor in enumerate(factors, 1)
    }


def _moved(count: int) -> Message:
    if count == 0:
        return message(N_("No card lies elsewhere"))
    if count == 1:
        return message(N_("1 card lies elsewhere"))
    return message(N_("{count} cards lie elsewhere"), count=count)


def _more(difference: int) -> Message:
    count = abs(difference)
    if count == 1:
        return message(N_("1 more is right") if difference > 0 else N_("1 fewer is right"))
    text = N_("{count} more are right") if difference > 0 else N_("{count} fewer are right")
    return message(text, count=count)


def listed(titles: Sequence[str]) -> Message | str:
    """Return titles in quotation marks, and of many only how many more there are."""
    named = ", ".join(f"“{title}”" for title in titles[:_MOST_NAMED])
    more = len(titles) - _MOST_NAMED
    return message(N_("{names} and {more} more"), names=named, more=more) if more > 0 else named
