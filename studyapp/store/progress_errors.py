"""What SQLite or the system says of a progress file, as one sentence that names it."""

import sqlite3
from pathlib import Path
from types import TracebackType

from studyapp.domain.messages import N_
from studyapp.errors import ProgressError

_DAMAGED = N_(
    "The progress file “{file}” is damaged. It was left as it is; put a copy of it in its place."
)
_SENTENCES = {
    sqlite3.SQLITE_FULL: N_("The disk is full: nothing more can be kept in “{file}”."),
    sqlite3.SQLITE_READONLY: N_("The progress file “{file}” may not be written to."),
    sqlite3.SQLITE_CANTOPEN: N_("The progress file “{file}” cannot be opened."),
    sqlite3.SQLITE_PERM: N_("The progress file “{file}” may not be read."),
    sqlite3.SQLITE_IOERR: N_("The disk failed with “{file}”; the last step was not kept."),
    sqlite3.SQLITE_BUSY: N_("Another program is using “{file}”."),
    sqlite3.SQLITE_LOCKED: N_("Another program is using “{file}”."),
}


class guarding:  # noqa: N801  used like a function; every look at the file enters one
    """Raise ProgressError for what the surroundings did; our own mistakes pass through."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        """Name the file in what is raised."""
        self._path = path

    def __enter__(self) -> None:
        """Guard from here on."""

    def __exit__(
        self, _kind: object, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Say in a sentence what has happened, if anything has."""
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            return
        if isinstance(error, sqlite3.Error):
            sentence = _SENTENCES.get(code_of(error), _DAMAGED)
            raise ProgressError(sentence, file=self._path) from error
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            raise ProgressError(
                N_("Your progress cannot be kept in “{file}”: {reason}."),
                file=self._path,
                reason=reason,
            ) from error


def code_of(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code, or -1 where the module raised the error itself."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF
