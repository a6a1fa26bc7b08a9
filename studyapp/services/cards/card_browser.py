"""The list of all cards of a course, or of all courses: found, put in order, and told row by row.

What is known of a card (its question, when it is due, its last answer) is read only for the rows
that are shown; what is filtered and sorted by stands in one tuple a card.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from functools import cached_property, partial
from typing import TYPE_CHECKING

from studyapp.domain.card_changes import CardChange, Wording
from studyapp.domain.card_search import CardSearch, CardState
from studyapp.domain.cards import Card, Facet
from studyapp.domain.clock import Clock
from studyapp.domain.gaps import filled
from studyapp.domain.kind_words import kind_word
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Memory, is_learned
from studyapp.domain.text import fold
from studyapp.services.cards.card_index import Texts, kind_of, no_texts
from studyapp.services.cards.card_order import (
    FIELDS,
    Column,
    Listed,
    Order,
    places,
    put_in_order,
    signs,
)
from studyapp.services.cards.card_rows import CardRow, Day, day_of, row_of
from studyapp.services.cards.known_cards import KnownCards, places_of, read_known, read_leeches
from studyapp.services.study.own_cards import KIND as OWN
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.services.study.deck import Deck
    from studyapp.services.study.study_session import StudySession
    from studyapp.store.replaying import Told


class CardBrowser:
    """The cards of one session's course, or of all courses."""

    def __init__(
        self, session: StudySession, progress: Progress, clock: Clock, *, everywhere: bool = False
    ) -> None:
        """List what the student has made until `take` is given what was read on a thread."""
        self.session, self.progress, self._clock = session, progress, clock
        self.decks = {deck.id: deck for deck in session.decks.every(everywhere=everywhere)}
        self._of_courses: list[Listed] = []
        self._texts = no_texts()
        # What stands otherwise in the order of questions than the course has it.
        self._reworded: dict[str, float | None] = {}
        self._known: KnownCards | None = None
        self._leeches: set[str] | None = None
        # From where on what is logged is to be taken in, and by which schedule what is known.
        self._read_from, self._parameters = 0, progress.parameters
        self._seen = self._now_seen()

    def take(self, read: list[Listed]) -> None:
        """List what was read of the courses."""
        self._of_courses = read
        self._forget()

    def take_texts(self, read: Texts) -> None:
        """Search in the words that were read of the courses, and sort by them."""
        self._texts, self._reworded = read, {}
        self._forget()

    def reading_known(self) -> Callable[[], KnownCards] | None:
        """Return what reads what is known of the cards, on any thread.

        None where the file does not say it: then it is read when it is wanted.
        """
        if self.progress.read_only or self.progress.behind:
            return None
        self._read_from = self.progress.logged
        return partial(read_known, self.progress.path, self._of_courses, self._clock())

    def take_known(self, read: KnownCards) -> None:
        """Take what was read, and what was logged meanwhile."""
        if self._is_read_by_now:
            self._known = read
            self._take_changes(self._read_from)

    def reading_leeches(self) -> Callable[[Told], frozenset[str]]:
        """Return what reads which cards were forgotten often, on any thread."""
        self._read_from = self.progress.logged
        return partial(read_leeches, self.progress.path, self._clock())

    def take_leeches(self, read: frozenset[str]) -> None:
        """Take what was read, and what was logged meanwhile."""
        if self._is_read_by_now:
            self._leeches = set(read)
            self._take_changes(self._read_from)

    @property
    def _is_read_by_now(self) -> bool:
        """Say whether what was read goes by the schedule that holds now."""
        return self.progress.parameters == self._parameters and not self.progress.behind

    def catch_up(self) -> bool:
        """Take in what was logged or made anew, and a new day; say whether it was anything."""
        seen, before = self._now_seen(), self._seen
        if seen == before:
            return False
        self._seen = seen
        self._forget()
        if seen[-1] != before[-1] or self.progress.parameters != self._parameters:
            self._parameters = self.progress.parameters
            self._known = self._leeches = None
        self._take_changes(before[0])
        return True

    def _take_changes(self, since: int) -> None:
        """Take in what was logged of single cards."""
        changes = [each for many in self.progress.changes_after(since) for each in many]
        if self._known:
            for change in changes:
                self._known.take(change)
        if self._leeches is not None:
            for card in {change.card for change in changes}:
                is_leech = self.session.leeches.is_leech(card)
                (self._leeches.add if is_leech else self._leeches.discard)(card)

    def find(
        self,
        search: CardSearch,
        *,
        within: Collection[str] | None = None,
        by: Column | None = None,
        backwards: bool = False,
    ) -> list[Listed]:
        """Return the cards that a search finds, `within` some topics or everywhere.

        They stand in the course's order, or by a column; what has nothing there comes last.
        """
        found = self._all
        if within is not None:
            found = [card for card in found if card.topic in within]
        for titles in search.topics:
            below = self._topics_named(titles)
            found = [card for card in found if card.topic in below]
        for kind in search.kinds:
            meant = {each for each in self.kinds if is_kind(kind, each)}
            found = [card for card in found if card.kind in meant]
        for state in search.states:
            found = self._in_state(found, state)
        for word in search.words:
            found = self._with_word(found, word)
        return self._in_order(found, by, backwards=backwards) if by else list(found)

    def row(self, card: Listed) -> CardRow:
        """Return what the list tells of a card."""
        states = [state for state, held in self._marks.items() if card.id in held]
        if self.session.leeches.is_leech(card.id):
            states.append(CardState.LEECH)
        if _is_own(card):
            states.append(CardState.OWN)
        return row_of(card, self.deck_of(card.id), self.progress, self.day, tuple(states))

    def card(self, id: str) -> Listed | None:
        """Return a card of the list by its id."""
        return next((card for card in self._all if card.id == id), None)

    def deck_of(self, card: str) -> Deck:
        """Return the deck of a card's or a topic's course."""
        return self.decks[card.partition("/")[0]]

    @property
    def day(self) -> Day:
        """Now, and the day it is in."""
        return day_of(self._clock(), self.session.plan)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of cards there are."""
        return tuple({card.kind: None for card in self._all})

    def _now_seen(self) -> tuple[int, int, bool]:
        return self.progress.logged, self.day.end, self.progress.behind

    def _forget(self) -> None:
        for name in ("_all", "kinds", "_marks", "_own_words"):
            self.__dict__.pop(name, None)

    @cached_property
    def _all(self) -> list[Listed]:
        """The cards of the courses where the student has placed them, then the student's own."""
        moved = {
            card: topic
            for deck in self.decks.values()
            for card, topic in deck.changes.moved.items()
        }
        placed = self._of_courses
        if moved:
            placed = [card._replace(topic=moved.get(card.id, card.topic)) for card in placed]
        made = (_listed(card) for deck in self.decks.values() for card in deck.made())
        return [*placed, *made]

    @property
    def _changes(self) -> dict[str, CardChange]:
        every = (deck.changes.all for deck in self.decks.values())
        return {card: change for changes in every for card, change in changes.items()}

    @property
    def _known_cards(self) -> KnownCards:
        """What is known of the cards: read now, if no thread has."""
        if self._known is None:
            self._known = KnownCards(self.progress.memories(), places_of(self._of_courses))
        return self._known

    @property
    def _every_leech(self) -> set[str]:
        if self._leeches is None:
            self._leeches = set(self.session.leeches.every())
        return self._leeches

    @cached_property
    def _marks(self) -> dict[CardState, Collection[str]]:
        """The cards that carry each sign."""
        states = self.session.states
        return {
            CardState.FLAGGED: states.flagged,
            CardState.SUSPENDED: states.suspended,
            CardState.BURIED: states.buried_since(self.day.start),
            CardState.CHANGED: set(self._changes),
        }

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The folded titles of the topics."""
        every = (topic for deck in self.decks.values() for topic in deck.topics.values())
        return {topic.id: fold(topic.title) for topic in every}

    @cached_property
    def _own_words(self) -> dict[str, Wording]:
        """What the student has made or said otherwise, folded."""
        said = {
            card: Wording(change.prompt, change.answer) for card, change in self._changes.items()
        }
        for deck in self.decks.values():
            for card in deck.made():
                own, asked = deck.own.get(card.element), deck.asked(card, "")
                prompt = filled(own.prompt) if own else say(asked.prompt) if asked else ""
                said[card.id] = Wording(prompt, asked.answer if asked else "")
        return {card: Wording(*map(fold, words)) for card, words in said.items()}

    def _topics_named(self, wanted: Collection[str]) -> set[str]:
        """Return the topics whose titles have some words, and what lies below them."""
        named = [
            topic for topic, title in self._titles.items() if all(word in title for word in wanted)
        ]
        return {below for topic in named for below in self.deck_of(topic).topics_of(topic)}

    def _in_state(self, among: list[Listed], state: CardState) -> list[Listed]:
        if state is CardState.OWN:
            return [card for card in among if _is_own(card)]
        if state is CardState.LEECH:
            return [card for card in among if card.id in self._every_leech]
        marks, known = self._marks, self._known_cards.memories
        aside = {*marks[CardState.SUSPENDED], *marks[CardState.BURIED]}
        if state is CardState.ASIDE:
            return [card for card in among if card.id in aside]
        if state in marks:
            return [card for card in among if card.id in marks[state]]
        if state is CardState.NEW:
            return [card for card in among if _is_new(card, known.get(card.id))]
        if state is CardState.LEARNED:
            met = {card for card, memory in known.items() if is_learned(memory)}
        else:
            met = self._known_cards.due(self.day) - aside
        return [card for card in among if card.id in met]

    def _with_word(self, among: list[Listed], word: str) -> list[Listed]:
        """Return the cards with a word anywhere in question, answer or the topic's title."""
        said = {element for element, words in self._texts.words.items() if word in words}
        topics = {topic for topic, title in self._titles.items() if word in title}
        own = {card for card, words in self._own_words.items() if word in " ".join(words)}
        return [
            card for card in among if card.element in said or card.topic in topics or card.id in own
        ]

    def _in_order(self, among: list[Listed], by: Column, *, backwards: bool) -> list[Listed]:
        """Return cards in the order of a column."""
        whole = len(self._of_courses) if len(among) == len(self._all) else 0
        if by in FIELDS:
            order = self._known_cards.order(by)
            found = order.arranged(among, backwards=backwards, whole=whole)
            return self._suspended_last(found) if by is Column.DUE else found
        if by is Column.QUESTION:
            return self._by_question.arranged(among, backwards=backwards, whole=whole)
        return put_in_order(among, self._keys(among, by), backwards)

    def _suspended_last(self, among: list[Listed]) -> list[Listed]:
        rest = self._marks[CardState.SUSPENDED]
        if not rest:
            return among
        asked = [card for card in among if card.id not in rest]
        return asked + [card for card in among if card.id in rest]

    def _keys(self, among: list[Listed], by: Column) -> list[float | None]:
        """Return what a column sorts cards by, as numbers; None is nothing to sort by."""
        if by is Column.KIND:
            kinds = places({kind: kind_word(kind) for kind in self.kinds})
            return [kinds[card.kind] for card in among]
        if by is Column.TOPIC:
            topics = places(self._titles)
            return [topics.get(card.topic) for card in among]
        own = {card.id for card in self._all[len(self._of_courses) :]}
        carried = signs((*self._marks.values(), self._every_leech), own)
        return [carried.get(card.id) for card in among]

    @property
    def _by_question(self) -> Order:
        """The order of letters, with what the student has worded among what the course has."""
        order, titles = self._texts.order, self._texts.titles
        own: dict[str, float | None] = {
            card: bisect_left(titles, words.prompt) - 0.5
            for card, words in self._own_words.items()
            if words.prompt
        }
        of_course = self._texts.places
        for card in self._reworded.keys() - own.keys():
            order.put(card, of_course.get(card.partition("#")[0]))
        for card, place in own.items():
            order.put(card, place)
        self._reworded = own
        return order


def is_kind(typed: str, kind: str) -> bool:
    """Say whether what stands behind `kind:` means a kind: its name, or a word of what it is."""
    called = fold(kind_word(kind))
    return any(name.startswith(fold(typed)) for name in (kind, called, *called.split()))


def _listed(card: Card) -> Listed:
    """Return one of the student's own cards as it is listed."""
    return Listed(card.id, card.element, kind_of(card.facet.value), card.topic)


def _is_own(card: Listed) -> bool:
    return card.element.split("/", 2)[1] == OWN


def _is_new(card: Listed, memory: Memory | None) -> bool:
    """Say whether a card was never answered and is not kept for a mistake."""
    if memory is None:
        return card.kind != Facet.DOES
    return memory.last_ms is None
