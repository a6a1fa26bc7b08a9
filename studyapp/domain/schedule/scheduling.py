"""When a card comes back: FSRS by the `fsrs` package, as a pure function of its reviews.

Times are UTC milliseconds. Nothing here reads the clock, and nothing is random
(`enable_fuzzing=False`), so a state can always be rebuilt from the log.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import fsrs

from studyapp.domain.log import FINDING, REVIEW, LogEntry
from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating, called_in
from studyapp.domain.schedule.parameters import USUAL, Weights

_RATINGS = frozenset(Rating)


class Scheduler:
    """FSRS with one set of parameters."""

    def __init__(self, desired_retention: float = 0.9, weights: Weights = USUAL) -> None:
        """Aim for recall with probability `desired_retention` on the due day."""
        self._fsrs = fsrs.Scheduler(
            weights, desired_retention=desired_retention, enable_fuzzing=False
        )

        self._foreseen = _Foreseen(None, -1, 0, {}, {})

    def review(self, memory: Memory | None, rating: Rating, at_ms: int) -> Memory:
        """Return what is known of a card after a review; time run backwards counts as none.

        A clock that was once far ahead must not put a card off until then, so the new due day
        counts from `at_ms` even if the last review claims to be later.
        """
        if self._foreseen.holds(memory, at_ms):
            return self._foreseen.after(rating, at_ms)
        return self._reviewed(memory, (rating,), at_ms)[0]

    def intervals(self, memory: Memory | None, at_ms: int) -> Mapping[Rating, int]:
        """Return how long each rating would put the card off, in milliseconds.

        What was worked out for it is kept, for the review that follows.
        """
        if not self._foreseen.holds(memory, at_ms):
            reviewed = dict(zip(Rating, self._reviewed(memory, tuple(Rating), at_ms), strict=True))
            lengths = {rating: after.due_ms - at_ms for rating, after in reviewed.items()}
            days = _days_since(memory, at_ms)
            self._foreseen = _Foreseen(memory, days, at_ms, reviewed, lengths)
        return self._foreseen.intervals

    def _reviewed(
        self, memory: Memory | None, ratings: Sequence[Rating], at_ms: int
    ) -> tuple[Memory, ...]:
        """Return what is known of a card after each of some ratings."""
        known = memory or Memory(1, 0, None, None, at_ms, None)
        if known.last_ms is not None:
            known = known._replace(last_ms=min(known.last_ms, at_ms))
        card, moment = _to_fsrs(known), _moment(at_ms)
        # fsrs works on a copy of the card.
        after = (self._fsrs.review_card(card, fsrs.Rating(each), moment)[0] for each in ratings)
        return tuple(map(_from_fsrs, after))


class _Foreseen(NamedTuple):
    """What each rating makes of a memory; of the time that has passed, fsrs counts whole days."""

    memory: Memory | None
    days: int
    at_ms: int
    reviewed: Mapping[Rating, Memory]
    intervals: Mapping[Rating, int]

    def holds(self, memory: Memory | None, at_ms: int) -> bool:
        """Say whether it holds of a memory at a moment."""
        return self.memory == memory and self.days == _days_since(memory, at_ms)

    def after(self, rating: Rating, at_ms: int) -> Memory:
        """Return what is known of the card after a review."""
        after = self.reviewed[rating]
        return after._replace(due_ms=after.due_ms + at_ms - self.at_ms, last_ms=at_ms)


def _days_since(memory: Memory | None, at_ms: int) -> int:
    if memory is None or memory.last_ms is None:
        return 0
    return max(0, at_ms - memory.last_ms) // DAY_MS


def after(memory: Memory | None, entry: LogEntry, scheduler: Scheduler) -> Memory | None:
    """Return the memory of a card after one more entry; other types and ratings change nothing."""
    if entry.type == REVIEW and entry.rating in _RATINGS:
        return scheduler.review(memory, Rating(entry.rating), entry.at_ms)
    return called_in(memory, entry.at_ms) if entry.type == FINDING else memory


def _to_fsrs(memory: Memory) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(memory.phase),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_moment(memory.due_ms),
        last_review=None if memory.last_ms is None else _moment(memory.last_ms),
    )


def _from_fsrs(card: fsrs.Card) -> Memory:
    assert card.last_review is not None  # review_card has just set it
    return Memory(
        int(card.state),
        card.step,
        card.stability,
        card.difficulty,
        _ms(card.due),
        _ms(card.last_review),
    )


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
