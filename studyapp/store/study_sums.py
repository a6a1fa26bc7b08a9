"""Sums of the log by day: two small tables that follow from it and can be made anew.

Whoever reads them takes in what was logged since and hands all back as plain values, so that a
thread with a read-only connection can count; the window's own connection keeps them then. Rows are
read in portions: where there is no write-ahead log, a reader keeps a writer waiting.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.log import LAST_CLOCK, RETRACT, VERSION, LogEntry
from studyapp.domain.statistics import (
    ANSWERS,
    Counting,
    DaySums,
    Sums,
    Sure,
    exchange,
    sums_of,
)
from studyapp.store.log_rows import COLUMNS, from_row, read_entries

# Goes up whenever the same log gives other sums than before.
RULES = 2
_PORTION = 20_000
# SQLite takes so many values in one statement on any system.
_FEW = 500
_AFTER = (
    f"SELECT {COLUMNS} FROM log WHERE type IN ({', '.join('?' * (len(ANSWERS) + 1))})"
    " AND (clock, device, seq) > (?, ?, ?) AND clock <= ? ORDER BY clock, device, seq LIMIT ?"
)
_WHERE_IT_STANDS = (
    f"SELECT value, (SELECT coalesce(max(clock), 0) FROM log WHERE clock < {LAST_CLOCK})"
    " FROM meta WHERE key = 'logged'"
)
_DAYS = "SELECT course, day, answers, ms, met, tested, recalled, marked, overruled FROM study_day"


class Stamp(NamedTuple):
    """What sums were made of: how many rows, up to which clock, by which rules and turnover.

    Of those rows so many were `damaged` and count for nothing.
    """

    rules: int
    turnover_min: int
    logged: int
    clock: int
    damaged: int = 0


class Counted(NamedTuple):
    """Sums, what they were made of, and whether that is more than what is kept."""

    sums: Sums
    stamp: Stamp
    is_news: bool


def counted(connection: sqlite3.Connection, turnover_min: int) -> Counted:
    """Return the sums of the whole log as it stands, whatever of them is kept."""
    [(logged, clock)] = connection.execute(_WHERE_IT_STANDS)
    now = Stamp(RULES, turnover_min, int(logged), clock)
    kept = _kept_stamp(connection)
    if kept and kept[:-1] == now[:-1]:
        return Counted(_kept(connection), kept, is_news=False)
    if kept and _goes_on(connection, kept, now):
        return _gone_on(connection, kept, now)
    return _anew(connection, now)


def is_wrong(connection: sqlite3.Connection) -> bool:
    """Say whether the sums that are kept are others than the log gives for as far as they go.

    Of rows that came in among those that are counted they know nothing: they are made anew then.
    """
    kept = _kept_stamp(connection)
    [(logged, clock)] = connection.execute(_WHERE_IT_STANDS)
    if not kept or kept[:1] + kept[2:4] != (RULES, int(logged), clock):
        return False
    return _kept(connection) != _anew(connection, kept).sums


def keep(connection: sqlite3.Connection, found: Counted) -> None:
    """Keep sums, within a transaction of the caller's."""
    connection.execute("DELETE FROM study_day")
    connection.execute("DELETE FROM study_sure")
    days = ((*key, *each) for key, each in found.sums.days.items())
    connection.executemany("INSERT INTO study_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", days)
    sure = ((*key, *each) for key, each in found.sums.sure.items())
    connection.executemany("INSERT INTO study_sure VALUES (?, ?, ?, ?)", sure)
    stamp = json.dumps(found.stamp)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('counted', ?)", (stamp,))


def sums_of_cards(connection: sqlite3.Connection, cards: Sequence[str], turnover_min: int) -> Sums:
    """Return the sums of the answers to some cards, read from the log."""
    return sums_of(*_answers_to(connection, cards, turnover_min))


def _kept_stamp(connection: sqlite3.Connection) -> Stamp | None:
    for (value,) in connection.execute("SELECT value FROM meta WHERE key = 'counted'"):
        return Stamp(*json.loads(value))
    return None


