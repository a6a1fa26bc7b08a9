"""What says which pack this is, and what says whether it is whole.

The digest of the content is the same wherever and with whichever SQLite the pack was built; it
tells one edition from another. The checksums find damage. They are not digests, because OpenSSL,
which Python's hashlib brings, takes 5 MB of memory for as long as the window is open.
"""

import sqlite3
import zlib
from collections.abc import Iterator

from studyapp.store import schema

DIGEST, CONTENT_SUM, INDEX_SUM = "content_digest", "content_checksum", "index_checksum"


def content_digest(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hex, of every table's rows in id order; these sums left out."""
    import hashlib

    state = hashlib.sha256()
    for part in _content(connection, (DIGEST, CONTENT_SUM, INDEX_SUM)):
        state.update(part)
    return state.hexdigest()


def content_checksum(connection: sqlite3.Connection) -> str:
    """Return the CRC-32, in hex, of the same rows and of the digest."""
    return _checksum(_content(connection, (CONTENT_SUM, INDEX_SUM)))


def index_checksum(connection: sqlite3.Connection) -> str:
    """Return the CRC-32, in hex, of the rows in which FTS5 keeps the index in this very file."""
    return _checksum(_index(connection))


def _checksum(parts: Iterator[bytes]) -> str:
    total = 0
    for part in parts:
        total = zlib.crc32(part, total)
    return f"{total:08x}"


def _content(connection: sqlite3.Connection, left_out: tuple[str, ...]) -> Iterator[bytes]:
    for table in schema.TABLES:
        yield f"table {table}\n".encode()
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY 1'):
            if table != "meta" or row[0] not in left_out:
                yield from map(_framed, row)


def _index(connection: sqlite3.Connection) -> Iterator[bytes]:
    for table in schema.SHADOW_TABLES:
        yield f"table {table}\n".encode()
        order = "1, 2" if table == "search_idx" else "1"
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}'):
            yield from map(_framed, row)


def _framed(value: object) -> bytes:
    data = value if isinstance(value, bytes) else str(value).encode()
    return f"{type(value).__name__} {len(data)}\n".encode() + data
