"""Reasons on two sides: what an essay, a source or a statement has to weigh, and its marking.

A piece of a student's plan makes a reason if it was picked from the course and rests on the same
factor or passage, or if its own words say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading import PointMark, grade_typed
from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Line, Lines, key_point
from studyapp.domain.messages import N_, message

SCALE = "scale"
_SEE = re.compile(r"\s*\bSee:\s*", re.IGNORECASE)
_FACTORS = re.compile(r"\s*\(factors?:\s*([^()]+)\)\s*\.?$", re.IGNORECASE)
_STEPS = range(2, 8)


class Side(StrEnum):
    """What a reason speaks for, of what has to be weighed or compared."""

    FOR = "for"
    AGAINST = "against"
    ALIKE = "alike"
    DIFFERENT = "different"
    USEFUL = "useful"
    LIMITED = "limited"
    AGREE = "agree"
    DISAGREE = "disagree"


class Evidence(NamedTuple):
    """A reason, the passage that says so, if one does, and the factors that carry it."""

    side: Side
    text: str
    passage: str | None = None
    wordings: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()

    @property
    def point(self) -> KeyPoint:
        """The reason as a key point."""
        return KeyPoint(self.text, self.wordings)


class Piece(NamedTuple):
    """What a student sets down: own words, or what was picked, and where the course tells it."""

    text: str
    element: str = ""
    passages: tuple[str, ...] = ()


Sides = Mapping[Side, Sequence[Piece]]


def evidence_of(lines: Lines, *sides: Side) -> tuple[Evidence, ...]:
    """Return the reasons of some sides, in the order in which they stand."""
    return tuple(_evidence(line, lines) for line in lines.of(*(side.value for side in sides)))


def steps_of(lines: Lines) -> tuple[str, ...]:
    """Return the steps of the scale, if there is one; too few or too many are reported."""
    scales = list(lines.of(SCALE))
    steps = tuple(step.strip() for step in scales[-1].text.split("|")) if scales else ()
    if scales and (len(steps) not in _STEPS or not all(steps)):
        what = message(N_("A scale has from two to seven steps"))
        remedy = message(N_("Write them with “|” between them: “hardly | in part | largely”"))
        lines.report(scales[-1], what, remedy)
    return steps


def one_side_missing(evidence: Sequence[Evidence], wanted: set[Side]) -> bool:
    """Say whether the reasons are not for just the sides that are wanted."""
    return {item.side for item in evidence} != wanted


def missing_side(code: str, prompt: str, remedy: str) -> Wrong:
    """Return what is wrong with a question that has reasons on one side only."""
    what = message(N_("“{prompt}” does not give reasons for both sides"), prompt=prompt)
    return Wrong(code, what, message(remedy))


def passages_of(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return where reasons are told."""
    return tuple(item.passage for item in evidence if item.passage)


def marked(evidence: Sequence[Evidence], said: Sides, aliases: Aliases) -> tuple[PointMark, ...]:
    """Mark each reason: it stands on its side, or on the other one, or it is missing."""
    return tuple(_mark(item, evidence, said, aliases) for item in evidence)


def _mark(item: Evidence, evidence: Sequence[Evidence], said: Sides, aliases: Aliases) -> PointMark:
    mark = _best(item, said.get(item.side, ()), aliases)
    strays = _strays(item, evidence, said, aliases)
    if mark.found or not any(_of_piece(item, piece, aliases).found for piece in strays):
        return mark
    return PointMark(item.point, found=False, elsewhere=True)


def _strays(
    item: Evidence, evidence: Sequence[Evidence], said: Sides, aliases: Aliases
) -> Iterator[Piece]:
    """Yield what stands on another side; not what was picked and makes a reason there."""
    for side, pieces in said.items():
        there = [other for other in evidence if other.side is side is not item.side]
        for piece in pieces if there else ():
            made = (_of_piece(other, piece, aliases).found for other in there if piece.element)
            if not any(made):
                yield piece


def _best(item: Evidence, pieces: Sequence[Piece], aliases: Aliases) -> PointMark:
    """Return the mark of the piece that makes the reason best."""
    best = PointMark(item.point, found=False)
    for piece in pieces:
        mark = _of_piece(item, piece, aliases)
        if mark.found:
            return mark
    return best


def _of_piece(item: Evidence, piece: Piece, aliases: Aliases) -> PointMark:
    if _rests_on(item, piece):
        return PointMark(item.point, found=True)
    return grade_typed((item.point,), piece.text, aliases).points[0]


def _rests_on(item: Evidence, piece: Piece) -> bool:
    if not piece.element:
        return False
    return item.passage in piece.passages or piece.element in item.factors


def _evidence(line: Line, lines: Lines) -> Evidence:
    said, *where = _SEE.split(line.text, maxsplit=1)
    carried = _FACTORS.search(said)
    if carried:
        said = said[: carried.start()]
    point = key_point(said) or KeyPoint("")
    names = [name.strip() for name in carried[1].split(";")] if carried else []
    found = (lines.factor(name, line.place) for name in names)
    passage = lines.see(where[0], line.place) if where else None
    factors = tuple(factor for factor in found if factor)
    return Evidence(Side(line.label), point.text, passage, point.wordings, factors)


def sides_in_words(said: Sides) -> dict[str, object]:
    """Return pieces as JSON for the log, by the names of their sides."""
    return {
        side.value: [[piece.text, piece.element, [*piece.passages]] for piece in pieces]
        for side, pieces in said.items()
    }


def sides_again(logged: Mapping[str, object], sides: Sequence[Side]) -> dict[Side, list[Piece]]:
    """Return logged pieces again; what is not a piece is left out."""
    return {side: list(_pieces(logged.get(side.value))) for side in sides}


def _pieces(logged: object) -> Iterator[Piece]:
    for each in logged if isinstance(logged, list) else ():
        match each:
            case [str(text), str(element), list(passages)]:
                yield Piece(text, element, tuple(map(str, passages)))
