"""What the log says of one day, and of cards that fail often, without replaying it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from studyapp.domain.log import COUNTER_BITS, VERSION, LogEntry
from studyapp.domain.schedule.memory import Rating
from studyapp.store.log_rows import COLUMNS, checksum, from_row, retracts_of

# The plus keeps SQLite from looking through all reviews for the earlier ones of each card.
_FIRST_OF_DAY = """
SELECT count(*) FROM log AS first
WHERE type = 'review' AND version <= 1 AND clock >= (:from_ms - 2 * 86400000) << 16
AND (
  at_ms BETWEEN :from_ms AND :from_ms + 2 * 86400000 - 1
  OR at_ms + offset_min * 60000 BETWEEN :local_ms AND :local_ms + 2 * 86400000 - 1
)
AND NOT EXISTS (
  SELECT 1 FROM log WHERE +type = 'retract' AND subject = first.device || ':' || first.seq
) AND NOT EXISTS (
  SELECT 1 FROM log AS earlier WHERE +type = 'review' AND version <= 1 AND subject = first.subject
  AND (clock, device, seq) < (first.clock, first.device, first.seq)
  AND NOT EXISTS (
    SELECT 1 FROM log WHERE +type = 'retract' AND subject = earlier.device || ':' || earlier.seq
  )
)"""
_ANSWERS_OF_DAY = f"""
SELECT {COLUMNS} FROM log AS one WHERE type IN ('review', 'practice')
AND clock >= :from_ms << 16 AND at_ms BETWEEN :from_ms AND :from_ms + 2 * 86400000 - 1
AND NOT EXISTS (
  SELECT 1 FROM log WHERE +type = 'retract' AND subject = one.device || ':' || one.seq
)"""

_REVIEWS = "type = 'review'"
_OFTEN_FAILED = """
SELECT subject FROM log AS failed WHERE {about} AND version <= 1 AND rating = ?
AND NOT EXISTS (
  SELECT 1 FROM log WHERE +type = 'retract' AND subject = failed.device || ':' || failed.seq
) GROUP BY subject HAVING count(*) >= ?"""

# By subject alone: there are few entries of a card, and very many of a type.
_SLIPS = f"""
SELECT {COLUMNS} FROM log WHERE (+type = 'review' AND rating = ? OR +type = 'finding')
AND version <= {VERSION} AND subject IN (SELECT value FROM json_each(?))"""
_FAILED_SINCE = f"""
SELECT DISTINCT subject FROM log AS failed WHERE {_REVIEWS} AND version <= 1 AND rating = ?
AND clock >= ? AND NOT EXISTS (
  SELECT 1 FROM log WHERE type = 'retract' AND subject = failed.device || ':' || failed.seq
)"""
_OWN_SINCE = """
SELECT {columns} FROM log AS own WHERE type IN ({types}) AND version <= 1 AND clock >= ?
AND at_ms >= ? AND device = ? AND NOT EXISTS (
  SELECT 1 FROM log WHERE type = 'retract' AND subject = own.device || ':' || own.seq
) ORDER BY clock, seq"""


def cards_met(connection: sqlite3.Connection, from_ms: int, offset_min: int) -> int:
    """Return how many cards were met for the first time in the day that began at a moment.

    What is first is told by the order of the log. Its day is told by its stamp, in UTC or by
    the clock on the wall (`offset_min` minutes ahead of UTC now), whichever lies in this day:
    one that begins twice is one day. A stamp more than a day ahead is of a wrong clock.
    """
    day = {"from_ms": from_ms, "local_ms": from_ms + offset_min * 60_000}
    [(count,)] = connection.execute(_FIRST_OF_DAY, day)
    return int(count)


def time_spent(connection: sqlite3.Connection, from_ms: int, beginning: str = "") -> int:
    """Return how many milliseconds the answers of the day took that began at a moment.

    Only answers to cards count whose ids have this `beginning`.
    """
    # Asked for only by whoever studies so many minutes a day.
    from studyapp.domain.progress import statistics

    rows = connection.execute(_ANSWERS_OF_DAY, {"from_ms": from_ms})
    entries = (entry for entry in map(from_row, rows) if entry)
    answers = (each for each in entries if each.subject.startswith(beginning))
    return sum(statistics.time_spent(entry) for entry in answers if statistics.is_answer(entry))


def often_failed(
    connection: sqlite3.Connection, times: int, card: str | None = None
) -> frozenset[str]:
    """Return the cards that were rated Again so many times or more, in reviews that stand.

    Only a `card` that is named is looked at, if one is: that takes no time at all.
    """
    # The plus keeps SQLite from looking through all reviews for those of a card.
    about, values = ("+type = 'review' AND subject = ?", (card,)) if card else (_REVIEWS, ())
    rows = connection.execute(
        _OFTEN_FAILED.format(about=about), (*values, int(Rating.AGAIN), times)
    )
    return frozenset(row[0] for row in rows)


def slips(connection: sqlite3.Connection, cards: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count by (card, type of entry) the ratings Again and the findings of boards that stand."""
    rows = connection.execute(_SLIPS, (int(Rating.AGAIN), json.dumps(cards))).fetchall()
    retracts = (each for each in retracts_of(connection, rows) if each.version <= VERSION)
    taken_back = {each.subject for each in retracts}
    sound = (row for row in rows if checksum(row[:-1]) == row[-1])
    return Counter((row[7], row[5]) for row in sound if f"{row[0]}:{row[1]}" not in taken_back)


def failed_since(connection: sqlite3.Connection, at_ms: int) -> frozenset[str]:
    """Return the cards that were rated Again since a moment, in reviews that stand."""
    rows = connection.execute(_FAILED_SINCE, (int(Rating.AGAIN), at_ms << COUNTER_BITS))
    return frozenset(card for (card,) in rows)


def own_since(
    connection: sqlite3.Connection, types: Sequence[str], at_ms: int, device: str
) -> tuple[LogEntry, ...]:
    """Return the entries of some types that a device wrote since a moment and that stand."""
    query = _OWN_SINCE.format(columns=COLUMNS, types=", ".join("?" * len(types)))
    rows = connection.execute(query, (*types, at_ms << COUNTER_BITS, at_ms, device))
    return tuple(entry for entry in map(from_row, rows) if entry)
