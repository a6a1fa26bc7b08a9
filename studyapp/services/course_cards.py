"""The cards that figures are of: by topic and by theme, of one scope in one or several courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.cards import Facet
from studyapp.domain.figures import Known
from studyapp.domain.ids import card_id, element_of
from studyapp.domain.pages import ThemeEntry, TopicEntry
from studyapp.services.deck import Deck

if TYPE_CHECKING:
    from studyapp.store.pack import Pack
    from studyapp.store.progress import Progress
    from studyapp.store.standings import Standing

# Such a card is only met when a slip on the board calls it in.
_TRAP = f"#{Facet.DOES}"


class CourseCards(NamedTuple):
    """What a course has to ask, which never changes: the topic of each card, lenses by element."""

    id: str
    title: str
    topics: tuple[TopicEntry, ...]
    cards: Mapping[str, str]
    themes: tuple[ThemeEntry, ...]
    themes_of: Mapping[str, tuple[str, ...]]


class ScopeCards(NamedTuple):
    """The cards of a scope by the row they count in (a topic or a course), and the rows' names."""

    row_of: Mapping[str, str]
    rows: Mapping[str, str]
    themes: tuple[ThemeEntry, ...]
    themes_of: Mapping[str, tuple[str, ...]]


def read_cards(pack: Pack) -> CourseCards:
    """Return what a course has to ask."""
    cover = pack.cover()
    return CourseCards(
        cover["id"],
        cover["title"],
        pack.topics(),
        {card_id(element, facet): topic for element, facet, topic in pack.every_card()},
        pack.themes(),
        pack.themes_of_elements(),
    )


def scope_cards(pack: Pack, progress: Progress, course: CourseCards, topic: str) -> ScopeCards:
    """Return the cards of a topic and of what lies below it, or for "" of the whole course."""
    row_of, names = _rows(course.topics, topic)
    made = {card.id: card.topic for card in Deck(pack, progress).made()}
    cards = {**course.cards, **made}
    held = {card: row for card, of in cards.items() if (row := row_of.get(of)) is not None}
    if not topic:
        # Of a card whose topic is no longer there nothing else can be said.
        held |= {card: "" for card in made if card not in held}
    return ScopeCards(held, names, course.themes, course.themes_of)


def joined(parts: Mapping[str, ScopeCards], titles: Mapping[str, str]) -> ScopeCards:
    """Return the cards of several courses as one scope, with a row for each course by its id."""
    row_of = {card: course for course, part in parts.items() for card in part.row_of}
    themes = tuple(theme for part in parts.values() for theme in part.themes)
    themes_of = {id: held for part in parts.values() for id, held in part.themes_of.items()}
    return ScopeCards(row_of, titles, themes, themes_of)


def to_meet(cards: ScopeCards, stands: Sequence[Standing]) -> Iterator[str]:
    """Yield the cards that were never met and will be, without a mistake that calls them in."""
    known = {card for card, *_ in stands}
    return (card for card in cards.row_of if card not in known and not card.endswith(_TRAP))


def known_by_row(cards: ScopeCards, stands: Sequence[Standing]) -> tuple[Known, ...]:
    """Return how many cards of each topic or course are recalled, being learned, never met."""
    recalled, learning, never = _counts(cards, stands, lambda card: (cards.row_of[card],))
    found = (
        Known(name, recalled[row], learning[row], never[row]) for row, name in cards.rows.items()
    )
    return tuple(each for each in found if each.cards)


def known_by_theme(cards: ScopeCards, stands: Sequence[Standing]) -> tuple[Known, ...]:
    """Return the same by theme; a card of several themes counts in each of them."""
    recalled, learning, never = _counts(
        cards, stands, lambda card: cards.themes_of.get(element_of(card), ())
    )
    found = (
        Known(theme.name, recalled[theme.id], learning[theme.id], never[theme.id], theme.hue)
        for theme in cards.themes
    )
    return tuple(each for each in found if each.cards)


def _counts(
    cards: ScopeCards, stands: Sequence[Standing], rows: Callable[[str], Iterable[str]]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    recalled: Counter[str] = Counter()
    learning: Counter[str] = Counter()
    for card, _, is_recalled, _, _ in stands:
        (recalled if is_recalled else learning).update(rows(card))
    never = Counter(row for card in to_meet(cards, stands) for row in rows(card))
    return recalled, learning, never


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
