"""What can be done with cards of a list: each act is logged, and the last one can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from studyapp.domain.card_changes import CardChange, Wording
from studyapp.domain.cards import Facet, card_of
from studyapp.domain.ids import element_of
from studyapp.domain.log import RETRACT, LogEntry, NewEntry
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.own_cards import OwnCard
from studyapp.domain.pages import TopicEntry
from studyapp.errors import KnownError
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.card_changes import wording_of
from studyapp.services.study.card_states import BURY, FLAG, SUSPEND

# Each card is an entry, and thousands of entries take a moment to keep.
MOST = 2000


class _Act(NamedTuple):
    """What was logged, and what holds once it is taken back."""

    undone: Message
    entries: tuple[LogEntry, ...]


class CardActs:
    """Acts on cards of `browser`, by their ids; each returns what it says of it."""

    def __init__(self, browser: CardBrowser) -> None:
        """Start with nothing to take back."""
        self._browser = browser
        self._states = browser.session.states
        self._done: list[_Act] = []

    @property
    def can_undo(self) -> bool:
        """Say whether an act can be taken back."""
        return bool(self._done)

    def suspend(self, cards: Sequence[str]) -> Message:
        """Ask cards no more; if none of them is asked as it is, bring them all back."""
        if all(card in self._states.suspended for card in cards):
            return self.bring_back(cards)
        return self._suspend(cards)

    def bring_back(self, cards: Sequence[str]) -> Message:
        """Ask cards again that were suspended or buried."""
        since = self._browser.day.start
        aside = [card for card in cards if self._states.is_set_aside(card, since)]
        said = _count(aside, N_("Brought back: 1 card."), N_("Brought back: {count} cards."))
        undone = _count(aside, N_("The card is set aside again."), _ASIDE_AGAIN)
        return self._keep(said, undone, self._states.bring_back(aside))

    def bury(self, cards: Sequence[str]) -> Message:
        """Ask cards no more today."""
        said = _count(cards, N_("Buried until tomorrow: 1 card."), _BURIED)
        undone = _count(cards, N_("The card is no longer buried."), _UNBURIED)
        return self._keep(said, undone, self._states.decide(BURY, cards, on=True))

    def flag(self, cards: Sequence[str]) -> Message:
        """Flag cards; if all of them are, take their flags off."""
        flagged = self._states.flagged
        if all(card in flagged for card in cards):
            said = _count(cards, N_("No longer flagged: 1 card."), _UNFLAGGED)
            undone = _count(cards, N_("The card is flagged again."), _FLAGGED_AGAIN)
            return self._keep(said, undone, self._states.decide(FLAG, cards, on=False))
        bare = [card for card in cards if card not in flagged]
        said = _count(bare, N_("Flagged: 1 card."), N_("Flagged: {count} cards."))
        undone = _count(bare, N_("The card is no longer flagged."), _NOT_FLAGGED)
        return self._keep(said, undone, self._states.decide(FLAG, bare, on=True))

    def delete(self, cards: Sequence[str]) -> Message:
        """Delete the student's own cards, and suspend the others: those cannot be deleted."""
        others = [card for card in cards if not self.own(card)]
        if len(others) == len(cards):
            return self._suspend(others)
        own = self._own_of(cards)
        gone, deleted = self._deleted(own)
        back = _count(own, N_("Your card is back."), N_("{count} cards of yours are back."))
        if not others:
            return self._keep(gone, back, deleted)
        said, undone, suspended = self._suspended(others)
        return self._keep(_both(gone, said), _both(back, undone), (*deleted, *suspended))

    def move(self, cards: Sequence[str], topic: str) -> Message:
        """Ask cards in another topic of their course from now on."""
        if any(card_of(card).facet is Facet.RANK for card in cards):
            raise KnownError(N_("A card that you made on a board stays in its topic."))
        here = [card for card in cards if self._browser.deck_of(card).topics.get(topic)]
        if len(here) < len(cards):
            raise KnownError(_OTHER_COURSE)
        moved = [own._replace(topic=topic) for own in self._own_of(cards)]
        entries = [*self._browser.deck_of(topic).own.change(*moved)] if moved else []
        of_course = [card for card in cards if not self._own_of((card,))]
        entries += self._changed(of_course, lambda change: change._replace(topic=topic))
        title = self._browser.deck_of(topic).topics[topic].title
        said = message(N_("Moved to “{topic}”: {count}."), topic=title, count=len(cards))
        return self._keep(said, _count(cards, N_("The card is back in its topic."), _BACK), entries)

    def change_own(self, card: OwnCard) -> Message:
        """Keep one of the student's own cards as it is now."""
        entries = self._browser.deck_of(card.id).own.change(card)
        undone = message(N_("Your card is as it was before."))
        return self._keep(message(N_("Your card was changed.")), undone, entries)

    def reword(self, card: str, said: Wording) -> Message:
        """Keep a card of the course in the student's words, "" for what stays the course's."""
        before = self.as_in_course(card)[1] or CardChange()
        if said == (before.prompt, before.answer):
            return message(N_("Nothing was changed."))
        entries = self._changed(
            (card,), lambda change: change._replace(prompt=said.prompt, answer=said.answer)
        )
        undone = message(N_("The card is as it was before."))
        return self._keep(message(N_("The card was changed.")), undone, entries)

    def take_change_back(self, cards: Sequence[str]) -> Message:
        """Ask cards as the course has them."""
        entries = self._changed(cards, lambda change: CardChange(topic=change.topic))
        undone = message(N_("The card is in your words again."))
        return self._keep(message(N_("The card is as the course has it.")), undone, entries)

    def undo(self) -> Message:
        """Take back the last act; KnownError if there is none."""
        if not self._done:
            raise KnownError(N_("There is nothing to take back."))
        act = self._done[-1]
        progress = self._browser.progress
        progress.append(*(NewEntry(RETRACT, entry.key) for entry in act.entries))
        self._done.pop()
        self._states.refresh()
        for deck in self._browser.decks.values():
            deck.refresh()
        return act.undone

    @property
    def refusal(self) -> Message | None:
        """Why nothing can be changed, if nothing can."""
        return message(_READ_ONLY) if self._browser.progress.read_only else None

    def must_be_kept(self) -> None:
        """Have a KnownError raised now, rather than after the person has written something."""
        if self._browser.progress.read_only:
            raise KnownError(_READ_ONLY)

    def must_be_few(self, cards: Sequence[str]) -> None:
        """Have a KnownError raised for more cards than can be kept in a moment."""
        if len(cards) > MOST:
            raise KnownError(N_("Select at most {count} cards at once."), count=MOST)

    def are_aside(self, cards: Iterable[str]) -> bool:
        """Say whether some of these cards are suspended or buried."""
        since = self._browser.day.start
        return any(self._states.is_set_aside(card, since) for card in cards)

    def topics_for(self, cards: Sequence[str]) -> tuple[TopicEntry, ...]:
        """Return the topics that cards can be moved to; KnownError if they are of two courses."""
        decks = {self._browser.deck_of(card).id for card in cards}
        if len(decks) > 1:
            raise KnownError(_OTHER_COURSE)
        return tuple(self._browser.deck_of(cards[0]).topics.values())

    def topic_of(self, card: str) -> str:
        """Return the topic in which a card is asked."""
        listed = self._browser.card(card)
        return listed.topic if listed else ""

    def as_in_course(self, card: str) -> tuple[AskedCard | None, CardChange | None]:
        """Return a card as the course has it, and what the student has changed of it."""
        deck = self._browser.deck_of(card)
        return deck.as_in_course(card_of(card)), deck.changes.of(card)

    def own(self, card: str) -> OwnCard | None:
        """Return the student's own card of an id, if it is one."""
        return self._browser.deck_of(card).own.get(element_of(card))

    def _suspend(self, cards: Sequence[str]) -> Message:
        return self._keep(*self._suspended(cards))

    def _suspended(self, cards: Sequence[str]) -> tuple[Message, Message, tuple[LogEntry, ...]]:
        asked = [card for card in cards if card not in self._states.suspended]
        said = _count(asked, N_("Suspended: 1 card."), N_("Suspended: {count} cards."))
        undone = _count(asked, N_("The card is no longer suspended."), _NOT_SUSPENDED)
        return said, undone, self._states.decide(SUSPEND, asked, on=True)

    def _deleted(self, own: Sequence[OwnCard]) -> tuple[Message, tuple[LogEntry, ...]]:
        said = _count(own, N_("Deleted: 1 card of yours."), N_("Deleted: {count} cards of yours."))
        entries: list[LogEntry] = []
        for deck in self._browser.decks.values():
            here = [card for card in own if self._browser.deck_of(card.id) is deck]
            entries += deck.own.remove(*here) if here else ()
        return said, tuple(entries)

    def _own_of(self, cards: Iterable[str]) -> list[OwnCard]:
        """Return the student's own among some cards, each once however many gaps it has."""
        found = (self.own(card) for card in cards)
        return list({own.id: own for own in found if own}.values())

    def _changed(
        self, cards: Sequence[str], change: Callable[[CardChange], CardChange]
    ) -> list[LogEntry]:
        """Log a change of some cards of the course, a course at a time."""
        entries: list[LogEntry] = []
        for deck in self._browser.decks.values():
            here = [card for card in cards if self._browser.deck_of(card) is deck]
            changes = {}
            for card in here:
                asked = deck.as_in_course(card_of(card))
                changed = change(deck.changes.of(card) or CardChange())
                words = wording_of(asked) if asked and changed.rewords else None
                changes[card] = changed._replace(course=words)
            entries += deck.changes.change(changes) if changes else ()
        return entries

    def _keep(self, said: Message, undone: Message, entries: Iterable[LogEntry]) -> Message:
        kept = tuple(entries)
        if kept:
            self._done.append(_Act(undone, kept))
        return said


_READ_ONLY = N_("Your progress is open for reading only; nothing can be changed.")
_OTHER_COURSE = N_("Cards can be moved only within their own course.")
_BURIED = N_("Buried until tomorrow: {count} cards.")
_ASIDE_AGAIN = N_("{count} cards are set aside again.")
_UNBURIED = N_("{count} cards are no longer buried.")
_FLAGGED_AGAIN = N_("{count} cards are flagged again.")
_NOT_FLAGGED = N_("{count} cards are no longer flagged.")
_NOT_SUSPENDED = N_("{count} cards are no longer suspended.")
_BACK = N_("{count} cards are back in their topics.")
_UNFLAGGED = N_("No longer flagged: {count} cards.")


def _both(one: Message, other: Message) -> Message:
    return message("{one} {other}", one=one, other=other)


def _count(what: Sequence[object], one: str, many: str) -> Message:
    return message(one) if len(what) == 1 else message(many, count=len(what))
