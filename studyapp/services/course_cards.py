"""The cards that figures are of: by topic and by theme, of one scope in one or several courses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.cards import Facet
from studyapp.domain.figures import Known, State
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
    """What a course has to ask, which never changes: the topic of each card, lenses by element.

    `totals` counts by topic, and `lensed` by (topic, theme), the cards that everybody meets.
    """

    id: str
    title: str
    topics: tuple[TopicEntry, ...]
    cards: Mapping[str, str]
    themes: tuple[ThemeEntry, ...]
    themes_of: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, int]
    lensed: Mapping[tuple[str, str], int]


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
    met = [(card, topic) for card, topic in cards.items() if not card.endswith(_TRAP)]
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


def scope_cards(pack: Pack, progress: Progress, course: CourseCards, topic: str) -> ScopeCards:
    """Return the cards of a topic and of what lies below it, or for "" of the whole course."""
    row_of, names = _rows(course.topics, topic)
    deck = Deck(pack, progress)
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


class Standings:
    """How the cards of a scope stand, counted in a few sweeps that never call a function a card."""

    def __init__(self, cards: ScopeCards, stands: Sequence[Standing]) -> None:
        """Keep what is of the scope."""
        self._cards = cards
        topics = [cards.topic_of.get(each[0], "-") for each in stands]
        rows = map(cards.row_of.get, topics)
        self._held = [
            (row, *each) for row, each in zip(rows, stands, strict=True) if row is not None
        ]
        self._found = Counter((row, state) for row, _, state, _ in self._held)

    def without(self, aside: Collection[str]) -> tuple[Counter[int], Counter[int], int]:
        """Count the cards that are not set aside: by state, by the days until they are due.

        And how many were never met and will be, without a mistake that calls them in.
        """
        held = self._held
        asked = [each for each in held if each[1] not in aside] if aside else held
        states = Counter(state for _, _, state, _ in asked)
        days = Counter(day for _, _, _, day in asked)
        return states, days, self._never_met(aside)

    def by_row(self) -> tuple[Known, ...]:
        """Return how many cards of each topic or course are recalled, being learned, never met."""
        rows = self._cards.rows.items()
        counted = _known(self._found, self._cards.totals)
        return tuple(known for row, name in rows if (known := counted(row, name, "")).cards)

    def by_theme(self) -> tuple[Known, ...]:
        """Return the same by theme; a card of several themes counts in each of them."""
        lens = self._cards.themes_of.get
        held = Counter((lens(card.partition("#")[0]), state) for _, card, state, _ in self._held)
        found: Counter[tuple[str, int]] = Counter()
        for (themes, state), count in held.items():
            for theme in themes or ():
                found[theme, state] += count
        counted = _known(found, self._cards.lensed)
        themes_held = (counted(each.id, each.name, each.hue) for each in self._cards.themes)
        return tuple(known for known in themes_held if known.cards)

    def _never_met(self, aside: Collection[str]) -> int:
        found = self._found.items()
        met = sum(count for (_, state), count in found if not state & State.TRAP)
        known = {card for _, card, _, _ in self._held} if aside else set()
        left = sum(
            self._cards.holds(card) and card not in known and not card.endswith(_TRAP)
            for card in aside
        )
        return self._cards.totals.total() - met - left


def _placed(course: CourseCards, moved: Mapping[str, str]) -> CourseCards:
    """Return a course with some cards in the topics that the student has moved them to."""
    here = {card: topic for card, topic in moved.items() if card in course.cards}
    if not here:
        return course
    totals, lensed = Counter(course.totals), Counter(course.lensed)
    for card, topic in here.items():
        if not card.endswith(_TRAP):
            totals.subtract((course.cards[card],))
            totals[topic] += 1
            for theme in course.themes_of.get(element_of(card), ()):
                lensed.subtract(((course.cards[card], theme),))
                lensed[topic, theme] += 1
    return course._replace(cards={**course.cards, **here}, totals=totals, lensed=lensed)


def _known(
    found: Mapping[tuple[str, int], int], totals: Mapping[str, int]
) -> Callable[[str, str, str], Known]:
    """Return what makes the figures of a row of counts by (row, state)."""
    recalled: Counter[str] = Counter()
    learning: Counter[str] = Counter()
    met: Counter[str] = Counter()
    for (row, state), count in found.items():
        (recalled if state & State.RECALLED else learning)[row] += count
        met[row] += 0 if state & State.TRAP else count

    def made(row: str, name: str, hue: str) -> Known:
        never = totals.get(row, 0) - met[row]
        return Known(name, recalled[row], learning[row], never, hue)

    return made


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
