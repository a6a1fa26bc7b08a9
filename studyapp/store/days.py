"""What the log says of one day, and of cards that fail often, without replaying it."""

import sqlite3

from studyapp.domain.memory import Rating

# An answer that took longer than this was left lying.
_LONGEST_MS = 2 * 60_000
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
_TIME_OF_DAY = f"""
SELECT coalesce(sum(min(duration_ms, {_LONGEST_MS})), 0) FROM log AS one
WHERE type IN ('review', 'practice') AND version <= 1
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


def cards_met(connection: sqlite3.Connection, from_ms: int, offset_min: int) -> int:
    """Return how many cards were met for the first time in the day that began at a moment.

    What is first is told by the order of the log. Its day is told by its stamp, in UTC or by
    the clock on the wall (`offset_min` minutes ahead of UTC now), whichever lies in this day:
    one that begins twice is one day. A stamp more than a day ahead is of a wrong clock.
    """
    day = {"from_ms": from_ms, "local_ms": from_ms + offset_min * 60_000}
    [(count,)] = connection.execute(_FIRST_OF_DAY, day)
    return int(count)


def time_spent(connection: sqlite3.Connection, from_ms: int) -> int:
    """Return how many milliseconds the answers of the day took that began at a moment."""
    [(time,)] = connection.execute(_TIME_OF_DAY, {"from_ms": from_ms})
    return int(time)


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
