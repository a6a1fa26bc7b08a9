"""Finding an element by what an author calls it."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from studyapp.domain.ids import slug
from studyapp.domain.text import normalised

_LIKE = 70.0


class Lookup:
    """Full ids by name, alias or slug; case, accents and apostrophes do not matter."""

    def __init__(self) -> None:
        """Start empty."""
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def add(self, full: str, names: Iterable[str]) -> None:
        """Let an element be found by these names and by its slug; who came first is found."""
        for name in (*names, slug(full)):
            key = normalised(name)
            self._names.setdefault(key, name)
            self._ids.setdefault(key, full)

    def find(self, name: str) -> str | None:
        """Return the full id of what is called so, or None."""
        return self._ids.get(normalised(name))

    def names(self) -> tuple[str, ...]:
        """Return everything that is found, as it was added."""
        return tuple(self._names.values())

    def closest(self, name: str) -> str | None:
        """Return the name that `name` may have been meant to be, or None."""
        found = process.extractOne(
            normalised(name), self._names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE
        )
        return self._names[found[0]] if found else None
