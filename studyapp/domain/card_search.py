"""What is looked for in a list of cards: words, and what `is:`, `topic:` and `kind:` ask for.

Whatever is typed is a valid search: what this module does not know is a word like any other.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.text import words

# A part of a search: `name:"several words"`, `name:word`, `"several words"`, or a word.
_PART = re.compile(r'(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


class CardState(StrEnum):
    """What can be said of a card, by the word that stands behind `is:`."""

    DUE = "due"
    NEW = "new"
    LEARNED = "learned"
    SUSPENDED = "suspended"
    BURIED = "buried"
    ASIDE = "aside"
    FLAGGED = "flagged"
    OWN = "own"
    LEECH = "leech"
    CHANGED = "changed"


class CardSearch(NamedTuple):
    """Folded words that must all be there, and one of the kinds, topics, and each of the states.

    `topics` and `kinds` hold the words of each filter: all of them stand in a title or a name.
    `unknown` are those of the words that look like a filter, as they were typed.
    """

    words: tuple[str, ...] = ()
    states: frozenset[CardState] = frozenset()
    topics: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


_NOTHING = CardSearch()


def search_of(typed: str) -> CardSearch:
    """Return what a line asks for."""
    search = CardSearch()
    for found in _PART.finditer(typed):
        name, quoted, plain = found.groups()
        rest = quoted if quoted is not None else plain
        take = _FILTERS.get((name or "").casefold())
        filtered = take(search, rest) if take else None
        search = filtered or _as_words(search, found[0], name or "", rest)
    sign = typed.strip(' "')
    # A line of signs alone, such as a smiley, asks for something; no card has it.
    return search._replace(words=(sign,)) if sign and search == _NOTHING else search


def _as_words(search: CardSearch, typed: str, name: str, rest: str) -> CardSearch:
    """Look for what is typed as it stands; what looks like a filter is kept, to be spoken of.

    A filter that nothing stands behind yet is spoken of only.
    """
    if typed.endswith(":") and typed[:-1].casefold() in FILTER_NAMES:
        return search._replace(unknown=(*search.unknown, typed))
    looks_like_one = rest and (name.isalpha() or name.casefold() in FILTER_NAMES)
    unknown = (*search.unknown, typed) if looks_like_one else search.unknown
    return search._replace(words=(*search.words, *words(typed)), unknown=unknown)


def _state(search: CardSearch, typed: str) -> CardSearch | None:
    """Take a state, or as much as is typed of it by now."""
    begun = next((state for state in CardState if state.startswith(typed.casefold())), None)
    return search._replace(states=search.states | {begun}) if begun and typed else None


def _topic(search: CardSearch, typed: str) -> CardSearch:
    return search._replace(topics=(*search.topics, tuple(words(typed))))


def _kind(search: CardSearch, typed: str) -> CardSearch:
    return search._replace(kinds=(*search.kinds, typed.casefold()))


_FILTERS: dict[str, Callable[[CardSearch, str], CardSearch | None]] = {
    "is": _state,
    "topic": _topic,
    "kind": _kind,
}
FILTER_NAMES = tuple(_FILTERS)
