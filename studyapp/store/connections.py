"""Connections to SQLite files: packs read-only and hardened, and errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from studyapp.domain.messages import N_
from studyapp.errors import PackError

# The system keeps the file's pages anyway; SQLite would keep 2 MB of them for each connection.
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "cache_size = -256")
LONGEST_VALUE = 16 * 1024 * 1024


def read_only(path: Path) -> sqlite3.Connection:
    """Open a file that nobody may change, trusting nothing in it.

    `immutable` spares the locks, so packs on read-only media and network shares open too; it is
    safe because an installed pack is never written to. Foreign functions in its schema stay off.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.isolation_level = None
    with kept(connection):
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    return connection


@contextmanager
def kept(connection: sqlite3.Connection) -> Iterator[None]:
    """Leave a connection open, unless what is first done with it fails."""
    with ExitStack() as held:
        held.enter_context(closing(connection))
        yield
        held.pop_all()


@contextmanager
def guarding(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a bad pack into one sentence that names the file."""
    try:
        yield
    except (sqlite3.DatabaseError, OverflowError, UnicodeError, ValueError, KeyError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> PackError:
    """Return the error for a pack whose content cannot be trusted."""
    return PackError(
        N_("The course file “{file}” is damaged. Get it again from where it came from."), file=path
    )
