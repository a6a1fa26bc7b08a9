"""Marking of what would have lost all support, had one factor not been.

Some of it falls whatever one thinks of what is contested, some only by one reading. What an
account is sure of is right; what any account allows by some reading can be defended.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.boards.board import Board, Zone
from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey, sentence
from studyapp.domain.boards.ways import FALLS
from studyapp.domain.course import Certainty, Link
from studyapp.domain.messages import N_, message

_FALLS = N_("Without “{focus}” nothing leads to “{factor}” any more.")
_STANDS = N_("“{cause}” would still lead to “{factor}”, because {because}")
_MAY_FALL = N_(
    "Historians differ, and this can be defended: by one reading “{factor}” hung on “{focus}”."
)
_MAY_STAND = N_(
    "Historians differ, and this can be defended: “{cause}” would still lead to “{factor}”, "
    "because {because}"
)
_NEVER_HUNG = N_(
    "Historians differ, and this can be defended: by one reading “{factor}” did not hang on "
    "“{focus}”."
)


class _View(NamedTuple):
    """What falls by one account, the factor taken away included: surely, and by some reading."""

    key: MarkingKey
    surely: frozenset[str]
    perhaps: frozenset[str]

    def allows(self, factor: str, falls: bool) -> bool:
        """Say whether a factor falls, or stands, by some reading."""
        return factor in self.perhaps if falls else factor not in self.surely

    def is_sure(self, factor: str, falls: bool) -> bool:
        """Say whether a factor falls, or is held by something, by every reading."""
        if falls:
            return factor in self.surely
        settled = filter(self.key.settles, self.key.causal_map.links_to(factor))
        return any(link.cause not in self.perhaps for link in settled)

    def ground(self, factor: str, falls: bool) -> Link | None:
        """Return the best link on which a factor hung, or that would still hold it."""
        links = filter(self.key.holds, self.key.causal_map.links_to(factor))
        gone = self.perhaps if falls else self.surely
        fitting = [link for link in self.key.best_first(links) if (link.cause in gone) == falls]
        return min(fitting, key=lambda link: link.cause in self.perhaps, default=None)


def mark_what_if(board: Board, key: MarkingKey) -> Iterator[Finding]:
    """Yield a finding for each placed factor."""
    views = tuple(_views(board.focus, key))
    for zone, factors in board.zones.items():
        if zone != Zone.TRAY:
            yield from (_finding(factor, zone, board.focus, views, key) for factor in factors)


def _views(focus: str, key: MarkingKey) -> Iterator[_View]:
    """Yield what falls by the account measured against, and then by each other one."""
    owners = (key.against or key.account, key.account, *key.causal_map.accounts())
    for owner in dict.fromkeys(owners):
        owned = key._replace(against=owner)
        held = [link for link in key.causal_map.links if owned.holds(link)]
        settled = [link for link in held if link.certainty is Certainty.AGREED]
        # Surely falls what a settled link reaches and not even a contested one still holds; by
        # some reading, what any link reaches and no settled one still holds.
        yield _View(owned, _gone(focus, settled, held), _gone(focus, held, settled))


def _gone(focus: str, reaching: Sequence[Link], holding: Sequence[Link]) -> frozenset[str]:
    """Return what falls without `focus` if some links pass a fall on, and some still hold."""
    gone: frozenset[str] = frozenset()
    found = frozenset({focus})
    while len(found) > len(gone):
        gone = found
        standing = {link.consequence for link in holding if link.cause not in gone}
        reached = {link.consequence for link in reaching if link.cause in gone}
        found = gone | (reached - standing)
    return gone


def _finding(
    factor: str, zone: Zone, focus: str, views: Sequence[_View], key: MarkingKey
) -> Finding:
    claims_fall = zone == FALLS
    kind, seen = _judged(factor, claims_fall, views)
    falls = claims_fall == (kind is not FindingKind.MISPLACED)
    view = next((view for view in seen if view.ground(factor, falls)), seen[0])
    link = view.ground(factor, falls)
    reason = message(
        _template(kind, falls, link),
        focus=key.factors[focus].title,
        factor=key.factors[factor].title,
        cause=key.factors[link.cause].title if link else "",
        because=sentence(link.because) if link else "",
    )
    # What another account says is no support of the one measured against.
    own = view is views[0] or kind is FindingKind.MISPLACED
    links = (link.id,) if link and own else ()
    return Finding(kind, factor, zone, reason, links, link.passage if link else None)


def _judged(
    factor: str, falls: bool, views: Sequence[_View]
) -> tuple[FindingKind, Sequence[_View]]:
    """Return what is to be said of a claim, and the views that say so, the account's own first."""
    if views[0].is_sure(factor, falls):
        return FindingKind.RIGHT, views[:1]
    allowing = [view for view in views if view.allows(factor, falls)]
    return (FindingKind.DEFENSIBLE, allowing) if allowing else (FindingKind.MISPLACED, views)


def _template(kind: FindingKind, falls: bool, link: Link | None) -> str:
    if kind is not FindingKind.DEFENSIBLE:
        return _FALLS if falls else _STANDS
    if falls:
        return _MAY_FALL
    return _MAY_STAND if link else _NEVER_HUNG
