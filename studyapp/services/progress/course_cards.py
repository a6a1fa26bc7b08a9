"""The cards that figures are of: by topic and by theme, of one scope in one or several courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.cards import Facet
from studyapp.domain.ids import card_id, element_of
from studyapp.domain.pages import ThemeEntry, TopicEntry
from studyapp.services.study.deck import Deck

if TYPE_CHECKING:
    from studyapp.store.lines import CourseLines
    from studyapp.store.pack import Pack

_TRAP = f"#{Facet.DOES}"


class Cell(NamedTuple):
    """What cards are counted by together: their topic, their themes, and whether they are traps."""

    topic: str
    lenses: tuple[str, ...]
    is_trap: bool


class CourseCards(NamedTuple):
    """What a course has to ask, which never changes: the topic of each card, lenses by element.

    `totals` counts by topic, and `lensed` by (topic, theme), the cards that everybody meets. Of a
    course in the table of decks, `cell_of` says of each rank which of the `cells` it counts in.
    """

    id: str
    title: str
    topics: tuple[TopicEntry, ...]
    cards: Mapping[str, str]
    themes: tuple[ThemeEntry, ...]
    themes_of: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, int]
    lensed: Mapping[tuple[str, str], int]
    cells: Sequence[Cell] = ()
    cell_of: Sequence[int] = ()


class ScopeCards(NamedTuple):
    """The cards of a scope: the topic of each, and of each topic the row it counts in.

    Rows are topics or courses, with their names in `rows`. `topic_of` may know more cards; of the
    scope are those whose topic has a row.
    """

    topic_of: Mapping[str, str]
    row_of: Mapping[str, str]
    rows: Mapping[str, str]
    themes: tuple[ThemeEntry, ...]
    themes_of: Mapping[str, tuple[str, ...]]
    totals: Counter[str]
    lensed: Counter[str]

    def holds(self, card: str) -> bool:
        """Say whether a card is of the scope."""
        return self.topic_of.get(card) in self.row_of

    def cards(self) -> Iterator[str]:
        """Yield all cards of the scope."""
        return (card for card, topic in self.topic_of.items() if topic in self.row_of)


def read_cards(pack: Pack) -> CourseCards:
    """Return what a course has to ask."""
    cover, themes_of = pack.cover(), pack.themes_of_elements()
    cards = {card_id(element, facet): topic for element, facet, topic in pack.every_card()}
    met = [(card, topic) for card, topic in cards.items() if not is_trap(card)]
    return CourseCards(
        cover["id"],
        cover["title"],
        pack.topics(),
        cards,
        pack.themes(),
        themes_of,
        Counter(topic for _, topic in met),
        Counter(
            (topic, theme) for card, topic in met for theme in themes_of.get(element_of(card), ())
        ),
    )


def numbered(course: CourseCards, lines: CourseLines) -> CourseCards:
    """Return a course with its cards numbered as the table of decks has them."""
    number: dict[Cell, int] = {}
    cells = (_cell(course, card) for card in lines.in_order())
    cell_of = [number.setdefault(cell, len(number)) for cell in cells]
    return course._replace(cells=tuple(number), cell_of=cell_of)


def _cell(course: CourseCards, card: str) -> Cell:
    lenses = course.themes_of.get(element_of(card), ())
    return Cell(course.cards.get(card, ""), lenses, is_trap(card))


def is_trap(card: str) -> bool:
    """Say whether a card is only met when a slip on the board calls it in."""
    return card.endswith(_TRAP)


def scope_cards(course: CourseCards, deck: Deck, topic: str) -> ScopeCards:
    """Return the cards of a topic and of what lies below it, or for "" of the whole course."""
    row_of, names = _rows(course.topics, topic)
    course = _placed(course, deck.changes.moved)
    made = {card.id: card.topic for card in deck.made()}
    if not topic:
        # Of a card whose topic is no longer there nothing else can be said.
        row_of |= {of: "" for of in made.values() if of not in row_of}
    totals, lensed = Counter[str](), Counter[str]()
    for of, count in (*course.totals.items(), *Counter(made.values()).items()):
        if of in row_of:
            totals[row_of[of]] += count
    for (of, theme), count in course.lensed.items():
        if of in row_of:
            lensed[theme] += count
    cards = {**course.cards, **made} if made else course.cards
    return ScopeCards(cards, row_of, names, course.themes, course.themes_of, totals, lensed)


def joined(parts: Mapping[str, ScopeCards], titles: Mapping[str, str]) -> ScopeCards:
    """Return the cards of several courses as one scope, with a row for each course by its id."""
    if len(parts) == 1:
        [(course, part)] = parts.items()
        row_of = dict.fromkeys(part.row_of, course)
        totals = Counter({course: part.totals.total()})
        return part._replace(row_of=row_of, rows=titles, totals=totals)
    return ScopeCards(
        {card: topic for part in parts.values() for card, topic in part.topic_of.items()},
        {topic: course for course, part in parts.items() for topic in part.row_of},
        titles,
        tuple(theme for part in parts.values() for theme in part.themes),
        {id: held for part in parts.values() for id, held in part.themes_of.items()},
        Counter({course: part.totals.total() for course, part in parts.items()}),
        sum((part.lensed for part in parts.values()), Counter()),
    )


def _placed(course: CourseCards, moved: Mapping[str, str]) -> CourseCards:
    """Return a course with some cards in the topics that the student has moved them to."""
    here = {card: topic for card, topic in moved.items() if card in course.cards}
    if not here:
        return course
    totals, lensed = Counter(course.totals), Counter(course.lensed)
    for card, topic in here.items():
        if not is_trap(card):
            totals.subtract((course.cards[card],))
            totals[topic] += 1
            for theme in course.themes_of.get(element_of(card), ()):
                lensed.subtract(((course.cards[card], theme),))
                lensed[topic, theme] += 1
    return course._replace(cards={**course.cards, **here}, totals=totals, lensed=lensed)


def _rows(topics: Sequence[TopicEntry], topic: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the row of each topic in scope, and the rows' names: the topic's own and those below.

    Of a whole course the rows are the topics at its top.
    """
    row_of: dict[str, str] = {}
    names: dict[str, str] = {}
    for each in topics:
        above = each.parent or ""
        if each.id == topic or above == topic:
            row_of[each.id] = each.id
            names[each.id] = each.title
        elif above in row_of:
            row_of[each.id] = row_of[above]
    return row_of, names
