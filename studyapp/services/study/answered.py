"""What was answered today, as far as it bears on what is asked next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import lru_cache

from studyapp.domain.schedule.siblings import Kin, Place, family
from studyapp.store.progress import Progress

# More than anybody answers in a day; a log that was put together from several may have more.
_MOST_ANSWERS = 500


# What is imagined of an answer comes about in the next moment.
@lru_cache(maxsize=2)
def _with(family_: Kin, kin: Kin) -> Kin:
    return family((family_, kin))


class Answered:
    """The last card that was answered, and the family of all of today's."""

    def __init__(
        self, progress: Progress, places: Callable[[Collection[str]], Mapping[str, Place]]
    ) -> None:
        """Read answers from `progress`; `places` says where some cards stand, by their ids."""
        self._progress, self._places = progress, places
        self.begin(0)

    def begin(self, day_start: int) -> None:
        """Look at the answers since a day began, in UTC milliseconds."""
        self.day_start = day_start
        self._last: Place | None = None
        self._family: Kin | None = None

    def take(self, card: str) -> None:
        """Take in that a card was answered."""
        self._last = self._places((card,)).get(card)
        if self._last and self._family:
            self._family = _with(self._family, self._last.kin)

    def copy(self) -> Answered:
        """Return one that can take in answers which are only imagined."""
        # The log does not say those, so it is read before them.
        _ = self.last, self.family
        return copy(self)

    @property
    def last(self) -> Place | None:
        """The card that was answered last, if it was today."""
        if self._last is None and (answered := self._read(1)):
            self._last = answered[0]
        return self._last

    @property
    def family(self) -> Kin:
        """What the answers of today have told of."""
        if self._family is None:
            self._family = family(place.kin for place in self._read(_MOST_ANSWERS))
        return self._family

    def _read(self, most: int) -> list[Place]:
        cards = self._progress.answered_since(self.day_start, most)
        found = self._places(cards)
        return [found[card] for card in cards if card in found]
