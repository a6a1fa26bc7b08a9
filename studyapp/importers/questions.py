"""Questions sections: an item is the prompt; the items below it are options, answers, points."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from studyapp.domain import gaps
from studyapp.domain.course import (
    Evidence,
    KeyPoint,
    Option,
    Place,
    Question,
    QuestionKind,
    Side,
)
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found, Names, key_point
from studyapp.importers.sections import Item, label
from studyapp.importers.seeing import Seeing

_SIDES = {side.value: side for side in Side}
_POINTS = ("answer", "point")
_SAYINGS = ("because", "see", "themes", "top answer")
LABELS = (*_POINTS, *_SAYINGS, *_SIDES)
_BOX = re.compile(r"\[([ xX✓]?)\]\s+(.+)", re.DOTALL)
_WHY = re.compile(r"\s+(?:—|--)\s+")
_SEE = re.compile(r"\s*\bSee:\s*", re.IGNORECASE)


class Around(NamedTuple):
    """What the questions of a topic stand in: it, its themes, and what their words refer to."""

    topic: str
    themes: tuple[str, ...]
    names: Names
    seeing: Seeing


@dataclass(slots=True)
class _Parts:
    options: list[Option] = field(default_factory=list)
    answers: list[KeyPoint] = field(default_factory=list)
    points: list[KeyPoint] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    explanation: str = ""
    top_answer: str = ""
    passage: str | None = None
    themes: tuple[str, ...] = ()


def questions(items: Iterable[Item], around: Around) -> Iterator[Found[Question]]:
    """Yield the questions of one topic."""
    problems = around.names.problems
    for item in items:
        parts = _Parts(themes=around.themes)
        for child in item.children:
            if not _take(child, parts, around):
                problems.append(_unknown_line(child.place))
        if len(_kinds(item, parts)) > 1:
            problems.append(_mixed(item.place))
        question = _question(item, around.topic, parts)
        yield Found(question, item.text, normalised(item.text), item.given, slug_of(item.text))


def _question(item: Item, topic: str, parts: _Parts) -> Question:
    typed = (*_one_point(parts.answers), *parts.points)
    cloze = _gaps(item.text)
    kind = next(iter(_kinds(item, parts)), QuestionKind.TYPED)
    asks_points = kind in (QuestionKind.TYPED, QuestionKind.CLOZE)
    return Question(
        id="",
        topic=topic,
        kind=kind,
        prompt=item.text,
        options=tuple(parts.options),
        points=(cloze or typed) if asks_points else (),
        explanation=parts.explanation,
        passage=parts.passage,
        themes=parts.themes,
        evidence=tuple(parts.evidence),
        top_answer=parts.top_answer,
        place=item.place,
    )


def _kinds(item: Item, parts: _Parts) -> tuple[QuestionKind, ...]:
    """Return every kind that a question is by what stands below it; one of them is meant."""
    signs = {
        QuestionKind.CHOICE: parts.options,
        QuestionKind.ESSAY: parts.evidence or parts.top_answer,
        QuestionKind.CLOZE: _gaps(item.text),
        QuestionKind.TYPED: parts.points or parts.answers,
    }
    return tuple(kind for kind, sign in signs.items() if sign)


def _gaps(prompt: str) -> tuple[KeyPoint, ...]:
    """Return what fills the gaps of a prompt; an empty gap takes nothing, which `check` says."""
    held = gaps.wordings_of_gaps(prompt)
    return tuple(KeyPoint(first, tuple(others)) for first, *others in (w or ("",) for w in held))


def _take(child: Item, parts: _Parts, around: Around) -> bool:
    """Add what one item below a prompt says; say whether it could be understood."""
    box = _BOX.fullmatch(child.text)
    if box:
        parts.options.append(_option(box[2], right=box[1].strip() != ""))
        return True
    name, value = label(child, *LABELS) or ("", "")
    if name in _SIDES:
        parts.evidence.append(_evidence(_SIDES[name], value, child.place, around))
    elif name in _POINTS:
        point = key_point(value)
        if point:
            (parts.answers if name == "answer" else parts.points).append(point)
        return bool(point)
    elif name:
        _say(name, value, parts, around, child.place)
    return bool(name)


def _say(name: str, value: str, parts: _Parts, around: Around, place: Place) -> None:
    """Add what is said once of a question."""
    if name == "see":
        parts.passage = around.seeing.passage(value, around.topic, place)
    elif name == "because":
        parts.explanation = value
    elif name == "top answer":
        parts.top_answer = value
    else:
        parts.themes = around.names.theme_ids(map(str.strip, value.split(",")), place)


def _evidence(side: Side, value: str, place: Place, around: Around) -> Evidence:
    said, *where = _SEE.split(value, maxsplit=1)
    passage = around.seeing.passage(where[0], around.topic, place) if where else None
    return Evidence(side, said, passage)


def _option(text: str, *, right: bool) -> Option:
    answer, *why = _WHY.split(text, maxsplit=1)
    return Option(answer.strip(), right, why[0].strip() if why else "")


def _one_point(answers: list[KeyPoint]) -> tuple[KeyPoint, ...]:
    """Join several `Answer:` lines: each is a wording of the one answer."""
    if not answers:
        return ()
    first, *others = answers
    wordings = (wording for other in others for wording in (other.text, *other.wordings))
    return (KeyPoint(first.text, (*first.wordings, *wordings)),)


def _unknown_line(place: Place) -> Problem:
    what = message(N_("This says nothing about the question"))
    remedy = message(
        N_(
            "Start it with “[x]”, “[ ]”, “Answer:”, “Point:”, “For:”, “Against:”, “Alike:”, "
            "“Different:”, “Top answer:”, “Because:”, “See:” or “Themes:”, and say it"
        )
    )
    return error("question-form", place, what, remedy)


def _mixed(place: Place) -> Problem:
    what = message(N_("The question has more than one of options, an answer, gaps and evidence"))
    return error("question-form", place, what, message(N_("Make two questions of it")))
