"""What is read of a progress file's log and its tables, with nothing written."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.log import COUNTER_BITS, LAST_CLOCK, LogEntry
from studyapp.store.days import (
    cards_met,
    failed_since,
    often_failed,
    own_since,
    slips,
    time_spent,
)
from studyapp.store.log_rows import COLUMNS, checksum, read_entries
from studyapp.store.progress_errors import guarding
from studyapp.store.standings import Standing, at_risk, standings

if TYPE_CHECKING:
    from studyapp.domain.progress.statistics import Sums

_LAST_ANSWERS = """
SELECT rating, duration_ms, NOT EXISTS (
  SELECT 1 FROM log AS earlier WHERE +earlier.type = 'review' AND earlier.subject = log.subject
  AND (earlier.clock, earlier.device, earlier.seq) < (log.clock, log.device, log.seq)
)
FROM log WHERE type = 'review' AND version <= 1 AND rating IS NOT NULL AND duration_ms > 0
ORDER BY clock DESC LIMIT ?"""
_ANSWERED = """
SELECT subject FROM log AS answer WHERE type = 'review' AND version <= 1 AND clock >= ?
AND NOT EXISTS (
  SELECT 1 FROM log WHERE +type = 'retract' AND subject = answer.device || ':' || answer.seq
) ORDER BY clock DESC LIMIT ?"""

_NEWEST = "SELECT at_ms FROM log WHERE clock < ? ORDER BY clock DESC, device DESC, seq DESC LIMIT 1"


class ProgressReading:
    """The half of an open progress file that asks; `Progress` is the whole."""

    def __init__(self, path: Path, connection: sqlite3.Connection, device: str) -> None:
        """Read by a connection; `device` is "" where nothing can be kept."""
        self.path, self.device, self._connection = path, device, connection

    def entries(
        self, types: Sequence[str] = (), subjects: Sequence[str] = ()
    ) -> tuple[LogEntry, ...]:
        """Return the sound entries of some types and subjects (all, if none are named), in order.

        A row whose checksum does not hold is left out here and named by `damaged_entries`.
        """
        with guarding(self.path):
            return read_entries(self._connection, types, subjects)

    def entries_named(self, keys: Sequence[str]) -> tuple[LogEntry, ...]:
        """Return the entries of some keys (`device:seq`)."""
        with guarding(self.path):
            return read_entries(self._connection, keys=keys)

    def damaged_entries(self) -> tuple[str, ...]:
        """Return the keys (`device:seq`) of the rows whose checksum does not hold."""
        with guarding(self.path):
            rows = self._connection.execute(f"SELECT {COLUMNS} FROM log")
            return tuple(f"{row[0]}:{row[1]}" for row in rows if checksum(row[:-1]) != row[-1])

    def count(self) -> int:
        """Return how many entries the log has, whether sound or not."""
        with guarding(self.path):
            [(count,)] = self._connection.execute("SELECT count(*) FROM log")
        return int(count)

    def newest_ms(self) -> int:
        """Return when the last entry in the log's order was made; 0 if there is none."""
        with guarding(self.path):
            row = self._connection.execute(_NEWEST, (LAST_CLOCK,)).fetchone()
        return int(row[0]) if row else 0

    def answered_since(self, at_ms: int, most: int) -> tuple[str, ...]:
        """Return the cards that were answered last since a moment, the last one at the end."""
        with guarding(self.path):
            rows = self._connection.execute(_ANSWERED, (at_ms << COUNTER_BITS, most)).fetchall()
        return tuple(card for (card,) in reversed(rows))

    def counted_of(self, cards: Sequence[str], turnover_min: int) -> Sums:
        """Return what was done by day with some cards."""
        # No figure of the study is needed to start.
        from studyapp.store import study_sums

        with guarding(self.path):
            return study_sums.sums_of_cards(self._connection, cards, turnover_min)

    def standings(
        self, now_ms: int, day_end_ms: int, cards: Sequence[str] | None = None
    ) -> Sequence[Standing]:
        """Return how each card stands that was ever met or called in, or each of some cards."""
        with guarding(self.path):
            return standings(self._connection, now_ms, day_end_ms, cards)

    def at_risk(self, ending: str, now_ms: int, most: int) -> Sequence[str]:
        """Return at most so many cards with an ending, the most at risk and the most difficult."""
        with guarding(self.path):
            return at_risk(self._connection, ending, now_ms, most)

    def first_reviews_since(self, at_ms: int, offset_min: int) -> int:
        """Return how many cards were met for the first time in the day that began at a moment.

        One that begins twice, by a change of the clock on the wall, is one day.
        """
        with guarding(self.path):
            return cards_met(self._connection, at_ms, offset_min)

    def often_failed(self, times: int, card: str | None = None) -> frozenset[str]:
        """Return the cards that were rated Again so many times or more, in reviews that stand.

        Only a `card` that is named is looked at, if one is: that takes no time at all.
        """
        with guarding(self.path):
            return often_failed(self._connection, times, card)

    def slips(self, cards: Sequence[str]) -> Counter[tuple[str, str]]:
        """Count by (card, type of entry) the ratings Again and the findings that stand."""
        with guarding(self.path):
            return slips(self._connection, cards)

    def failed_since(self, at_ms: int) -> frozenset[str]:
        """Return the cards that were rated Again since a moment, in reviews that stand."""
        with guarding(self.path):
            return failed_since(self._connection, at_ms)

    def own_since(self, types: Sequence[str], at_ms: int) -> tuple[LogEntry, ...]:
        """Return what was logged on this device since a moment, of some types, and stands."""
        with guarding(self.path):
            return own_since(self._connection, types, at_ms, self.device)

    def time_since(self, at_ms: int, course: str = "") -> int:
        """Return how many milliseconds the answers of the day took that began at a moment.

        Only those in one `course` count, if it is named.
        What was left lying does not count: see `domain.progress.statistics.time_spent`.
        """
        with guarding(self.path):
            return time_spent(self._connection, at_ms, f"{course}/" if course else "")

    def last_answers(self, count: int) -> tuple[tuple[int, int, bool], ...]:
        """Return the last answers: rating, milliseconds, and whether it was a card's first."""
        with guarding(self.path):
            rows = self._connection.execute(_LAST_ANSWERS, (count,)).fetchall()
        return tuple((rating, taken, bool(first)) for rating, taken, first in rows)

    def integrity(self) -> bool:
        """Say whether SQLite finds the file sound."""
        with guarding(self.path):
            return self._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