def _kept(connection: sqlite3.Connection) -> Sums:
    days = {(row[0], row[1]): DaySums(*row[2:]) for row in connection.execute(_DAYS)}
    rows = connection.execute("SELECT course, percent, answers, right FROM study_sure")
    return Sums(days, {(course, percent): Sure(*both) for course, percent, *both in rows})


def _goes_on(connection: sqlite3.Connection, kept: Stamp, now: Stamp) -> bool:
    """Say whether all that is new in the log stands behind what is counted."""
    if kept[:2] != now[:2]:
        return False
    between = kept.clock, now.clock
    rows = connection.execute("SELECT count(*) FROM log WHERE clock > ? AND clock <= ?", between)
    return rows.fetchall() == [(now.logged - kept.logged,)]


def _anew(connection: sqlite3.Connection, now: Stamp) -> Counted:
    retracts = read_entries(connection, (RETRACT,))
    counting, damaged = Counting(now.turnover_min, _taken_back(retracts)), 0
    for entry in _between(connection, -1, now.clock):
        if entry:
            counting.take(entry)
        else:
            damaged += 1
    return Counted(counting.sums, now._replace(damaged=damaged), is_news=True)


def _gone_on(connection: sqlite3.Connection, kept: Stamp, now: Stamp) -> Counted:
    """Return the kept sums with the cards counted anew of which something was logged since."""
    since = tuple(_between(connection, kept.clock, now.clock))
    sound = tuple(entry for entry in since if entry)
    cards = sorted(_cards_of(connection, sound))
    sums = _kept(connection)
    for at in range(0, len(cards), _FEW):
        few = cards[at : at + _FEW]
        old = sums_of(*_answers_to(connection, few, now.turnover_min, kept.clock))
        new = sums_of(*_answers_to(connection, few, now.turnover_min, now.clock))
        sums = exchange(sums, old, new)
    damaged = kept.damaged + len(since) - len(sound)
    return Counted(sums, now._replace(damaged=damaged), is_news=True)


def _cards_of(connection: sqlite3.Connection, entries: Sequence[LogEntry]) -> set[str]:
    """Return the cards of which some entries tell, retractions too."""
    keys = [entry.subject for entry in entries if entry.type == RETRACT]
    about: list[LogEntry] = [entry for entry in entries if entry.type != RETRACT]
    for at in range(0, len(keys), _FEW):
        about += read_entries(connection, ANSWERS, keys=keys[at : at + _FEW])
    return {entry.subject for entry in about}


def _answers_to(
    connection: sqlite3.Connection,
    cards: Sequence[str],
    turnover_min: int,
    clock: int | None = None,
) -> tuple[list[LogEntry], int, set[str]]:
    """Return the answers to cards in order, the turnover, and the keys of those taken back."""
    answers: list[LogEntry] = []
    for at in range(0, len(cards), _FEW):
        answers += read_entries(connection, ANSWERS, cards[at : at + _FEW])
    keys = [entry.key for entry in answers]
    retracts: list[LogEntry] = []
    for at in range(0, len(keys), _FEW):
        retracts += read_entries(connection, (RETRACT,), keys[at : at + _FEW])
    if clock is not None:
        answers = [entry for entry in answers if entry.clock <= clock]
        retracts = [entry for entry in retracts if entry.clock <= clock]
    return answers, turnover_min, _taken_back(retracts)


def _taken_back(retracts: Sequence[LogEntry]) -> set[str]:
    return {entry.subject for entry in retracts if entry.version <= VERSION}


def _between(connection: sqlite3.Connection, after: int, last: int) -> Iterator[LogEntry | None]:
    """Yield the answers and retractions behind one clock and up to another, in order.

    In place of a damaged one there is None.
    """
    # No device is called by a sign behind the last one.
    place: tuple[int, str, int] = (after, "\U0010ffff", 0)
    while True:
        values = (*ANSWERS, RETRACT, *place, last, _PORTION)
        rows = connection.execute(_AFTER, values).fetchall()
        yield from map(from_row, rows)
        if len(rows) < _PORTION:
            return
        device, seq, clock = rows[-1][:3]
        place = clock, device, seq
