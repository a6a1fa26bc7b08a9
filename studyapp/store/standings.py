"""How cards stand today: recalled, being learned or due, told by the table of memories in SQL.

Of a hundred thousand cards a `Memory` each would take longer than the sums themselves.
"""

import sqlite3
from collections.abc import Sequence

from studyapp.domain.memory import DAY_MS

# (card, 1 if it was ever answered, 1 if it is recalled today, 1 if it is due now, due_ms)
Standing = tuple[str, int, int, int, int]

# The rules of `domain.memory`: `is_due`, `is_recalled`.
_STANDINGS = f"""
SELECT card, last_ms IS NOT NULL, phase = 2 AND NOT due, due, due_ms FROM (
  SELECT *, due_ms <= max(:now, iif(phase = 2, :day_end - 1, :now))
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
    values = {"now": now_ms, "day_end": day_end_ms}
    return connection.execute(_STANDINGS, values).fetchall()


def at_risk(connection: sqlite3.Connection, ending: str, now_ms: int, most: int) -> list[str]:
    """Return the cards whose ids have an ending, most at risk or most difficult first.

    Of both kinds at most so many; a card that a mistake has called in comes before all.
    """
    rows = connection.execute(_AT_RISK, {"ending": ending, "now": now_ms, "most": most})
    return [card for (card,) in rows]
