"""Marking of dates by value: however one is written, its year, month and day are what counts.

A course's date asks for as much as it says: `1945-08` for a year and a month. Of a span, each
end is a key point. What is uncertain or approximate is asked for as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.course import KeyPoint
from studyapp.domain.dates import MONTHS, HistoricalDate, in_words
from studyapp.domain.grading import Grade, PointMark

_MONTH = r"(?P<{}>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|sept)\b\.?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    "|".join(
        (
            r"(?P<y1>\d{4})-(?P<m1>0\d|1[0-2])(?:-(?P<d1>[0-3]\d))?(?!\d)",
            r"(?P<d2>[0-3]?\d)[./](?P<m2>[01]?\d)[./](?P<y2>\d{4})",
            _MONTH.format("n3") + r"\s+" + _DAY.format("d3")
            + r"(?!\d)(?:,?\s+(?P<y3>\d{1,4})(?!\d))?",
            r"(?:" + _DAY.format("d4") + r"\.?\s+(?:of\s+)?)?" + _MONTH.format("n4")
            + r"(?:,?\s+(?P<y4>\d{1,4})(?!\d))?",
            r"(?<!\d)(?P<y5>\d{1,4})\s*(?P<bc>b\.?c)",
            r"(?<!\d)(?P<y6>\d{3,4})(?!\d)(?P<s>s?)",
            r"(?<=\d)\s*[-–/]\s*(?P<y7>\d\d)(?!\d)",
        )
    ),
    re.IGNORECASE,
)  # fmt: skip


class Dating(NamedTuple):
    """A date as far as it was given; a year may be a decade or a century, such as "194X"."""

    year: str | None
    month: int | None
    day: int | None


_UNKNOWN = Dating(None, None, None)


def grade_date(date: HistoricalDate, answer: str) -> Grade:
    """Mark a typed date: the share of what the course's date says that the answer says too."""
    given = tuple(datings(answer))
    ends = [end for end in date.edtf.split("/") if end not in ("", "..")]
    if len(ends) == 1:
        marks = tuple(_mark_parts(ends[0], _joined(given)))
    else:
        marks = tuple(_mark_ends(ends, given))
    return Grade(sum(mark.found for mark in marks) / len(marks), marks)


def datings(text: str) -> Iterator[Dating]:
    """Yield the dates in a text, in their order; a day or a month may stand without a year."""
    century = ""
    for found in _WRITTEN.finditer(text):
        part = {name: value for name, value in found.groupdict().items() if value}
        year = next((part[name] for name in ("y1", "y2", "y3", "y4", "y6") if name in part), None)
        if "y5" in part:
            year = str(1 - int(part["y5"]))
        elif "y7" in part:
            year = century + part["y7"]
        elif part.get("s"):
            year = f"{year}"[:-1] + "X"
        century = year[:2] if year else century
        yield _dating(year, part)


def _dating(year: str | None, part: dict[str, str]) -> Dating:
    name = part.get("n3") or part.get("n4")
    month = part.get("m1") or part.get("m2")
    day = part.get("d1") or part.get("d2") or part.get("d3") or part.get("d4")
    number = _number_of(name) if name else int(month) if month else None
    # Only Americans write 8/14/1945, and nobody means the month 14 by it.
    if number and day and number > 12 >= int(day):
        return Dating(year, int(day), number)
    return Dating(year, number, int(day) if day else None)


def _number_of(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name[:3] == month[:3].capitalize())


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
        yield PointMark(KeyPoint(str(wanted.day)), said.day == wanted.day)
    if wanted.month:
        yield PointMark(KeyPoint(MONTHS[wanted.month - 1]), said.month == wanted.month)
    yield PointMark(KeyPoint(in_words(wanted.year or "")), _is_year(wanted.year, said.year))


def _mark_ends(ends: Sequence[str], given: Sequence[Dating]) -> Iterator[PointMark]:
    for at, end in enumerate(ends):
        # One date alone may be either end.
        said = given[min(at, len(given) - 1)] if given else _UNKNOWN
        # "30 June to 14 August 1945": the first takes its year from the second.
        if said.year is None and at + 1 < len(given):
            said = said._replace(year=given[at + 1].year)
        found = all(mark.found for mark in _mark_parts(end, said))
        yield PointMark(KeyPoint(in_words(end)), found)


def _is_year(wanted: str | None, said: str | None) -> bool:
    if not wanted or not said:
        return False
    if "X" in wanted:
        stem = wanted.rstrip("X")
        return said.startswith(stem) and len(said) == len(wanted)
    return "X" not in said and int(said) == int(wanted)
