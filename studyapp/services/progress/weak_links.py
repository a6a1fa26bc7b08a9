"""Which links hold least: most often wrong in the self-test and on the board, then most at risk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.cards import Facet
from studyapp.domain.ids import element_of
from studyapp.domain.log import FINDING, REVIEW
from studyapp.domain.progress.figures import WeakLink
from studyapp.domain.schedule.memory import Memory, is_due
from studyapp.domain.schedule.queue import risk

if TYPE_CHECKING:
    from studyapp.domain.course import Link
    from studyapp.services.progress.course_cards import ScopeCards
    from studyapp.store.pack import Pack
    from studyapp.store.progress import Progress

MOST = 8
_WHY = f"#{Facet.WHY}"
# Among so many, the most at risk and the most difficult, the weakest are looked for.
_LOOKED_AT = 60


class _Weak(NamedTuple):
    card: str
    wrong: int
    board: int
    is_due: bool
    risk: float


def weakest(
    packs: Iterable[Pack],
    progress: Progress,
    cards: ScopeCards,
    now_ms: int,
    day_end_ms: int,
) -> tuple[WeakLink, ...]:
    """Return the links of some cards that hold least, at most eight, the weakest first."""
    found = _weak(progress, cards, now_ms, day_end_ms)
    links = _links(packs, [each.card for each in found])
    return tuple(_told(each, *links[each.card]) for each in found if each.card in links)[:MOST]


def _weak(progress: Progress, cards: ScopeCards, now_ms: int, day_end_ms: int) -> list[_Weak]:
    looked_at = _candidates(progress, cards, now_ms)
    if not looked_at:
        return []
    slips = progress.slips(tuple(looked_at))
    found = [
        _Weak(
            card,
            slips[card, REVIEW],
            slips[card, FINDING],
            is_due(memory, now_ms, day_end_ms),
            risk(memory, now_ms),
        )
        for card, memory in looked_at.items()
    ]
    weak = [each for each in found if each.wrong or each.board or each.is_due]
    return sorted(weak, key=lambda each: (-each.wrong - each.board, -each.risk, each.card))


def _candidates(progress: Progress, cards: ScopeCards, now_ms: int) -> dict[str, Memory]:
    why = [card for card in progress.at_risk(_WHY, now_ms, _LOOKED_AT) if cards.holds(card)]
    if len(why) < MOST:
        # A small scope, of which perhaps nothing is among the weakest of all.
        why = [card for card in cards.cards() if card.endswith(_WHY)][: _LOOKED_AT * 8]
    return progress.memories(why) if why else {}


def _links(packs: Iterable[Pack], cards: Iterable[str]) -> dict[str, tuple[Link, str, str]]:
    """Return the links of some cards, with the titles of cause and consequence."""
    found: dict[str, tuple[Link, str, str]] = {}
    for pack in packs:
        for card, link in _links_of(pack, cards):
            ends = pack.factors((link.cause, link.consequence))
            if len(ends) == 2:
                found[card] = link, ends[link.cause].title, ends[link.consequence].title
            if len(found) == MOST:
                return found
    return found


def _links_of(pack: Pack, cards: Iterable[str]) -> Iterator[tuple[str, Link]]:
    for card in cards:
        link = pack.link(element_of(card))
        if link:
            yield card, link


def _told(weak: _Weak, link: Link, cause: str, consequence: str) -> WeakLink:
    passage = link.passage or ""
    return WeakLink(weak.card, passage, cause, consequence, weak.wrong, weak.board, weak.is_due)
