"""Log entries as rows and back, with a checksum over everything a row says."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from studyapp.domain.log import RETRACT, LogEntry

_NAMES = (
    "device seq clock at_ms offset_min type version subject rating grade duration_ms payload"
).split()
COLUMNS = ", ".join((*_NAMES, "checksum"))
INSERT = f"INSERT INTO log ({COLUMNS}) VALUES ({', '.join('?' * (len(_NAMES) + 1))})"
# `json.dumps` makes an encoder for each call.
_ENCODE = json.JSONEncoder(sort_keys=True).encode

# SQLite takes so many values in one statement on any system.
_FEW = 500
# The plus keeps SQLite from looking through all retractions.
_RETRACTED = """SELECT DISTINCT subject FROM log WHERE +type = 'retract'
AND subject IN (SELECT value FROM json_each(?))"""

Row = tuple[Any, ...]


def to_row(entry: LogEntry) -> Row:
    """Return an entry as a row, its payload as JSON.

    What SQLite would change on the way (a whole number in a REAL column, half a surrogate pair)
    is written so that it comes back as it went, or the checksum would not hold.
    """
    *before, grade, took, payload = entry
    kept = None if grade is None else float(grade)
    row = (*before, kept, took, _ENCODE(dict(payload)))
    return (*row, checksum(row))


def from_row(row: Row) -> LogEntry | None:
    """Return a row as an entry, or None if it is not what was written."""
    if checksum(row[:-1]) != row[-1]:
        return None
    fields = dict(zip(_NAMES, row, strict=False))
    return LogEntry(**fields | {"payload": json.loads(row[-2])})


def checksum(values: Row) -> int:
    """Return the CRC-32 of a row's values, as a list in JSON.

    Written by hand: `json.dumps` makes an encoder each time, and a log may have a million rows.
    """
    device, seq, clock, at_ms, offset, kind, version, subject, rating, grade, took, payload = values
    rating = "null" if rating is None else rating
    grade = "null" if grade is None else grade
    took = "null" if took is None else took
    text = (
        f"[{quoted(device)}, {seq}, {clock}, {at_ms}, {offset}, {quoted(kind)}, {version}, "
        f"{quoted(subject)}, {rating}, {grade}, {took}, {quoted(payload)}]"
    )
    return zlib.crc32(text.encode())


def read_entries(
    connection: sqlite3.Connection,
    types: Sequence[str] = (),
    subjects: Sequence[str] = (),
    keys: Sequence[str] | None = None,
) -> tuple[LogEntry, ...]:
    """Return the sound entries of some types, subjects and keys (all, if none are named).

    They come in clock order; a row whose checksum does not hold is left out.
    """
    # A sign before a column keeps SQLite from its index: of a type a log may have a million rows.
    by_name = "+" if subjects or keys is not None else ""
    conditions = [
        f"{column} IN ({', '.join('?' * len(values))})"
        for column, values in ((f"{by_name}type", types), ("subject", subjects))
        if values
    ]
    pairs = dict.fromkeys(tuple(key.split(":", 1)) for key in keys or () if ":" in key)
    wanted, source = "", "log"
    if keys is not None:
        if not pairs:
            return ()
        # `IN` would have SQLite look through the whole log; so it looks up key by key.
        wanted = f"WITH wanted (by, number) AS (VALUES {', '.join(['(?, ?)'] * len(pairs))}) "
        source = "wanted CROSS JOIN log ON device = by AND seq = number"
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(
        f"{wanted}SELECT {COLUMNS} FROM {source}{where} ORDER BY {by_name}clock, device, seq",
        (*(part for pair in pairs for part in pair), *types, *subjects),
    )
    return tuple(entry for entry in map(from_row, rows) if entry)


def retracts_of(connection: sqlite3.Connection, rows: Sequence[Row]) -> tuple[LogEntry, ...]:
    """Return the sound entries that take some rows back.

    Of many rows few are taken back, so which ones is looked up before what does it.
    """
    keys = json.dumps([f"{device}:{seq}" for device, seq, *_ in rows])
    found = [key for (key,) in connection.execute(_RETRACTED, (keys,))]
    batches = (found[at : at + _FEW] for at in range(0, len(found), _FEW))
    return tuple(each for few in batches for each in read_entries(connection, (RETRACT,), few))
