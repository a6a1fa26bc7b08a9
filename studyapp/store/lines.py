"""The cards of each course beside what is known of them, so that a long line need not be read.

The table `deck` follows from a course's pack and from `memory`: triggers keep it up with the one,
`fit` makes it anew for another edition. Of a large course that takes seconds: then its rows are
laid out on a thread, and written a step at a time. A window that only reads has a temporary table.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import NamedTuple

from studyapp.domain import cards
from studyapp.domain.cards import Facet
from studyapp.domain.ids import card_id
from studyapp.domain.log import COUNTER_BITS
from studyapp.domain.progress.state import State
from studyapp.domain.schedule.memory import DAY_MS, Memory
from studyapp.domain.schedule.new_order import Row
from studyapp.domain.schedule.siblings import Kin, Place
from studyapp.store.progress_errors import guarding
from studyapp.store.progress_file import look
from studyapp.store.standings import BY_DAY, BY_DAY_OF_TOPICS, WITH_STATE

# Goes up whenever the same course gives another table than before.
RULES = 1
_MADE_BY = (
    "SELECT sql FROM main.sqlite_schema WHERE tbl_name = 'deck' AND sql <> ''"
    " OR type = 'trigger' AND tbl_name = 'memory' ORDER BY tbl_name, type DESC"
)
_TO_TEMPORARY = re.compile("^(CREATE (?:TABLE|INDEX|UNIQUE INDEX|TRIGGER)) ")
_INSERT = """INSERT INTO deck
SELECT ?1, ?2, ?3, ?4, ?5, ?6, phase, step, stability, difficulty, due_ms, last_ms
FROM (SELECT 1) LEFT JOIN memory ON memory.card = ?3"""
# As `domain.schedule.memory.is_due` and `domain.schedule.queue.risk_today` have it.
_IS_DUE = "(due_ms < :day_end AND (phase = 2 OR due_ms <= :now))"
# Where an answer claims to be from tomorrow or later, its card is due as well.
_IS_DUE_BY_A_WRONG_CLOCK = f"({_IS_DUE} OR coalesce(last_ms, 0) > :now + {DAY_MS})"
_RISK = f"""CASE WHEN stability IS NULL OR last_ms IS NULL THEN 9e999 ELSE max(
  0, iif(phase <> 2 AND due_ms >= :day_end - {DAY_MS}, due_ms, :day_end) - last_ms
) / stability END"""
_IS_NEW = "due_ms IS NULL AND NOT waits"
_KNOWN = "phase, step, stability, difficulty, due_ms, last_ms"
_COLUMNS = f"rank, card, topic, kin, {_KNOWN}"
_STANDING = "rank, card, topic, due_ms IS NOT NULL, stability, difficulty, last_ms"
_WRONG = f"""SELECT deck.card FROM main.deck LEFT JOIN main.memory USING (card) WHERE
({", ".join(f"deck.{name}" for name in _KNOWN.split(", "))}) IS NOT
({", ".join(f"memory.{name}" for name in _KNOWN.split(", "))}) ORDER BY deck.card"""
_INDEX = {
    _IS_NEW: "INDEXED BY deck_new",
    "card IN": "INDEXED BY deck_by_card",
    "due_ms": "INDEXED BY deck_by_due",
}

# So many rows are written, or taken out, without anybody noticing.
_STEP = 700
_DELETE = """DELETE FROM deck WHERE course = ?1
AND rank IN (SELECT rank FROM deck WHERE course = ?1 LIMIT ?2)"""
# `json.dumps` makes an encoder for each call.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Topics = Collection[str] | None
Begin = Callable[[], AbstractContextManager[None]]
# A card of a course and its kin, and the same as a row without what is known of it.
Made = tuple[Row, Kin]
Laid = tuple[str, int, str, str, bool, str]


class Day(NamedTuple):
    """Now, and when the day ends, in milliseconds."""

    now: int
    day_end: int


class Found(NamedTuple):
    """A card of a course, its rank in it, and what is known of it."""

    rank: int
    place: Place
    memory: Memory | None


class CardStanding(NamedTuple):
    """How a card stands that is asked by now; `is_known` says that it was met or called in."""

    rank: float
    card: str
    topic: str
    is_known: bool
    stability: float | None
    difficulty: float | None
    last_ms: int | None


def states_in(path: Path, course: str) -> list[CardStanding]:
    """Return how a course's own cards stand, by a connection of its own: on any thread."""
    with guarding(path), closing(look(path)) as connection:
        return CourseLines(path, connection, course).states()


def laid_out(course: str, made: Iterable[Made]) -> list[Laid]:
    """Return the rows of a course's cards, given in the order of meeting, as they are written."""
    return [
        (course, rank, card_id(*row[:2]), row.topic, row.facet == Facet.DOES, _encoded(kin))
        for rank, (row, kin) in enumerate(made)
    ]


def _encoded(kin: Kin) -> str:
    return _ENCODE((sorted(kin.own), sorted(kin.tells), sorted(kin.needs), kin.gives))


