"""Whatever is asked of the log, SQLite looks it up: of a type there may be a million rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.log import RETRACT, REVIEW, NewEntry
from studyapp.store.log_rows import read_entries
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

CARDS = [f"c/question/q{number}#answer" for number in range(5)]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "progress.db"
    with closing(open_progress(path, StandingClock(), "here")) as progress:
        first, *_ = progress.append(*(NewEntry(REVIEW, card, {}, 3) for card in CARDS))
        progress.append(NewEntry(RETRACT, first.key))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def ways(log: sqlite3.Connection, **wanted: list[str]) -> str:
    """Return how SQLite goes about a reading of the log."""
    asked: list[str] = []
    log.set_trace_callback(asked.append)
    read_entries(log, **wanted)
    log.set_trace_callback(None)
    return " ".join(row[3] for row in log.execute(f"EXPLAIN QUERY PLAN {asked[-1]}"))


@pytest.mark.parametrize("types", [[], [REVIEW], [REVIEW, RETRACT]])
def test_entries_about_cards_are_looked_up_by_card(
    log: sqlite3.Connection, types: list[str]
) -> None:
    assert "log_by_subject (subject=?)" in ways(log, types=types, subjects=CARDS[:3])


@pytest.mark.parametrize("types", [[], [REVIEW]])
def test_entries_of_some_keys_are_looked_up_by_key(
    log: sqlite3.Connection, types: list[str]
) -> None:
    keys = [entry.key for entry in read_entries(log)][:3]
    assert "PRIMARY KEY (device=? AND seq=?)" in ways(log, types=types, keys=keys)


def test_entries_of_some_keys_are_those_of_the_log_each_once(log: sqlite3.Connection) -> None:
    every = read_entries(log)
    keys = [entry.key for entry in (every[3], every[1], every[3])]
    assert read_entries(log, keys=[*keys, "no key", "elsewhere:9"]) == (every[1], every[3])
    assert read_entries(log, keys=["no key"]) == ()
    assert read_entries(log, (RETRACT,), keys=keys) == ()
