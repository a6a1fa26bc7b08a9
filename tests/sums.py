"""The figures of a log, counted entry by entry."""

from collections.abc import Iterable

from studyapp.domain.log import LogEntry
from studyapp.domain.progress.statistics import Counting, Sums


def sums_of(entries: Iterable[LogEntry], turnover_min: int) -> Sums:
    """Return the sums of entries in the log's order, of which none is taken back."""
    counting = Counting(turnover_min)
    for entry in entries:
        counting.count(entry[3:11], entry.payload)
    return counting.sums
