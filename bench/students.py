"""Students who are made up, and two ways for them to study until an exam; for `bench.schedule`."""

import random
from typing import NamedTuple

from studyapp.domain.schedule.choosing import SIMILAR
from studyapp.domain.schedule.exam_plan import (
    FIRST_CHANCES,
    LEAST_GAIN,
    ExamDay,
    ExamPlanner,
    Seconds,
)
from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.outcomes import Outcomes
from studyapp.domain.schedule.parameters import USUAL, Weights

# Seconds that there are in all days together for each card.
CAPS = {"tight": 30, "middle": 75, "slack": 150}
PACE = Seconds(25.0, 9.0, 18.0)
# Cards are of so many topics, which take turns.
_TOPICS = 12
_FIRST, _FIRST_CHANCES = tuple(FIRST_CHANCES), tuple(FIRST_CHANCES.values())
_RIGHT, _RIGHT_CHANCES = (Rating.HARD, Rating.GOOD, Rating.EASY), (0.12, 0.78, 0.1)


def _world(first: float, growth: float, decay: float) -> Weights:
    """Return other weights: first stabilities times a factor, another growth and decay."""
    w = list(USUAL)
    w[:4] = [stability * first for stability in w[:4]]
    w[8], w[20] = growth, decay
    return tuple(w)


WORLDS = {"quick": _world(0.5, 1.4, 0.25), "slow": _world(2.0, 2.1, 0.12), "usual": USUAL}


class Scenario(NamedTuple):
    """What a made-up student has before them."""

    cards: int
    days: int
    cap: str
    start: str
    world: str = "usual"

    @property
    def seconds(self) -> float:
        """The seconds of each day: whole minutes, at least one."""
        return 60.0 * max(1, round(self.cards * CAPS[self.cap] / self.days / 60))

    @property
    def first_day(self) -> int:
        """The day on which the student begins."""
        return self.days - self.days // 3 if self.start == "late" else 0


class Outcome(NamedTuple):
    """Recall on the exam's day, and the part of the seconds that was used."""

    recall: float
    used: float


