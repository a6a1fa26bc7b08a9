"""What the student decides about the card that is asked: to bury, suspend, flag or change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from studyapp.domain.log import LogEntry
from studyapp.domain.schedule.leeches import REST_DAYS
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.decks import Decks
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.own_cards import OwnCard


class _Decided(Protocol):
    """Takes what was logged, so that it can be taken back."""

    def __call__(self, *entries: LogEntry) -> None: ...


class Deciding:
    """Keeps each decision in the log; in a read-only window there is none."""

    def __init__(
        self,
        decks: Decks,
        progress: Progress,
        states: CardStates,
        asked: Callable[[], AskedCard | None],
        day_end: Callable[[], int],
        decided: _Decided,
    ) -> None:
        """Decide about what `asked` returns, and tell `decided`; `day_end` is when today ends."""
        self._decks, self._progress, self._states = decks, progress, states
        self._asked, self._day_end, self._decided = asked, day_end, decided

    def bury(self) -> None:
        """Ask the card that is asked no more today."""
        if card := self._card():
            self._decided(*self._states.bury(card))

    def rest(self) -> None:
        """Ask the card that was asked no more for two weeks."""
        if card := self._card():
            until_ms = self._day_end() + (REST_DAYS - 1) * DAY_MS
            self._decided(*self._states.rest(card, until_ms))

    def suspend(self) -> None:
        """Ask the card that is asked no more, until it is brought back."""
        if card := self._card():
            self._decided(*self._states.suspend((card,)))

    def flag(self) -> None:
        """Flag the card that is asked, or take its flag off."""
        if card := self._card():
            self._states.flag(card, on=not self.is_flagged)

    @property
    def is_flagged(self) -> bool:
        """Say whether the card that is asked is flagged."""
        asked = self._asked()
        return asked is not None and asked.card.id in self._states.flagged

    def own_card(self) -> OwnCard | None:
        """Return the student's own card that is asked, if it is one."""
        asked = self._asked()
        return self._decks.deck_of(asked.card).own.get(asked.card.element) if asked else None

    def delete_own(self) -> None:
        """Delete the student's own card that is asked, until that is taken back."""
        own = self.own_card()
        if own:
            self._decided(*self._decks.own_cards_of(own.id).remove(own))

    def change_own(self, card: OwnCard) -> None:
        """Keep one of the student's own cards as it is now, until that is taken back."""
        self._decided(*self._decks.own_cards_of(card.id).change(card))

    def _card(self) -> str | None:
        """Return the id of the card that is asked, if decisions about it are kept."""
        asked = self._asked()
        return asked.card.id if asked and not self._progress.read_only else None
