"""Cards that give each other's answers away: who has just read the one needs not recall the other.

Siblings are two facets of one element, what rests on the same passage, and the *why* of a link
and the *date* of its ends. Two links are none for resting on one passage: each has its own reason.
"""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.domain.cards import Card

_NOTHING: frozenset[str] = frozenset()


class Kin(NamedTuple):
    """What a card is about (`own`) and what its answer also tells of (`tells`).

    Of a new card, `gives` is the factor it teaches, `needs` those that come before it.
    """

    own: frozenset[str]
    tells: frozenset[str] = _NOTHING
    needs: frozenset[str] = _NOTHING
    gives: str = ""


class Place(NamedTuple):
    """A card and its kin, as they stand in a line."""

    card: Card
    kin: Kin


def are_siblings(one: Kin, other: Kin) -> bool:
    """Say whether what was read with one card helps with the other."""
    return not (
        one.own.isdisjoint(other.own)
        and one.own.isdisjoint(other.tells)
        and one.tells.isdisjoint(other.own)
    )


def family(kin: Iterable[Kin]) -> Kin:
    """Return the kin of several cards as one: a card is its sibling if it is one of theirs."""
    every = tuple(kin)
    own = _NOTHING.union(*(each.own for each in every))
    return Kin(own, _NOTHING.union(*(each.tells for each in every)))
