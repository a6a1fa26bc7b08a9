"""Whether an answer is right, judged by a small regression that learned from marked answers.

It is a suggestion: of three answers it judges one wrongly or not surely. What it rests on stands
in `likeness`, what it learned in a file of numbers.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

from studyapp.domain.grading.likeness import Known, Rarity, features, features_of_known
from studyapp.domain.grading.points import Said

# From here on an answer is likely right, and from there on it may be right in part.
_LIKELY, _POSSIBLE = 0.6, 0.35


class Regression(NamedTuple):
    """A logistic regression on numbers brought to one scale."""

    intercept: float
    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]

    def probability(self, numbers: Sequence[float]) -> float:
        """Return how likely it is that what the numbers tell of is right, from 0 to 1."""
        rows = zip(numbers, self.weights, self.means, self.spreads, strict=True)
        total = self.intercept + sum((x - mean) / spread * w for x, w, mean, spread in rows)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


class Judge(NamedTuple):
    """Judges answers to questions of one sort, with or without marked answers to the same one."""

    rarity: Rarity
    alone: Regression
    with_known: Regression

    def probability(
        self, models: Sequence[str], answer: str, question: str, known: Sequence[Known] = ()
    ) -> float:
        """Return how likely an answer is right, from 0 to 1."""
        numbers = features(models, answer, question, self.rarity)
        if not known:
            return self.alone.probability(numbers)
        return self.with_known.probability(
            (*numbers, *features_of_known(answer, known, self.rarity))
        )

    def judge(self, models: Sequence[str], answer: str, question: str) -> Said:
        """Return what an answer is likely to be."""
        likely = self.probability(models, answer, question)
        if likely >= _LIKELY:
            return Said.FOUND
        return Said.PARTLY if likely >= _POSSIBLE else Said.MISSING

    @classmethod
    def from_numbers(cls, numbers: Mapping[str, Any], sort: str) -> Self:
        """Return the judge for a sort of questions, out of the file of numbers."""
        rarity = Rarity(numbers["texts"], numbers["held by"])
        alone, with_known = (
            Regression(part["intercept"], *(tuple(part[name]) for name in Regression._fields[1:]))
            for part in (numbers[sort]["alone"], numbers[sort]["with known"])
        )
        return cls(rarity, alone, with_known)
