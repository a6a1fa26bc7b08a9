"""Historical dates: the part of EDTF (ISO 8601-2) that courses use.

`1945-08-14`, `1945-08`, `1945`, `194X`, `1950?` (uncertain), `1950~` (approximate), `1950%`
(both), and intervals of any two, `1937/1945`, open at either end, `1949/..`. Years may be
negative (`-0044`; year 0 is 1 BC). Days are integers: days since 1970-01-01 in the proleptic
Gregorian calendar.
"""

import re
from typing import NamedTuple

OPEN = 10**9
MONTHS = (
    "January February March April May June July August September October November December"
).split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_POINT = re.compile(r"(-?\d{3}[\dX]|-?\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([?~%])?")


class HistoricalDate(NamedTuple):
    """A date as written, and the earliest and latest day it may mean (days since 1970-01-01)."""

    edtf: str
    earliest: int
    latest: int

    def __str__(self) -> str:
        """Return the date in English words, such as "14 August 1945"."""
        return in_words(self.edtf)


class _Point(NamedTuple):
    year: str
    month: int | None
    day: int | None
    doubt: str


def parse(edtf: str) -> HistoricalDate:
    """Read an EDTF date; ValueError names what is wrong with it."""
    text = edtf.strip()
    start, slash, end = text.partition("/")
    earliest = -OPEN if slash and start in ("", "..") else _span(start)[0]
    latest = OPEN if slash and end in ("", "..") else _span(end if slash else start)[1]
    if earliest > latest:
        raise ValueError(f"{text} ends before it begins")
    if (earliest, latest) == (-OPEN, OPEN):
        raise ValueError(f"{text} is open at both ends")
    return HistoricalDate(text, earliest, latest)


def day_number(year: int, month: int, day: int) -> int:
    """Return days since 1970-01-01 (proleptic Gregorian).

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    """
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def civil(day: int) -> tuple[int, int, int]:
    """Return year, month and day of the month of a day number; the inverse of `day_number`.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    """
    era, of_era = divmod(day + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    in_month = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, in_month


def surely_before(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    """Say whether every day `one` may mean lies before every day `other` may mean.

    What is uncertain or approximate may be off by its own length: `1950~` by a year either way.
    """
    if one is None or other is None:
        return False
    return one.latest + _doubt(one.edtf, -1) < other.earliest - _doubt(other.edtf, 0)


def likely_start(date: HistoricalDate) -> int:
    """Return the middle of the days on which it may have begun, before all that it surely precedes.

    `1936-12/1990` began in December 1936, `1936` at any time of that year.
    """
    start, slash, _ = date.edtf.partition("/")
    first, last = date.earliest, date.latest
    if slash and start not in ("", ".."):
        first, last = _span(start)
    return (first + min(last, date.latest)) // 2


def in_words(edtf: str) -> str:
    """Return an EDTF date in English words: `1945-08/1949` is "August 1945 – 1949"."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_in_words(start)
    if end in ("", ".."):
        return f"from {_point_in_words(start)}"
    if start in ("", ".."):
        return f"until {_point_in_words(end)}"
    if start.isdigit() and end.isdigit() and int(start) >= 1000:
        return f"{start}–{end[2:] if start[:2] == end[:2] else end}"
    return f"{_point_in_words(start)} – {_point_in_words(end)}"


def in_few_words(edtf: str) -> str:
    """Return an EDTF date in English words with short months: "14 Aug 1945"."""
    words = in_words(edtf)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


def _read(text: str) -> _Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is not a date; write 1945-08-14, 1945-08, 1945 or 1937/1945")
    year, month, day, doubt = found.groups()
    if "X" in year and month:
        raise ValueError(f"“{text}” has a month in an unspecified year")
    return _Point(year, int(month) if month else None, int(day) if day else None, doubt or "")


def _span(text: str) -> tuple[int, int]:
    point = _read(text)
    first, last = _years(point.year)
    if point.month is None:
        return day_number(first, 1, 1), day_number(last, 12, 31)
    if not 1 <= point.month <= 12:
        raise ValueError(f"“{text}” has no month {point.month}")
    length = _length_of_month(first, point.month)
    if point.day is None:
        return day_number(first, point.month, 1), day_number(first, point.month, length)
    if not 1 <= point.day <= length:
        raise ValueError(f"“{text}” has no day {point.day}: that month has {length}")
    day = day_number(first, point.month, point.day)
    return day, day


def _doubt(edtf: str, end: int) -> int:
    """Return by how many days the first or last point of a date may be off."""
    point = edtf.split("/")[end]
    if not point.endswith(("?", "~", "%")):
        return 0
    first, last = _span(point)
    return last - first + 1


def _years(year: str) -> tuple[int, int]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return min(low, high), max(low, high)


def _length_of_month(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def _point_in_words(text: str) -> str:
    point = _read(text)
    words = _year_in_words(point.year)
    if point.month:
        words = f"{MONTHS[point.month - 1]} {words}"
    if point.day:
        words = f"{point.day} {words}"
    about = "about " if point.doubt in ("~", "%") else ""
    doubt = " (?)" if point.doubt in ("?", "%") else ""
    return f"{about}{words}{doubt}"


def _year_in_words(year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:-2]}00–{year[:-2]}99"
    if year.endswith("X"):
        return f"the {year[:-1]}0s"
    return f"{1 - int(year)} BC" if int(year) <= 0 else str(int(year))
