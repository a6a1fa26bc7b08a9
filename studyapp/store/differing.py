"""Where what a file keeps of the cards is not what follows from its log."""

import math
from collections.abc import Mapping

from studyapp.domain.schedule.memory import Memory


def differing(kept: Mapping[str, Memory], derived: Mapping[str, Memory]) -> list[str]:
    """Return the cards of which the two say different things, in order."""
    cards = sorted(kept.keys() | derived.keys())
    return [card for card in cards if not _alike(kept.get(card), derived.get(card))]


def _alike(one: Memory | None, other: Memory | None) -> bool:
    """Compare memories; mathematics on another machine may differ in the last digits."""
    if one is None or other is None:
        return one is other
    pairs = (one.stability, other.stability), (one.difficulty, other.difficulty)
    close = all(a == b or (a and b and math.isclose(a, b, rel_tol=1e-9)) for a, b in pairs)
    return close and one[:2] == other[:2] and one[4:] == other[4:]
