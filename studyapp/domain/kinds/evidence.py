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
from studyapp.domain.grading.grade import PointMark, grade_typed
from studyapp.domain.grading.points import Said
from studyapp.domain.kinds.lines import Line, Lines, key_point
from studyapp.domain.messages import N_, Message, message

SCALE = "scale"
_SEE = re.compile(r"\s*\bSee:\s*", re.IGNORECASE)
_FACTORS = re.compile(r"\s*\(factors?:\s*([^()]+)\)\s*\.?$", re.IGNORECASE)
_STEPS = range(2, 8)
_WORTH = {Said.MISSING: 0, Said.PARTLY: 1, Said.FOUND: 2}


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
_Told = tuple[Piece, Sequence[PointMark]]


def evidence_of(lines: Lines, *sides: Side) -> tuple[Evidence, ...]:
    """Return the reasons of some sides, one side after the other."""
    return tuple(_evidence(line, lines) for side in sides for line in lines.of(side.value))


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


def one_sided(prompt: str) -> Message:
    """Return what is wrong with a question that has reasons on one side only."""
    return message(N_("“{prompt}” does not give reasons for both sides"), prompt=prompt)


def passages_of(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return where reasons are told."""
    return tuple(item.passage for item in evidence if item.passage)


def marked(evidence: Sequence[Evidence], said: Sides, aliases: Aliases) -> tuple[PointMark, ...]:
    """Mark each reason: it stands on its side, or on the other one, or it is missing."""
    told = {
        side: [(piece, _marks(evidence, piece, aliases)) for piece in pieces]
        for side, pieces in said.items()
    }
    return tuple(_mark(at, evidence, told) for at in range(len(evidence)))


def _mark(at: int, evidence: Sequence[Evidence], told: Mapping[Side, Sequence[_Told]]) -> PointMark:
    item = evidence[at]
    at_home = [marks[at] for _, marks in told.get(item.side, ())]
    best = max(at_home, key=lambda mark: _WORTH[mark.said], default=None)
    if best and best.said is not Said.MISSING:
        return best
    strays = (
        marks[at].found
        for side, pieces in told.items()
        for piece, marks in pieces
        if side is not item.side and not _is_at_home(piece, marks, evidence, side)
    )
    if any(strays):
        return PointMark(item.point, Said.PARTLY, elsewhere=True)
    return PointMark(item.point, Said.MISSING)


def _is_at_home(
    piece: Piece, marks: Sequence[PointMark], evidence: Sequence[Evidence], side: Side
) -> bool:
    """Say whether a piece that was picked makes a reason on the side where it stands."""
    made = (mark.found for mark, item in zip(marks, evidence, strict=True) if item.side is side)
    return bool(piece.element) and any(made)


def _marks(evidence: Sequence[Evidence], piece: Piece, aliases: Aliases) -> tuple[PointMark, ...]:
    """Return what one piece says of each reason, by its words or by what it rests on."""
    by_words = grade_typed([item.point for item in evidence], piece.text, aliases).points
    return tuple(
        PointMark(item.point, Said.FOUND) if _rests_on(item, piece) else mark
        for item, mark in zip(evidence, by_words, strict=True)
    )


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
