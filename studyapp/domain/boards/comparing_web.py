"""Two webs of one topic beside each other: link by link, what is new, gone, mended or worse.

Marks are compared as far as they are known, as on the boards (`comparing`): what was changed since
its check has none, and is neither better nor worse.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from studyapp.domain.boards.comparing import HOLDS, against, listed, nothing_new, right_since
from studyapp.domain.boards.marking import FAULTS, FindingKind
from studyapp.domain.boards.marking_web import LinkFinding
from studyapp.domain.boards.web import Drawn, Pair, Web, is_own
from studyapp.domain.messages import N_, Message, message


class Change(IntEnum):
    """What became of a link from the other web to this one, in the order in which it is told."""

    MENDED = 0
    WORSENED = 1
    GAINED = 2
    LOST = 3
    TURNED = 4
    REWORDED = 5
    ALIKE = 6


# Of the same web at an earlier check, and of another web.
_SINCE = {
    Change.MENDED: N_("{count} mended"),
    Change.WORSENED: N_("{count} worse"),
    Change.GAINED: N_("{count} new"),
    Change.LOST: N_("{count} gone"),
    Change.TURNED: N_("{count} turned round"),
    Change.REWORDED: N_("{count} in other words"),
}
_BESIDE = {
    **_SINCE,
    Change.MENDED: N_("{count} better here"),
    Change.WORSENED: N_("{count} worse here"),
    Change.GAINED: N_("{count} only here"),
    Change.LOST: N_("{count} only there"),
}


class Side(NamedTuple):
    """A link on one of the webs: how it is drawn there, and what marking found of it.

    `told` is how well it is told: the points of its reason that were found, and whether its kind
    is the course's.
    """

    drawn: Drawn | None = None
    mark: FindingKind | None = None
    told: tuple[int, bool] = (0, True)

    @property
    def holds(self) -> bool:
        """Say whether it is drawn and may be."""
        return self.mark in HOLDS

    @property
    def fails(self) -> bool:
        """Say whether it is surely not drawn rightly."""
        return self.drawn is None if self.mark is None else self.mark not in HOLDS

    @property
    def is_wrong(self) -> bool:
        """Say whether it is drawn and should not be."""
        return self.drawn is not None and self.mark in FAULTS


class LinkRow(NamedTuple):
    """One link on two webs; `is_turned` says that it leads the other way there."""

    pair: Pair
    here: Side
    there: Side
    is_turned: bool = False

    @property
    def is_own(self) -> bool:
        """Say whether it joins a card of the student's own, and has no mark."""
        return any(map(is_own, self.pair))

    @property
    def is_gained(self) -> bool:
        """Say whether it holds here, and surely did not there."""
        return self.here.holds and self.there.fails

    @property
    def is_lost(self) -> bool:
        """Say whether it held there, and surely does not here."""
        return self.there.holds and self.here.fails

    @property
    def better_told(self) -> int:
        """Return 1 if kind and reason are better here, -1 if they are worse, else 0."""
        if not (self.here.holds and self.there.holds):
            return 0
        return (self.here.told > self.there.told) - (self.here.told < self.there.told)

    @property
    def change(self) -> Change:
        """What became of it."""
        here, there = self.here.drawn, self.there.drawn
        if here is None or there is None:
            return Change.GAINED if here else Change.LOST if there else Change.ALIKE
        if self.is_gained or self.better_told > 0:
            return Change.MENDED
        if self.is_lost or self.better_told < 0:
            return Change.WORSENED
        if self.is_turned:
            return Change.TURNED
        return Change.ALIKE if here[:2] == there[:2] else Change.REWORDED


class WebComparison(NamedTuple):
    """Two webs of one topic, what differs first.

    `own` has the words on the student's own cards; `is_past` says that the second web is the first
    at an earlier check.
    """

    rows: tuple[LinkRow, ...]
    own: Mapping[str, str]
    is_past: bool

    @property
    def differing(self) -> tuple[LinkRow, ...]:
        """Return what is not alike on both."""
        return tuple(row for row in self.rows if row.change is not Change.ALIKE)

    @property
    def both_marked(self) -> bool:
        """Say whether something is known of what is right on both webs."""
        return any(row.here.mark for row in self.rows) and any(row.there.mark for row in self.rows)

    @property
    def gained(self) -> tuple[Pair, ...]:
        """Return what holds here and did not there."""
        return tuple(row.pair for row in self.rows if row.is_gained)

    @property
    def lost(self) -> tuple[Pair, ...]:
        """Return what held there and does not here."""
        return tuple(row.pair for row in self.rows if row.is_lost)


