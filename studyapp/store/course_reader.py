"""The rows of a pack as the factors, links, terms and questions that a student works on."""

import json
import sqlite3
from collections.abc import Sequence

from studyapp.domain.course import (
    Certainty,
    Distractor,
    Duration,
    Factor,
    GlossaryTerm,
    KeyPoint,
    Link,
    Question,
)
from studyapp.domain.dates import HistoricalDate

_LINK = "id topic cause consequence because duration certainty account themes points passage"


def read_factors(
    connection: sqlite3.Connection, ids: Sequence[str] | None = None
) -> tuple[Factor, ...]:
    """Return some factors, or all, without their other wordings (see `wordings`)."""
    columns = "id topic title detail edtf earliest latest themes"
    return tuple(
        Factor(id, topic, title, detail, _date(edtf, earliest, latest), strings(themes))
        for id, topic, title, detail, edtf, earliest, latest, themes in read_rows(
            connection, "factors", columns, *_one_of("id", ids)
        )
    )


def read_links(connection: sqlite3.Connection, factor: str | None = None) -> tuple[Link, ...]:
    """Return the links of every account, those of one factor or all."""
    return tuple(_link(row) for row in read_rows(connection, "links", _LINK, *_ends(factor)))


def read_link(connection: sqlite3.Connection, link: str) -> Link | None:
    """Return one link, if it is there."""
    rows = read_rows(connection, "links", _LINK, "id = ?", (link,))
    return next((_link(row) for row in rows), None)


def read_distractors(
    connection: sqlite3.Connection, factor: str | None = None
) -> tuple[Distractor, ...]:
    """Return the distractors of one factor, or all."""
    columns = "id topic cause consequence tempting wrong"
    rows = read_rows(connection, "distractors", columns, *_ends(factor))
    return tuple(Distractor(*row) for row in rows)


def read_distractor(connection: sqlite3.Connection, distractor: str) -> Distractor | None:
    """Return one distractor, if it is there."""
    columns = "id topic cause consequence tempting wrong"
    rows = read_rows(connection, "distractors", columns, "id = ?", (distractor,))
    return next((Distractor(*row) for row in rows), None)


def read_terms(
    connection: sqlite3.Connection, ids: Sequence[str] | None = None
) -> tuple[GlossaryTerm, ...]:
    """Return some terms of the glossary, or all."""
    columns = "id topic name kind aliases definition"
    return tuple(
        GlossaryTerm(id, topic, name, kind, strings(aliases), definition)
        for id, topic, name, kind, aliases, definition in read_rows(
            connection, "terms", columns, *_one_of("id", ids)
        )
    )


def read_questions(
    connection: sqlite3.Connection, ids: Sequence[str] | None = None
) -> tuple[Question, ...]:
    """Return some questions, or all."""
    # The kinds of questions take longest to import, and are needed when the first is asked.
    from studyapp.store.content_codec import decode

    columns = "id topic kind prompt content explanation passage themes"
    rows = read_rows(connection, "questions", columns, *_one_of("id", ids))
    return tuple(
        Question(id, topic, prompt, decode(kind, content), explanation, passage, strings(themes))
        for id, topic, kind, prompt, content, explanation, passage, themes in rows
    )


def _link(row: tuple[str, ...]) -> Link:
    id, topic, cause, consequence, because, duration, certainty, account, *rest = row
    themes, points, passage = rest
    return Link(
        id,
        topic,
        cause,
        consequence,
        because,
        Duration(duration),
        Certainty(certainty),
        account,
        strings(themes),
        _points(points),
        passage,
    )


def read_rows(
    connection: sqlite3.Connection,
    table: str,
    columns: str,
    condition: str = "1",
    values: Sequence[str] = (),
) -> sqlite3.Cursor:
    """Return rows of a table in the order of the course."""
    names = columns.replace(" ", ", ")
    query = f"SELECT {names} FROM {table} WHERE {condition} ORDER BY rank"
    return connection.execute(query, tuple(values))


def _one_of(column: str, values: Sequence[str] | None) -> tuple[str, Sequence[str]]:
    if values is None:
        return "1", ()
    return f"{column} IN ({', '.join('?' * len(values))})", values


def _ends(factor: str | None) -> tuple[str, Sequence[str]]:
    return ("1", ()) if factor is None else ("(cause = ? OR consequence = ?)", (factor, factor))


def _date(edtf: str | None, earliest: int, latest: int) -> HistoricalDate | None:
    return None if edtf is None else HistoricalDate(edtf, earliest, latest)


def strings(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(json.loads(text))


def _points(text: str) -> tuple[KeyPoint, ...]:
    return tuple(KeyPoint(first, tuple(wordings)) for first, *wordings in json.loads(text))
