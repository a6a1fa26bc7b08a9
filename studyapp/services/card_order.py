"""The order of a list of cards: by numbers, since many cards share a topic, a kind or a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from studyapp.services.card_index import Listed


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


def first_sign(card: Listed, marks: Sequence[Collection[str]], *, is_own: bool) -> float | None:
    """Return the place of the first sign that a card carries; the student's own come last."""
    signs = (float(at) for at, held in enumerate(marks) if card.id in held)
    return next(signs, float(len(marks)) if is_own else None)
