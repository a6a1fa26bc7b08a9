"""Answering a card: marked, on the disk, and the next question on the screen.

    python -m bench.answer [--cards 100000] [--answers 200]

First without a window: answer, rating and next card, against the least that a durable review can
cost: SQLite's own commit of one row to the same kind of file, and one review by `fsrs`. Then with
the real window: from the key of the rating to the paint of the next question, in the course that
ships and in one of so many cards, half of them answered before.
"""

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import fsrs
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.generated_course import write_generated_pack
from bench.measuring import Row, p95, report
from bench.notes import PaintClock, settle
from studyapp import paths
from studyapp.app import Places, make_application, make_window, system_clock
from studyapp.domain.clock import Moment
from studyapp.domain.ids import card_id
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.memory import DAY_MS, Rating
from studyapp.domain.plan import Plan
from studyapp.services.asking import AskedCard
from studyapp.services.study_session import ChoiceAnswer, Given, StudySession, TypedAnswer
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from studyapp.ui.main_window import MainWindow

RATIO = 1.3
MEDIAN_MS, P95_MS = 8.0, 16.0
# What one topic of the generated course has to ask.
CARDS_A_TOPIC = 14
_BATCH = 1000
_PLENTY = Plan(new_a_day=999)


def given_to(asked: AskedCard) -> Given:
    """Return an answer such as a student gives."""
    return ChoiceAnswer(frozenset({0})) if asked.options else TypedAnswer("in 1950, for the ports")


def without_window(pack: Path, folder: Path, answers: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each answer, and of the floor beside it."""
    ours, least = [], []
    progress = open_progress(folder / "answers.db", system_clock, "bench")
    with closing(open_pack(pack)) as opened, closing(progress):
        session = StudySession(opened, progress, system_clock, _PLENTY)
        session.scope_everything()
        asked, floor = session.next_card(), commits(folder / "floor.db")
        for _ in range(answers):
            assert asked is not None
            began = time.perf_counter()
            session.answer(given_to(asked))
            session.rate(Rating.GOOD)
            asked = session.next_card()
            ours.append((time.perf_counter() - began) * 1000)
            least.append(next(floor))
    return ours, least


def commits(path: Path) -> Iterator[float]:
    """Yield the milliseconds of a review by `fsrs` and of one durable commit, again and again."""
    scheduler, card = fsrs.Scheduler(enable_fuzzing=False), fsrs.Card(card_id=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE log (seq INTEGER PRIMARY KEY, card TEXT, rating INTEGER)")
        while True:
            began = time.perf_counter()
            card, _ = scheduler.review_card(card, fsrs.Rating.Good, datetime.now(UTC))
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO log (card, rating) VALUES ('c/question/a#answer', 3)")
            connection.execute("COMMIT")
            yield (time.perf_counter() - began) * 1000


def in_window(window: MainWindow, answers: int) -> list[float]:
    """Return the milliseconds from each rating key to the paint of the next question."""
    panel = window.study_panels.self_test
    assert panel is not None
    window.study_panels.self_test_dock.focus()
    panel.ask_everything()
    settle()
    taken = []
    for _ in range(answers):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        panel.give_up()
        settle()
        before = panel.card
        assert panel.rating_bar is not None
        began = time.perf_counter()
        QTest.keyClick(panel.rating_bar, Qt.Key.Key_3)
        assert panel.question is not None
        clock = PaintClock(panel.question)
        settle()
        assert clock.painted > began
        assert panel.card is not None
        assert panel.card is not before
        taken.append((max(clock.painted, time.perf_counter()) - began) * 1000)
    return taken


def open_window(application: QApplication, pack: Path, home: Path) -> MainWindow:
    """Return the real window with everything loaded, its self-test asking the whole course."""
    places = Places(pack, home / "courses", home / "progress.db", home / "set.ini", home / "crash")
    window = make_window(application, places, "light")
    window.preferences.plan = _PLENTY
    loop = QEventLoop()
    window.course_verified.connect(loop.quit)
    window.take_size(1366, 768)
    window.show()
    loop.exec()
    settle()
    return window


def answered_before(pack: Path, path: Path) -> None:
    """Log a review of every second card of a course, over the last hundred days."""
    chance = random.Random(3)
    today = system_clock()
    with closing(open_pack(pack)) as opened:
        every = [card_id(element, facet) for element, facet, _ in opened.every_card()][::2]
    reviews = [NewEntry(REVIEW, card, {}, chance.choice((1, 3, 3, 4))) for card in every]
    now = Moment(today.ms - 100 * DAY_MS, today.offset_min)
    with closing(open_progress(path, lambda: now, "bench")) as progress:
        for at in range(0, len(reviews), _BATCH):
            now = Moment(now.ms + 99 * DAY_MS * _BATCH // len(reviews), today.offset_min)
            progress.append(*reviews[at : at + _BATCH])


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--answers", type=int, default=200)
    options = parser.parse_args()
    shipped = paths.shipped_pack()
    application = make_application(["bench"])
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, floor = without_window(shipped, folder, options.answers)
        ratio = sum(ours) / sum(floor)
        rows.append(Row("durable commit and fsrs", floor, "ms"))
        rows.append(Row("answer, rating, next card", ours, "ms", ratio, RATIO))
        large = folder / "large.studypack"
        write_generated_pack(options.cards // CARDS_A_TOPIC, large)
        answered_before(large, folder / "many" / "progress.db")
        for called, pack, home in (("shipped", shipped, "one"), ("large", large, "many")):
            window = open_window(application, pack, folder / home)
            taken = in_window(window, options.answers)
            window.close()
            middle = sorted(taken)[len(taken) // 2]
            rows.append(Row(f"next question, {called}: median", taken, "ms", middle, MEDIAN_MS))
            rows.append(Row(f"next question, {called}: p95", taken, "ms", p95(taken), P95_MS))
    title = f"Answering; value: the ratio, then milliseconds; large: {options.cards} cards"
    return report(title, rows)


if __name__ == "__main__":
    sys.exit(main())
