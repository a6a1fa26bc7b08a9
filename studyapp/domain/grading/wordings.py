"""The wordings of a key point, read once: what of them tells something, and what says who."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
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
    """The words of a wording, and the places in it of those that tell something.

    `denies` if a word of it may deny, and `chooses` if it leaves something open: this or that.
    """

    words: tuple[Word, ...]
    telling: tuple[int, ...]
    denies: bool
    chooses: bool

    @property
    def core(self) -> list[Word]:
        """The words that tell something."""
        return [self.words[at] for at in self.telling]


@lru_cache(maxsize=1024)
def wordings_of(text: str, aliases: Aliases) -> tuple[Wording, ...]:
    """Return a wording as it stands, and with a sign in place of each name."""
    return tuple(map(_wording, _forms(read(text, aliases), aliases)))


def what_of(words: Iterable[Word], asked: AbstractSet[str]) -> list[Word]:
    """Return the words that say what and not who, and were not asked."""
    return [each for each in words if not (each.stem in asked or says_who(each))]


def echoes(wording: Sequence[Word], told: AbstractSet[str], stems: AbstractSet[str]) -> bool:
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
    return Wording(words, tuple(_telling(words)), denies, any(each.word == "or" for each in words))


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
