"""The other wordings of factors: those of each are an entry of the pack's `meta`.

So packs without any stay as they are, those that were built before there were any are read, and
who needs no more than titles reads nothing else.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from studyapp.domain.course import Factor

_KEY = "wordings of "
_QUERY = (
    f"SELECT substr(key, {len(_KEY) + 1}), value FROM meta"
    f" WHERE key IN (SELECT '{_KEY}' || value FROM json_each(?))"
)


def entries(factors: Iterable[Factor]) -> Iterator[tuple[str, str]]:
    """Yield key and value of the entry of each factor that has other wordings."""
    for factor in factors:
        if factor.wordings:
            yield _KEY + factor.id, json.dumps(factor.wordings, ensure_ascii=False)


def read_wordings(
    connection: sqlite3.Connection, factors: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return the wordings of some factors by id; those without any are left out.

    ValueError if an entry is not what was written.
    """
    rows = connection.execute(_QUERY, (json.dumps(list(factors)),))
    return {factor: _texts(value) for factor, value in rows}


def _texts(value: str) -> tuple[str, ...]:
    held = json.loads(value)
    if not (isinstance(held, list) and all(isinstance(text, str) for text in held)):
        raise ValueError("the wordings are not as they were written")
    return tuple(held)
