"""Simulated students, who forget by weights of their own."""

from collections.abc import Iterator
from random import Random

from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.parameters import USUAL, Weights

# One who forgets far faster than most, and one who is as the usual weights say.
FORGETFUL: Weights = (0.05, 0.2, 0.5, 2.0, *USUAL[4:8], 1.0, *USUAL[9:20], 0.4)
START = 1_600_000_000_000
MINUTE = 60_000


def reviews(true: Weights, cards: int, each: int, seed: int = 1) -> Iterator[tuple[str, int, int]]:
    """Yield (card, rating, time) in the order of time: answered when the usual schedule says."""
    chance = Random(seed)
    found: list[tuple[str, int, int]] = []
    for number in range(cards):
        found += _of_card(f"c/question/q{number}#answer", true, each, chance)
    yield from sorted(found, key=lambda review: review[2])


def _of_card(
    card: str, true: Weights, count: int, chance: Random
) -> Iterator[tuple[str, int, int]]:
    mind, schedule = Forgetting(true), Forgetting()
    at_ms = START + chance.randrange(200) * DAY_MS
    rating = chance.choice((1, 3, 3, 4))
    known, planned = mind.first(rating), schedule.review(None, rating, at_ms)
    yield card, rating, at_ms
    for _ in range(count - 1):
        days = max(1, round((planned.due_ms - at_ms) / DAY_MS * chance.uniform(0.8, 1.5)))
        at_ms += days * DAY_MS + chance.randrange(60) * MINUTE
        rating = 3 if chance.random() < mind.recall(known[0], days) else 1
        known = mind.after(*known, rating, days)
        planned = schedule.review(planned, rating, at_ms)
        yield card, rating, at_ms
