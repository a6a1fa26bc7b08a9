"""The wordings of a key point, read once: what of them tells something, and what says who."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.doers import says_who
from studyapp.domain.grading.matches import stopping
from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import DENIALS, UNTOLD, Word, alike, read

_STOPS = frozenset(map(stem, ("stop", "end", "withhold", "cease")))
# Verbs that tell nothing beside two other words: kept busy, became strong.
_LIGHT = frozenset(
    "keep kept make made become became get got back up down out off over away again".split()
)


class Wording(NamedTuple):
    """The words of a wording, those that tell something (`core`), and the places of these in it.

    `denies` if a word of it may deny, and `chooses` if it leaves something open: this or that.
    """

    words: tuple[Word, ...]
    telling: tuple[int, ...]
    core: tuple[Word, ...]
    denies: bool
    chooses: bool


class Wanted(NamedTuple):
    """The wordings of a point, each as it stands and with signs for names, and ways to somewhere.

    A way is a wording that begins with “to”.
    """

    wordings: tuple[Wording, ...]
    ways: tuple[tuple[Word, ...], ...]


@lru_cache(maxsize=256)
def wanted_of(point: KeyPoint, aliases: Aliases, told: AbstractSet[str]) -> Wanted:
    """Return what a point wants: the wordings that do not only say what was told, if any do not."""
    every = [read(wording, aliases) for wording in (point.text, *point.wordings)]
    stems = {stem(word) for word in told}
    telling = [words for words in every if not _echoes(words, told, stems)] or every
    wordings = (_wording(form) for words in telling for form in _forms(words, aliases))
    ways = (words for words in every if len(words) > 1 and words[0].word == "to")
    return Wanted(tuple(wordings), tuple(ways))


def what_of(words: Iterable[Word], asked: AbstractSet[str]) -> list[Word]:
    """Return the words that say what and not who, and were not asked."""
    return [each for each in words if not (each.stem in asked or says_who(each))]


def _echoes(wording: Sequence[Word], told: AbstractSet[str], stems: AbstractSet[str]) -> bool:
    """Say whether a wording has no word that was not told already, in this form or a near one.

    One of little words alone, such as “he was there”, is no echo: it counts as it stands.
    """
    if not _telling(wording):
        return False
    new = [
        each.word
        for each in wording
        if not (each.word in told or each.stem in stems or each.word.startswith("@"))
    ]
    # Near spelling is the slow part, so only what is left is held against it.
    return all(any(alike(word, other) for other in told if other[:1] == word[:1]) for word in new)


def _wording(words: tuple[Word, ...]) -> Wording:
    denies = any(each.word in DENIALS for each in words) or bool(stopping(words))
    telling = tuple(_telling(words))
    core = tuple(words[at] for at in telling)
    return Wording(words, telling, core, denies, any(each.word == "or" for each in words))


def _forms(wording: Sequence[Word], aliases: Aliases) -> Iterator[tuple[Word, ...]]:
    plain = tuple(each for each in wording if not each.word.startswith("@"))
    yield plain
    telling = _telling(plain)
    if len(telling) > 1 and plain[telling[0]].stem in _STOPS:
        # Who no longer helps has stopped helping.
        yield (Word("not", 0, ("not",), "not"), *plain[telling[0] + 1 :])
    signed, at = list[Word](), 0
    for name in aliases.found([each.word for each in plain]):
        sign = Word(name.sign, 0, (), name.sign, who=name.who)
        signed += [*plain[at : name.start], sign]
        at = name.end
    if at:
        yield (*signed, *plain[at:])


def _telling(words: Sequence[Word]) -> list[int]:
    """Return the places of the words that tell something: who alone does not."""
    telling = [at for at, each in enumerate(words) if each.word not in UNTOLD]
    heavy = [at for at in telling if words[at].word not in _LIGHT]
    if all(says_who(words[at]) for at in heavy):
        return telling
    return heavy if len(heavy) > 1 else telling
