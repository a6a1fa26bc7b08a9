"""The words of every card of a pack at once, by the element they are of, for a list to search in.

What has an inner shape is JSON, and its words are taken out of it whatever the shape is: so the
words of a new kind of question are found too.
"""

import sqlite3

_CONTENT = "(SELECT group_concat(atom, ' ') FROM json_tree(content) WHERE type = 'text')"
_ENDS = " JOIN factors AS one ON one.id = cause JOIN factors AS other ON other.id = consequence"
_TEXTS = (
    f"SELECT id, prompt, coalesce({_CONTENT}, '') || ' ' || explanation FROM questions",
    f"SELECT links.id, one.title, other.title || ' ' || because FROM links{_ENDS}",
    f"SELECT distractors.id, one.title, other.title || ' ' || wrong FROM distractors{_ENDS}",
    "SELECT id, title, coalesce(edtf, '') || ' ' || detail FROM factors",
    "SELECT id, name, definition FROM terms",
    "SELECT id, title, '' FROM topics",
)


def read_texts(connection: sqlite3.Connection) -> tuple[tuple[str, str, str], ...]:
    """Return (element, title, other words) of all that can be asked about."""
    return tuple(row for query in _TEXTS for row in connection.execute(query))


def read_kinds(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the kind of each question."""
    return dict(connection.execute("SELECT id, kind FROM questions"))
