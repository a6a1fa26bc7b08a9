"""Sums of the log by day: two small tables that follow from it and can be made anew.

Whoever reads them takes in what was logged since and hands all back as plain values, so that a
thread with a read-only connection can count; the window's own connection keeps them then. Rows are
read in portions: where there is no write-ahead log, a reader keeps a writer waiting.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from studyapp.domain.log import LAST_CLOCK, RETRACT, VERSION, LogEntry
from studyapp.domain.progress.statistics import (
    ANSWERS,
    LONGEST_MS,
    Counting,
    DaySums,
    Sums,
    Sure,
    exchange,
)
from studyapp.store.log_rows import COLUMNS, Row, checksum, from_row, read_entries, retracts_of

# Goes up whenever the same log gives other sums than before.
RULES = 2
_PORTION = 20_000
# SQLite takes so many values in one statement on any system.
_FEW = 500
_KINDS = (*ANSWERS, RETRACT)
# The index by clock gives the order; by type, each portion would wait for a sort of all the rest.
_AFTER = (
    f"SELECT {COLUMNS} FROM log INDEXED BY log_by_clock"
    f" WHERE type IN ({', '.join('?' * len(_KINDS))})"
    " AND (clock, device, seq) > (?, ?, ?) AND clock <= ? ORDER BY clock, device, seq LIMIT ?"
)
_OF_CARDS = (
    f"SELECT {COLUMNS} FROM log WHERE +type IN ({', '.join('?' * len(ANSWERS))})"
    " AND subject IN (SELECT value FROM json_each(?)) ORDER BY clock, device, seq"
)
# Only where one of these stands does a payload say what is counted.
_TOLD = re.compile(r'"confidence"|"overruled"|\\u')
_NOTHING: Mapping[str, object] = {}
_LAST = 1 << 63
# Told from 0 to 1 how much is done; it may raise to stop the work.
Told = Callable[[float], object]


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


def counted(
    connection: sqlite3.Connection, turnover_min: int, told: Told = lambda _share: None
) -> Counted:
    """Return the sums of the whole log as it stands, whatever of them is kept."""
    [(logged, clock)] = connection.execute(_WHERE_IT_STANDS)
    now = Stamp(RULES, turnover_min, int(logged), clock)
    kept = _kept_stamp(connection)
    if kept and kept[:-1] == now[:-1]:
        return Counted(_kept(connection), kept, is_news=False)
    if kept and _goes_on(connection, kept, now):
        return _gone_on(connection, kept, now)
    return _anew(connection, now, told)


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
    return _Answers(connection, cards).sums(turnover_min)


def _kept_stamp(connection: sqlite3.Connection) -> Stamp | None:
    for (value,) in connection.execute("SELECT value FROM meta WHERE key = 'counted'"):
        return Stamp(*json.loads(value))
    return None


def _kept(connection: sqlite3.Connection) -> Sums:
    days = {(row[0], row[1]): DaySums._make(row[2:]) for row in connection.execute(_DAYS)}
    rows = connection.execute("SELECT course, percent, answers, right FROM study_sure")
    return Sums(days, {(course, percent): Sure(*both) for course, percent, *both in rows})


def _goes_on(connection: sqlite3.Connection, kept: Stamp, now: Stamp) -> bool:
    """Say whether all that is new in the log stands behind what is counted."""
    if kept[:2] != now[:2]:
        return False
    between = kept.clock, now.clock
    rows = connection.execute("SELECT count(*) FROM log WHERE clock > ? AND clock <= ?", between)
    return rows.fetchall() == [(now.logged - kept.logged,)]


def _anew(connection: sqlite3.Connection, now: Stamp, told: Told = lambda _share: None) -> Counted:
    retracted = _taken_back(read_entries(connection, (RETRACT,)))
    counting, damaged, done = Counting(now.turnover_min), 0, 0
    for rows in _portions(connection, -1, now.clock):
        told(min(1.0, done / max(1, now.logged)))
        damaged += _count(rows, counting, retracted)
        done += len(rows)
    return Counted(counting.sums, now._replace(damaged=damaged), is_news=True)


def _count(rows: Iterable[Row], counting: Counting, retracted: Collection[str]) -> int:
    """Count the sound rows that nothing takes back; return how many are damaged.

    Rows, since of a million entries each would take as long to make as to count.
    """
    damaged = 0
    for row in rows:
        if checksum(row[:-1]) != row[-1]:
            damaged += 1
        elif not retracted or f"{row[0]}:{row[1]}" not in retracted:
            text, took = row[-2], row[10]
            tells = (took or 0) > LONGEST_MS or _TOLD.search(text)
            counting.count(row[3:11], json.loads(text) if tells else _NOTHING)
    return damaged


def _gone_on(connection: sqlite3.Connection, kept: Stamp, now: Stamp) -> Counted:
    """Return the kept sums with the cards counted anew of which something was logged since."""
    since = [row for rows in _portions(connection, kept.clock, now.clock) for row in rows]
    sound = tuple(entry for entry in map(from_row, since) if entry)
    cards = sorted(_cards_of(connection, sound))
    sums = _kept(connection)
    for at in range(0, len(cards), _FEW):
        answers = _Answers(connection, cards[at : at + _FEW])
        old = answers.sums(now.turnover_min, kept.clock)
        sums = exchange(sums, old, answers.sums(now.turnover_min, now.clock))
    damaged = kept.damaged + len(since) - len(sound)
    return Counted(sums, now._replace(damaged=damaged), is_news=True)


def _cards_of(connection: sqlite3.Connection, entries: Sequence[LogEntry]) -> set[str]:
    """Return the cards of which some entries tell, retractions too."""
    keys = [entry.subject for entry in entries if entry.type == RETRACT]
    about: list[LogEntry] = [entry for entry in entries if entry.type != RETRACT]
    for at in range(0, len(keys), _FEW):
        about += read_entries(connection, ANSWERS, keys=keys[at : at + _FEW])
    return {entry.subject for entry in about}


class _Answers:
    """The answers to some cards in the log's order, and what takes some of them back."""

    def __init__(self, connection: sqlite3.Connection, cards: Sequence[str]) -> None:
        self._rows = connection.execute(_OF_CARDS, (*ANSWERS, json.dumps(cards))).fetchall()
        self._retracts = retracts_of(connection, self._rows)

    def sums(self, turnover_min: int, clock: int = _LAST) -> Sums:
        """Return their sums, as the log stood at a clock."""
        counting = Counting(turnover_min)
        retracts = [entry for entry in self._retracts if entry.clock <= clock]
        rows = (row for row in self._rows if row[2] <= clock)
        _count(rows, counting, _taken_back(retracts))
        return counting.sums


def _taken_back(retracts: Sequence[LogEntry]) -> set[str]:
    return {entry.subject for entry in retracts if entry.version <= VERSION}


def _portions(connection: sqlite3.Connection, after: int, last: int) -> Iterator[list[Row]]:
    """Yield the answers and retractions behind one clock and up to another, in order."""
    # No device is called by a sign behind the last one.
    place: tuple[int, str, int] = (after, "\U0010ffff", 0)
    while rows := connection.execute(_AFTER, (*_KINDS, *place, last, _PORTION)).fetchall():
        yield rows
        device, seq, clock = rows[-1][:3]
        place = clock, device, seq
