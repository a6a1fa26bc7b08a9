"""Writing a course pack: the same course gives the same bytes.

sqlite-utils writes the rows; the schema is made from its own text, so that `verify` can hold a
pack to it.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import sqlite_utils

from studyapp.domain.course import Course, KeyPoint, Topic
from studyapp.domain.messages import N_
from studyapp.domain.notes import Heading, inline_text, leaves, plain_text
from studyapp.domain.text import fold
from studyapp.errors import SourceError
from studyapp.store import content_codec, digest, schema, task_codec, wordings
from studyapp.store.block_codec import encode
from studyapp.store.found import findable

Row = dict[str, object]


def write_pack(course: Course, pages: Mapping[str, str], path: Path) -> str:
    """Write a course and its notes' HTML (by topic id) to a file; return the content digest.

    The file appears whole or not at all. SourceError if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".building-") as folder:
            draft = Path(folder) / "pack.db"
            found = _write(course, pages, draft)
            draft.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(
            N_("“{file}” cannot be written: {reason}."),
            file=path,
            reason=reason or type(error).__name__,
        ) from error
    return found


def _write(course: Course, pages: Mapping[str, str], path: Path) -> str:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(schema.script())
        connection.execute("BEGIN")
        database = sqlite_utils.Database(connection)
        for table, rows in _rows(course, pages).items():
            database.table(table).insert_all(rows)
        _write_search(connection, course)
        connection.execute("COMMIT")  # only now FTS5 writes the last of its index
        identity = _seal(connection)
        connection.execute("VACUUM")
    finally:
        connection.close()
    return identity


def _seal(connection: sqlite3.Connection) -> str:
    """Write the sums of all that has been written; return the content digest."""
    identity = digest.content_digest(connection)
    for name, value in (
        (digest.DIGEST, identity),
        (digest.INDEX_SUM, digest.index_checksum(connection)),
    ):
        connection.execute("INSERT INTO meta VALUES (?, ?)", (name, value))
    # Last, as it covers the digest.
    whole = digest.content_checksum(connection)
    connection.execute("INSERT INTO meta VALUES (?, ?)", (digest.CONTENT_SUM, whole))
    return identity


def _rows(course: Course, pages: Mapping[str, str]) -> dict[str, Iterator[Row]]:
    return {
        "meta": _meta(course),
        "themes": (
            _ranked(at, each, "id name hue icon about") for at, each in enumerate(course.themes)
        ),
        "accounts": (_ranked(at, each, "id name about") for at, each in enumerate(course.accounts)),
        "topics": _topics(course),
        "notes": (
            {"id": topic.id, "html": pages[topic.id], "blocks": encode(topic.blocks)}
            for topic in course.topics
        ),
        "passages": (row for topic in course.topics for row in _passages(topic)),
        "factors": _factors(course),
        "links": _links(course),
        "distractors": (
            _ranked(at, each, "id topic cause consequence tempting wrong")
            for at, each in enumerate(course.distractors)
        ),
        "terms": (
            _ranked(at, each, "id topic name kind definition") | {"aliases": _list(each.aliases)}
            for at, each in enumerate(course.terms)
        ),
        "questions": _questions(course),
        "pictures": (
            {"id": each.name, "rank": at, "media_type": each.media_type, "data": each.data}
            for at, each in enumerate(course.pictures)
        ),
    }


def _meta(course: Course) -> Iterator[Row]:
    info = course.info
    for key in (
        "id",
        "title",
        "language",
        "edition",
        "licence",
        "authors",
        "about",
        "derived_from",
    ):
        yield {"key": key, "value": getattr(info, key)}
    if course.tasks:
        yield {"key": task_codec.KEY, "value": task_codec.encode(course.tasks)}
    for key, value in wordings.entries(course.factors):
        yield {"key": key, "value": value}


def _ranked(rank: int, element: object, columns: str) -> Row:
    return {"rank": rank} | {name: getattr(element, name) for name in columns.split()}


def _topics(course: Course) -> Iterator[Row]:
    depth: dict[str | None, int] = {None: -1}
    for rank, topic in enumerate(course.topics):
        depth[topic.id] = depth[topic.parent] + 1
        row = _ranked(rank, topic, "id parent title")
        yield row | {"depth": depth[topic.id], "themes": _list(topic.themes)}


def _passages(topic: Topic) -> Iterator[Row]:
    heading = ""
    for rank, leaf in enumerate(leaves(topic.blocks)):
        level = leaf.level if isinstance(leaf, Heading) else 0
        heading = inline_text(leaf.inlines) if isinstance(leaf, Heading) else heading
        yield {
            "id": leaf.id,
            "topic": topic.id,
            "rank": rank,
            "kind": type(leaf).__name__.lower(),
            "level": level,
            "heading": heading,
            "text": plain_text(leaf),
        }


def _factors(course: Course) -> Iterator[Row]:
    for rank, factor in enumerate(course.factors):
        date = factor.date
        yield _ranked(rank, factor, "id topic title detail") | {
            "edtf": date.edtf if date else None,
            "earliest": date.earliest if date else None,
            "latest": date.latest if date else None,
            "themes": _list(factor.themes),
        }


def _links(course: Course) -> Iterator[Row]:
    columns = "id topic cause consequence because account passage"
    for rank, link in enumerate(course.links):
        yield _ranked(rank, link, columns) | {
            "duration": link.duration.value,
            "certainty": link.certainty.value,
            "themes": _list(link.themes),
            "points": _points(link.points),
        }


def _questions(course: Course) -> Iterator[Row]:
    for rank, question in enumerate(course.questions):
        yield _ranked(rank, question, "id topic kind prompt explanation passage") | {
            "content": content_codec.encode(question.content),
            "facets": " ".join(question.content.facets),
            "themes": _list(question.themes),
        }


def _points(points: Sequence[KeyPoint]) -> str:
    return json.dumps([[point.text, *point.wordings] for point in points], ensure_ascii=False)


def _list(values: Sequence[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _write_search(connection: sqlite3.Connection, course: Course) -> None:
    insert = "INSERT INTO search (rowid, title, text, also) VALUES (?, ?, ?, ?)"
    for number, item in enumerate(findable(course), 1):
        connection.execute("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)", (number, *item[:6]))
        connection.execute(insert, (number, fold(item.title), fold(item.text), fold(item.also)))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
