"""The file of a course pack: whether it is one, what stands on its cover, and its rows."""

import sqlite3
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.messages import N_
from studyapp.errors import PackError
from studyapp.store import schema
from studyapp.store.connections import damaged, guarding, kept, read_only

if TYPE_CHECKING:
    from studyapp.domain.course import CourseInfo

_HEADER = b"SQLite format 3\0"
LARGEST = 512 * 1024 * 1024


def opened(path: Path) -> sqlite3.Connection:
    """Open a pack's file; PackError in one sentence if it is missing, foreign, newer or damaged."""
    _check_file(path)
    with guarding(path):
        connection = read_only(path)
        with kept(connection):
            _check_kind(connection, path)
    return connection


class PackFile:
    """One open pack: closed, verified, and asked for its rows."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Read from an open connection; `opened` makes one."""
        self.path = path
        self._connection = connection
        # A pack that is let go of lets go of its file; one that is closed does so only once,
        # because what a thread has closed may be let go of by another.
        self._close = weakref.finalize(self, connection.close)

    def close(self) -> None:
        """Close the file."""
        self._close()

    def verify(self) -> None:
        """Check schema, pages and checksums; PackError if anything is not as it was built."""
        from studyapp.store.verifying import verify

        with guarding(self.path):
            if not verify(self._connection):
                raise damaged(self.path)

    @property
    def digest(self) -> str:
        """The content digest that the pack claims; `verify` says whether it is true."""
        with guarding(self.path):
            return self._meta("content_digest")["content_digest"]

    @property
    def info(self) -> "CourseInfo":
        """What stands on the cover."""
        from studyapp.domain.course import CourseInfo

        meta = self._meta(*CourseInfo.__match_args__)
        with guarding(self.path):
            return CourseInfo(**{name: meta[name] for name in CourseInfo.__match_args__})

    def cover(self) -> dict[str, str]:
        """Return what stands on the cover by name, for those who need no more than that."""
        names = ("id", "title", "edition")
        meta = self._meta(*names)
        with guarding(self.path):
            return {name: meta[name] for name in names}

    def _meta(self, *names: str) -> dict[str, str]:
        # Tasks and the wordings of factors stand there too, and may be many.
        marks = ", ".join("?" * len(names))
        return dict(self._all(f"SELECT key, value FROM meta WHERE key IN ({marks})", *names))

    def _all(self, query: str, *values: str) -> list[tuple]:  # type: ignore[type-arg]
        with guarding(self.path):
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: str) -> tuple:  # type: ignore[type-arg]
        rows = self._all(query, *values)
        if not rows:
            raise damaged(self.path)
        return rows[0]


def _check_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise PackError(N_("There is no course file “{file}”."), file=path) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PackError(
            N_("The course file “{file}” cannot be read: {reason}."), file=path, reason=reason
        ) from error
    if not head.startswith(_HEADER) or len(head) < 100:
        raise PackError(N_("“{file}” is not a course file."), file=path)
    if size > LARGEST:
        raise PackError(N_("The course file “{file}” is larger than 512 MB."), file=path)


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    [(application,)] = connection.execute("PRAGMA application_id")
    [(version,)] = connection.execute("PRAGMA user_version")
    if application != schema.APPLICATION_ID:
        raise PackError(N_("“{file}” is not a course file."), file=path)
    if version > schema.VERSION:
        raise PackError(
            N_(
                "The course file “{file}” was made by a newer StudyApp. Update StudyApp to open it."
            ),
            file=path,
        )
    if version < 1:
        raise damaged(path)
