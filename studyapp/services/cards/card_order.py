"""The order of a list of cards: by numbers, since many cards share a topic, a kind or a day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple


class Listed(NamedTuple):
    """A card in a list: its id, the element it asks about, its kind, and its topic."""

    id: str
    element: str
    kind: str
    topic: str


class Column(StrEnum):
    """What a list of cards tells of each, in the order of its columns."""

    QUESTION = "question"
    KIND = "kind"
    TOPIC = "topic"
    DUE = "due"
    HELD = "held"
    LAST = "last"
    STATE = "state"


def put_in_order(
    among: Sequence[Listed], keys: Sequence[float | None], backwards: bool
) -> list[Listed]:
    """Return cards in the order of their keys; those with None come last, either way round."""
    alike: dict[float | None, list[Listed]] = defaultdict(list)
    for card, key in zip(among, keys, strict=True):
        alike[key].append(card)
    last = alike.pop(None, [])
    order = sorted((key for key in alike if key is not None), reverse=backwards)
    return [card for key in order for card in alike[key]] + last


# Which field of a memory a column sorts by.
FIELDS = {Column.DUE: 4, Column.HELD: 2, Column.LAST: 5}


def places(titles: Mapping[str, str]) -> dict[str, float]:
    """Return the place of each id in the order of its title."""
    return {each: float(place) for place, each in enumerate(sorted(titles, key=titles.__getitem__))}


def signs(marks: Sequence[Collection[str]], own: Collection[str]) -> dict[str, float]:
    """Return the place of the first sign that each card carries; the student's own come last."""
    found = dict.fromkeys(own, float(len(marks)))
    for at in reversed(range(len(marks))):
        found.update(dict.fromkeys(marks[at], float(at)))
    return found


class Places(dict[str, int]):
    """The place of each card in its courses; what the student has made comes behind."""

    def __missing__(self, card: str) -> int:
        return self.setdefault(card, len(self))


class Order:
    """Cards by a number that each has, from the lowest on and from the highest on.

    Those with the same number stand as in the course, either way round. Cards are held as their
    places, which are found sooner than their names.
    """

    def __init__(self, keys: Mapping[str, float], places: Places) -> None:
        """Put the cards that have a key in order."""
        self._places, self._whole = places, len(places)
        self._keys = dict(sorted((places[card], key) for card, key in keys.items()))
        self._up = sorted(self._keys, key=self._keys.__getitem__)
        self._down = sorted(self._keys, key=self._keys.__getitem__, reverse=True)

    def put(self, card: str, key: float | None) -> None:
        """Give a card another number, or none."""
        at = self._places[card]
        before = self._keys.get(at)
        if before == key:
            return
        if before is not None:
            del self._up[bisect_left(self._up, self._rising(at), key=self._rising)]
            del self._down[bisect_left(self._down, self._falling(at), key=self._falling)]
            del self._keys[at]
        if key is not None:
            self._keys[at] = key
            insort(self._up, at, key=self._rising)
            insort(self._down, at, key=self._falling)

    def between(self, above: float, upto: float) -> list[str]:
        """Return the cards whose number is above the one and not above the other."""
        key, ids = self._keys.__getitem__, list(self._places)
        first, last = (bisect_right(self._up, each, key=key) for each in (above, upto))
        return [ids[at] for at in self._up[first:last]]

    def arranged(self, among: Sequence[Listed], *, backwards: bool, whole: int = 0) -> list[Listed]:
        """Return some cards in this order; those that have no number come last, either way.

        The first ones, as many as `whole` says, are all those of the courses in their places.
        """
        whole = whole if whole == self._whole else 0
        found: list[Listed | None] = [*among[:whole], *[None] * (len(self._places) - whole)]
        left = [self._places[card.id] for card in among[whole:]]
        found += [None] * (len(self._places) - len(found))
        for at, card in zip(left, among[whole:], strict=True):
            found[at] = card
        held = [each for at in (self._down if backwards else self._up) if (each := found[at])]
        if len(held) == len(among):
            return held
        ats = (*range(whole), *left)
        return held + [each for at, each in zip(ats, among, strict=True) if at not in self._keys]

    def _rising(self, at: int) -> tuple[float, int]:
        return self._keys[at], at

    def _falling(self, at: int) -> tuple[float, int]:
        return -self._keys[at], at
