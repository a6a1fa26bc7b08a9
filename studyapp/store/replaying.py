"""All memories from the log, a batch of its rows at a time: a million reviews in seconds.

It can run on a connection of its own, on another thread, while the window goes on logging: a
batch is read whole, so no lock is held between two of them, and what was logged since is left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.log import FINDING, LAST_CLOCK, RETRACT, REVIEW, VERSION
from studyapp.domain.schedule.memory import Memory, called_in
from studyapp.domain.schedule.parameters import (
    PARAMETERS,
    Parameters,
    Replayed,
    Weights,
    parameters_of,
)
from studyapp.domain.schedule.plan import PLAN
from studyapp.store.log_rows import COLUMNS, Row, checksum, read_entries
from studyapp.store.progress_errors import guarding
from studyapp.store.progress_file import look

# Told from 0 to 1 how much is done; it may raise to stop the work.
Told = Callable[[float], object]

_BATCH = 5_000
# The index by clock gives the order, so that no batch waits for a sort of all the rest.
_ROWS = f"""SELECT {COLUMNS} FROM log INDEXED BY log_by_clock
WHERE (clock, device, seq) > (?, ?, ?) AND clock <= ? ORDER BY clock, device, seq LIMIT {_BATCH}"""
_WHERE_IT_ENDS = f"""SELECT (SELECT value FROM meta WHERE key = 'logged'),
(SELECT coalesce(max(clock), 0) FROM log WHERE clock < {LAST_CLOCK})"""
_KINDS = frozenset((REVIEW, FINDING))
_RATINGS = frozenset((1, 2, 3, 4))


class _End(NamedTuple):
    """How many rows a log ever got, and the clock of the last of them."""

    logged: int
    clock: int


def replay_file(path: Path, told: Told) -> Replayed:
    """Replay a progress file that another connection may be writing to."""
    with guarding(path), closing(look(path)) as connection:
        return replay(connection, parameters_in(connection), told)


def parameters_in(connection: sqlite3.Connection) -> Parameters:
    """Return the parameters that hold by the log that a connection reads."""
    set_by = read_entries(connection, (PLAN, PARAMETERS))
    # Of retractions a log may have very many, so only those of these entries are looked for.
    keys = tuple(entry.key for entry in set_by)
    retracted = read_entries(connection, (RETRACT,), keys) if keys else ()
    return parameters_of((*set_by, *retracted))


def reviews_of_file(path: Path, told: Told) -> tuple[list[tuple[str, int, int]], Weights]:
    """Return the reviews that stand (card, rating, time), in the log's order, and the weights."""
    with guarding(path), closing(look(path)) as connection:
        rows = _standing_rows(connection, _end(connection), told)
        reviews = [(row[7], row[8], row[3]) for row in rows if row[5] == REVIEW]
        return reviews, parameters_in(connection).weights


def replay(
    connection: sqlite3.Connection, parameters: Parameters, told: Told = lambda _share: None
) -> Replayed:
    """Return the memories that follow from the log, whatever stands in the table."""
    from studyapp.domain.schedule.forgetting import Forgetting

    end = _end(connection)
    review = Forgetting(parameters.weights, parameters.retention).review
    memories: dict[str, Memory] = {}
    for row in _standing_rows(connection, end, told):
        card, at_ms = row[7], row[3]
        known = memories.get(card)
        if row[5] == FINDING:
            memories[card] = called_in(known, at_ms)
        else:
            memories[card] = review(known, row[8], at_ms)
    # In the order of their table they are written in a quarter of the time.
    return Replayed(dict(sorted(memories.items())), parameters, end.logged)


def _end(connection: sqlite3.Connection) -> _End:
    [(logged, clock)] = connection.execute(_WHERE_IT_ENDS)
    return _End(int(logged), clock)


def _standing_rows(connection: sqlite3.Connection, end: _End, told: Told) -> Iterator[Row]:
    """Yield the rows of findings and rated reviews that nothing takes back, in the log's order."""
    retractions = read_entries(connection, (RETRACT,))
    retracted = {entry.subject for entry in retractions if entry.version <= VERSION}
    for row in _sound_rows(connection, end, told):
        known = row[6] <= VERSION and "#" in row[7] and (row[5] == FINDING or row[8] in _RATINGS)
        if known and f"{row[0]}:{row[1]}" not in retracted:
            yield row


def _sound_rows(connection: sqlite3.Connection, end: _End, told: Told) -> Iterator[Row]:
    """Yield the rows of reviews and findings, none that is damaged."""
    place, done = (-1, "", -1), 0
    while rows := connection.execute(_ROWS, (*place, end.clock)).fetchall():
        told(min(1.0, done / max(1, end.logged)))
        for row in rows:
            if row[5] in _KINDS and checksum(row[:-1]) == row[-1]:
                yield row
        device, seq, clock = rows[-1][:3]
        place, done = (clock, device, seq), done + len(rows)
