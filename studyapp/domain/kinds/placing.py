"""Things to be put where they belong: what matching and grouping share."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, grade_of, part_mark
from studyapp.domain.kinds.kind import Content, Given


class Item(NamedTuple):
    """What is to be placed, and the places that are right for it."""

    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed(Given):
    """For each item as shown, which of the places as shown it was put in; None for none."""

    chosen: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Placing(Content[Placed]):
    """Items and the places for them, in the order in which both are shown."""

    items: tuple[Item, ...]
    places: tuple[str, ...]

    def grade(self, given: Placed, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each item: it lies where it belongs, or it does not."""
        placed = zip(self.items, given.chosen, strict=True)
        return grade_of(
            tuple(
                part_mark(item_in_words(item), found=self._is_right(item, at))
                for item, at in placed
            )
        )

    def _is_right(self, item: Item, at: int | None) -> bool:
        return at is not None and self.places[at] in item.places

    def logged(self, given: Placed) -> object:
        """Return the place of each item that has one, by their words."""
        return {
            item.text: self.places[at]
            for item, at in zip(self.items, given.chosen, strict=True)
            if at is not None
        }

    def remembered(self, logged: object) -> Placed | None:
        """Return the places that are still there."""
        held = logged if isinstance(logged, dict) else {}
        at = {place: number for number, place in enumerate(self.places)}
        chosen = tuple(at.get(str(held.get(item.text))) for item in self.items)
        return Placed(chosen) if any(place is not None for place in chosen) else None


def item_in_words(item: Item) -> str:
    """Return an item with where it belongs."""
    return f"{item.text} → {' / '.join(item.places)}"


def shuffled_items(items: tuple[Item, ...], salt: str) -> tuple[Item, ...]:
    """Return items in an order that says nothing."""
    return tuple(sorted(items, key=lambda item: Random(f"{salt} {item.text}").random()))


def shuffled_places(places: tuple[str, ...], salt: str) -> tuple[str, ...]:
    """Return places in an order that says nothing."""
    return tuple(sorted(places, key=lambda place: Random(f"{salt} → {place}").random()))
