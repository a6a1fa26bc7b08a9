"""What a list of cards needs of a whole course at once: which there are, and their folded words.

Reading it takes a moment in a large course, so it is read on a thread, by a pack of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.ids import card_id
from studyapp.domain.text import fold
from studyapp.services.cards.card_order import Listed, Order, Places
from studyapp.store.pack import open_pack


class Texts(NamedTuple):
    """By element: all its words, and the place of its title among all titles; in folded letters.

    `titles` are in order, so that what the student has written finds its place among them. The
    cards are in the `order` of the titles of what they ask about.
    """

    words: Mapping[str, str]
    places: Mapping[str, int]
    titles: Sequence[str]
    order: Order


def no_texts() -> Texts:
    """Return what is known of the words until they are read."""
    return Texts({}, {}, (), Order({}, Places()))


def read_listed(paths: Iterable[Path]) -> list[Listed]:
    """Return every card of the courses in some files, in the order of each course."""
    return [card for path in paths for card in _cards_of(path)]


def _cards_of(path: Path) -> Iterator[Listed]:
    with closing(open_pack(path)) as pack:
        kinds, every = pack.kinds_of_questions(), pack.every_card()
    for element, facet, topic in every:
        kind = kind_of(facet, kinds.get(element))
        yield Listed(card_id(element, facet), element, kind, topic)


def read_texts(paths: Iterable[Path], cards: Sequence[Listed]) -> Texts:
    """Return the words of all that the courses in some files ask, and the order of the cards."""
    rows: list[tuple[str, str, str]] = []
    for path in paths:
        with closing(open_pack(path)) as pack:
            rows += pack.card_texts()
    titles, rest = folded([row[1] for row in rows]), folded([row[2] for row in rows])
    said = (f"{title} {more}" for title, more in zip(titles, rest, strict=True))
    order = sorted(range(len(rows)), key=titles.__getitem__)
    places = {rows[at][0]: place for place, at in enumerate(order)}
    keys = {card.id: float(places[card.element]) for card in cards if card.element in places}
    return Texts(
        {row[0]: words for row, words in zip(rows, said, strict=True)},
        places,
        [titles[at] for at in order],
        Order(keys, Places({card.id: at for at, card in enumerate(cards)})),
    )


def kind_of(facet: str, question: str | None = None) -> str:
    """Return the kind of a card by its facet, or if that asks a whole question by its kind."""
    name = facet.partition(":")[0]
    return question or "typed" if name == "answer" else name


def folded(texts: Iterable[str]) -> list[str]:
    """Fold many texts: those of plain letters all at once, which is ten times as quick."""
    lines = [" ".join(text.split()) for text in texts]
    plain = [line for line in lines if line.isascii()]
    done = iter(fold("\n".join(plain)).split("\n"))
    return [next(done) if line.isascii() else fold(line) for line in lines]
