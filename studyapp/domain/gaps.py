"""Sentences with gaps, such as “The treaty was signed in {{Moscow | the Kremlin}}”.

Each gap is asked on its own; what stands in it are the wordings that fill it.
"""

import re
from collections.abc import Iterator

_GAP = re.compile(r"\{\{([^{}]*)\}\}")
_EMPTY = "[…]"


def wordings_of_gaps(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what each gap of a text takes, the first wording first."""
    for found in _GAP.finditer(text):
        yield tuple(part.strip() for part in found[1].split("|") if part.strip())


def filled(text: str) -> str:
    """Return a text with every gap filled."""
    return _GAP.sub(lambda found: _first(found[1]), text)


def with_gap(text: str, number: int) -> str:
    """Return a text with its `number`-th gap open, counted from 1, and the others filled."""
    gaps = list(_GAP.finditer(text))
    if not 1 <= number <= len(gaps):
        return filled(text)
    gap = gaps[number - 1]
    return filled(text[: gap.start()]) + _EMPTY + filled(text[gap.end() :])


def _first(held: str) -> str:
    return held.partition("|")[0].strip()
