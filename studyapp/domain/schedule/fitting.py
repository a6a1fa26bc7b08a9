"""Fits FSRS's weights to how one student forgets, and says whether that is nearer to the truth.

The last part of the answers in time is held out: weights are fitted to those before, and both the
present and the new ones have to forecast what was held out. A forecast is scored by its log loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf, log, sqrt
from statistics import fmean, stdev
from typing import NamedTuple

from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.parameters import Weights, within_bounds

# With fewer answers, chance would be fitted rather than the student.
FEWEST = 400
_HELD_OUT = 0.2
# More than a student gives in years; the library holds the window up while it works on them.
_MOST = 50_000
# A gain that is smaller says nothing.
_LEAST_GAIN = 0.005
_SURE = 1e-6


class Answer(NamedTuple):
    """One answer to a card, whole days after the one before; `number` is its place among all."""

    rating: int
    days: int
    number: int

    @property
    def tells(self) -> bool:
        """Say whether the answer tells of forgetting: the same day's do not."""
        return self.days >= 1


History = Sequence[Answer]


class Fit(NamedTuple):
    """Weights, and how far off the forecast of `held` held-out answers is before and after.

    `doubt` is the standard error of the difference between the two.
    """

    weights: Weights
    before: float
    after: float
    held: int
    doubt: float = 0.0

    @property
    def gain(self) -> float:
        """Return by what share the forecast is nearer than before."""
        return 1 - self.after / self.before

    @property
    def helps(self) -> bool:
        """Say whether the weights are worth taking."""
        return self.gain >= _LEAST_GAIN and self.before - self.after > self.doubt


def histories(reviews: Iterable[tuple[str, int, int]]) -> list[History]:
    """Return each card's answers, of reviews (card, rating, time) in the log's order."""
    found: dict[str, list[Answer]] = {}
    last: dict[str, int] = {}
    for number, (card, rating, at_ms) in enumerate(reviews):
        days = max(0, at_ms - last.get(card, at_ms)) // DAY_MS
        found.setdefault(card, []).append(Answer(rating, days, number))
        last[card] = at_ms
    return list(found.values())


def telling(among: Iterable[History]) -> list[int]:
    """Return the numbers of the answers that tell of forgetting, in their order."""
    return sorted(answer.number for history in among for answer in history if answer.tells)


def fit(among: Sequence[History], present: Weights) -> Fit:
    """Fit weights to all but the last answers, and hold them against `present` by the last."""
    numbers = telling(among)
    since = numbers[int(len(numbers) * (1 - _HELD_OUT))]
    weights = _fitted(among, since)
    before, after = _losses(among, present, since), _losses(among, weights, since)
    gains = [one - other for one, other in zip(before, after, strict=True)]
    doubt = stdev(gains) / sqrt(len(gains)) if len(gains) > 1 else inf
    return Fit(weights, fmean(before), fmean(after), len(gains), doubt)


def log_loss(among: Iterable[History], weights: Weights) -> float:
    """Return how far off the forecasts of the answers are, on average."""
    return fmean(_losses(among, weights, 0))


def _losses(among: Iterable[History], weights: Weights, since: int) -> list[float]:
    """Return how far off the forecast of each telling answer from number `since` on is."""
    forgetting = Forgetting(weights)
    return [
        -log(min(max(chance if recalled else 1 - chance, _SURE), 1.0))
        for history in among
        for number, chance, recalled in _forecasts(history, forgetting)
        if number >= since
    ]


def _forecasts(history: History, forgetting: Forgetting) -> Iterator[tuple[int, float, bool]]:
    """Yield each telling answer's number, the chance given to it, and whether it was right."""
    stability, difficulty = forgetting.first(history[0].rating)
    for answer in history[1:]:
        if answer.tells:
            yield answer.number, forgetting.recall(stability, answer.days), answer.rating > 1
        stability, difficulty = forgetting.after(stability, difficulty, answer.rating, answer.days)


def _fitted(among: Sequence[History], before: int) -> Weights:
    """Return the weights that fit the answers up to number `before` best."""
    # A native library, which only who fits a schedule needs.
    from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview

    told = [number for number in telling(among) if number < before][-_MOST:]
    since, items, cards = told[0], [], []
    for card, history in enumerate(among):
        reviews = [FSRSReview(answer.rating, answer.days) for answer in history]
        for count, answer in enumerate(history, 1):
            if answer.tells and since <= answer.number < before:
                items.append(FSRSItem(reviews[:count]))
                cards.append(card)
    return within_bounds(FSRS(DEFAULT_PARAMETERS).compute_parameters(items, cards))
