"""Where to put the gap when a student makes a card of words in a note."""

import re

from studyapp.domain.dates import MONTHS

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-zà-þ])")
_WORD = re.compile(r"[^\W_](?:[\w.,’'\-]*\w)?")
_DATE = re.compile(rf"(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\b(?:\s+\d{{3,4}})?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*")
# So many letters of the next sentence are selected by a slip of the hand.
_SLIP = 4
_BRACES = re.compile(r"\{\{|\}\}")


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start` and `end` moved so that no word is cut, and no space or full stop is left.

    What reaches a little into the next sentence ends with the first.
    """
    words = [found for found in _WORD.finditer(text) if found.start() < end and found.end() > start]
    if not words:
        return start, end
    first, last = words[0].start(), words[-1].end()
    for sentence in _SENTENCE_END.finditer(text, first, last):
        if end - sentence.end() <= _SLIP and sentence.start() > first:
            held = [word for word in words if word.end() <= sentence.start()]
            return first, held[-1].end() if held else last
    return first, last


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences begin and end that hold `text[start:end]`."""
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    begins = [found.end() for found in _SENTENCE_END.finditer(text)]
    first = max((at for at in begins if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    return first, last


def with_a_gap(text: str, start: int, end: int) -> str:
    """Return the sentences around `text[start:end]` with a gap there.

    What is a whole sentence gets a gap at what is likeliest to be asked.
    """
    first, last = sentences_around(text, start, end)
    if text[first:last].strip(" .!?…") == text[start:end].strip(" .!?…"):
        start, end = _likely_gap(text, first, last)
    before, held, after = text[first:start], text[start:end], text[end:last]
    bare = [_BRACES.sub("", part) for part in (before, held, after)]
    return " ".join(f"{bare[0]}{{{{{bare[1]}}}}}{bare[2]}".split())


def _likely_gap(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the place of a date, else of a number, a name, or the longest word."""
    for kind in (_DATE, _NUMBER, _NAME, _WORD):
        found = [each for each in kind.finditer(text, first, last) if _tells(each, kind, first)]
        if found:
            best = max(found, key=lambda each: len(each[0]))
            return best.start(), best.end()
    return first, last


def _tells(found: re.Match[str], kind: re.Pattern[str], first: int) -> bool:
    """Say whether what looks like a name is one: any sentence begins with a capital letter."""
    return kind is not _NAME or found.start() > first or " " in found[0]
