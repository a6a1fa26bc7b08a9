"""Marking a sorting board against the course's own links, accounts and dates.

Every finding says why in a sentence made from the course: change the course and the sentence
changes. What any account supports, or historians contest, is never marked wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from studyapp.domain.board import Board, Zone
from studyapp.domain.causality import CausalMap, Chain
from studyapp.domain.course import Certainty, Distractor, Factor, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.messages import N_, Message, message


class FindingKind(StrEnum):
    """What marking can say of a placement."""

    RIGHT = "right"
    INDIRECT = "indirect"
    DEFENSIBLE = "defensible"
    REVERSED = "reversed"
    IMPOSSIBLE = "impossible"
    DISTRACTOR = "distractor"
    UNSUPPORTED = "unsupported"
    MISSING = "missing"
    MISPLACED = "misplaced"


FAULTS = frozenset(
    {
        FindingKind.REVERSED,
        FindingKind.IMPOSSIBLE,
        FindingKind.DISTRACTOR,
        FindingKind.UNSUPPORTED,
        FindingKind.MISSING,
        FindingKind.MISPLACED,
    }
)


class Finding(NamedTuple):
    """What marking says of one factor: `links` are what the sentence rests on, if anything."""

    kind: FindingKind
    factor: str
    zone: Zone
    reason: Message
    links: tuple[str, ...] = ()
    passage: str | None = None


class MarkingKey(NamedTuple):
    """What a board is marked against: `account` is the course's default account.

    `names` has the names of the course's themes.
    """

    causal_map: CausalMap
    factors: Mapping[str, Factor]
    distractors: Sequence[Distractor]
    account: str
    names: Mapping[str, str] = MappingProxyType({})

    def distractor(self, cause: str, consequence: str) -> Distractor | None:
        """Return the distractor that joins two factors in this direction, if there is one."""
        pair = (cause, consequence)
        found = (item for item in self.distractors if (item.cause, item.consequence) == pair)
        return next(found, None)


class _Claim(NamedTuple):
    """What a placement says: that `cause` led to `consequence`."""

    factor: str
    zone: Zone
    cause: str
    consequence: str


def mark(board: Board, key: MarkingKey) -> tuple[Finding, ...]:
    """Return a finding for each placed factor, then one for each that is missing."""
    placed = tuple(_mark_claim(claim, key) for claim in _claims(board))
    return placed + tuple(_missing(board, key))


def mark_pair(cause: str, consequence: str, zone: Zone, key: MarkingKey) -> Finding:
    """Mark the claim that one factor led to another; the finding is of the consequence."""
    return _mark_claim(_Claim(consequence, zone, cause, consequence), key)


def is_settled(link: Link, key: MarkingKey) -> bool:
    """Say whether a link belongs to the default account and nobody contests it."""
    return link.account == key.account and link.certainty is Certainty.AGREED


def _claims(board: Board) -> Iterator[_Claim]:
    for factor in board.zones[Zone.CAUSES]:
        yield _Claim(factor, Zone.CAUSES, factor, board.focus)
    for factor in board.zones[Zone.CONSEQUENCES]:
        yield _Claim(factor, Zone.CONSEQUENCES, board.focus, factor)


def _mark_claim(claim: _Claim, key: MarkingKey) -> Finding:
    direct = key.causal_map.links_between(claim.cause, claim.consequence)
    if direct:
        return _supported(claim, direct, key)
    if chain := key.causal_map.chain(claim.cause, claim.consequence):
        return _indirect(claim, chain, key)
    if found := key.distractor(claim.cause, claim.consequence):
        return _tempted(claim, found)
    back = key.causal_map.links_between(claim.consequence, claim.cause)
    if back and is_settled(_best(back, key), key):
        return _reversed(claim, _best(back, key), key)
    cause, consequence = key.factors[claim.cause], key.factors[claim.consequence]
    if surely_before(consequence.date, cause.date):
        return _impossible(claim, cause, consequence)
    chain = key.causal_map.chain(claim.consequence, claim.cause)
    if chain and all(is_settled(link, key) for link in chain):
        return _reversed(claim, chain[0], key)
    return _unsupported(claim, cause, consequence)


def _supported(claim: _Claim, links: Sequence[Link], key: MarkingKey) -> Finding:
    link = _best(links, key)
    if is_settled(link, key):
        kind, template = (
            FindingKind.RIGHT,
            N_("“{cause}” led to “{consequence}”, because {because}"),
        )
    else:
        kind, template = (
            FindingKind.DEFENSIBLE,
            N_(
                "Historians differ, and this can be defended: “{cause}” led to “{consequence}”, "
                "because {because}"
            ),
        )
    reason = message(template, **_named(claim, key), because=_sentence(link.because))
    return Finding(kind, claim.factor, claim.zone, reason, (link.id,), link.passage)


def _best(links: Sequence[Link], key: MarkingKey) -> Link:
    """Return a link that is settled, if there is one, else the first."""
    return next((link for link in links if is_settled(link, key)), links[0])


def _tempted(claim: _Claim, distractor: Distractor) -> Finding:
    reason = message(
        N_("Tempting: {tempting} But: {wrong}"),
        tempting=_sentence(distractor.tempting),
        wrong=_sentence(distractor.wrong),
    )
    return Finding(FindingKind.DISTRACTOR, claim.factor, claim.zone, reason, (distractor.id,))


def _reversed(claim: _Claim, link: Link, key: MarkingKey) -> Finding:
    template = N_(
        "The other way round: “{consequence}” led to “{cause}”. "
        "“{first}” mattered because {because}"
    )
    reason = message(
        template,
        **_named(claim, key),
        first=key.factors[link.cause].title,
        because=_sentence(link.because),
    )
    return Finding(FindingKind.REVERSED, claim.factor, claim.zone, reason, (link.id,), link.passage)


def _indirect(claim: _Claim, chain: Chain, key: MarkingKey) -> Finding:
    steps = [key.factors[link.consequence].title for link in chain[:-1]]
    reason = message(
        N_("Right, but indirectly: “{cause}” led to “{consequence}” through {steps}."),
        **_named(claim, key),
        steps=", ".join(f"“{step}”" for step in steps),
    )
    links = tuple(link.id for link in chain)
    return Finding(FindingKind.INDIRECT, claim.factor, claim.zone, reason, links, chain[0].passage)


def _impossible(claim: _Claim, cause: Factor, consequence: Factor) -> Finding:
    reason = message(
        N_(
            "Impossible: “{consequence}” ({consequence_date}) came before "
            "“{cause}” ({cause_date}), so it cannot have followed from it."
        ),
        cause=cause.title,
        consequence=consequence.title,
        cause_date=str(cause.date),
        consequence_date=str(consequence.date),
    )
    return Finding(FindingKind.IMPOSSIBLE, claim.factor, claim.zone, reason)


def _unsupported(claim: _Claim, cause: Factor, consequence: Factor) -> Finding:
    reason = message(
        N_("The course gives no reason why “{cause}” should have led to “{consequence}”."),
        cause=cause.title,
        consequence=consequence.title,
    )
    return Finding(FindingKind.UNSUPPORTED, claim.factor, claim.zone, reason)


def _missing(board: Board, key: MarkingKey) -> Iterator[Finding]:
    for factor in board.zones[Zone.TRAY]:
        as_cause = key.causal_map.links_between(factor, board.focus)
        as_consequence = key.causal_map.links_between(board.focus, factor)
        settled = [link for link in (*as_cause, *as_consequence) if is_settled(link, key)]
        if not settled:
            continue
        yield missing(settled[0], factor, Zone.TRAY, key)


def missing(link: Link, factor: str, zone: Zone, key: MarkingKey) -> Finding:
    """Return the finding that a link is missing, where `factor` should have shown it."""
    reason = message(
        N_("“{cause}” led to “{consequence}”, because {because}"),
        cause=key.factors[link.cause].title,
        consequence=key.factors[link.consequence].title,
        because=_sentence(link.because),
    )
    return Finding(FindingKind.MISSING, factor, zone, reason, (link.id,), link.passage)


def _named(claim: _Claim, key: MarkingKey) -> dict[str, str]:
    return {
        "cause": key.factors[claim.cause].title,
        "consequence": key.factors[claim.consequence].title,
    }


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
