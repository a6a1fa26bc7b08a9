"""How cards stand today: recalled, being learned or due, told in SQL.

Of a hundred thousand cards a `Memory` each would take longer than the sums themselves, and so do
their names: of a course in the table of decks cards are told by their ranks.
"""

import json
import sqlite3
from collections.abc import Sequence

from studyapp.domain.progress.state import State
from studyapp.domain.schedule.memory import DAY_MS

# (card, how it stands as one of `domain.progress.state.State`, days from today on which it is
# due: 0 or less is today, or by when it was due)
Standing = tuple[str, int, int]

# The rules of `domain.schedule.memory`: `is_due`, `is_recalled`. A trap is told by its facet.
_STANDINGS = f"""
SELECT card,
  (phase = 2 AND NOT due) + 2 * due + 4 * (NOT due AND phase <> 2 AND due_ms < :day_end)
  + 8 * (substr(card, -5) = '#does'),
  (due_ms - :day_start) / {DAY_MS}
FROM (
  SELECT card, phase, due_ms, due_ms <= max(:now, iif(phase = 2, :day_end - 1, :now))
    OR coalesce(last_ms, 0) > :now + {DAY_MS} AS due
  FROM memory {{which}}
)"""
_OF_SOME = "WHERE card IN (SELECT value FROM json_each(:cards))"
# Which of a course's cards stand how; `{due}` says which are due. Each begins with the part of the
# index by due day that it reads.
WITH_STATE = {
    State.RECALLED: "due_ms >= :day_end AND phase = 2 AND NOT {due}",
    State.DUE: "{due}",
    State.LATER: "due_ms > :now AND due_ms < :day_end AND phase <> 2 AND NOT {due}",
    State(0): "due_ms >= :day_end AND phase <> 2 AND NOT {due}",
}
# Of a whole course it is quicker to look up each day than to group cards by it.
BY_DAY = f"""WITH RECURSIVE days (day, ends) AS (
  SELECT 0, :day_end UNION ALL SELECT day + 1, ends + {DAY_MS} FROM days WHERE day < :last
)
SELECT day, (
  SELECT count(*) FROM deck INDEXED BY deck_by_due WHERE course = :course AND due_ms < ends
  AND due_ms >= iif(day, ends - {DAY_MS}, {-1 << 62})
) FROM days"""
BY_DAY_OF_TOPICS = f"""
SELECT max(0, (due_ms - :day_end + {DAY_MS}) / {DAY_MS}) AS day, count(*) FROM deck
WHERE course = :course AND topic IN (SELECT value FROM json_each(:topics)) AND due_ms IS NOT NULL
AND due_ms < :day_end + :last * {DAY_MS} GROUP BY day"""
_AT_RISK = """
WITH found AS (
  SELECT card, difficulty, (:now - last_ms) / stability AS risk
  FROM memory WHERE substr(card, -length(:ending)) = :ending
)
SELECT card FROM (SELECT card FROM found ORDER BY risk IS NULL DESC, risk DESC LIMIT :most)
UNION
SELECT card FROM (SELECT card FROM found ORDER BY difficulty DESC LIMIT :most)"""


def standings(
    connection: sqlite3.Connection, now_ms: int, day_end_ms: int, cards: Sequence[str] | None = None
) -> Sequence[Standing]:
    """Return how each card stands that is in the table of memories, or each of some cards."""
    values = {"now": now_ms, "day_end": day_end_ms, "day_start": day_end_ms - DAY_MS}
    query = _STANDINGS.format(which="" if cards is None else _OF_SOME)
    return connection.execute(query, values | {"cards": json.dumps(cards)}).fetchall()


def at_risk(connection: sqlite3.Connection, ending: str, now_ms: int, most: int) -> list[str]:
    """Return the cards whose ids have an ending, most at risk or most difficult first.

    Of both kinds at most so many; a card that a mistake has called in comes before all.
    """
    rows = connection.execute(_AT_RISK, {"ending": ending, "now": now_ms, "most": most})
    return [card for (card,) in rows]
