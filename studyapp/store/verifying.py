"""The full check of a pack: its schema, its pages, its content and its index."""

import sqlite3

from studyapp.store import schema
from studyapp.store.digest import CONTENT_SUM, INDEX_SUM, content_checksum, index_checksum


def verify(connection: sqlite3.Connection) -> bool:
    """Say whether a pack is exactly what was built; sqlite3.DatabaseError if it is unreadable."""
    return (
        _schema_is_allowed(connection)
        # quick_check does not hold the indexes against their tables, and rows would go missing.
        and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and _checksums_hold(connection)
    )


def _schema_is_allowed(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    # The indexes that SQLite makes for primary keys have names of its own and no text.
    rows = [row for row in rows if not (row[1].startswith("sqlite_autoindex_") and row[3] is None)]
    own = {name: sql for _, name, _, sql in rows if name not in schema.SHADOW_TABLES}
    if own != schema.ALLOWED:
        return False
    shadows = [row for row in rows if row[1] in schema.SHADOW_TABLES]
    return len(shadows) == len(schema.SHADOW_TABLES) and all(
        kind == "table" and str(sql).startswith(f"CREATE TABLE '{name}'(")
        for kind, name, _, sql in shadows
    )


def _checksums_hold(connection: sqlite3.Connection) -> bool:
    claimed = dict(connection.execute("SELECT key, value FROM meta"))
    return claimed.get(CONTENT_SUM) == content_checksum(connection) and claimed.get(
        INDEX_SUM
    ) == index_checksum(connection)
