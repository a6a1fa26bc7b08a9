"""The order in which the cards of a course are met: causes before what they led to.

Topic by topic, as the course has them. Within a topic the course's order holds, except that the
cards of a factor (its date, and why each of its causes led to it) wait for those of its causes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import groupby
from typing import NamedTuple

from studyapp.domain.cards import Facet
from studyapp.domain.schedule.siblings import Kin


class Ends(NamedTuple):
    """A link by its ends, and the passage it rests on."""

    link: str
    cause: str
    consequence: str
    passage: str | None = None


class Row(NamedTuple):
    """A card of the course before anything is made of it."""

    element: str
    facet: str
    topic: str


def in_order_of_meeting(
    rows: Iterable[Row], links: Sequence[Ends], passages: Mapping[str, str]
) -> Iterator[tuple[Row, Kin]]:
    """Yield the cards of a course, given in its order by topic, in that in which they are met.

    `passages` are those that questions rest on.
    """
    causes: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        causes[link.consequence].append(link.cause)
    ends = {link.link: link for link in links}
    for _, group in groupby(rows, key=lambda row: row.topic):
        held = tuple(group)
        yield from _of_topic(held, [_factor(row, ends) for row in held], causes, ends, passages)


def _of_topic(
    rows: Sequence[Row],
    factors: Sequence[str],
    causes: Mapping[str, Sequence[str]],
    ends: Mapping[str, Ends],
    passages: Mapping[str, str],
) -> Iterator[tuple[Row, Kin]]:
    here = set(factors) - {""}
    needs = {each: frozenset(causes.get(each, ())) & here - {each} for each in here}
    for at in causes_first(factors, needs):
        factor = factors[at]
        yield rows[at], _kin(rows[at], ends, passages, needs.get(factor, frozenset()), factor)


def causes_first(factors: Sequence[str], needs: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """Yield the places of cards, each about a factor or about "": the first that needs no other.

    Where factors need each other in a circle, the first of them goes first.
    """
    meeting = _Meeting(factors, needs)
    return (meeting.next() for _ in factors)


class _Meeting:
    """Which cards may be met by now: those about "", and of factors whose causes were met."""

    def __init__(self, factors: Sequence[str], needs: Mapping[str, frozenset[str]]) -> None:
        self._factors, self._left = factors, Counter(factors)
        self._cards: defaultdict[str, list[int]] = defaultdict(list)
        for at, factor in enumerate(factors):
            self._cards[factor].append(at)
        self._missing = {factor: len(needs.get(factor, ())) for factor in self._cards}
        self._needed_by: defaultdict[str, list[str]] = defaultdict(list)
        for factor in self._cards:
            for other in needs.get(factor, ()):
                self._needed_by[other].append(factor)
        self._ready: list[int] = []
        self._in_turn = iter(self._cards)
        for factor in [each for each, count in self._missing.items() if not count]:
            self._let_in(factor)

    def next(self) -> int:
        """Return the first card that may be met, and let in what has waited for it."""
        if not self._ready:
            self._let_in(next(each for each in self._in_turn if self._missing[each] > 0))
        at = heappop(self._ready)
        factor = self._factors[at]
        self._left[factor] -= 1
        if not self._left[factor]:
            for other in self._needed_by[factor]:
                self._missing[other] -= 1
                if not self._missing[other]:
                    self._let_in(other)
        return at

    def _let_in(self, factor: str) -> None:
        # Below any count, so that it is let in but once.
        self._missing[factor] = -len(self._missing)
        for at in self._cards[factor]:
            heappush(self._ready, at)


def _factor(row: Row, ends: Mapping[str, Ends]) -> str:
    """Return the factor that a card teaches, or ""."""
    if row.facet == Facet.DATE:
        return row.element
    link = ends.get(row.element) if row.facet == Facet.WHY else None
    return link.consequence if link else ""


def _kin(
    row: Row,
    ends: Mapping[str, Ends],
    passages: Mapping[str, str],
    needs: frozenset[str],
    gives: str,
) -> Kin:
    link, passage = ends.get(row.element), passages.get(row.element)
    if link:
        tells = {link.cause, link.consequence} | ({link.passage} if link.passage else set())
        return Kin(frozenset((row.element,)), frozenset(tells), needs, gives)
    own = frozenset((row.element, passage) if passage else (row.element,))
    return Kin(own, needs=needs, gives=gives)
