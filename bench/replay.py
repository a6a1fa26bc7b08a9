"""Replaying a whole log: what is known of every card, from every review that was ever logged.

    python -m bench.replay [--reviews 1000000] [--cards 100000]

The floor is SQLite's own reading of the same rows in the same order. What is beyond it is the
checksum of each row, FSRS, and the memories themselves. The aim that counts is in seconds.
"""

import argparse
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.measuring import Row, report
from studyapp.domain.log import REVIEW, VERSION, LogEntry
from studyapp.domain.schedule import new_order
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.siblings import Kin
from studyapp.services.system_clock import system_clock
from studyapp.store.log_rows import COLUMNS, INSERT, to_row
from studyapp.store.progress import open_progress
from studyapp.store.replaying import replay_file

RATIO, SECONDS, STEP_MS = 25.0, 30.0, 100.0
_START_MS = 1_600_000_000_000
_RUNS = 3


def reviews(count: int, cards: int) -> Iterator[LogEntry]:
    """Yield reviews of random cards over five years."""
    chance = random.Random(7)
    pace = 5 * 365 * DAY_MS // count
    for number in range(1, count + 1):
        at_ms = _START_MS + number * pace
        card = f"bench12345/question/number-{chance.randrange(cards)}#answer"
        payload = {"given": "in 1950, for the ports", "suggested": 3}
        rating, grade = chance.choice((1, 3, 3, 3, 4)), chance.random()
        yield LogEntry(
            *("00ff00ff00ff00ff", number, at_ms << 16, at_ms, 60, REVIEW, VERSION, card),
            *(rating, grade, chance.randrange(60_000), payload),
        )


def fill(path: Path, count: int, cards: int) -> None:
    """Make a progress file with so many reviews in its log."""
    open_progress(path, system_clock, "bench").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executemany(INSERT, map(to_row, reviews(count, cards)))
        connection.commit()


def floor(path: Path) -> float:
    """Return the seconds in which SQLite reads the rows of the log in their order."""
    with closing(sqlite3.connect(path)) as connection:
        began = time.perf_counter()
        rows = connection.execute(f"SELECT {COLUMNS} FROM log ORDER BY clock, device, seq")
        for _ in rows:
            pass
        return time.perf_counter() - began


def replayed(path: Path) -> float:
    """Return the seconds in which all memories are made from the log, with progress told."""
    told: list[float] = []
    began = time.perf_counter()
    found = replay_file(path, told.append)
    assert found.memories
    assert told == sorted(told)
    return time.perf_counter() - began


def every_card(cards: int) -> Iterator[tuple[new_order.Row, Kin]]:
    """Yield the cards of the course, as its pack would."""
    for number in range(cards):
        element = f"bench12345/question/number-{number}"
        row = new_order.Row(element, "answer", f"bench12345/topic/{number // 20}")
        yield row, Kin(frozenset((element,)))


def taken_in(path: Path, cards: int) -> list[float]:
    """Return the milliseconds for which the window stands still, at each step of taking them in.

    The course's cards are laid out, so that each memory is written beside its card as well.
    """
    found = replay_file(path, lambda _share: None)
    with closing(open_progress(path, system_clock, "bench", patient=False)) as progress:
        progress.lines("bench12345", "first", lambda: every_card(cards))
        began, steps = time.perf_counter(), []
        for _ in progress.taking(found):
            steps.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
        steps.append((time.perf_counter() - began) * 1000)
        assert not progress.behind
        return steps


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--cards", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "progress.db"
        fill(path, options.reviews, options.cards)
        least, ours = [], []
        for _ in range(_RUNS):
            least.append(floor(path))
            ours.append(replayed(path))
        kept = taken_in(path, options.cards)
    ratio = statistics.median(ours) / statistics.median(least)
    rows = [
        Row("SQLite reads the rows", least, "s"),
        Row("replay: ratio", ours, "s", ratio, RATIO),
        Row("replay: seconds", ours, "s", statistics.median(ours), SECONDS),
        Row("a step of taking them in: longest", kept, "ms", max(kept), STEP_MS),
    ]
    return report(f"Replay of {options.reviews} reviews of {options.cards} cards", rows)


if __name__ == "__main__":
    sys.exit(main())
