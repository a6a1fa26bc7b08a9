"""Which sentence of a note says a key point.

Found by the words of the point and its wordings: those of the point itself weigh most, rare ones
more than those that stand in every sentence, and a long sentence has to have more of them (after
Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import UNTOLD
from studyapp.domain.pages import PassageEntry
from studyapp.domain.text import words

# How fast one more of a word stops counting, and how much length counts.
_SATURATION, _LENGTH = 1.2, 0.4
_POINT_ITSELF = 3.0
# The passage that the question rests on is where a point most likely stands.
_NEAR_AT_HAND = 1.6
# Less of a point than so much of its weight says something else.
_ENOUGH = 0.3
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)]*\s+|\n|\t")


class Place(NamedTuple):
    """Where a note says something: the passage, by id, and the sentence in it."""

    passage: str
    sentence: str


class Note:
    """The sentences of a note, ready to be asked which of them says a point."""

    def __init__(self, passages: Iterable[PassageEntry], aliases: Aliases) -> None:
        """Read the passages."""
        self._aliases = aliases
        self._said = [
            (Place(passage.id, sentence), _stems(sentence, aliases))
            for passage in passages
            if passage.kind != "heading"
            for sentence in _SENTENCE.split(passage.text)
            if sentence.strip()
        ]
        held_by = Counter(each for _, held in self._said for each in held)
        count = len(self._said)
        self._rarity = {each: log1p(count / held) for each, held in held_by.items()}
        self._unheard_of = log1p(count)
        self._usual = sum(len(held) for _, held in self._said) / count if count else 1.0

    def place_of(self, point: KeyPoint, near: str | None = None) -> Place | None:
        """Return where a point is said, rather in the passage `near`, or None if it is nowhere."""
        weights = self._weights(point)
        wanted = {each: weight for each, weight in weights.items() if each in self._rarity}
        scored = [
            (self._score(wanted, held) * (_NEAR_AT_HAND if place.passage == near else 1.0), place)
            for place, held in self._said
        ]
        best, place = max(scored, key=lambda each: each[0], default=(0.0, None))
        whole = sum(weights[each] for each in _stems(point.text, self._aliases))
        return place if wanted and best >= _ENOUGH * whole else None

    def _weights(self, point: KeyPoint) -> dict[str, float]:
        """Return how much each stem of a point weighs, also those that the note has nowhere."""
        weights = defaultdict[str, float](float)
        for each in _stems(point.text, self._aliases):
            weights[each] += _POINT_ITSELF
        for wording in point.wordings:
            stems = _stems(wording, self._aliases)
            for each in stems:
                weights[each] += 1 / len(stems)
        return {
            each: self._rarity.get(each, self._unheard_of) * weight / (weight + _SATURATION)
            for each, weight in weights.items()
        }

    def _score(self, wanted: dict[str, float], held: Collection[str]) -> float:
        length = 1 - _LENGTH + _LENGTH * len(held) / self._usual
        had = sum(wanted[each] for each in held if each in wanted)
        return had / (1 + (length - 1) / 2)


@lru_cache(maxsize=2048)
def _stems(text: str, aliases: Aliases) -> frozenset[str]:
    """Return what a text tells, whatever its form: the stems of its words, and names by sign."""
    said = words(text)
    names = {at: name for name in aliases.found(said) for at in range(name.start, name.end)}
    return frozenset(
        names[at].sign if at in names else stem(word)
        for at, word in enumerate(said)
        if word not in UNTOLD
    )


def places_of(
    points: Sequence[KeyPoint],
    passages: Iterable[PassageEntry],
    aliases: Aliases,
    near: str | None = None,
) -> tuple[Place | None, ...]:
    """Return for each key point where a note says it."""
    note = Note(passages, aliases)
    return tuple(note.place_of(point, near) for point in points)
