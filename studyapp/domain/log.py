"""The student's log: append-only entries from which every state can be derived.

Entries are ordered by a hybrid logical clock, so that logs of two machines merge by union.
Source: Kulkarni et al., "Logical Physical Clocks" (2014).
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

COUNTER_BITS = 16
# Far beyond any date; a clock above it is a row that went bad, and must not stop the log.
LAST_CLOCK = 1 << 62
# What this program means by the entries it writes; higher ones it keeps and does not use.
VERSION = 1
RETRACT = "retract"
REVIEW = "review"
# An answer that moves no schedule.
PRACTICE = "practice"
FINDING = "finding"


class NewEntry(NamedTuple):
    """What is to be logged; `subject` is a full element id or a card id."""

    type: str
    subject: str
    payload: Mapping[str, object] = MappingProxyType({})
    rating: int | None = None
    grade: float | None = None
    duration_ms: int | None = None


class LogEntry(NamedTuple):
    """One logged entry; (`device`, `seq`) is its key, `clock` its place in the order."""

    device: str
    seq: int
    clock: int
    at_ms: int
    offset_min: int
    type: str
    version: int
    subject: str
    rating: int | None
    grade: float | None
    duration_ms: int | None
    payload: Mapping[str, object]

    @property
    def key(self) -> str:
        """Return the entry's key as one word, for use in other entries' payloads."""
        return f"{self.device}:{self.seq}"


def next_clock(last: int, now_ms: int) -> int:
    """Return a hybrid clock value above `last` and not behind `now_ms`, even if time ran back."""
    return max(last + 1, now_ms << COUNTER_BITS)


def understood(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """Return the entries without those of a version that this program does not know."""
    return tuple(entry for entry in entries if entry.version <= VERSION)


def standing(entries: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """Yield the entries that no `retract` entry takes back, and no `retract` entries.

    Entries of a version that this program does not know are passed over, retractions too.
    """
    kept = understood(entries)
    retracted = {entry.subject for entry in kept if entry.type == RETRACT}
    return (entry for entry in kept if entry.type != RETRACT and entry.key not in retracted)
