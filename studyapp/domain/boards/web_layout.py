"""Laying a web out: causes before what they led to, few crossings, nothing on top of another.

Layers by the longest way from a card without causes; within a layer cards are put in order of the
middle of their neighbours, a few sweeps up and down. Source: Sugiyama, Tagawa and Toda, "Methods
for Visual Understanding of Hierarchical System Structures" (1981), without dummy nodes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from studyapp.domain.boards.web import Pair, Point

_SWEEPS = 4
# So many rows are passed by links in all that looking for clear ways would take too long.
_MOST_PASSED = 2000
# How far a row may be moved aside, in quarters of the way from card to card, the least first.
_ASIDE = (0, 1, -1, 2, -2, 3, -3, 4, -4)


class Spacing(NamedTuple):
    """The size of a card and the gaps between cards, in pixels."""

    width: int
    height: int
    across: int
    down: int


def laid_out(
    cards: Sequence[str], links: Iterable[Pair], spacing: Spacing, widest: int
) -> dict[str, Point]:
    """Return where each card lies, from the top left on, causes above their consequences.

    `widest` is how many cards lie side by side; a fuller layer takes several rows.
    """
    pairs = _without_cycles(cards, links)
    joined = {name for pair in pairs for name in pair}
    layers = _ordered(_layers([name for name in cards if name in joined], pairs), pairs)
    # What no link touches lies below all that is joined.
    rows = [row for layer in layers for row in _rows(layer, widest)]
    rows += _rows([name for name in cards if name not in joined], widest)
    middles = _set_in_rows(rows, pairs, spacing)
    left = min(middles.values(), default=0.0)
    drop = spacing.height + spacing.down
    return {
        name: Point(round(middles[name] - left), at * drop)
        for at, row in enumerate(rows)
        for name in row
    }


def _rows(layer: Sequence[str], widest: int) -> list[Sequence[str]]:
    # Of even length: five cards in rows of four are three and two.
    count = -(-len(layer) // max(1, widest))
    ends = [len(layer) * at // count for at in range(count + 1)] if count else []
    return [layer[start:end] for start, end in pairwise(ends)]


def _set_in_rows(
    rows: Sequence[Sequence[str]], pairs: Iterable[Pair], spacing: Spacing
) -> dict[str, float]:
    """Return the middle of each card: every row centred, or aside where links pass it by.

    A link that goes straight on to a row further down must not seem to end at a card between.
    """
    pitch = spacing.width + spacing.across
    centred = [[(at - (len(row) - 1) / 2) * pitch for at in range(len(row))] for row in rows]
    middles = {
        name: middle
        for row, line in zip(rows, centred, strict=True)
        for name, middle in zip(row, line, strict=True)
    }
    row_of = {name: at for at, row in enumerate(rows) for name in row}
    ends = (sorted(pair, key=row_of.__getitem__) for pair in pairs)
    long = [(one, other) for one, other in ends if row_of[other] - row_of[one] > 1]
    if sum(row_of[other] - row_of[one] for one, other in long) > _MOST_PASSED:
        return middles
    for at, row in enumerate(rows):
        passing = [
            _passing(middles, row_of, one, other, at, spacing)
            for one, other in long
            if row_of[one] < at < row_of[other]
        ]
        aside = min(
            (pitch * step / 4 for step in _ASIDE),
            key=lambda aside: _blocked(centred[at], aside, passing, spacing.width),
        )
        middles.update(
            (name, middle + aside) for name, middle in zip(row, centred[at], strict=True)
        )
    return middles


def _passing(
    middles: Mapping[str, float],
    row_of: Mapping[str, int],
    one: str,
    other: str,
    at: int,
    spacing: Spacing,
) -> tuple[float, float]:
    """Return the leftmost and the rightmost place of a link while it passes a row."""
    slope = (middles[other] - middles[one]) / (row_of[other] - row_of[one])
    middle = middles[one] + slope * (at - row_of[one])
    half = abs(slope) * spacing.height / (spacing.height + spacing.down) / 2
    return middle - half, middle + half


def _blocked(
    line: Sequence[float], aside: float, passing: Sequence[tuple[float, float]], width: int
) -> int:
    """Return how many passing links a row hides when it is moved aside."""
    half = width / 2
    return sum(
        any(left < middle + aside + half and right > middle + aside - half for middle in line)
        for left, right in passing
    )


def _without_cycles(cards: Sequence[str], links: Iterable[Pair]) -> list[Pair]:
    """Return the links without those that would lead back to where one came from."""
    known = set(cards)
    after: dict[str, list[str]] = {name: [] for name in cards}
    for cause, consequence in links:
        if {cause, consequence} <= known:
            after[cause].append(consequence)
    kept: list[Pair] = []
    done: set[str] = set()
    for start in cards:
        on_way = {start: None}
        waiting = [(start, iter(after[start]))] if start not in done else []
        while waiting:
            here, ahead = waiting[-1]
            there = next(ahead, None)
            if there is None:
                done.add(here)
                on_way.pop(here, None)
                waiting.pop()
                continue
            if there in on_way:
                continue
            kept.append((here, there))
            if there not in done:
                on_way[there] = None
                waiting.append((there, iter(after[there])))
    return kept


def _layers(cards: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """Return the cards by the length of the longest way that leads to them."""
    before: dict[str, list[str]] = {name: [] for name in cards}
    after: dict[str, list[str]] = {name: [] for name in cards}
    for cause, consequence in pairs:
        before[consequence].append(cause)
        after[cause].append(consequence)
    depth = dict.fromkeys(cards, 0)
    left = {name: len(before[name]) for name in cards}
    ready = [name for name in cards if not left[name]]
    for name in ready:
        for there in after[name]:
            depth[there] = max(depth[there], depth[name] + 1)
            left[there] -= 1
            if not left[there]:
                ready.append(there)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for name in cards:
        layers[depth[name]].append(name)
    return layers


def _ordered(layers: list[list[str]], pairs: Sequence[Pair]) -> list[list[str]]:
    """Return the layers with each card near the middle of those that it is joined to."""
    near: dict[str, list[str]] = {name: [] for layer in layers for name in layer}
    for cause, consequence in pairs:
        near[cause].append(consequence)
        near[consequence].append(cause)
    middles = {name: at for layer in layers for name, at in _middles(layer)}
    for _ in range(_SWEEPS):
        for layer in (*layers, *reversed(layers)):
            layer.sort(key=lambda name: _middle_of(near[name], middles, middles[name]))
            middles.update(_middles(layer))
    return layers


def _middles(layer: Sequence[str]) -> Iterator[tuple[str, float]]:
    return ((name, at - (len(layer) - 1) / 2) for at, name in enumerate(layer))


def _middle_of(names: Sequence[str], middles: Mapping[str, float], own: float) -> float:
    return sum(middles[name] for name in names) / len(names) if names else own
