"""Names that mean the same: who wrote “KMT” has written “Guomindang”."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.text import words

if TYPE_CHECKING:
    from studyapp.domain.course import GlossaryTerm

# Terms of these kinds do something: they say who.
_DOERS = ("person", "body")


class Named(NamedTuple):
    """Words from `start` to `end` that are a name; `sign` is the same for all that mean it.

    `who` if it names somebody.
    """

    start: int
    end: int
    sign: str
    who: bool = False


class Aliases:
    """The names of a course, in groups of the same meaning."""

    def __init__(
        self, groups: Iterable[Sequence[str]] = (), who: Iterable[Sequence[str]] = ()
    ) -> None:
        """Know the names of each group; a name of two groups means the first.

        Each name that stands in `who` too, by any group there, names somebody.
        """
        self._who = {tuple(words(name)) for names in who for name in names}
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        known: set[tuple[str, ...]] = set()
        for number, names in enumerate(groups):
            for name in map(tuple, map(words, names)):
                if name and name not in known:
                    known.add(name)
                    self._by_first.setdefault(name[0], []).append((name, f"@{number}"))
        for held in self._by_first.values():
            held.sort(key=lambda entry: -len(entry[0]))

    def found(self, said: Sequence[str]) -> Iterator[Named]:
        """Yield the names among folded words, the longest at each place, none within another."""
        at = 0
        while at < len(said):
            for name, sign in self._by_first.get(said[at], ()):
                if tuple(said[at : at + len(name)]) == name:
                    yield Named(at, at + len(name), sign, name in self._who)
                    at += len(name)
                    break
            else:
                at += 1


NO_ALIASES = Aliases()


def aliases_of(terms: Iterable["GlossaryTerm"]) -> Aliases:
    """Return the names of a course's terms; those of persons and bodies name somebody."""
    held = [(term.kind in _DOERS, (term.name, *term.aliases)) for term in terms]
    return Aliases((names for _, names in held), (names for who, names in held if who))
