"""A sitting: what was answered since one sat down, and for how long."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.log import LogEntry
from studyapp.domain.schedule.memory import Rating

_MINUTE_MS = 60_000


class Done(NamedTuple):
    """So many answers, of which so many were right, in so many milliseconds of answering."""

    answers: int = 0
    right: int = 0
    ms: int = 0

    @property
    def minutes(self) -> int:
        """The whole minutes that it took: one at least."""
        return max(1, round(self.ms / _MINUTE_MS))


class Sitting:
    """The answers of one sitting, and their time: whoever is called away loses none.

    An answer that was left lying counts as in the statistics.
    """

    def __init__(self) -> None:
        """Sit down."""
        self._taken: dict[str, LogEntry] = {}

    def take(self, entry: LogEntry) -> None:
        """Take an answer that was kept; what is no answer counts for nothing."""
        self._taken[entry.key] = entry

    def take_back(self, entry: LogEntry) -> None:
        """Count an answer no more."""
        self._taken.pop(entry.key, None)

    def done(self) -> Done:
        """Return what was done by now."""
        from studyapp.domain.progress.statistics import is_answer, time_spent

        held = [entry for entry in self._taken.values() if is_answer(entry)]
        right = sum(entry.rating != Rating.AGAIN for entry in held)
        return Done(len(held), right, sum(map(time_spent, held)))

    def is_over(self, minutes: int) -> bool:
        """Say whether so many minutes are over; with 0, they never are."""
        return 0 < minutes * _MINUTE_MS <= self.done().ms