class Student:
    """Truly forgets by one set of weights; what is believed of the cards follows another."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.chance = random.Random(seed)
        self.cards = scenario.cards
        self._true = Forgetting(WORLDS[scenario.world])
        self.believed = Forgetting()
        self._alike = scenario.world == "usual"
        self._state: list[tuple[float, float]] = [(0.0, 0.0)] * self.cards
        self.seen = [(0.0, 0.0)] * self.cards
        self.last = [-1000] * self.cards
        self.known = [False] * self.cards
        self.spent = 0.0
        if scenario.start == "half":
            self._learn_half()

    def _learn_half(self) -> None:
        for card in range(0, self.cards, 2):
            day = -self.chance.randrange(3, 90)
            while day < 0:
                self.ask(card, day)
                delay = self.chance.uniform(0.8, 1.5)
                day += max(1, round(self.seen[card][0] * delay))
        self.spent = 0.0

    def ask(self, card: int, day: int) -> None:
        """Answer a card; what is known of it changes, and time is spent."""
        if not self.known[card]:
            [rating] = self.chance.choices(_FIRST, _FIRST_CHANCES)
            self.seen[card], self._state[card] = (
                self.believed.first(rating),
                self._true.first(rating),
            )
            self.known[card], taken = True, PACE.new
        else:
            taken = self._ask_again(card, day - self.last[card])
        self.last[card] = day
        self.spent += taken * (0.5 + self.chance.random())

    def _ask_again(self, card: int, days: int) -> float:
        recall = self._true.recall(self._state[card][0], days)
        rating = Rating.AGAIN
        if self.chance.random() < recall:
            [rating] = self.chance.choices(_RIGHT, _RIGHT_CHANCES)
        self._state[card] = self._true.after(*self._state[card], rating, days)
        self.seen[card] = (
            self._state[card]
            if self._alike
            else self.believed.after(*self.seen[card], rating, days)
        )
        return PACE.forgotten if rating == Rating.AGAIN else PACE.recalled

    def recall_on(self, day: int) -> float:
        """Return how much of all cards is recalled on a day."""
        known = (card for card in range(self.cards) if self.known[card])
        recalls = (self._true.recall(self._state[c][0], day - self.last[c]) for c in known)
        return sum(recalls) / self.cards


def plain(student: Student, scenario: Scenario) -> float:
    """Study by plain FSRS; return the part of the seconds that was used."""
    cards, used = range(student.cards), 0.0
    due = [student.last[c] + max(1, round(student.seen[c][0])) for c in cards]
    for day in range(scenario.first_day, scenario.days):
        asked = [c for c in cards if student.known[c] and due[c] <= day]
        asked.sort(key=lambda c: (student.last[c] - day) / student.seen[c][0])
        student.spent = 0.0
        for card in (*asked, *(c for c in cards if not student.known[c])):
            if student.spent >= scenario.seconds:
                break
            student.ask(card, day)
            due[card] = day + max(1, round(student.seen[card][0]))
        used += min(student.spent, scenario.seconds)
    return used / (scenario.seconds * (scenario.days - scenario.first_day))


def ours(student: Student, scenario: Scenario) -> float:
    """Study by the plan to the exam; return the part of the seconds that was used."""
    planner, weighing, used = ExamPlanner(Outcomes(), PACE), Weighing(student.cards), 0.0
    new = [card for card in range(student.cards) if not student.known[card]]
    new.reverse()
    for day in range(scenario.first_day, scenario.days):
        left = [scenario.seconds] * (scenario.days - day)
        exam_day = planner.day(student.cards, len(new), left)
        ranked = weighing.ranked(student, exam_day, day)
        first, student.spent = exam_day.worth_of_new(), 0.0
        at, last = 0, -1
        while student.spent < scenario.seconds and (new or at < len(ranked)):
            if new and (at == len(ranked) or first * SIMILAR > ranked[at][0]):
                card, worth = new.pop(), first
            else:
                _take_turns(ranked, at, last)
                worth, card = ranked[at]
                at += 1
            student.ask(card, day)
            last = card
        weighing.cut(worth if student.spent >= scenario.seconds else 0.0, day, exam_day.left)
        used += min(student.spent, scenario.seconds)
    return used / (scenario.seconds * (scenario.days - scenario.first_day))


def _take_turns(ranked: list[tuple[float, int]], at: int, last: int) -> None:
    """Put a card of another topic than the last first, if it gains nearly the same."""
    for other in range(at, len(ranked)):
        if ranked[other][0] < ranked[at][0] * SIMILAR:
            return
        if ranked[other][1] % _TOPICS != last % _TOPICS:
            ranked[at], ranked[other] = ranked[other], ranked[at]
            return


class Weighing:
    """What each card was worth when last weighed.

    The program weighs all of them every day. Here they are weighed again only after some days while
    the exam is far, or the simulation would take an hour; that can only make ours worse.
    """

    def __init__(self, cards: int) -> None:
        self._worth = [0.0] * cards
        self._again = [-1000] * cards

    def ranked(self, student: Student, exam_day: ExamDay, day: int) -> list[tuple[float, int]]:
        """Return the cards worth asking, best first."""
        worth, again, seen, last = self._worth, self._again, student.seen, student.last
        known = [card for card in range(student.cards) if student.known[card]]
        self._weighed = [c for c in known if again[c] <= day or last[c] == day - 1]
        for card in self._weighed:
            worth[card] = exam_day.worth(*seen[card], day - last[card])
        floor = LEAST_GAIN / PACE.expected(0.9)
        return sorted(((worth[c], c) for c in known if worth[c] > floor), reverse=True)

    def cut(self, least: float, day: int, left: int) -> None:
        """Let all wait some days, longer if worth less than half of the least that was asked."""
        bar = max(least, LEAST_GAIN / PACE.expected(0.9)) / 2
        soon, late = day + 1 + left // 16, day + 1 + left // 5
        for card in self._weighed:
            self._again[card] = late if self._worth[card] < bar else soon
