"""The figures of one's progress, counted from a large log.

    python -m bench.statistics [--cards 100000] [--reviews 1000000] [--keep FOLDER]

What the panel waits for when it is shown: the cards of the course are known and in the table of
cards by then, the sums by day are kept, and a few answers are new. Beside it the least that they
can cost, which is SQLite's own scan of the cards' states and of the log's rows for one figure. What
is paid once is printed too: to read the cards of a course, and to count the whole log.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bench.large_files import add_options, large_files
from bench.measuring import Row, report
from studyapp.domain.clock import Moment
from studyapp.domain.ids import card_id
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.plan import Plan
from studyapp.services.progress.statistics import Gathered, Scope, Sources, gather
from studyapp.services.study.deck import lines_of
from studyapp.services.system_clock import system_clock
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress

AIM_MS = 300.0
_NEW_ANSWERS = 20
_SCAN_STATES = "SELECT count(*), sum(due_ms), sum(phase) FROM memory"
_SCAN_LOG = "SELECT count(*), sum(duration_ms) FROM log WHERE type = 'review'"


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measured(sources: Sources, cards: list[str], runs: int) -> list[Row]:
    """Return the rows of the table; runs of the figures and of the floor alternate."""
    first: list[Gathered] = []
    once = timed(lambda: first.append(gather(sources, Scope.ALL, "", {})))
    known, topic = first[0].courses, next(iter(first[0].courses.values())).topics[0].id
    with closing(open_progress(sources.progress, system_clock, "bench")) as progress:
        progress.keep_counted(first[0].counted)
    figures: dict[Scope, list[float]] = {scope: [] for scope in Scope}
    news, states, log = [], [], []
    with closing(sqlite3.connect(sources.progress)) as floor:
        for _ in range(runs):
            for scope in Scope:
                figures[scope].append(
                    timed(lambda scope=scope: gather(sources, scope, topic, known))  # type: ignore[misc]
                )
            states.append(timed(lambda: floor.execute(_SCAN_STATES).fetchall()))
            log.append(timed(lambda: floor.execute(_SCAN_LOG).fetchall()))
    answer(sources.progress, cards[:_NEW_ANSWERS])
    news = [timed(lambda: gather(sources, Scope.ALL, "", known)) for _ in range(runs)]
    return [
        Row("floor: scan of the cards' states", states, "ms"),
        Row("floor: scan of the log, one figure", log, "ms"),
        *(
            Row(f"figures: {scope.value}", runs, "ms", sorted(runs)[len(runs) // 2], AIM_MS)
            for scope, runs in figures.items()
        ),
        Row(
            f"figures: all, {_NEW_ANSWERS} new answers", news, "ms", sorted(news)[runs // 2], AIM_MS
        ),
        Row("once: read the course, count the log", [once], "ms"),
    ]


def answer(path: Path, cards: list[str]) -> None:
    """Log an answer to some cards."""
    with closing(open_progress(path, system_clock, "bench")) as progress:
        progress.append(*(NewEntry(REVIEW, card, {}, 3, 1.0, 9000) for card in cards))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with large_files(options) as (pack, path):
        now: Moment = system_clock()
        with closing(open_pack(pack)) as opened:
            cards = [card_id(element, facet) for element, facet, _ in opened.every_card()]
            with closing(open_progress(path, system_clock, "bench")) as progress:
                lines_of(opened, progress)
        rows = measured(Sources((pack,), path, Plan(), now), cards, options.runs)
    title = f"Figures of {options.cards} cards and {options.reviews} reviews"
    return report(title, rows)


if __name__ == "__main__":
    sys.exit(main())
