"""Dates as people write them in a sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from studyapp.domain.dates import MONTHS

_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|sept"
# No letter stands before it: Zhdanov is no November.
_MONTH = rf"(?<![^\W\d_])(?P<{{}}>{_NAMES})\b\.?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_OF_MONTH = rf"(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:{_NAMES})\b"
_WRITTEN = re.compile(
    "|".join(
        (
            # The first day of two in a month: 24–25 February.
            rf"(?<!\d)(?P<d8>[0-3]?\d)\s*(?:[-–/]|to|and)\s*(?=[0-3]?\d{_OF_MONTH})",
            r"(?P<y1>\d{4})-(?P<m1>0\d|1[0-2])(?:-(?P<d1>[0-3]\d))?(?!\d)",
            r"(?P<d2>[0-3]?\d)[./](?P<m2>[0-3]?\d)[./](?P<y2>\d{4}|\d\d(?![\d.]\d|\d))",
            _MONTH.format("n3") + r"\s+" + _DAY.format("d3")
            + r"(?!\d)(?:,?\s+(?P<y3>\d{1,4})(?!\d))?",
            r"(?:" + _DAY.format("d4") + r"\.?\s+(?:of\s+)?)?" + _MONTH.format("n4")
            + r"(?:,?\s+(?P<y4>\d{1,4})(?!\d))?",
            r"(?<!\d)(?P<y5>\d{1,4})\s*(?P<bc>b\.?c)",
            r"(?<!\d)(?P<y6>\d{3,4})(?!\d)(?P<s>s?)",
            rf"(?<=\d{{4}})\s*[-–/]\s*(?P<y7>\d\d)(?!\d)(?!{_OF_MONTH})",
        )
    ),
    re.IGNORECASE,
)  # fmt: skip


class Dating(NamedTuple):
    """A date as far as it was given; a year may be a decade or a century, such as "194X"."""

    year: str | None
    month: int | None
    day: int | None


class WrittenDate(NamedTuple):
    """A date, and where it stands in a text."""

    start: int
    end: int
    date: Dating


def written_dates(text: str) -> Iterator[WrittenDate]:
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
        yield WrittenDate(found.start(), found.end(), _dating(year, part))


def _dating(year: str | None, part: dict[str, str]) -> Dating:
    name = part.get("n3") or part.get("n4")
    month = part.get("m1") or part.get("m2")
    day = next((part[name] for name in ("d1", "d2", "d3", "d4", "d8") if name in part), None)
    number = _number_of(name) if name else int(month) if month else None
    # Only Americans write 8/14/1945, and nobody means the month 14 by it.
    if number and day and number > 12 >= int(day):
        return Dating(year, int(day), number)
    return Dating(year, number, int(day) if day else None)


def _number_of(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name[:3] == month[:3].capitalize())
