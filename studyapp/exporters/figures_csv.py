"""The figures of someone's progress as one CSV file, for a spreadsheet.

One file and not one a table: it is sent and found in one piece. Each table begins with a row that
has its title alone, then its header, and ends with an empty row.
"""

import csv
from collections.abc import Callable, Sequence
from io import StringIO

from studyapp.domain.messages import Message, say
from studyapp.domain.progress.figure_words import Section

# Spreadsheets take what begins with these for a formula.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(
    title: str, sections: Sequence[Section], translate: Callable[[str], str] = str
) -> bytes:
    """Return the tables of figures as CSV in UTF-8, with the mark by which Excel knows it."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([_plain(title)])
    for section in sections:
        rows.writerow([])
        rows.writerow([translate(section.title), _plain(say(section.words, translate))])
        if section.rows:
            rows.writerow([translate(header) for header in section.headers])
        for row in section.rows:
            rows.writerow([_cell(cell, translate) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(cell: str | int | Message, translate: Callable[[str], str]) -> str | int:
    if isinstance(cell, Message):
        return _plain(say(cell, translate))
    return _plain(cell) if isinstance(cell, str) else cell


def _plain(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
