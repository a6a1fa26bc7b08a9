"""Marking of what would have lost all support, had one factor not been.

What hangs on what is seen once by what an account is sure of, and once with what is contested
in it. Only where both say the same is it right; where any account says it, it can be defended.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.board import Board, Zone
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Link
from studyapp.domain.marking import Finding, FindingKind, MarkingKey, sentence
from studyapp.domain.messages import N_, message
from studyapp.domain.ways import FALLS, without_support

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
    """Some of the course's links, and what falls by them; the factor taken away is in `gone`."""

    links: CausalMap
    gone: frozenset[str]

    def ground(self, factor: str) -> Link | None:
        """Return the link that would still hold a factor, or else the one that it hung on."""
        links = self.links.links_to(factor)
        held = (link for link in links if link.cause not in self.gone)
        return next(held, links[0] if links else None)


def mark_what_if(board: Board, key: MarkingKey) -> Iterator[Finding]:
    """Yield a finding for each placed factor."""
    views = tuple(_views(board.focus, key))
    for zone, factors in board.zones.items():
        if zone != Zone.TRAY:
            yield from (_finding(factor, zone, board.focus, views, key) for factor in factors)


def _views(focus: str, key: MarkingKey) -> Iterator[_View]:
    """Yield what is sure to the account measured against, all that it holds, and the others'."""
    owners = (key.against or key.account, key.account, *key.causal_map.accounts())
    for owner in dict.fromkeys(owners):
        owned = key._replace(against=owner)
        yield _view(focus, key, owned.settles)
        yield _view(focus, key, owned.holds)


def _view(focus: str, key: MarkingKey, fits: Callable[[Link], bool]) -> _View:
    links = CausalMap(link for link in key.causal_map.links if fits(link))
    return _View(links, without_support(focus, links) | {focus})


def _finding(
    factor: str, zone: Zone, focus: str, views: Sequence[_View], key: MarkingKey
) -> Finding:
    kind, seen = _judged(factor, zone == FALLS, views)
    view = next((view for view in seen if view.ground(factor)), seen[0])
    link = view.ground(factor)
    template = _template(kind, factor in view.gone, link)
    reason = message(
        template,
        focus=key.factors[focus].title,
        factor=key.factors[factor].title,
        cause=key.factors[link.cause].title if link else "",
        because=sentence(link.because) if link else "",
    )
    # What another account says is no support of the one measured against.
    own = view in views[:2] or kind is FindingKind.MISPLACED
    links = (link.id,) if link and own else ()
    return Finding(kind, factor, zone, reason, links, link.passage if link else None)


def _judged(
    factor: str, falls: bool, views: Sequence[_View]
) -> tuple[FindingKind, Sequence[_View]]:
    """Return what is to be said of a claim, and the views that say so, the account's own first."""
    agreeing = [view for view in views if (factor in view.gone) == falls]
    if views[0].ground(factor) and all(view in agreeing for view in views[:2]):
        return FindingKind.RIGHT, views[:1]
    return (FindingKind.DEFENSIBLE, agreeing) if agreeing else (FindingKind.MISPLACED, views)


def _template(kind: FindingKind, falls: bool, link: Link | None) -> str:
    if kind is not FindingKind.DEFENSIBLE:
        return _FALLS if falls else _STANDS
    if falls:
        return _MAY_FALL
    return _MAY_STAND if link else _NEVER_HUNG