def _stamp_of(edition: str) -> str:
    return f"{RULES} {edition}"


class Lines:
    """The table of decks in one progress file."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, begin: Begin, *, aside: bool
    ) -> None:
        """Read by a connection, and write in the caller's transactions, or to a table `aside`."""
        self._path, self._connection, self._begin = path, connection, begin
        # The editions that are in the table aside, if it is used.
        self._aside: dict[str, str] | None = {} if aside else None

    def has(self, course: str, edition: str) -> bool:
        """Say whether an edition of a course is in the table."""
        with guarding(self._path):
            return self._stamp(course) == _stamp_of(edition)

    def kept(self, course: str, edition: str) -> "CourseLines | None":
        """Return the lines of an edition as the file has them, or None if it has not."""
        with guarding(self._path):
            is_kept = not self._aside and self._kept_stamp(course) == _stamp_of(edition)
        return CourseLines(self._path, self._connection, course) if is_kept else None

    def fit(self, course: str, edition: str, made: Callable[[], Iterable[Made]]) -> "CourseLines":
        """Return the lines of one edition of a course; `made` gives its cards if they are asked."""
        if not self.has(course, edition):
            for _ in self.filling(course, edition, laid_out(course, made())):
                pass
        return CourseLines(self._path, self._connection, course)

    def filling(
        self, course: str, edition: str, rows: Sequence[Laid]
    ) -> Generator[float, None, None]:
        """Put an edition into the table in place of the one before, a step at a time.

        Yields the share that is done. Whoever stops before the end leaves a table that says that
        the edition is not in it.
        """
        with guarding(self._path), self._begin():
            self._make_aside()
            self._keep_stamp(course, "")
            is_empty = self._emptied(course)
        while not is_empty:
            yield 0.0
            with guarding(self._path), self._begin():
                is_empty = self._emptied(course)
        for at in range(0, len(rows), _STEP):
            yield at / len(rows)
            with guarding(self._path), self._begin():
                self._connection.executemany(_INSERT, rows[at : at + _STEP])
        with guarding(self._path), self._begin():
            self._keep_stamp(course, _stamp_of(edition))

    def wrong(self) -> list[str]:
        """Return the cards of which the file's table says otherwise than its memories."""
        with guarding(self._path):
            return [card for (card,) in self._connection.execute(_WRONG)]

    def _make_aside(self) -> None:
        if self._aside == {}:
            # A temporary table hides the one of the file from then on.
            for (statement,) in self._connection.execute(_MADE_BY).fetchall():
                self._connection.execute(_TO_TEMPORARY.sub(r"\1 temp.", statement, count=1))

    def _emptied(self, course: str) -> bool:
        """Take some of a course's cards out of the table; say whether none is left."""
        return self._connection.execute(_DELETE, (course, _STEP)).rowcount < _STEP

    def _stamp(self, course: str) -> str:
        if self._aside is not None:
            return self._aside.get(course, "")
        return self._kept_stamp(course)

    def _kept_stamp(self, course: str) -> str:
        query = "SELECT value FROM meta WHERE key = ?"
        return "".join(value for (value,) in self._connection.execute(query, (_key(course),)))

    def _keep_stamp(self, course: str, stamp: str) -> None:
        if self._aside is None:
            self._connection.execute("REPLACE INTO meta VALUES (?, ?)", (_key(course), stamp))
        else:
            self._aside[course] = stamp


