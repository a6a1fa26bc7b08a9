"""Digests of a pack: of its content, and of the search index as it lies in this very file.

The content digest is the same wherever and with whichever SQLite the pack was built. The
index digest is not, so it only proves that the index is as it was written.
"""

import hashlib
import sqlite3
from collections.abc import Iterable

from studyapp.store import schema

CONTENT, INDEX = "content_digest", "index_digest"
_OWN_KEYS = (CONTENT, INDEX)


def content_digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hex, of every table's rows in id order; its own row left out."""
    state = hashlib.sha256()
    for table in schema.TABLES:
        rows: Iterable[tuple[object, ...]] = connection.execute(
            f'SELECT * FROM "{table}" ORDER BY 1'
        )
        if table == "meta":
            rows = (row for row in rows if row[0] not in _OWN_KEYS)
        _add(state, table, rows)
    return state.hexdigest()


def index_digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hex, of the rows in which FTS5 keeps the index."""
    state = hashlib.sha256()
    for table in schema.SHADOW_TABLES:
        order = "1, 2" if table == "search_idx" else "1"
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}')
        _add(state, table, rows)
    return state.hexdigest()


def _add(state: "hashlib._Hash", table: str, rows: Iterable[tuple[object, ...]]) -> None:
    state.update(f"table {table}\n".encode())
    for row in rows:
        for value in row:
            data = value if isinstance(value, bytes) else str(value).encode()
            state.update(f"{type(value).__name__} {len(data)}\n".encode())
            state.update(data)
