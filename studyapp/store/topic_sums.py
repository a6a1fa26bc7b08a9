"""What an edition of a course has by topic, kept so that no start counts it again.

It follows from the pack and from the table of decks, and is good for one edition.
"""

import json
import sqlite3
from typing import NamedTuple

# Goes up whenever the same edition gives other sums than before.
RULES = 1
_KEY = "topics of "
_WRONG = """
SELECT topics.key FROM meta, json_each(meta.value, '$.topics') AS topics
WHERE meta.key = ?1 || ?2 AND json_extract(topics.value, '$[0]') IS NOT coalesce(
  (SELECT count(*) - sum(waits) FROM deck WHERE course = ?2 AND topic = topics.key), 0
) ORDER BY topics.key"""
# Only of the edition that is in the table of decks.
_COURSES = """
SELECT substr(sums.key, length(?1) + 1) FROM meta AS sums
JOIN meta AS decks ON decks.key = 'deck of ' || substr(sums.key, length(?1) + 1)
WHERE substr(sums.key, 1, length(?1)) = ?1
AND decks.value LIKE '% ' || json_extract(sums.value, '$.edition')"""


class TopicSums(NamedTuple):
    """How many cards of a topic everybody meets, and how many boards it has."""

    asked: int = 0
    boards: int = 0


def kept(connection: sqlite3.Connection, course: str, edition: str) -> dict[str, TopicSums] | None:
    """Return the sums of an edition by topic, or None if they are not kept."""
    for (value,) in connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY + course,)):
        held = json.loads(value)
        if (held["rules"], held["edition"]) == (RULES, edition):
            return {topic: TopicSums._make(sums) for topic, sums in held["topics"].items()}
    return None


def keep(
    connection: sqlite3.Connection, course: str, edition: str, found: dict[str, TopicSums]
) -> None:
    """Keep the sums of an edition, within a transaction of the caller's."""
    value = json.dumps({"rules": RULES, "edition": edition, "topics": found})
    connection.execute("REPLACE INTO meta VALUES (?, ?)", (_KEY + course, value))


def wrong(connection: sqlite3.Connection) -> list[str]:
    """Return the topics of which other cards are counted than the table of decks has."""
    courses = connection.execute(_COURSES, (_KEY,)).fetchall()
    each = (connection.execute(_WRONG, (_KEY, course)) for (course,) in courses)
    return [topic for rows in each for (topic,) in rows]
