"""Words that mean nearly the same, or the opposite, whichever form they have."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from studyapp.domain.grading.everyday_words import EVERYDAY
from studyapp.domain.grading.meaning_words import GROUPS, OPPOSITES
from studyapp.domain.grading.stems import stem


class Meanings:
    """Which stems, and phrases of them, may stand for one another."""

    def __init__(self, groups: str, opposites: str) -> None:
        """Know groups of words, and pairs of opposites, all parted by slashes."""
        self._groups: dict[str, frozenset[str]] = {}
        for number, line in enumerate(groups.split("/")):
            for phrase in _phrases(line):
                self._groups[phrase] = self._groups.get(phrase, frozenset()) | {f"~{number}"}
        self._phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        for phrase, signs in self._groups.items():
            if len(stems := tuple(phrase.split())) > 1:
                self._phrases.setdefault(stems[0], []).append((stems, signs))
        pairs = [tuple(_phrases(pair)) for pair in opposites.split("/") if pair.strip()]
        self.opposites: dict[str, set[str]] = {}
        for one, other in (*pairs, *(pair[::-1] for pair in pairs)):
            self.opposites.setdefault(one, set()).add(other)

    def of(
        self, stems: Sequence[str], little: AbstractSet[int] = frozenset()
    ) -> list[frozenset[str]]:
        """Return the signs of each stem's groups; those of a phrase stand with its last stem.

        The stems at the `little` places mean something in phrases only.
        """
        signs = [
            frozenset() if at in little else self._groups.get(each, frozenset())
            for at, each in enumerate(stems)
        ]
        for _, end, of_idiom in self.idioms(stems):
            signs[end - 1] |= of_idiom
        return signs

    def idioms(self, stems: Sequence[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Yield from where to where a phrase stands, within another too, and its signs."""
        for start, first in enumerate(stems):
            for phrase, signs in self._phrases.get(first, ()):
                end = start + len(phrase)
                if tuple(stems[start:end]) == phrase:
                    yield start, end, signs

    def opposed(self, one: str, other: str) -> bool:
        """Say whether two stems are opposites."""
        return other in self.opposites.get(one, ())


def _phrases(line: str) -> list[str]:
    return [" ".join(map(stem, phrase.split("-"))) for phrase in line.split()]


@cache
def english() -> Meanings:
    """Return the meanings of English words, which are read once."""
    return Meanings(f"{GROUPS}/{EVERYDAY}", OPPOSITES)
