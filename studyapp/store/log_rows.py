"""Log entries as rows and back, with a checksum over everything a row says."""

import json
import zlib
from typing import Any

from studyapp.domain.log import LogEntry

_NAMES = (
    "device seq clock at_ms offset_min type version subject rating grade duration_ms payload"
).split()
COLUMNS = ", ".join((*_NAMES, "checksum"))
INSERT = f"INSERT INTO log ({COLUMNS}) VALUES ({', '.join('?' * (len(_NAMES) + 1))})"

Row = tuple[Any, ...]


def to_row(entry: LogEntry) -> Row:
    """Return an entry as a row, its payload as JSON."""
    values = [getattr(entry, name) for name in _NAMES[:-1]]
    payload = json.dumps(entry.payload, ensure_ascii=False, sort_keys=True)
    row = (*values, payload)
    return (*row, checksum(row))


def from_row(row: Row) -> LogEntry | None:
    """Return a row as an entry, or None if it is not what was written."""
    if checksum(row[:-1]) != row[-1]:
        return None
    fields = dict(zip(_NAMES, row, strict=False))
    return LogEntry(**fields | {"payload": json.loads(row[-2])})


def checksum(values: Row) -> int:
    """Return the CRC-32 of a row's values."""
    return zlib.crc32(json.dumps(values, ensure_ascii=False).encode())
