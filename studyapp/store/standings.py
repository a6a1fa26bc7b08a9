"""How cards stand today: recalled, being learned or due, told by the table of memories in SQL.

Of a hundred thousand cards a `Memory` each would take longer than the sums themselves.
"""

import sqlite3
from collections.abc import Sequence

from studyapp.domain.memory import DAY_MS

# (card, how it stands as one of `domain.figures.State`, days from today on which it is due: 0 or
# less is today, or by when it was due)
Standing = tuple[str, int, int]

# The rules of `domain.memory`: `is_due`, `is_recalled`. A trap is told by its facet.
_STANDINGS = f"""
SELECT card,
  (phase = 2 AND NOT due) + 2 * due + 4 * (NOT due AND phase <> 2 AND due_ms < :day_end)
  + 8 * (substr(card, -5) = '#does'),
  (due_ms - :day_start) / {DAY_MS}
FROM (
  SELECT card, phase, due_ms, due_ms <= max(:now, iif(phase = 2, :day_end - 1, :now))
    OR coalesce(last_ms, 0) > :now + {DAY_MS} AS due
  FROM memory
)"""
_AT_RISK = """
WITH found AS (
  SELECT card, difficulty, (:now - last_ms) / stability AS risk
  FROM memory WHERE substr(card, -length(:ending)) = :ending
)
SELECT card FROM (SELECT card FROM found ORDER BY risk IS NULL DESC, risk DESC LIMIT :most)
UNION
SELECT card FROM (SELECT card FROM found ORDER BY difficulty DESC LIMIT :most)"""


def standings(connection: sqlite3.Connection, now_ms: int, day_end_ms: int) -> Sequence[Standing]:
    """Return how each card stands that is in the table of memories."""
    values = {"now": now_ms, "day_end": day_end_ms, "day_start": day_end_ms - DAY_MS}
    return connection.execute(_STANDINGS, values).fetchall()


def at_risk(connection: sqlite3.Connection, ending: str, now_ms: int, most: int) -> list[str]:
    """Return the cards whose ids have an ending, most at risk or most difficult first.

    Of both kinds at most so many; a card that a mistake has called in comes before all.
    """
    rows = connection.execute(_AT_RISK, {"ending": ending, "now": now_ms, "most": most})
    return [card for (card,) in rows]
