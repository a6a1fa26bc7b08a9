"""Marking a sorting board against the course's own links, accounts and dates.

Every finding says why in a sentence made from the course: change the course and the sentence
changes. What any account supports, or historians contest, is never marked wrong, and only what
the account supports that the board is measured against is right.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from studyapp.domain.boards.board import Board, Zone
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


class Marking(NamedTuple):
    """What marking says of a board: of its cards one by one, and of the whole in sentences."""

    findings: tuple[Finding, ...]
    remarks: tuple[Message, ...] = ()


class MarkingKey(NamedTuple):
    """What a board is marked against: `account` is the course's default account.

    `names` has the names of the course's themes, `rivals` those of its other accounts. `against`
    is the one of them that the board is measured against; empty for the default account.
    """

    causal_map: CausalMap
    factors: Mapping[str, Factor]
    distractors: Sequence[Distractor]
    account: str
    names: Mapping[str, str] = MappingProxyType({})
    rivals: Mapping[str, str] = MappingProxyType({})
    against: str = ""

    def distractor(self, cause: str, consequence: str) -> Distractor | None:
        """Return the distractor that joins two factors in this direction, if there is one."""
        pair = (cause, consequence)
        found = (item for item in self.distractors if (item.cause, item.consequence) == pair)
        return next(found, None)

    def holds(self, link: Link) -> bool:
        """Say whether the account measured against holds a link: its own, or common ground.

        The default account's links are common ground, unless the other one, undisputed, tells
        it differently of the same two factors.
        """
        measured = self.against or self.account
        if link.account == measured:
            return True
        return link.account == self.account and not any(
            own.account == measured and own.certainty is Certainty.AGREED
            for own in self.causal_map.links_joining(link.cause, link.consequence)
        )

    def settles(self, link: Link) -> bool:
        """Say whether the account measured against holds a link, and nobody contests it."""
        return link.certainty is Certainty.AGREED and self.holds(link)

    def best_first(self, links: Iterable[Link]) -> list[Link]:
        """Return first what is settled, then what else the account holds, then the others'."""
        return sorted(links, key=lambda link: (not self.settles(link), not self.holds(link)))

    def disputed_chain(self, cause: str, consequence: str) -> Chain:
        """Return a chain that some account holds, all or part of it disputed, or ()."""
        owners = dict.fromkeys((self.against or self.account, *self.causal_map.accounts()))
        held = (self._replace(against=owner).holds for owner in owners)
        chains = (self.causal_map.chain_of(cause, consequence, each) for each in held)
        return next((chain for chain in chains if chain), ())


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


def _claims(board: Board) -> Iterator[_Claim]:
    for factor in board.zones[Zone.CAUSES]:
        yield _Claim(factor, Zone.CAUSES, factor, board.focus)
    for factor in board.zones[Zone.CONSEQUENCES]:
        yield _Claim(factor, Zone.CONSEQUENCES, board.focus, factor)


def _mark_claim(claim: _Claim, key: MarkingKey) -> Finding:
    direct = key.best_first(key.causal_map.links_between(claim.cause, claim.consequence))
    sure = key.causal_map.chain_of(claim.cause, claim.consequence, key.settles)
    # What is settled by way of others outweighs what is disputed outright.
    if direct and len(sure) < 2:
        return _supported(claim, direct[0], key)
    if chain := sure or key.disputed_chain(claim.cause, claim.consequence):
        return _indirect(claim, chain, key)
    if found := key.distractor(claim.cause, claim.consequence):
        return _tempted(claim, found)
    back = key.best_first(key.causal_map.links_between(claim.consequence, claim.cause))
    if back and key.settles(back[0]):
        return _reversed(claim, back[0], key)
    cause, consequence = key.factors[claim.cause], key.factors[claim.consequence]
    if surely_before(consequence.date, cause.date):
        return _impossible(claim, cause, consequence)
    chain = key.causal_map.chain_of(claim.consequence, claim.cause, key.settles)
    if chain:
        return _reversed(claim, chain[0], key)
    return _unsupported(claim, cause, consequence)


def _supported(claim: _Claim, link: Link, key: MarkingKey) -> Finding:
    if key.settles(link):
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
    reason = message(template, **_named(claim, key), because=sentence(link.because))
    return Finding(kind, claim.factor, claim.zone, reason, (link.id,), link.passage)


def _tempted(claim: _Claim, distractor: Distractor) -> Finding:
    reason = message(
        N_("Tempting: {tempting} But: {wrong}"),
        tempting=sentence(distractor.tempting),
        wrong=sentence(distractor.wrong),
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
        because=sentence(link.because),
    )
    return Finding(FindingKind.REVERSED, claim.factor, claim.zone, reason, (link.id,), link.passage)


def _indirect(claim: _Claim, chain: Chain, key: MarkingKey) -> Finding:
    steps = [key.factors[link.consequence].title for link in chain[:-1]]
    if all(key.settles(link) for link in chain):
        kind, template = (
            FindingKind.INDIRECT,
            N_("Right, but indirectly: “{cause}” led to “{consequence}” through {steps}."),
        )
    else:
        kind, template = (
            FindingKind.DEFENSIBLE,
            N_(
                "Historians differ, and this can be defended: “{cause}” led to “{consequence}” "
                "through {steps}."
            ),
        )
    named = ", ".join(f"“{step}”" for step in steps)
    reason = message(template, **_named(claim, key), steps=named)
    links = tuple(link.id for link in chain)
    return Finding(kind, claim.factor, claim.zone, reason, links, chain[0].passage)


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
        joining = key.causal_map.links_joining(factor, board.focus)
        settled = [link for link in joining if key.settles(link)]
        if not settled:
            continue
        yield missing(settled[0], factor, Zone.TRAY, key)


def missing(link: Link, factor: str, zone: Zone, key: MarkingKey) -> Finding:
    """Return the finding that a link is missing, where `factor` should have shown it."""
    reason = message(
        N_("“{cause}” led to “{consequence}”, because {because}"),
        cause=key.factors[link.cause].title,
        consequence=key.factors[link.consequence].title,
        because=sentence(link.because),
    )
    return Finding(FindingKind.MISSING, factor, zone, reason, (link.id,), link.passage)


def _named(claim: _Claim, key: MarkingKey) -> dict[str, str]:
    return {
        "cause": key.factors[claim.cause].title,
        "consequence": key.factors[claim.consequence].title,
    }


def sentence(text: str) -> str:
    """Return words of the course with a full stop, unless they have one."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
