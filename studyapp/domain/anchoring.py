"""Anchors: how a highlight holds on to words that the author may move or mend.

An anchor stores the passage and the offsets, and also the quotation with what stood around it
(the W3C Web Annotation Data Model's TextQuoteSelector). After an edit it is found again by the
nearest means that works: same place, same words in the same passage, same words elsewhere in
the note, nearly the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from studyapp.domain.pages import Passage

CONTEXT = 32
CLOSE_ENOUGH = 80.0
# So many characters, of the quotation and its context, tell a place in a note from another.
TELLING = 16


class Anchor(NamedTuple):
    """Characters `start` to `end` of a passage's text, with the quotation and its context."""

    passage: str
    start: int
    end: int
    quotation: str
    before: str = ""
    after: str = ""


def anchor(passage: Passage, start: int, end: int) -> Anchor:
    """Return the anchor of part of a passage; ValueError if the part is empty or outside."""
    if not 0 <= start < end <= len(passage.text):
        raise ValueError(f"{start}–{end} is not a part of a passage of {len(passage.text)}")
    text = passage.text
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(passage.id, start, end, text[start:end], before, after)


def reanchor(lost: Anchor, passages: Sequence[Passage]) -> Anchor | None:
    """Return the anchor in the passages as they stand now, or None if the words are gone."""
    if not lost.quotation:
        return None
    home = next((passage for passage in passages if passage.id == lost.passage), None)
    if home and home.text[lost.start : lost.end] == lost.quotation:
        return lost
    found = max(_exact(lost, passages), key=_rank, default=None) or _nearly(lost, passages)
    return anchor(*found[1:]) if found else None


_Candidate: TypeAlias = "tuple[tuple[float, ...], Passage, int, int]"


def _rank(candidate: _Candidate) -> tuple[float, ...]:
    return candidate[0]


def _exact(lost: Anchor, passages: Sequence[Passage]) -> Iterator[_Candidate]:
    """Yield where the words stand now; one short word elsewhere in the note is not the same."""
    for passage in passages:
        at_home = passage.id == lost.passage
        for at in _occurrences(lost.quotation, passage.text):
            end = at + len(lost.quotation)
            context = _context(lost, passage, at, end)
            if at_home or len(lost.quotation) + context >= TELLING:
                yield (at_home, context, -abs(at - lost.start)), passage, at, end


def _occurrences(quotation: str, text: str) -> Iterator[int]:
    at = text.find(quotation)
    while at >= 0:
        yield at
        at = text.find(quotation, at + 1)


def _context(lost: Anchor, passage: Passage, start: int, end: int) -> int:
    """Count the characters around the words that are as they were."""
    before = _same(reversed(lost.before), reversed(passage.text[:start]))
    return before + _same(iter(lost.after), iter(passage.text[end:]))


def _same(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _nearly(lost: Anchor, passages: Sequence[Passage]) -> _Candidate | None:
    # rapidfuzz costs 17 ms to import; most notes need it never.
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(lost.quotation) < TELLING:
        return None
    found: list[_Candidate] = []
    for passage in passages:
        if len(passage.text) < len(lost.quotation) // 2:
            continue
        match = partial_ratio_alignment(lost.quotation, passage.text, score_cutoff=CLOSE_ENOUGH)
        if match and match.dest_end > match.dest_start:
            rank = (passage.id == lost.passage, match.score)
            found.append((rank, passage, match.dest_start, match.dest_end))
    return max(found, key=_rank, default=None)
