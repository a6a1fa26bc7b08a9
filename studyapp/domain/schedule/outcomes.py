"""What both outcomes of an answer would do to a card, quickly enough to weigh thousands of cards.

The formulas are those of `forgetting`, and tests hold the two together. Stabilities and times are
in days, difficulties run from 1 to 10, a recall is a chance.
"""

from math import exp

from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.parameters import USUAL, Weights

_LEAST_STABILITY = 0.001


class Outcomes:
    """FSRS with one set of weights."""

    def __init__(self, weights: Weights = USUAL) -> None:
        """Work out what follows from the weights alone."""
        w, self._forgetting = weights, Forgetting(weights)
        self.decay: float = -w[20]
        self.factor: float = 0.9 ** (1 / self.decay) - 1
        self._gain, self._slower, self._spacing = exp(w[8]), -w[9], w[10]
        self._lapse, self._less_hard = w[11], -w[12]
        self._keeps, self._surprise = w[13], w[14]
        self._short = exp(w[17] * w[18])
        moved, easiest = 2 * w[6] / 9, w[4] - exp(w[5] * 3) + 1
        self._added = w[7] * easiest + (1 - w[7]) * 10 * moved
        self._kept = (1 - w[7]) * (1 - moved)

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
        return self._forgetting.first(rating)

    def of(self, stability: float, difficulty: float, recall: float) -> tuple[float, float]:
        """Return the stabilities after Good and after Again, where recall was so likely."""
        gone = 1 - recall
        grown = exp(gone * self._spacing) - 1
        hard: float = self._gain * (11 - difficulty) * stability**self._slower
        kept: float = self._lapse * difficulty**self._less_hard * exp(gone * self._surprise)
        wrong = kept * ((stability + 1) ** self._keeps - 1)
        most = stability / self._short
        wrong = most if most < wrong else wrong
        right = stability * (1 + hard * grown)
        return right, wrong if wrong > _LEAST_STABILITY else _LEAST_STABILITY

    def harder(self, difficulty: float) -> float:
        """Return the difficulty after Again; after Good it hardly changes."""
        return min(10.0, max(1.0, self._added + self._kept * difficulty))
