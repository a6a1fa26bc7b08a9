"""A web of links: factors laid out freely, and the links that the student draws between them.

A web is a value; a `WebStep` makes the next one from it and knows its own inverse. A step says of
each card and link that it changes what was there before and what is there after, so that one kind
of step serves for placing, moving, drawing, renaming and removing, of one card or of hundreds.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from studyapp.domain.course import Duration

# What the student writes on a card of their own has no factor in the course.
OWN = "own/"
LONGEST_TEXT = 500
Pair = tuple[str, str]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Point(NamedTuple):
    """A place on the web, in pixels at its natural size."""

    x: int
    y: int


class Relation(StrEnum):
    """What a drawn link says of cause and consequence."""

    LED_TO = "led-to"
    LONG = "long"
    SHORT = "short"
    TRIGGER = "trigger"


# Which term of a link a relation means; "led to" leaves it open.
TERMS: Mapping[Relation, Duration] = {
    Relation.LONG: Duration.LONG,
    Relation.SHORT: Duration.SHORT,
    Relation.TRIGGER: Duration.TRIGGER,
}


class Card(NamedTuple):
    """Where a card has its top left corner; `text` is what stands on the student's own."""

    at: Point
    text: str = ""


class Drawn(NamedTuple):
    """A link as the student drew it; `label` is how far its words were dragged from their place."""

    relation: Relation = Relation.LED_TO
    because: str = ""
    label: Point = Point(0, 0)


class WebStep(NamedTuple):
    """What changes, each as what was there before and what is there after; None is nothing."""

    cards: Mapping[str, tuple[Card | None, Card | None]] = MappingProxyType({})
    links: Mapping[Pair, tuple[Drawn | None, Drawn | None]] = MappingProxyType({})

    def inverse(self) -> "WebStep":
        """Return the step that takes this one back."""
        return WebStep(
            {card: (after, before) for card, (before, after) in self.cards.items()},
            {pair: (after, before) for pair, (before, after) in self.links.items()},
        )

    @property
    def changes(self) -> bool:
        """Say whether anything is another afterwards."""
        changes = (*self.cards.values(), *self.links.values())
        return any(before != after for before, after in changes)


class Web(NamedTuple):
    """A web about `about`, a topic: what lies on it, and what is drawn between.

    Whatever is offered and does not lie on the web is in the tray.
    """

    about: str
    cards: Mapping[str, Card] = MappingProxyType({})
    links: Mapping[Pair, Drawn] = MappingProxyType({})

    def links_at(self, card: str) -> tuple[Pair, ...]:
        """Return the drawn links that begin or end at a card."""
        return tuple(pair for pair in self.links if card in pair)


def is_own(card: str) -> bool:
    """Say whether a card is one that the student wrote."""
    return card.startswith(OWN)


def place(web: Web, spots: Mapping[str, Point]) -> WebStep:
    """Return the step that lays cards where they shall lie, whether they lie on the web or not."""
    return WebStep(
        {
            name: (web.cards.get(name), web.cards.get(name, Card(at))._replace(at=at))
            for name, at in spots.items()
        }
    )


def write(web: Web, name: str, text: str, at: Point) -> WebStep:
    """Return the step that puts a card of the student's own there, or changes its words."""
    return WebStep({name: (web.cards.get(name), Card(at, text[:LONGEST_TEXT]))})


def take_off(web: Web, names: Iterable[str]) -> WebStep:
    """Return the step that takes cards off the web, and their links with them."""
    gone = [name for name in names if name in web.cards]
    pairs = dict.fromkeys(pair for name in gone for pair in web.links_at(name))
    return WebStep(
        {name: (web.cards[name], None) for name in gone},
        {pair: (web.links[pair], None) for pair in pairs},
    )


def draw(web: Web, pair: Pair, drawn: Drawn) -> WebStep:
    """Return the step that draws a link or changes it; ValueError if an end is not on the web."""
    cause, consequence = pair
    if cause == consequence or not {cause, consequence} <= web.cards.keys():
        raise ValueError("a link joins two cards of the web")
    kept = drawn._replace(because=drawn.because.strip()[:LONGEST_TEXT])
    return WebStep(links={pair: (web.links.get(pair), kept)})


def erase(web: Web, pair: Pair) -> WebStep:
    """Return the step that takes a link away."""
    return WebStep(links={pair: (web.links[pair], None)} if pair in web.links else {})


def turn(web: Web, pair: Pair) -> WebStep:
    """Return the step that turns a link round, and one that leads back with it.

    What each said stays with it.
    """
    drawn, back = web.links[pair], (pair[1], pair[0])
    other = web.links.get(back)
    return WebStep(links={pair: (drawn, other), back: (other, drawn)})


def apply(web: Web, step: WebStep) -> Web:
    """Return the web after a step; a link whose end is not there is not drawn."""
    cards = _changed(web.cards, step.cards)
    links = _changed(web.links, step.links)
    joined = {pair: drawn for pair, drawn in links.items() if cards.keys() >= set(pair)}
    return Web(web.about, MappingProxyType(cards), MappingProxyType(joined))


def _changed(
    held: Mapping[_Key, _Value],
    changes: Mapping[_Key, tuple[_Value | None, _Value | None]],
) -> dict[_Key, _Value]:
    after = dict(held)
    for key, (_, value) in changes.items():
        if value is None:
            after.pop(key, None)
        else:
            after[key] = value
    return after
