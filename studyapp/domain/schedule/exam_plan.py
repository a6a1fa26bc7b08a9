"""Which cards to ask today, so that most is recalled on the day of an exam.

An answer today is worth what it adds to the recall expected on the day, by the second it takes.
It is held against leaving the card alone today, and after both one more answer may follow later:
with the chance that there is time for one (`ExamDay.chance`), and as late as half of the last round
through all cards stands before the exam (`ExamDay.round`). So a card that will do as well next week
waits until then, and where time is short what helps at once comes first. Tomorrow all is weighed
anew, by what was really answered.

Times are whole days, as FSRS counts them; lengths of answers are seconds.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.outcomes import Outcomes

# How often a first answer is Again, Hard, Good, Easy, where nothing is known of the person: rounded
# from the simulator of open-spaced-repetition's FSRS-Optimizer.
FIRST_CHANCES = {Rating.AGAIN: 0.24, Rating.HARD: 0.1, Rating.GOOD: 0.5, Rating.EASY: 0.16}
# An answer that adds less than this to what is recalled is not worth asking for.
LEAST_GAIN = 0.001
# How many of the person's own answers weigh as much as what is usual.
_USUAL_WEIGHS = 20


class Seconds(NamedTuple):
    """How long an answer is expected to take: the first one, a right one, a wrong one."""

    new: float = 25.0
    recalled: float = 9.0
    forgotten: float = 18.0

    def expected(self, recall: float) -> float:
        """Return how long an answer takes that is right with this chance."""
        return recall * self.recalled + (1 - recall) * self.forgotten


class Known(NamedTuple):
    """What is known of a card that was answered before; `days` since then."""

    stability: float
    difficulty: float
    days: float


class Today(NamedTuple):
    """All cards worth asking, best first; `fitting` of them are expected to fit into the day.

    `worths` holds of each what it gains by the second.
    """

    order: tuple[str, ...]
    fitting: int
    seconds: float
    worths: tuple[float, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """The cards that fit into the day."""
        return self.order[: self.fitting]


def usual_seconds(new: Sequence[float], right: Sequence[float], wrong: Sequence[float]) -> Seconds:
    """Return how long answers take by a person's own, leaning on what is usual where few are."""
    own = zip(Seconds(), (new, right, wrong), strict=True)
    return Seconds(
        *((usual * _USUAL_WEIGHS + sum(each)) / (_USUAL_WEIGHS + len(each)) for usual, each in own)
    )


class ExamDay:
    """Weighs cards on one day: `left` days before the exam."""

    def __init__(
        self, outcomes: Outcomes, seconds: Seconds, left: int, chance: float, last_round: int
    ) -> None:
        """Look `left` days ahead; with `chance` a card is asked once more, `last_round` before."""
        self._outcomes, self._seconds = outcomes, seconds
        self.left, self.chance = left, chance
        self.round = min(last_round, left - 1)
        self._looks_on = chance > 0 and self.round > 0

    def worth_of_new(self) -> float:
        """Return what a card that was never asked gains by the second."""
        gain = 0.0
        for rating, often in FIRST_CHANCES.items():
            stability, difficulty = self._outcomes.first(rating)
            gain += often * self._hoped(stability, difficulty, 0)
        if self._looks_on:
            gain -= self.chance * self._after_first(self.round)
        return gain / self._seconds.new

    def worth(self, stability: float, difficulty: float, days: float) -> float:
        """Return what a card gains by the second if it is asked today rather than not."""
        outcomes = self._outcomes
        recall = outcomes.recall(days, stability)
        right, wrong = outcomes.of(stability, difficulty, recall)
        harder = outcomes.harder(difficulty)
        gain = recall * self._hoped(right, difficulty, 0) - self._hoped(stability, difficulty, days)
        gain += (1 - recall) * self._hoped(wrong, harder, 0)
        seconds = self._seconds
        return gain / (recall * seconds.recalled + (1 - recall) * seconds.forgotten)

    def _hoped(self, stability: float, difficulty: float, days: float) -> float:
        """Return the recall expected on the day, where one more answer may follow later."""
        outcomes = self._outcomes
        factor, decay = outcomes.factor, outcomes.decay
        plain: float = (1 + factor * (days + self.left) / stability) ** decay
        if not self._looks_on:
            return plain
        recall = (1 + factor * (days + self.left - self.round) / stability) ** decay
        right, wrong = outcomes.of(stability, difficulty, recall)
        later: float = recall * (1 + factor * self.round / right) ** decay
        later += (1 - recall) * (1 + factor * self.round / wrong) ** decay
        return plain + self.chance * (later - plain) if later > plain else plain

    def _after_first(self, days: float) -> float:
        firsts = ((often, self._outcomes.first(each)[0]) for each, often in FIRST_CHANCES.items())
        return sum(often * self._outcomes.recall(days, first) for often, first in firsts)


class ExamPlanner:
    """Plans the days before one exam, for one person's memory and pace."""

    def __init__(self, outcomes: Outcomes, seconds: Seconds = Seconds()) -> None:  # noqa: B008
        """Believe the weights of `outcomes`, and that answers take so long."""
        self.outcomes, self.seconds = outcomes, seconds

    def day(self, cards: int, new: int, days: Sequence[float]) -> ExamDay:
        """Return today, where `cards` are to be known, `new` of them were never asked.

        `days` holds the seconds of each day, today first and the last one before the exam last.
        """
        later = sum(days[1:])
        answers = max(0.0, later - new * self.seconds.new) / (max(1, cards) * self.seconds.recalled)
        # If later answers fall on cards by chance, so likely does a card get at least one.
        chance = 1 - exp(-answers)
        last_round = self._half_a_round(cards, days)
        return ExamDay(self.outcomes, self.seconds, len(days), chance, last_round)

    def today(self, known: Mapping[str, Known], new: Sequence[str], days: Sequence[float]) -> Today:
        """Choose what to ask today; a card that was answered today already is left alone.

        `new` stands in the order of the course. Without days before an exam nothing is chosen.
        """
        if not days:
            return Today((), 0, 0.0)
        day = self.day(len(known) + len(new), len(new), days)
        ranked = [
            (worth, card, self._expected(memory))
            for card, memory in known.items()
            if memory.days >= 1 and (worth := day.worth(*memory)) > 0
        ]
        ranked = [each for each in ranked if each[0] * each[2] > LEAST_GAIN]
        first = day.worth_of_new()
        ranked += [(first, card, self.seconds.new) for card in new] if first > 0 else []
        ranked.sort(key=lambda each: -each[0])
        return _fitted(ranked, days[0])

    def _expected(self, memory: Known) -> float:
        recall = self.outcomes.recall(memory.days, memory.stability)
        return self.seconds.expected(recall)

    def _half_a_round(self, cards: int, days: Sequence[float]) -> int:
        """Return how many days before the exam half of all cards can be asked a last time."""
        wanted = cards * self.seconds.expected(0.67) / 2
        for before, seconds in enumerate(reversed(days), start=1):
            wanted -= seconds
            if wanted <= 0:
                return before
        return len(days)


def _fitted(ranked: Sequence[tuple[float, str, float]], room: float) -> Today:
    used, fitting = 0.0, 0
    for _, _, seconds in ranked:
        if used + seconds > room:
            break
        used, fitting = used + seconds, fitting + 1
    order = tuple(card for _, card, _ in ranked)
    return Today(order, fitting, used, tuple(worth for worth, _, _ in ranked))
