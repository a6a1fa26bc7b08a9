"""The list of all cards, of which there are a hundred thousand, most of them answered before.

    python -m bench.browser [--cards 100000] [--runs 9] [--keep FOLDER]

The window of cards is opened beside the real one; then words are searched, cards are filtered and
sorted, and the list is paged through. A run is change and paint. The floor is a bare SQLite query
that reads as many rows as are shown, with their questions and what is known of them.
"""

import argparse
import gc
import os
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.answer import open_window
from bench.large_files import add_options, large_files
from bench.measuring import Row, report
from bench.notes import settle
from studyapp.app import make_application
from studyapp.services.cards.card_order import Column
from studyapp.ui.browser.browser_window import BrowserWindow
from studyapp.ui.browser.card_table_model import COLUMNS
from studyapp.ui.main_window import MainWindow

LIMIT_MS, PAGE_MS = 100.0, 50.0
_FLOOR = """
SELECT prompt, topics.title, due_ms, stability, last_ms FROM questions
JOIN topics ON topics.id = topic
LEFT JOIN progress.memory ON card = questions.id || '#answer'
ORDER BY questions.rank LIMIT ? OFFSET ?"""


def timed(act: Callable[[], object], window: BrowserWindow) -> float:
    """Return the milliseconds that a change and the paint after it take."""
    began = time.perf_counter()
    act()
    window.repaint()
    return (time.perf_counter() - began) * 1000


def opened(window: MainWindow) -> tuple[BrowserWindow, float, float]:
    """Open the list; return it, and the milliseconds until it is painted and until all is read."""
    began = time.perf_counter()
    window.commands.show_cards()
    opener = window.commands.cards
    assert opener
    assert opener.list
    opener.list.repaint()
    painted = time.perf_counter()
    while opener.list.reading is None or not opener.list.reading.is_done:
        QApplication.processEvents()
    settle()
    return opener.list, (painted - began) * 1000, (time.perf_counter() - began) * 1000


def opened_often(window: MainWindow, runs: int) -> tuple[BrowserWindow, list[float], list[float]]:
    """Open the list again and again; the first time its modules are imported."""
    shown, painted, read = [], [], []
    for _ in range(runs):
        window.study_panels.joined.emit()
        settle()
        listed, until_painted, until_read = opened(window)
        shown.append(listed)
        painted.append(until_painted)
        read.append(until_read)
    return shown[-1], painted, read


def searched(shown: BrowserWindow, typed: str, runs: int) -> list[float]:
    """Search for what is typed, each time from all cards."""
    taken = []
    for _ in range(runs):
        shown.filters.take_all_away()
        settle()
        taken.append(timed(lambda: shown.filters.take_all_away(typed), shown))
        settle()
    return taken


def sorted_by(shown: BrowserWindow, column: Column, runs: int) -> list[float]:
    """Sort all cards by a column, up and down."""
    header, taken = shown.table.horizontalHeader(), []
    shown.filters.take_all_away()
    for run in range(runs):
        order = Qt.SortOrder.DescendingOrder if run % 2 else Qt.SortOrder.AscendingOrder
        taken.append(
            timed(lambda o=order: header.setSortIndicator(COLUMNS.index(column), o), shown)  # type: ignore[misc]
        )
        settle()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    return taken


def paged(shown: BrowserWindow, runs: int) -> list[float]:
    """Go a page further, to rows that were never shown."""
    shown.filters.take_all_away()
    settle()
    page = Qt.Key.Key_PageDown
    return [timed(lambda: QTest.keyClick(shown.table, page), shown) for _ in range(runs)]


def bare(pack: Path, progress: Path, rows: int, runs: int) -> list[float]:
    """Return the milliseconds in which SQLite alone reads as many rows, page after page."""
    taken = []
    with closing(sqlite3.connect(pack)) as connection:
        connection.execute("ATTACH ? AS progress", (str(progress),))
        for run in range(runs):
            began = time.perf_counter()
            connection.execute(_FLOOR, (rows, run * rows)).fetchall()
            taken.append((time.perf_counter() - began) * 1000)
    return taken


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    application, runs = make_application(["bench"]), options.runs
    with large_files(options) as (pack, progress):
        gc.collect()
        gc.freeze()
        window = open_window(application, pack, progress.parent)
        shown, painted, read = opened_often(window, runs)
        on_page = shown.table.viewport().height() // shown.table.rowHeight(0) + 1
        rows = [
            limited("opened and painted", painted, LIMIT_MS),
            Row("all read, on a thread", read, "ms"),
        ]
        for typed in ("treaty", "treaty port", "is:due", "kind:why topic:treaty"):
            rows.append(limited(f"find “{typed}”", searched(shown, typed, runs), LIMIT_MS))
        for column in (Column.QUESTION, Column.TOPIC, Column.DUE):
            rows.append(limited(f"sort by {column}", sorted_by(shown, column, runs), LIMIT_MS))
        rows.append(Row("floor: bare rows of a page", bare(pack, progress, on_page, runs), "ms"))
        rows.append(limited("a page further", paged(shown, runs), PAGE_MS))
        count = len(shown.model.cards)
        window.close()
    return report(f"A list of {count} cards, {on_page} on a page; value: the median", rows)


def limited(name: str, taken: list[float], limit: float) -> Row:
    """Return a row whose median must keep a limit."""
    return Row(name, taken, "ms", statistics.median(taken), limit)


if __name__ == "__main__":
    sys.exit(main())
