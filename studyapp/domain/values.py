"""Numbers and dates in a sentence, by value: “300 million” is “300,000,000”."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from studyapp.domain.dates import MONTHS
from studyapp.domain.written_dates import Dating, written_dates

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NAMED = {name: value for value, name in enumerate(_ONES)}
_NAMED |= {name: 10 * value for value, name in enumerate(_TENS, 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
# What stands behind digits only: “300 Mio”, but nobody's name is a number.
_SHORT_SCALES = {"mio": 10**6, "mln": 10**6, "mrd": 10**9}
_DIGITS = r"\d{1,3}(?:[,'’\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = rf"(?:{'|'.join((*_SCALES, *_SHORT_SCALES))})s?"
_WORD = "|".join((*_NAMED, *_SCALES))
# "Two hundred and ten" is one number, "between two and ten" are two.
_AND = rf"(?:{'|'.join(f'(?<={scale})' for scale in _SCALES)})\s+and\s+"
# What a letter or a point follows is no plain number: 1920s, 14.2.1950.
_NUMBER = (
    rf"(?<![\w.])(?:(?:{_DIGITS})(?![\w]|\.\d)(?:\s+{_SCALE}\b)*"
    rf"|(?:{_WORD})\b(?:(?:{_AND}|[\s-]+)(?:{_WORD}|{_SCALE})\b)*)"
)


class Value(NamedTuple):
    """What stands from `start` to `end` of a text, as the words that mean it."""

    start: int
    end: int
    words: tuple[str, ...]


def values(text: str) -> Iterator[Value]:
    """Yield the dates and numbers of a casefolded text, in their order."""
    dates = [found for found in written_dates(text) if found.date.month]
    taken = [Value(found.start, found.end, _date_in_words(found.date)) for found in dates]
    for found in re.finditer(_NUMBER, text):
        if not any(date.start < found.end() and found.start() < date.end for date in taken):
            taken.append(Value(found.start(), found.end(), (_number(found[0]),)))
    yield from sorted(taken)


class Number(NamedTuple):
    """The number that stands from `start` to `end` of a text."""

    start: int
    end: int
    value: float


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a casefolded text in their order, years among them."""
    for found in re.finditer(_NUMBER, text):
        is_negative = re.search(r"(?:^|\s)[-−]$", text[: found.start()]) is not None
        value = float(_number(found[0]))
        yield Number(found.start(), found.end(), -value if is_negative else value)


def _date_in_words(date: Dating) -> tuple[str, ...]:
    day = str(date.day) if date.day else ""
    month = MONTHS[date.month - 1].casefold() if date.month and date.month <= len(MONTHS) else ""
    return tuple(part for part in (day, month, date.year or "") if part)


def _number(written: str) -> str:
    """Return a number in digits, without separators."""
    total = part = Decimal(0)
    for word in re.findall(rf"{_DIGITS}|[a-z]+", written):
        scale = _scale(word)
        if scale > 100:
            total, part = total + (part or Decimal(1)) * scale, Decimal(0)
        elif scale:
            part = (part or Decimal(1)) * 100
        elif word in _NAMED:
            part = _joined(part, _NAMED[word])
        elif word != "and":
            part = Decimal(re.sub(r"[^\d.]", "", word))
    return format((total + part).normalize(), "f")


def _scale(word: str) -> int:
    """Return how many a word such as “millions” makes of what stands before it, or 0."""
    one = word.removesuffix("s")
    return _SCALES.get(one) or _SHORT_SCALES.get(one, 0)


def _joined(part: Decimal, more: int) -> Decimal:
    """Add a word to a number below a hundred: nineteen forty-five is a year, twenty-five a sum."""
    is_year = 10 <= part < 100 and more >= 10
    return part * 100 + more if is_year else part + more
