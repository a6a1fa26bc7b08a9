"""Answering a card: marked, on the disk, and the next question on the screen.

    python -m bench.answer [--cards 100000] [--answers 200] [--keep FOLDER]

First without a window: answer, rating and next card, against the least that they can cost, which
is SQLite's own durable commit of the same rows and `fsrs`. Then with the real window: from the key
of the rating to the paint of the next question, in the course that ships and in one of so many
cards, most of them answered before.

Nobody answers in the instant in which a question appears, nor rates in that of the mark. What the
program does in those pauses is done here in the same places, and not timed: without a window it is
called, with the real one its timer is waited for. Only what follows a key is timed: the answer
until it is marked, the rating until the next question is there.
"""

import argparse
import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import fsrs
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.large_files import add_options, large_files
from bench.measuring import Row, p95, report
from bench.notes import PaintClock, settle
from studyapp import paths
from studyapp.app import Places, make_application, make_window
from studyapp.domain.kinds.choice import Choice, ChoiceAnswer
from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.typed import InWords, TypedAnswer
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.study_session import StudySession
from studyapp.services.system_clock import system_clock
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.log_rows import Row as LogRow
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from studyapp.ui.main_window import MainWindow
from studyapp.ui.self_test.self_test_panel import SelfTestPanel

RATIO = 1.3
MEDIAN_MS, P95_MS = 8.0, 16.0
_PLENTY = Plan(new_a_day=999)


def given_to(asked: AskedCard) -> Given | None:
    """Return an answer such as a student gives; what is put in order or matched is given up."""
    if isinstance(asked.content, Choice):
        return ChoiceAnswer(frozenset({0}))
    return TypedAnswer("in 1950, for the ports") if isinstance(asked.content, InWords) else None


def without_window(pack: Path, folder: Path, answers: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each answer, and of the floor right after it."""
    ours, least = [], []
    progress = open_progress(folder / "answers.db", system_clock, "bench")
    with closing(open_pack(pack)) as opened, closing(progress):
        session = StudySession(opened, progress, system_clock, _PLENTY)
        session.scope_everything()
        asked, floor = session.next_card(), Floor(folder / "floor.db")
        for number in range(answers + 1):
            assert asked is not None
            card, given = asked.card.id, given_to(asked)
            think(session, given)
            began = time.perf_counter()
            session.answer(given)
            marked = time.perf_counter()
            think(session)
            went_on = time.perf_counter()
            session.rate(Rating.GOOD)
            asked = session.next_card()
            taken = (marked - began + time.perf_counter() - went_on) * 1000
            [entry] = progress.entries(subjects=(card,))[-1:]
            bare = floor.timed(to_row(entry), card)
            if number:  # the first answer imports what marking needs
                ours.append(taken)
                least.append(bare)
        floor.close()
    return ours, least


def think(session: StudySession, given: Given | None = None) -> None:
    """Do what the window does in a pause: read ahead, and mark what is written by now."""
    session.read_ahead()
    if given is not None:
        session.mark_ahead(given)


class Floor:
    """The same rows in the same tables by bare SQLite, and what `fsrs` itself takes for an answer.

    That is one review for the rating, and one for each button that says when the card comes back.
    """

    def __init__(self, path: Path) -> None:
        open_progress(path, system_clock, "bench").close()
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA synchronous = FULL")
        self._scheduler = fsrs.Scheduler(enable_fuzzing=False)
        self._card = fsrs.Card(card_id=1)

    def timed(self, row: LogRow, card: str) -> float:
        """Return the milliseconds of one answer."""
        execute, review = self._connection.execute, self._scheduler.review_card
        began = time.perf_counter()
        for button in fsrs.Rating:
            review(self._card, button)
        self._card, _ = review(self._card, fsrs.Rating.Good)
        execute("BEGIN IMMEDIATE")
        execute(INSERT, row)
        execute("INSERT OR REPLACE INTO memory VALUES (?, 1, 1, 2.3, 2.1, 1, 1)", (card,))
        execute("INSERT OR REPLACE INTO meta VALUES ('remembered', ?)", (row[1],))
        execute("COMMIT")
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


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
        pause(panel)
        panel.give_up()
        pause(panel)
        before = panel.card
        assert panel.rating_bar is not None
        began = time.perf_counter()
        QTest.keyClick(panel.rating_bar, Qt.Key.Key_3)
        assert panel.question is not None
        clock = PaintClock(panel.question)
        while clock.painted < began:
            QApplication.processEvents()
        ended = time.perf_counter()
        settle()
        assert panel.card is not None
        assert panel.card is not before
        taken.append((ended - began) * 1000)
    return taken


def pause(panel: SelfTestPanel) -> None:
    """Let the window do what it does when no key is pressed for a moment."""
    settle()
    while panel.foresight.is_waiting:
        QApplication.processEvents()
    settle()


def open_window(application: QApplication, pack: Path, home: Path) -> MainWindow:
    """Return the real window with everything loaded, its self-test asking the whole course."""
    places = Places(pack, home / "courses", home / "progress.db", home / "set.ini", home / "crash")
    window = make_window(application, places, "light")
    loop = QEventLoop()
    window.course_verified.connect(loop.quit)
    window.take_size(1366, 768)
    window.show()
    loop.exec()
    while window.workspace.is_behind:
        QApplication.processEvents()
    window.workspace.plan = _PLENTY
    assert window.catching_up is not None
    window.catching_up.follow_plan()
    settle()
    return window


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--answers", type=int, default=200)
    options = parser.parse_args()
    shipped = paths.shipped_pack()
    application = make_application(["bench"])
    rows = []
    with tempfile.TemporaryDirectory() as name, large_files(options) as (large, years):
        folder = Path(name)
        ours, floor = without_window(shipped, folder, options.answers)
        ratio = statistics.median(ours) / statistics.median(floor)
        rows.append(Row("durable commit and fsrs", floor, "ms"))
        rows.append(Row("answer, rating, next card", ours, "ms", ratio, RATIO))
        # What making the course has left behind is not the window's to clear away.
        gc.collect()
        gc.freeze()
        for called, pack, home in (
            ("shipped", shipped, folder / "one"),
            ("large", large, years.parent),
        ):
            window = open_window(application, pack, home)
            taken = in_window(window, options.answers)
            window.close()
            middle = statistics.median(taken)
            rows.append(Row(f"next question, {called}: median", taken, "ms", middle, MEDIAN_MS))
            rows.append(Row(f"next question, {called}: p95", taken, "ms", p95(taken), P95_MS))
    title = f"Answering; value: the ratio, then milliseconds; large: {options.cards} cards"
    return report(title, rows)


if __name__ == "__main__":
    sys.exit(main())
