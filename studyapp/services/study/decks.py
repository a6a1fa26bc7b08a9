"""The courses from which cards are asked: the open one, and on demand all of the library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from studyapp.domain import cards
from studyapp.domain.cards import Card
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.deck import Deck
from studyapp.services.study.own_cards import OwnCards
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress


class Decks:
    """Knows what each course gives to recall, and to which course a card belongs."""

    def __init__(
        self, pack: Pack, progress: Progress, others: Callable[[], Sequence[Pack]]
    ) -> None:
        """Begin with the open course; `others` returns the packs of the other ones when wanted."""
        self._progress, self._others = progress, others
        self.open = Deck(pack, progress)
        self._by_course = {self.open.id: self.open}

    def every(self, *, everywhere: bool) -> tuple[Deck, ...]:
        """Return what the open course gives to recall, or what each course of the library does."""
        if not everywhere:
            return (self.open,)
        for pack in self._others():
            self._by_course.setdefault(pack.cover()["id"], Deck(pack, self._progress))
        return self.known

    @property
    def are_ready(self) -> bool:
        """Say whether none is so large that its cards have to be made ready first.

        For those of the open course one has waited when it was opened.
        """
        return all(deck is self.open or deck.is_ready for deck in self.known)

    @property
    def known(self) -> tuple[Deck, ...]:
        """Those that were asked for by now, the open one first."""
        return tuple(self._by_course.values())

    @property
    def courses(self) -> Collection[str]:
        """The ids of their courses."""
        return self._by_course.keys()

    def deck_of(self, card: Card) -> Deck:
        """Return the deck of a card."""
        return self._by_course.get(_course(card.element), self.open)

    def elsewhere(self, card: Card) -> str:
        """Return the title of the course a card belongs to, unless that is the open one."""
        deck = self.deck_of(card)
        return "" if deck is self.open else deck.title

    def place_on_board(self, card: Card) -> tuple[str, str] | None:
        """Return the factor that a card of the open course is about, and its topic, if it is."""
        return self.open.place_of(card) if self.deck_of(card) is self.open else None

    def own_cards_of(self, own: str) -> OwnCards:
        """Return those among which one of the student's own cards is, by its id."""
        return self._by_course[_course(own)].own

    def card_of(self, subject: str) -> Card:
        """Return the card of a card's id, or the first one of the student's own by its element."""
        course = self._by_course.get(_course(subject), self.open)
        own = course.own.get(subject)
        return cards.card(own.id, own.facets[0], own.topic) if own else cards.card_of(subject)

    def asked(self, card: Card) -> AskedCard | None:
        """Return what a card asks, or None if this edition has its element no longer."""
        # The order of options stays until the card is answered, then changes.
        memory = self._progress.memory(card.id)
        salt = f"{card.id} {memory.last_ms if memory else ''}"
        return self.deck_of(card).asked(card, salt)

    def refresh(self) -> None:
        """Read anew what the student has made and changed, as after something was taken back."""
        for deck in self.known:
            deck.refresh()


def _course(subject: str) -> str:
    return subject.partition("/")[0]
