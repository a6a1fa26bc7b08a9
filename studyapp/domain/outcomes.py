"""How a memory fades and what an answer does to it: the arithmetic of FSRS 6 on plain numbers.

The `fsrs` package says the same of one card at a time, in its own objects; whoever weighs
thousands of cards against each other needs the bare formulas. Source: "The Algorithm" in the wiki
of open-spaced-repetition/fsrs4anki, and the package itself, with which a test holds them equal.

Stabilities and times are in days, difficulties run from 1 to 10, a recall is a chance.
"""

from collections.abc import Sequence
from math import exp

from studyapp.domain.memory import Rating

# What the `fsrs` package takes where nothing is known of the person.
USUAL_WEIGHTS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
_LEAST_STABILITY = 0.001


class Forgetting:
    """The formulas, with one set of 21 weights."""

    def __init__(self, weights: Sequence[float] = USUAL_WEIGHTS) -> None:
        """Work out what follows from the weights alone."""
        self._weights = w = tuple(weights)
        self.decay: float = -w[20]
        self.factor: float = 0.9 ** (1 / self.decay) - 1
        self._gain, self._slower, self._spacing = exp(w[8]), -w[9], w[10]
        self._lapse, self._less_hard = w[11], -w[12]
        self._keeps, self._surprise = w[13], w[14]
        self._short = exp(w[17] * w[18])
        self._easiest = self._hardness(Rating.EASY)
        self._bonus = {Rating.HARD: w[15], Rating.GOOD: 1.0, Rating.EASY: w[16]}

    def recall(self, days: float, stability: float) -> float:
        """Return the chance of recall so many days after the last answer."""
        recall: float = (1 + self.factor * days / stability) ** self.decay
        return recall

    def stability_for(self, recall: float, days: float) -> float:
        """Return the stability with which recall is so likely after so many days."""
        gone = recall ** (1 / self.decay) - 1
        return max(_LEAST_STABILITY, self.factor * days / gone) if gone > 0 else float("inf")

    def first(self, rating: Rating) -> tuple[float, float]:
        """Return stability and difficulty after the very first answer."""
        stability = max(_LEAST_STABILITY, self._weights[rating - 1])
        return stability, _clamped(self._hardness(rating))

    def recalled(
        self, stability: float, difficulty: float, recall: float, rating: Rating = Rating.GOOD
    ) -> float:
        """Return the stability after an answer that was right; the less likely, the greater."""
        grown = exp((1 - recall) * self._spacing) - 1
        hard: float = self._gain * (11 - difficulty) * stability**self._slower
        return stability * (1 + hard * grown * self._bonus[rating])

    def forgotten(self, stability: float, difficulty: float, recall: float) -> float:
        """Return the stability after an answer that was wrong."""
        return self.outcomes(stability, difficulty, recall)[1]

    def outcomes(self, stability: float, difficulty: float, recall: float) -> tuple[float, float]:
        """Return the stabilities after Good and after Again; quicker than asking for each."""
        gone = 1 - recall
        grown = exp(gone * self._spacing) - 1
        hard: float = self._gain * (11 - difficulty) * stability**self._slower
        kept: float = self._lapse * difficulty**self._less_hard * exp(gone * self._surprise)
        wrong = kept * ((stability + 1) ** self._keeps - 1)
        most = stability / self._short
        wrong = most if most < wrong else wrong
        right = stability * (1 + hard * grown)
        return right, wrong if wrong > _LEAST_STABILITY else _LEAST_STABILITY

    def on_the_same_day(self, stability: float, rating: Rating) -> float:
        """Return the stability after another answer within a day."""
        w = self._weights
        grown = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        grown = grown if rating == Rating.AGAIN else max(1.0, grown)
        return float(max(_LEAST_STABILITY, stability * grown))

    def harder(self, difficulty: float, rating: Rating) -> float:
        """Return the difficulty after an answer."""
        w = self._weights
        moved = difficulty + (10 - difficulty) * -w[6] * (rating - 3) / 9
        return _clamped(w[7] * self._easiest + (1 - w[7]) * moved)

    def _hardness(self, rating: Rating) -> float:
        return self._weights[4] - exp(self._weights[5] * (rating - 1)) + 1


def _clamped(difficulty: float) -> float:
    return min(10.0, max(1.0, difficulty))
