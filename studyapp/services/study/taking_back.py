"""What can be taken back: what was done here today, whatever topic or window it was done in."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from studyapp.domain.log import PRACTICE, RETRACT, REVIEW, LogEntry, NewEntry
from studyapp.store.progress import Progress


class TakingBack:
    """The answers and decisions of today on this device, the last one at the end.

    Of what was done before the session, only answers are known: what else the log has may have
    been done elsewhere in the window.
    """

    def __init__(self, progress: Progress, since_ms: int) -> None:
        """Begin with what `progress` says was answered since the day began."""
        self._progress = progress
        self._done = list(progress.own_since((REVIEW, PRACTICE), since_ms))

    def add(self, entries: Iterable[LogEntry]) -> None:
        """Remember what was just logged."""
        self._done += entries

    def last(self, courses: Collection[str]) -> LogEntry | None:
        """Return what would be taken back, in some courses."""
        known = (each for each in reversed(self._done) if _course(each) in courses)
        return next(known, None)

    def take_back(self, entry: LogEntry) -> None:
        """Take something back: that is on the disk when this returns."""
        self._progress.append(NewEntry(RETRACT, entry.key))
        self._done.remove(entry)


def _course(entry: LogEntry) -> str:
    return entry.subject.partition("/")[0]
