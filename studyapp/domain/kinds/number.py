"""A number to type: by value, however it is written, and right within what its author allows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, isclose

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import Grade, grade_typed, part_mark
from studyapp.domain.kinds.lines import Line, Lines, key_point
from studyapp.domain.kinds.typed import InWords, TypedAnswer
from studyapp.domain.messages import N_, message
from studyapp.domain.text import words
from studyapp.domain.values import Number as Written
from studyapp.domain.values import numbers

_TOLERANCE = re.compile(r"\s*(?:±|\+/-|\+-)\s*")
_PER_CENT = re.compile(r"(?:%|per cent\b)")
_UP_TO = re.compile(r"\s*(?:–|-|\bto\b)\s*")


@dataclass(frozen=True, slots=True)
class Number(InWords):
    """What an answer may be at least and at most, as its author `told` it.

    Where there is a `unit`, an answer has to name it too.
    """

    low: float
    high: float
    told: str
    unit: KeyPoint | None = None

    kind = "number"
    labels = ("number",)

    @classmethod
    def read(cls, lines: Lines) -> Number:
        """Return the number with its tolerance; “250–350” is a number as well."""
        line = lines.only("number")
        if line is None:
            return cls(0.0, 0.0, "")
        found = _read(line.text)
        if found is None:
            _report(line, lines)
        return found or cls(0.0, 0.0, line.text)

    def in_words(self) -> str:
        """Return the number as its author wrote it."""
        return self.told

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark the number, and the unit if one is asked for."""
        said = _said(given.text, self.unit)
        held = words(given.text.casefold()[said.start : said.end]) if said else ()
        number = part_mark(self.told, found=self._holds(said), words=tuple(held))
        units = grade_typed([self.unit], given.text, aliases).points if self.unit else ()
        marks = (number, *units)
        # The unit of a wrong number is worth nothing.
        value = sum(mark.found for mark in marks) / len(marks) if number.found else 0.0
        return Grade(value, marks)

    def is_sure(self, given: TypedAnswer) -> bool:
        """Say whether it is the number that is wrong: its unit may be said in other words."""
        grade = self.grade(given)
        return grade.right or not grade.points[0].found

    def _holds(self, said: Written | None) -> bool:
        if said is None:
            return False
        at_an_end = isclose(said.value, self.low) or isclose(said.value, self.high)
        return at_an_end or self.low < said.value < self.high


def _said(answer: str, unit: KeyPoint | None) -> Written | None:
    """Return the number of an answer: the one before its unit, or else the first."""
    text = answer.casefold()
    found = list(numbers(text))
    names = [name.casefold() for name in (unit.text, *unit.wordings)] if unit else []
    before = (each for each in found if text[each.end :].lstrip().startswith(tuple(names)))
    return next(before, found[0] if found else None) if names else next(iter(found), None)


def _read(text: str) -> Number | None:
    told, *about = _TOLERANCE.split(text.casefold(), maxsplit=1)
    found = list(numbers(told))
    if not found or len(found) > 2 or told[: found[0].start].strip(" -−"):
        return None
    if len(found) == 2 and (about or not _UP_TO.fullmatch(told[found[0].end : found[1].start])):
        return None
    spread = _spread(about[0], found[0].value) if about else 0.0
    unit = key_point(text[found[-1].end : len(told)])
    low, high = found[0].value - spread, found[-1].value + spread
    return Number(low, high, text.replace("|", "/"), unit) if low <= high < inf else None


def _spread(about: str, value: float) -> float:
    """Return how far off an answer may be; infinite if that cannot be read."""
    found = list(numbers(about))
    rest = about[found[0].end :].strip() if len(found) == 1 else "?"
    if len(found) != 1 or (rest and not _PER_CENT.fullmatch(rest)):
        return inf
    return abs(value) * found[0].value / 100 if rest else found[0].value


def _report(line: Line, lines: Lines) -> None:
    what = message(N_("“{text}” is not a number to ask for"), text=line.text)
    lines.report(line, what, message(N_("Write “300 million”, “300 km ± 10 %” or “250–350”")))
