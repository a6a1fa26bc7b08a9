"""Chooses what is practised of a scope, in the order of risk or shuffled."""

from __future__ import annotations

from collections.abc import Sequence

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.schedule.memory import DAY_MS, Memory
from studyapp.domain.schedule.practising import Practice, Wanted, shuffled
from studyapp.domain.schedule.queue import risk
from studyapp.services.study.card_states import CardStates
from studyapp.store.progress import Progress

# What was forgotten in so many days, today included, is what one may want to practise.
LAST_DAYS = 7


class Practising:
    """Knows which cards there are to practise; suspended and buried ones are left alone."""

    def __init__(self, progress: Progress, clock: Clock, states: CardStates) -> None:
        """Choose by what `progress` says."""
        self._progress, self._clock, self._states = progress, clock, states

    def choose(self, cards: Sequence[Card], wanted: Wanted, day_start: int) -> list[Card]:
        """Return those of some cards that are wanted, in the order of risk; new ones come last."""
        memories = self._progress.memories([card.id for card in cards])
        aside = self._states.set_aside(day_start)
        held = [
            card
            for card in cards
            if card.id not in aside and (card.id in memories or not card.waits_for_a_mistake)
        ]
        ids = self._wanted(held, wanted, memories)
        chosen = [card for card in held if card.id in ids]
        return sorted(chosen, key=lambda card: -self._risk(memories.get(card.id)))

    def practice(self, chosen: Sequence[Card], wanted: Wanted, *, mixed: bool) -> Practice:
        """Return a practice of chosen cards, `mixed` or in their order."""
        cards = shuffled(chosen, self._clock().ms) if mixed else chosen
        return Practice(cards, wanted)

    def _wanted(
        self, held: Sequence[Card], wanted: Wanted, memories: dict[str, Memory]
    ) -> frozenset[str] | set[str]:
        if wanted is Wanted.FLAGGED:
            return self._states.flagged
        if wanted is Wanted.FORGOTTEN:
            return self._progress.failed_since(self._clock().ms - LAST_DAYS * DAY_MS)
        if wanted is Wanted.NEW:
            return {card.id for card in held if _is_new(memories.get(card.id))}
        return {card.id for card in held}

    def _risk(self, memory: Memory | None) -> float:
        return -1.0 if _is_new(memory) or memory is None else risk(memory, self._clock().ms)


def _is_new(memory: Memory | None) -> bool:
    return memory is None or memory.last_ms is None
