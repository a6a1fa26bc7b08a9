"""Progress files of any size, made by a seeded generator: what a student of many years has logged.

A few hundred histories of one card are played through the real scheduler; every card of a course
is given one of them, moved in time. FSRS asks only how long ago something was, so the memories are
exactly what replaying the log gives, and a million reviews need no million calls of `fsrs`.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.clock import Moment
from studyapp.domain.log import REVIEW, VERSION, LogEntry, next_clock
from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating
from studyapp.domain.schedule.parameters import Parameters, Replayed
from studyapp.domain.schedule.scheduling import Scheduler
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.memories import Memories
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress

_HISTORIES = 300
# Much is forgotten, and nothing is left alone for longer than a term: so many answers would not
# fit into the years of a student else.
_RATINGS, _WEIGHTS = tuple(Rating), (3, 2, 7, 1)
_LONGEST_MS = 90 * DAY_MS
# What is learned by now keeps this long; nobody answers more than so many cards in the last days.
_SHORTEST_MS, _LAST_DAYS_MS, _LATELY = 10 * DAY_MS, 3 * DAY_MS, 300
# That takes so many answers more.
_AT_THE_END = 3.5
_MEMORY = (
    "INSERT INTO memory (card, phase, step, stability, difficulty, due_ms, last_ms)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Review(NamedTuple):
    """One answer of a history, or of a card."""

    at_ms: int
    rating: Rating


class History(NamedTuple):
    """The answers to one card, from time 0 on, and what is known of it after them."""

    reviews: tuple[Review, ...]
    memory: Memory


class Size(NamedTuple):
    """About how many reviews, which share of the cards was met, and which of those is due."""

    reviews: int = 1_000_000
    met: float = 0.8
    due: float = 0.25


def write_generated_progress(
    pack: Path, path: Path, now: Moment, size: Size, seed: int = 1
) -> None:
    """Write the progress of a student in one course, as it stands at `now`.

    The first cards of the course are those that were met. Memories are in it and not stale.
    """
    with closing(open_pack(pack)) as opened:
        cards = [f"{element}#{facet}" for element, facet, _ in opened.every_card()]
    open_progress(path, lambda: now, "bench").close()
    chance = random.Random(seed)
    met = cards[: round(len(cards) * size.met)]
    found = histories(max(1, size.reviews / max(1, len(met)) - _AT_THE_END), chance)
    lately = _LATELY / max(_LATELY, len(met))
    given = {card: _moved(chance.choice(found), size.due, lately, now.ms, chance) for card in met}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _write(connection, given, now.offset_min)


def histories(mean: float, chance: random.Random, count: int = _HISTORIES) -> Sequence[History]:
    """Return histories with `mean` answers each, of someone who studies about when it is due.

    Some more follow until a card is learned.
    """
    scheduler, most = Scheduler(), max(1, round(2 * mean - 1))
    # Pairs that add up to the same, so that the mean holds however few there are.
    half = [chance.randint(1, most) for _ in range(count // 2)]
    return [_history(length, scheduler, chance) for few in half for length in (few, most + 1 - few)]


def _history(length: int, scheduler: Scheduler, chance: random.Random) -> History:
    memory, at_ms = None, 0
    reviews: list[Review] = []
    while len(reviews) < length or at_ms - reviews[-1].at_ms < _SHORTEST_MS:
        [rating] = chance.choices(_RATINGS, _WEIGHTS) if len(reviews) < length else (Rating.GOOD,)
        memory = scheduler.review(memory, rating, at_ms)
        reviews.append(Review(at_ms, rating))
        at_ms += round((1 + 0.2 * chance.random()) * min(memory.due_ms - at_ms, _LONGEST_MS))
    assert memory
    return History(tuple(reviews), memory)


def _moved(
    history: History, due: float, lately: float, now_ms: int, chance: random.Random
) -> History:
    """Return a history that ended some time ago: the card is due, with this chance, or not yet."""
    memory = history.memory
    assert memory.last_ms is not None
    apart = memory.due_ms - memory.last_ms
    is_due = chance.random() < due
    upto = min(apart, _LONGEST_MS)
    first = 0 if chance.random() < lately else _LAST_DAYS_MS
    # What is not due by now may be so later today, which is near enough.
    ago = round(apart + chance.random() * upto if is_due else chance.uniform(first, upto))
    by = now_ms - ago - memory.last_ms
    moved = memory._replace(due_ms=memory.due_ms + by, last_ms=memory.last_ms + by)
    return History(tuple(Review(at + by, rating) for at, rating in history.reviews), moved)


def _write(connection: sqlite3.Connection, given: dict[str, History], offset_min: int) -> None:
    [(device,)] = connection.execute("SELECT value FROM meta WHERE key = 'device'")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    connection.execute("BEGIN")
    # Filled row by row, the indexes would take most of the time.
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql <> ''"
    ).fetchall()
    for kind, name, _ in made:
        connection.execute(f"DROP {kind} {name}")
    entries = _entries(given, device, offset_min)
    connection.executemany(INSERT, map(to_row, entries))
    rows = ((card, *history.memory) for card, history in sorted(given.items()))
    connection.executemany(_MEMORY, rows)
    for _, _, statement in made:
        connection.execute(statement)
    connection.execute(
        "UPDATE meta SET value = (SELECT count(*) FROM log) WHERE key = 'logged'",
    )
    known = {card: history.memory for card, history in given.items()}
    Memories(connection).finish(Replayed(known, Parameters(), 0))
    connection.execute("COMMIT")


def _entries(given: dict[str, History], device: str, offset_min: int) -> Iterator[LogEntry]:
    reviews = ((each, card) for card, history in given.items() for each in history.reviews)
    clock = 0
    for seq, ((at_ms, rating), card) in enumerate(sorted(reviews), 1):
        clock = next_clock(clock, at_ms)
        right = rating is not Rating.AGAIN
        payload = {"given": "in 1950, for the ports", "suggested": 3 if right else 1}
        yield LogEntry(
            device,
            seq,
            clock,
            at_ms,
            offset_min,
            REVIEW,
            VERSION,
            card,
            int(rating),
            float(right),
            4000 + seq % 7000,
            payload,
        )
