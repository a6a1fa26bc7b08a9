"""Marking of dates by value: however one is written, its year, month and day are what counts.

A course's date asks for as much as it says: `1945-08` for a year and a month. Of a span, each
end is a key point. What is uncertain or approximate is asked for as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studyapp.domain.dates import MONTHS, HistoricalDate, in_words, parse
from studyapp.domain.grading.grade import Grade, PointMark, grade_of, part_mark
from studyapp.domain.grading.points import Said
from studyapp.domain.written_dates import Dating, written_dates

_UNKNOWN = Dating(None, None, None)
_SHORT_SPAN = re.compile(r"\b(\d{4})-(\d\d)(?![-\d])")
# Without a year it is a date only where a date is asked: elsewhere 14.8 is a number.
_DAY_AND_MONTH = re.compile(
    r"(?<![\d./–-])(?P<first>[0-3]?\d)\s?[./]\s?(?P<second>[0-3]?\d)(?!\d|[./–-]\d|\s*[–-])"
    rf"(?!(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:{'|'.join(name[:3] for name in MONTHS)}))",
    re.IGNORECASE,
)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_CENTURIES = ("18", "19", "20")


def grade_date(date: HistoricalDate, answer: str) -> Grade:
    """Mark a typed date: the share of what the course's date says that the answer says too."""
    ends = [end for end in date.edtf.split("/") if end not in ("", "..")]
    if len(ends) > 1 and all(end.isdigit() for end in ends):
        # Asked for years, nobody means a month by 1904-05.
        answer = _SHORT_SPAN.sub(r"\1–\2", answer)
    given = _dates(answer)
    if len(ends) == 1:
        marks = tuple(_mark_parts(ends[0], _joined(given)))
        if _OR.search(answer) and len(given) > 1:
            marks = tuple(_mark_hedged(ends[0], given, marks))
    else:
        marks = tuple(_mark_ends(ends, given))
    return grade_of(marks)


def date_given(answer: str) -> HistoricalDate | None:
    """Return the one date that an answer names, as far as it names one with a year."""
    said = _joined(_dates(answer))
    if said.year is None or _is_short(said.year):
        return None
    year = f"-{said.year[1:]:0>4}" if said.year.startswith("-") else f"{said.year:0>4}"
    parts = (year, *(f"{part:02}" for part in (said.month, said.day) if part))
    try:
        return parse("-".join(parts))
    except ValueError:
        return None


def _dates(answer: str) -> tuple[Dating, ...]:
    plain = _DAY_AND_MONTH.sub(_in_words, answer)
    return tuple(found.date for found in written_dates(plain))


def _in_words(found: re.Match[str]) -> str:
    """Return a day and a month in words, or what stands there if it is none."""
    first, second = int(found["first"]), int(found["second"])
    day, month = (second, first) if second > 12 >= first else (first, second)
    return f"{day} {MONTHS[month - 1]}" if day and 0 < month <= 12 else found[0]


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


def _mark_hedged(
    end: str, given: Sequence[Dating], marks: Sequence[PointMark]
) -> Iterator[PointMark]:
    """Yield the marks of “1954 or 1955”: what only one of the two says right is there in part."""
    later = tuple(_mark_parts(end, _joined(given[1:])))
    for mark, other in zip(marks, later, strict=True):
        unsure = mark.found != other.found
        yield replace(mark, said=Said.PARTLY) if unsure else mark


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
    if _is_short(said) and wanted[:2] in _CENTURIES:
        return wanted[2:] == said
    return "X" not in said and int(said) == int(wanted)


def _is_short(year: str) -> bool:
    """Say whether a year was written without its century: 21/8/37."""
    return len(year) == 2 and year.isdigit()
