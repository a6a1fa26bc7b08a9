"""A date to type, in whatever form; its year, month and day are what counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.dates import HistoricalDate, parse
from studyapp.domain.grading.dating import date_given, grade_date
from studyapp.domain.grading.grade import Grade, part_mark
from studyapp.domain.kinds.lines import Line, Lines
from studyapp.domain.kinds.typed import InWords, TypedAnswer
from studyapp.domain.messages import N_, message

_TOLERANCE = re.compile(r"\s*(?:±|\+/-|\+-)\s*")
_LENGTH = re.compile(r"(\d+)\s*(day|month|year)s?")
# A leap year and a long month, so that a year off is never a day too far off.
_DAYS = {"day": 1, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class Date(InWords):
    """The date that is asked for, and how many `days` off an answer may be, as it was `told`."""

    date: HistoricalDate
    days: int = 0
    told: str = ""

    kind = "date"
    labels = ("date",)

    @classmethod
    def read(cls, lines: Lines) -> Date:
        """Return the date with its tolerance, such as “1950-02 ± 1 year”."""
        line = lines.only("date")
        if line is None:
            return _NEVER
        when, *about = _TOLERANCE.split(line.text, maxsplit=1)
        try:
            date, days = parse(when), _days(about[0]) if about else 0
        except ValueError:
            _report(line, lines)
            return _NEVER
        return cls(date, days, f"{date} (± {about[0]})" if about else str(date))

    def in_words(self) -> str:
        """Return the date in words."""
        return self.told or str(self.date)

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each part of the date, or each end of a span; what is near enough is right."""
        said = date_given(given.text) if self.days else None
        if said and self._is_near(said):
            return Grade(1.0, (part_mark(self.in_words(), found=True),))
        return grade_date(self.date, given.text)

    def _is_near(self, said: HistoricalDate) -> bool:
        earliest, latest = self.date.earliest - self.days, self.date.latest + self.days
        return earliest <= said.earliest and said.latest <= latest


_NEVER = Date(HistoricalDate("", 0, 0))


def _days(length: str) -> int:
    found = _LENGTH.fullmatch(length.strip())
    if not found:
        raise ValueError(length)
    return int(found[1]) * _DAYS[found[2]]


def _report(line: Line, lines: Lines) -> None:
    what = message(N_("“{text}” is not a date to ask for"), text=line.text)
    remedy = message(N_("Write “1950-02-14”, “1950-02”, “1937/1945” or “1950 ± 1 year”"))
    lines.report(line, what, remedy)
