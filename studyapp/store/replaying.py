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
from studyapp.domain.memory import Memory, called_in
from studyapp.domain.parameters import PARAMETERS, Parameters, parameters_of
from studyapp.domain.plan import PLAN
from studyapp.store.log_rows import COLUMNS, Row, checksum, read_entries
from studyapp.store.progress_errors import guarding
from studyapp.store.progress_file import look

# Told from 0 to 1 how much is done; it may raise to stop the work.
Told = Callable[[float], object]

_BATCH = 5_000
# The index by clock gives the order, so that no batch waits for a sort of all the rest.
_ROWS = f"""SELECT {COLUMNS} FROM log INDEXED BY log_by_clock
WHERE (clock, device, seq) > (?, ?, ?) AND clock <= ? ORDER BY clock, device, seq LIMIT {_BATCH}"""
_END = f"""SELECT (SELECT value FROM meta WHERE key = 'logged'),
(SELECT coalesce(max(clock), 0) FROM log WHERE clock < {LAST_CLOCK})"""
_KINDS = frozenset((REVIEW, FINDING))
_RATINGS = frozenset((1, 2, 3, 4))


class Replayed(NamedTuple):
    """What follows from the first `logged` rows that a log ever got, with some parameters."""

    memories: dict[str, Memory]
    parameters: Parameters
    logged: int


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


def replay(
    connection: sqlite3.Connection, parameters: Parameters, told: Told = lambda _share: None
) -> Replayed:
    """Return the memories that follow from the log, whatever stands in the table."""
    from studyapp.domain.forgetting import Forgetting

    [(logged, last)] = connection.execute(_END)
    review = Forgetting(parameters.weights, parameters.retention).review
    memories: dict[str, Memory] = {}
    retracted = {
        entry.subject
        for entry in read_entries(connection, (RETRACT,))
        if entry.version <= VERSION
    }
    for row in _sound_rows(connection, last, int(logged), told):
        device, seq, _, at_ms, _, kind, version, card, rating = row[:9]
        if version > VERSION or "#" not in card or f"{device}:{seq}" in retracted:
            continue
        if kind == FINDING:
            memories[card] = called_in(memories.get(card), at_ms)
        elif rating in _RATINGS:
            memories[card] = review(memories.get(card), rating, at_ms)
    return Replayed(memories, parameters, int(logged))


def _sound_rows(
    connection: sqlite3.Connection, last: int, logged: int, told: Told
) -> Iterator[Row]:
    """Yield the rows of reviews and findings in the log's order, none that is damaged."""
    place, done = (-1, "", -1), 0
    while rows := connection.execute(_ROWS, (*place, last)).fetchall():
        told(done / max(1, logged))
        for row in rows:
            if row[5] in _KINDS and checksum(row[:-1]) == row[-1]:
                yield row
        device, seq, clock = rows[-1][:3]
        place, done = (clock, device, seq), done + len(rows)
