"""Full-text search in a pack: whatever is typed is a valid search.

Texts are folded before FTS5 sees them, on both sides, so accents, case, apostrophes and Chinese
without spaces need nothing of its tokenizer.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from studyapp.domain.pages import Hit
from studyapp.domain.text import fold, words

_Row = tuple[str, str, str, str | None, str, str]

SNIPPET_WORDS = 22
_LEAD = 6
# A word in a title weighs most, one of a mentioned term's other names more than a plain word.
_QUERY = """
SELECT kind, element, topic, passage, found.title, found.text
FROM search JOIN found ON found.id = search.rowid
WHERE search MATCH ? {scope}
ORDER BY bm25(search, 8.0, 1.0, 3.0),
  CASE kind WHEN 'topic' THEN 0 WHEN 'term' THEN 1 ELSE 2 END, found.id
LIMIT ?"""
# Terms among whose names all that was typed stands in a row.
_NAMED = """
SELECT found.kind, element, found.topic, passage, found.title, found.text, aliases
FROM search JOIN found ON found.id = search.rowid JOIN terms ON terms.id = found.element
WHERE search MATCH ? AND found.kind = 'term' {scope}"""
_PIECE = re.compile(r"\w+(?:['’‘ʼ`´]\w+)*|\W+")


def search(
    connection: sqlite3.Connection, typed: str, limit: int, topics: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """Return hits, best first: those with every word, else those with any; () for no words.

    A term comes first if what was typed is one of its names. The last word also matches as the
    beginning of a word, since it may not be finished.
    """
    wanted = words(typed)
    if not wanted:
        return ()
    named = _named(connection, wanted, topics)
    for joined in (" ".join, " OR ".join):
        rows = _rows(connection, joined(_quoted(wanted)), limit, topics)
        if rows:
            best = dict.fromkeys((*named, *rows))
            return tuple(_hit(row, wanted) for row in best)[:limit]
    return ()


def snippet(text: str, wanted: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """Return some twenty words of `text` around the first match, in pieces, matches marked."""
    pieces = [(piece, _matches(piece, wanted)) for piece in _PIECE.findall(text)]
    first = next((at for at, (_, match) in enumerate(pieces) if match), 0)
    start = max(0, first - 2 * _LEAD)
    end = start + 2 * SNIPPET_WORDS
    shown = pieces[start:end]
    if start:
        shown = [("… ", False), *shown]
    if end < len(pieces):
        shown = [*shown, (" …", False)]
    return tuple(_joined(shown))


def _quoted(wanted: Sequence[str]) -> list[str]:
    return [f'"{word}"' for word in wanted[:-1]] + [f'"{wanted[-1]}"*']


def _rows(
    connection: sqlite3.Connection, query: str, limit: int, topics: Sequence[str]
) -> list[_Row]:
    statement = _QUERY.format(scope=_scope(topics))
    return connection.execute(statement, (query, *topics, limit)).fetchall()


def _named(
    connection: sqlite3.Connection, wanted: Sequence[str], topics: Sequence[str]
) -> list[_Row]:
    """Return the terms that have a name of just these words."""
    query = f'{{title also}} : "{" ".join(wanted)}"'
    rows = connection.execute(_NAMED.format(scope=_scope(topics)), (query, *topics))
    return [
        row[:-1]
        for row in rows
        if any(words(name) == wanted for name in (row[4], *json.loads(row[-1])))
    ]


def _scope(topics: Sequence[str]) -> str:
    return f"AND found.topic IN ({', '.join('?' * len(topics))})" if topics else ""


def _hit(row: _Row, wanted: Sequence[str]) -> Hit:
    kind, element, topic, passage, title, text = row
    return Hit(kind, element, title, topic, passage, snippet(text, wanted))


def _matches(piece: str, wanted: Sequence[str]) -> bool:
    found = fold(piece).split()
    return any(word == other or word.startswith(wanted[-1]) for word in found for other in wanted)


def _joined(pieces: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Join neighbours of one kind, so that a hit is a handful of pieces."""
    text, kind = "", False
    for piece, match in pieces:
        if text and match != kind:
            yield text, kind
            text = ""
        text, kind = text + piece, match
    if text:
        yield text, kind