class CourseLines:
    """The lines of one course, of some of its topics or of all."""

    def __init__(self, path: Path, connection: sqlite3.Connection, course: str) -> None:
        """Read what `Lines.fit` has made."""
        self._path, self._connection, self._course = path, connection, course

    def count(self, topics: Topics, day: Day) -> tuple[int, int]:
        """Return how many cards are due, and how many are new."""
        [(due,)] = self._select("count(*)", self._is_due(day), topics, day)
        [(new,)] = self._select("count(*)", _IS_NEW, topics)
        return due, new

    def due(self, topics: Topics, day: Day, limit: int) -> list[Found]:
        """Return the due cards that are most at risk."""
        order = f"ORDER BY {_RISK} DESC, rank LIMIT {limit:d}"
        ranks = [rank for (rank,) in self._select("rank", self._is_due(day), topics, day, order)]
        found = {each.rank: each for each in self._named("rank", ranks)}
        return [found[rank] for rank in ranks]

    def new(self, topics: Topics, limit: int) -> list[Found]:
        """Return the first new cards, in the order in which they are met."""
        return self._found(_IS_NEW, topics, None, f"ORDER BY rank LIMIT {limit:d}")

    def waiting(self, topics: Topics, day: Day, until_ms: int) -> list[Found]:
        """Return the cards that are not due but will be before a moment."""
        condition = f"due_ms > :now AND due_ms < {until_ms:d} AND NOT {self._is_due(day)}"
        return self._found(condition, topics, day)

    def next_waiting(self, topics: Topics, day: Day, limit: int) -> list[Found]:
        """Return those that are due next: of the cards in their first minutes, and of the rest."""
        waits = f"due_ms > :now AND NOT {self._is_due(day)}"
        order = f"ORDER BY due_ms LIMIT {limit:d}"
        conditions = (f"phase {test} 2 AND {waits}" for test in ("=", "<>"))
        return [each for one in conditions for each in self._found(one, topics, day, order)]

    def of(self, wanted: Collection[str]) -> list[Found]:
        """Return some cards by their ids, in the order in which they are met."""
        return self._named("card", wanted) if wanted else []

    def states(self) -> list[CardStanding]:
        """Return how all cards stand that are asked by now, in the order in which they are met."""
        condition = "(due_ms IS NOT NULL OR NOT waits)"
        return [
            CardStanding(*row) for row in self._select(_STANDING, condition, order="ORDER BY rank")
        ]

    def last_ranks(self) -> dict[str, int]:
        """Return the rank of the last card of each topic that has any."""
        return dict(self._select("topic, max(rank)", "TRUE", order="GROUP BY topic"))

    def asked(self) -> dict[str, int]:
        """Return of each topic how many cards there are that everybody meets."""
        return dict(self._select("topic, count(*) - sum(waits)", "TRUE", order="GROUP BY topic"))

    def recalled(self, day: Day) -> dict[str, int]:
        """Return of each topic how many of them are recalled today."""
        due = self._is_due(day)
        # The rules in short, unless a wrong clock makes more due.
        but = "" if due == _IS_DUE else f"AND NOT {due}"
        condition = f"phase = 2 AND due_ms >= :day_end AND NOT waits {but}"
        return dict(self._select("topic, count(*)", condition, None, day, "GROUP BY topic"))

    def in_order(self) -> list[str]:
        """Return the ids of all cards by their ranks, which begin with 0."""
        return [card for (card,) in self._select("card", "TRUE", order="ORDER BY rank")]

    def ranks_by_state(self, topics: Topics, day: Day) -> dict[State, list[int]]:
        """Return the ranks of the cards that were ever met or called in, by how they stand."""
        found = {}
        for state, which in WITH_STATE.items():
            condition = which.format(due=self._is_due(day))
            # One long word is handed over sooner than a row for each card.
            [(ranks,)] = self._select("json_group_array(rank)", condition, topics, day)
            found[state] = json.loads(ranks)
        return found

    def falling_due(self, topics: Topics, day: Day, last: int) -> dict[int, int]:
        """Return how many cards are due by day from today, with what is overdue, to a last one."""
        values: dict[str, object] = {"course": self._course, "last": last, "day_end": day.day_end}
        query = BY_DAY if topics is None else BY_DAY_OF_TOPICS
        with guarding(self._path):
            values["topics"] = json.dumps(sorted(topics or ()))
            return dict(self._connection.execute(query, values).fetchall())

    def _is_due(self, day: Day) -> str:
        # No card was answered later than the last entry of the log says.
        [(latest,)] = self._connection.execute("SELECT coalesce(max(clock), 0) FROM log")
        is_ahead = latest >> COUNTER_BITS > day.now + DAY_MS
        return _IS_DUE_BY_A_WRONG_CLOCK if is_ahead else _IS_DUE

    def _named(self, column: str, values: Collection[object]) -> list[Found]:
        condition = f"{column} IN (SELECT value FROM json_each(:wanted))"
        wanted = json.dumps(list(values))
        return self._found(condition, None, None, "ORDER BY rank", wanted)

    def _found(
        self, condition: str, topics: Topics, day: Day | None, order: str = "", wanted: str = ""
    ) -> list[Found]:
        return list(map(_found, self._select(_COLUMNS, condition, topics, day, order, wanted)))

    def _select(
        self,
        columns: str,
        condition: str,
        topics: Topics = None,
        day: Day | None = None,
        order: str = "",
        wanted: str = "",
    ) -> list[tuple]:  # type: ignore[type-arg]
        within = "" if topics is None else "AND topic IN (SELECT value FROM json_each(:topics))"
        values: dict[str, object] = {"course": self._course, "wanted": wanted}
        values |= {"topics": json.dumps(sorted(topics or ()))} | (day._asdict() if day else {})
        # Left to itself, SQLite would rather look through the whole course.
        index = next((_INDEX[each] for each in _INDEX if condition.startswith(each)), "")
        within_course = f"FROM deck {'' if topics else index} WHERE course = :course {within}"
        with guarding(self._path):
            query = f"SELECT {columns} {within_course} AND {condition} {order}"
            return self._connection.execute(query, values).fetchall()


def _key(course: str) -> str:
    return f"deck of {course}"


def _found(row: Sequence[object]) -> Found:
    rank, card, topic, kin, *known = row
    own, tells, needs, gives = json.loads(str(kin))
    place = Place(
        cards.card_of(str(card), str(topic)),
        Kin(frozenset(own), frozenset(tells), frozenset(needs), gives),
    )
    memory = None if known[-2] is None else Memory(*known)  # type: ignore[arg-type]
    return Found(rank, place, memory)  # type: ignore[arg-type]
