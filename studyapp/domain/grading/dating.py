"""Marking of dates by value: however one is written, its year, month and day are what counts.

A course's date asks for as much as it says: `1945-08` for a year and a month. Of a span, each
end is a key point. What is uncertain or approximate is asked for as it stands.
"""

import re
from collections.abc import Iterator, Sequence

from studyapp.domain.dates import MONTHS, HistoricalDate, in_words, parse
from studyapp.domain.grading.grade import Grade, PointMark, grade_of, part_mark
from studyapp.domain.written_dates import Dating, written_dates

_UNKNOWN = Dating(None, None, None)
_SHORT_SPAN = re.compile(r"\b(\d{4})-(\d\d)(?![-\d])")


def grade_date(date: HistoricalDate, answer: str) -> Grade:
    """Mark a typed date: the share of what the course's date says that the answer says too."""
    ends = [end for end in date.edtf.split("/") if end not in ("", "..")]
    if len(ends) > 1 and all(end.isdigit() for end in ends):
        # Asked for years, nobody means a month by 1904-05.
        answer = _SHORT_SPAN.sub(r"\1–\2", answer)
    given = tuple(found.date for found in written_dates(answer))
    if len(ends) == 1:
        marks = tuple(_mark_parts(ends[0], _joined(given)))
    else:
        marks = tuple(_mark_ends(ends, given))
    return grade_of(marks)


def date_given(answer: str) -> HistoricalDate | None:
    """Return the one date that an answer names, as far as it names one with a year."""
    said = _joined(tuple(found.date for found in written_dates(answer)))
    if said.year is None:
        return None
    year = f"-{said.year[1:]:0>4}" if said.year.startswith("-") else f"{said.year:0>4}"
    parts = (year, *(f"{part:02}" for part in (said.month, said.day) if part))
    try:
        return parse("-".join(parts))
    except ValueError:
        return None


def _wanted(end: str) -> Dating:
    year, *rest = end.rstrip("?~%").removeprefix("-").split("-")
    sign = "-" if end.startswith("-") else ""
    month, day = ([int(part) for part in rest] + [None, None])[:2]
    return Dating(sign + year, month, day)


def _joined(given: Sequence[Dating]) -> Dating:
    """Return the first date; what it leaves out, a later one may say: “in August, of 1945”."""
    said = _UNKNOWN
    for each in given:
        said = Dating(said.year or each.year, said.month or each.month, said.day or each.day)
    return said


def _mark_parts(end: str, said: Dating) -> Iterator[PointMark]:
    wanted = _wanted(end)
    if wanted.day:
        yield part_mark(str(wanted.day), said.day == wanted.day)
    if wanted.month:
        yield part_mark(MONTHS[wanted.month - 1], said.month == wanted.month)
    yield part_mark(in_words(wanted.year or ""), _is_year(wanted.year, said.year))


def _mark_ends(ends: Sequence[str], given: Sequence[Dating]) -> Iterator[PointMark]:
    for at, end in enumerate(ends):
        # One date alone may be either end.
        said = given[min(at, len(given) - 1)] if given else _UNKNOWN
        # "30 June to 14 August 1945": what the first leaves out, it takes from the second.
        if said.year is None and at + 1 < len(given):
            after = given[at + 1]
            said = said._replace(year=after.year, month=said.month or after.month)
        found = all(mark.found for mark in _mark_parts(end, said))
        yield part_mark(in_words(end), found)


def _is_year(wanted: str | None, said: str | None) -> bool:
    if not wanted or not said:
        return False
    if "X" in wanted:
        stem = wanted.rstrip("X")
        return said.startswith(stem) and len(said) == len(wanted)
    return "X" not in said and int(said) == int(wanted)
