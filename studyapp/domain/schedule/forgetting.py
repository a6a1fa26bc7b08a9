"""FSRS's own arithmetic on plain numbers, to replay a million reviews in seconds.

The `fsrs` package reviews one card with dates and copies of objects; this does the same
operations in the same order, so that both give the same numbers to the last digit. Tests hold
them together. Source: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
"""

from math import e

from studyapp.domain.schedule.memory import DAY_MS, Memory
from studyapp.domain.schedule.parameters import USUAL, Weights

RETENTION = 0.9
_MINUTE_MS = 60_000
_LEARNING, _REVIEW, _RELEARNING = 1, 2, 3
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4
# How long a card that is being learned is put off, by its step and the rating, in minutes.
_LEARNING_MIN = ((1, 5.5, 10), (1, 10, 0))
_RELEARNING_MIN = ((10, 15, 0),)
_LONGEST_DAYS = 36_500
_LEAST_STABILITY = 0.001


class Forgetting:
    """FSRS with one set of weights and one desired retention."""

    def __init__(self, weights: Weights = USUAL, retention: float = RETENTION) -> None:
        """Work out once what does not change from review to review."""
        self._w = weights
        self._decay: float = -weights[20]
        self._factor: float = 0.9 ** (1 / self._decay) - 1
        self._span: float = (retention ** (1 / self._decay)) - 1
        self._easiest: float = weights[4] - (e ** (weights[5] * (_EASY - 1))) + 1
        self._gain: float = e ** (weights[8])
        self._short_loss: float = e ** (weights[17] * weights[18])

    def review(self, known: Memory | None, rating: int, at_ms: int) -> Memory:
        """Return what is known of a card after a review; time run backwards counts as none."""
        if known is None or known[2] is None or known[3] is None:
            stability = max(self._w[rating - 1], _LEAST_STABILITY)
            difficulty = self._w[4] - (e ** (self._w[5] * (rating - 1))) + 1
            difficulty = min(max(difficulty, 1.0), 10.0)
            phase, step = (known[0], known[1]) if known else (_LEARNING, 0)
        else:
            phase, step, last_ms = known[0], known[1], known[5]
            days = max(0, at_ms - (at_ms if last_ms is None else last_ms)) // DAY_MS
            stability, difficulty = self.after(known[2], known[3], rating, days)
        return self._planned(phase, step, stability, difficulty, rating, at_ms)

    def recall(self, stability: float, days: float) -> float:
        """Return the chance that a card is recalled so many days after its last review."""
        return float((1 + self._factor * days / stability) ** self._decay)

    def interval(self, stability: float) -> int:
        """Return after how many days the chance of recall has fallen to what is desired."""
        days = round((stability / self._factor) * self._span)
        return min(max(days, 1), _LONGEST_DAYS)

    def first(self, rating: int) -> tuple[float, float]:
        """Return stability and difficulty after the first review of a card."""
        known = self.review(None, rating, 0)
        return known[2] or _LEAST_STABILITY, known[3] or 1.0

    def after(
        self, stability: float, difficulty: float, rating: int, days: int
    ) -> tuple[float, float]:
        """Return stability and difficulty after one more review, so many whole days later."""
        if days < 1:
            later = self._on_the_same_day(stability, rating)
        else:
            recall = (1 + self._factor * days / stability) ** self._decay
            if rating == _AGAIN:
                later = self._forgotten(stability, difficulty, recall)
            else:
                later = self._recalled(stability, difficulty, recall, rating)
        return max(later, _LEAST_STABILITY), self._next_difficulty(difficulty, rating)

    def _on_the_same_day(self, stability: float, rating: int) -> float:
        w = self._w
        more: float = (e ** (w[17] * (rating - 3 + w[18]))) * (stability ** -w[19])
        return stability * (more if rating == _AGAIN else max(more, 1.0))

    def _forgotten(self, stability: float, difficulty: float, recall: float) -> float:
        w = self._w
        left: float = (
            w[11]
            * (difficulty ** -w[12])
            * (((stability + 1) ** (w[13])) - 1)
            * (e ** ((1 - recall) * w[14]))
        )
        return min(left, stability / self._short_loss)

    def _recalled(self, stability: float, difficulty: float, recall: float, rating: int) -> float:
        w = self._w
        grown: float = stability * (
            1
            + self._gain
            * (11 - difficulty)
            * (stability ** -w[9])
            * ((e ** ((1 - recall) * w[10])) - 1)
            * (w[15] if rating == _HARD else 1)
            * (w[16] if rating == _EASY else 1)
        )
        return grown

    def _next_difficulty(self, difficulty: float, rating: int) -> float:
        w = self._w
        change = -(w[6] * (rating - 3))
        moved = difficulty + (10.0 - difficulty) * change / 9.0
        return min(max(w[7] * self._easiest + (1 - w[7]) * moved, 1.0), 10.0)

    def _planned(
        self,
        phase: int,
        step: int | None,
        stability: float,
        difficulty: float,
        rating: int,
        at_ms: int,
    ) -> Memory:
        """Return the memory with the day or the minute on which the card comes back."""
        step = step or 0
        if phase == _REVIEW and rating == _AGAIN:
            due_ms = at_ms + 10 * _MINUTE_MS
            return Memory(_RELEARNING, 0, stability, difficulty, due_ms, at_ms)
        minutes = _MINUTES[phase]
        if rating == _EASY or step >= len(minutes) or not minutes[step][rating - 1]:
            due_ms = at_ms + self.interval(stability) * DAY_MS
            return Memory(_REVIEW, None, stability, difficulty, due_ms, at_ms)
        due_ms = at_ms + int(minutes[step][rating - 1] * _MINUTE_MS)
        step = 0 if rating == _AGAIN else step + (rating == _GOOD)
        return Memory(phase, step, stability, difficulty, due_ms, at_ms)


_MINUTES: dict[int, tuple[tuple[float, ...], ...]] = {
    _LEARNING: _LEARNING_MIN,
    _REVIEW: (),
    _RELEARNING: _RELEARNING_MIN,
}