def compare_webs(
    here: Web,
    there: Web,
    found_here: Sequence[LinkFinding],
    found_there: Sequence[LinkFinding],
    *,
    is_past: bool,
) -> WebComparison:
    """Compare two webs link by link.

    A card of the student's own is the same on both if it has the same words; in the past of the
    same web it is so whatever its words were.
    """
    if not is_past:
        there = _with_own_names(there, here)
    sides = _Sides(here, found_here), _Sides(there, found_there)
    rows = sorted(_rows(*sides), key=lambda row: row.change)
    return WebComparison(tuple(rows), {**_own(there), **_own(here)}, is_past)


def summary(compared: WebComparison, other: Message) -> Message:
    """Return a sentence on both webs; `other` names the second, as in “at the last check”."""
    counts = _counts(compared)
    links = (
        message(N_("Links: {counts}"), counts=counts) if counts else message(N_("No link differs"))
    )
    if compared.gained or compared.lost or compared.both_marked:
        return against(links, compared, other)
    return message(N_("{links}."), links=links)


def since_last(compared: WebComparison, titles: Mapping[Pair, str]) -> Message:
    """Return what has changed since the last check, which is the second web, in sentences."""
    gained, lost = ([titles[pair] for pair in part] for part in (compared.gained, compared.lost))
    right = right_since(gained, lost)
    told = [right] if right else []
    told += [message(text, names=names) for text, names in _told_besides(compared, titles)]
    if told:
        return _joined(N_("{some} {more}"), told)
    counts = _counts(compared)
    return (
        message(N_("Links since last time: {counts}."), counts=counts) if counts else nothing_new()
    )


class _Sides:
    """What each link is on one web."""

    def __init__(self, web: Web, found: Sequence[LinkFinding]) -> None:
        self.links = web.links
        self._found = {each.pair: each for each in found}
        self.missing = [each.pair for each in found if each.kind is FindingKind.MISSING]

    def of(self, pair: Pair) -> Side:
        """Return a link as it is here; what was found missing the other way round counts too."""
        back = pair[::-1] if pair[::-1] in self.missing else pair
        found = self._found.get(pair) or self._found.get(back)
        if found is None:
            return Side(self.links.get(pair))
        points = sum(mark.found for mark in found.points)
        return Side(self.links.get(pair), found.kind, (points, found.remark is None))


def _rows(here: _Sides, there: _Sides) -> Iterator[LinkRow]:
    told: set[Pair] = set()
    for pair in dict.fromkeys((*here.links, *there.links, *here.missing, *there.missing)):
        back = pair[::-1]
        is_drawn = pair in here.links or pair in there.links
        if pair in told or (back in told and not is_drawn):
            continue
        is_turned = _is_only_in(pair, here, there) and _is_only_in(back, there, here)
        yield LinkRow(pair, here.of(pair), there.of(back if is_turned else pair), is_turned)
        told |= {pair, back} if is_turned else {pair}


def _is_only_in(pair: Pair, one: _Sides, other: _Sides) -> bool:
    return pair in one.links and pair not in other.links


def _with_own_names(web: Web, other: Web) -> Web:
    """Return a web whose own cards are called as those of another one with the same words."""
    known = {text.casefold(): name for name, text in _own(other).items()}
    names = {name: known.get(text.casefold(), f"{name}~") for name, text in _own(web).items()}
    cards = {names.get(name, name): card for name, card in web.cards.items()}
    links = {
        (names.get(cause, cause), names.get(consequence, consequence)): drawn
        for (cause, consequence), drawn in web.links.items()
    }
    return Web(web.about, cards, links)


def _own(web: Web) -> dict[str, str]:
    return {name: card.text for name, card in web.cards.items() if is_own(name)}


def _told_besides(
    compared: WebComparison, titles: Mapping[Pair, str]
) -> Iterator[tuple[str, Message | str]]:
    """Yield what else there is to say of links, with their names."""
    kinds = (
        (N_("No longer wrong, for they are gone: {names}."), _is_mended_by_going),
        (N_("Told better than last time: {names}."), lambda row: row.better_told > 0),
        (N_("Told less well than last time: {names}."), lambda row: row.better_told < 0),
    )
    for text, fits in kinds:
        named = [titles[row.pair] for row in compared.rows if fits(row)]
        if named:
            yield text, listed(named)


def _is_mended_by_going(row: LinkRow) -> bool:
    return row.there.is_wrong and row.here == Side()


def _counts(compared: WebComparison) -> Message | None:
    words = _SINCE if compared.is_past else _BESIDE
    changes = [row.change for row in compared.rows]
    told = [
        message(text, count=changes.count(change))
        for change, text in words.items()
        if change in changes
    ]
    return _joined(N_("{some}, {more}"), told) if told else None


def _joined(template: str, parts: Sequence[Message]) -> Message:
    joined = parts[0]
    for part in parts[1:]:
        joined = message(template, some=joined, more=part)
    return joined
