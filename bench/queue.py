"""Opening the queue of a large course: from the files on the disk to the first card and the counts.

    python -m bench.queue [--cards 100000] [--reviews 1000000] [--keep FOLDER]

Against the least that SQLite needs for the same on the same file: counting what is due, and the
twenty cards that are due longest. The queue, the counts of the status bar and the marks of the
tree are opened anew in each run. What has to be done once for a new edition of the course, and the
next card after an answer, are measured beside them. So is what a plan to an exam keeps the window
from doing: the counts, the first card and the cards after answers. The plan itself is made on a
thread, and what that takes is said without an aim.
"""

import argparse
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bench.generated_course import COURSE
from bench.large_files import add_options, large_files
from bench.measuring import Row, report
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.progress.overview import Overview
from studyapp.services.study.study_session import StudySession
from studyapp.services.system_clock import system_clock
from studyapp.store.pack import Pack, open_pack
from studyapp.store.progress import Progress, open_progress

OPEN_MS, NEXT_MS, RATIO = 100.0, 2.0, 4.0
_FLOOR = (
    "SELECT count(*) FROM memory WHERE due_ms <= ?",
    "SELECT count(*) FROM memory WHERE due_ms > ?",
    "SELECT card, due_ms FROM memory WHERE due_ms <= ? ORDER BY due_ms LIMIT 20",
)
_PLAN = Plan()


def milliseconds(do: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def opening(pack: Pack, progress: Progress) -> None:
    """Line up everything, as someone does who asks for all there is."""
    session = StudySession(pack, progress, system_clock, _PLAN)
    session.scope_everything()
    assert session.due_counts().due
    assert session.next_card()


def floor(path: Path) -> None:
    """Ask bare SQLite for about the same."""
    with closing(sqlite3.connect(path)) as connection:
        for query in _FLOOR:
            assert connection.execute(query, (system_clock().ms,)).fetchall()


def answering(pack: Pack, progress: Progress, answers: int) -> list[float]:
    """Return the milliseconds from each rating that is kept to the next card."""
    session = StudySession(pack, progress, system_clock, _PLAN)
    session.scope_everything()
    taken = []
    for _ in range(answers):
        assert session.next_card()
        session.answer(None)
        session.rate(Rating.AGAIN)
        taken.append(milliseconds(session.next_card))
    return taken


class Planning:
    """Opens the course with an exam ahead, and keeps what each part took."""

    def __init__(self) -> None:
        self.begun: list[float] = []
        self.beside: list[float] = []
        self.taken: list[float] = []
        self.following: list[float] = []

    def open(self, pack: Pack, progress: Progress, answers: int) -> None:
        day = _PLAN.date_of(system_clock()) + timedelta(days=40)
        plan = _PLAN._replace(minutes_a_day=30).with_exam(pack.cover()["id"], day)
        session = StudySession(pack, progress, system_clock, plan)
        session.scope_everything()
        self.begun.append(milliseconds(session.course_counts))
        wanted, planned = session.exam.wanted, []
        assert wanted
        self.beside.append(milliseconds(lambda: planned.append(wanted())))
        session.exam.take(planned[0])
        self.taken.append(milliseconds(lambda: (session.due_counts(), session.next_card())))
        for _ in range(answers):
            session.answer(None)
            session.rate(Rating.AGAIN)
            self.following.append(milliseconds(session.next_card))

    def rows(self) -> list[Row]:
        """Return what the window waits for, and what it does not."""
        aims = (
            ("exam: begin to plan", self.begun, OPEN_MS),
            ("exam: counts and first card", self.taken, OPEN_MS),
            ("exam: next card after an answer", self.following, NEXT_MS),
        )
        rows = [Row(name, each, "ms", statistics.median(each), aim) for name, each, aim in aims]
        return [*rows, Row("exam: the plan, on a thread", self.beside, "ms")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with large_files(options) as (large, path), closing(open_pack(large)) as pack:
        return measure(pack, path, options.runs, f"{options.cards} cards of {COURSE}")


def measure(pack: Pack, path: Path, runs: int, what: str) -> int:
    """Measure on one course and one progress file, and report."""
    least, lined_up, counted, marked = [], [], [], []
    with closing(open_progress(path, system_clock, "bench")) as progress:
        first = milliseconds(lambda: opening(pack, progress))
    for _ in range(runs):
        with closing(open_progress(path, system_clock, "bench")) as progress:
            least.append(milliseconds(lambda: floor(path)))
            lined_up.append(milliseconds(lambda: opening(pack, progress)))
            session = StudySession(pack, progress, system_clock, _PLAN)
            counted.append(milliseconds(session.course_counts))
            marked.append(milliseconds(lambda: Overview(pack, progress, system_clock, _PLAN)))
    with closing(open_progress(path, system_clock, "bench")) as progress:
        following = answering(pack, progress, 100)
        planning = Planning()
        for _ in range(runs):
            planning.open(pack, progress, 20)
    ratio = statistics.median(lined_up) / statistics.median(least)
    rows = [Row("bare SQLite: two counts, top twenty", least, "ms")]
    for called, taken in (
        ("counts and first card", lined_up),
        ("counts of the status bar", counted),
        ("marks of the tree", marked),
    ):
        rows.append(Row(called, taken, "ms", statistics.median(taken), OPEN_MS))
    rows.append(Row("counts and first card to bare SQLite", lined_up, "ms", ratio, RATIO))
    middle = statistics.median(following)
    rows.append(Row("next card after an answer", following, "ms", middle, NEXT_MS))
    rows += planning.rows()
    rows.append(Row("the first time with an edition", [first], "ms"))
    return report(f"Opening the queue; value: milliseconds, ratio; {what}", rows)


if __name__ == "__main__":
    sys.exit(main())
