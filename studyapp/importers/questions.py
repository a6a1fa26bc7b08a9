"""Questions sections: an item is the prompt; the items below it are options, answers, points."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from studyapp.domain import gaps
from studyapp.domain.course import KeyPoint, Option, Place, Question, QuestionKind
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found, key_point
from studyapp.importers.sections import Item, label
from studyapp.importers.seeing import Seeing

LABELS = ("answer", "point", "because", "see")
_BOX = re.compile(r"\[([ xX✓]?)\]\s+(.+)", re.DOTALL)
_WHY = re.compile(r"\s+(?:—|--)\s+")


@dataclass(slots=True)
class _Parts:
    options: list[Option] = field(default_factory=list)
    answers: list[KeyPoint] = field(default_factory=list)
    points: list[KeyPoint] = field(default_factory=list)
    explanation: str = ""
    passage: str | None = None


def questions(
    items: Iterable[Item], topic: str, seeing: Seeing, problems: list[Problem]
) -> Iterator[Found[Question]]:
    """Yield the questions of one topic."""
    for item in items:
        parts = _Parts()
        for child in item.children:
            if not _take(child, parts, topic, seeing):
                problems.append(_unknown_line(child.place))
        given = bool(parts.options) + bool(parts.points or parts.answers)
        if given + bool(_gaps(item.text)) > 1:
            problems.append(_mixed(item.place))
        question = _question(item, topic, parts)
        yield Found(question, item.text, normalised(item.text), item.given, slug_of(item.text))


def _question(item: Item, topic: str, parts: _Parts) -> Question:
    typed = (*_one_point(parts.answers), *parts.points)
    cloze = _gaps(item.text)
    kind = QuestionKind.CLOZE if cloze else QuestionKind.TYPED
    return Question(
        id="",
        topic=topic,
        kind=QuestionKind.CHOICE if parts.options else kind,
        prompt=item.text,
        options=tuple(parts.options),
        points=() if parts.options else cloze or typed,
        explanation=parts.explanation,
        passage=parts.passage,
        place=item.place,
    )


def _gaps(prompt: str) -> tuple[KeyPoint, ...]:
    """Return what fills the gaps of a prompt; an empty gap takes nothing, which `check` says."""
    held = gaps.wordings_of_gaps(prompt)
    return tuple(KeyPoint(first, tuple(others)) for first, *others in (w or ("",) for w in held))


def _take(child: Item, parts: _Parts, topic: str, seeing: Seeing) -> bool:
    """Add what one item below a prompt says; say whether it could be understood."""
    box = _BOX.fullmatch(child.text)
    if box:
        parts.options.append(_option(box[2], right=box[1].strip() != ""))
        return True
    name, value = label(child, *LABELS) or ("", "")
    point = key_point(value)
    if name == "see":
        parts.passage = seeing.passage(value, topic, child.place)
    elif name == "because":
        parts.explanation = value
    elif name and point:
        (parts.answers if name == "answer" else parts.points).append(point)
    return name in ("see", "because") or bool(name and point)


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
        N_("Start it with “[x]”, “[ ]”, “Answer:”, “Point:”, “Because:” or “See:”, and say it")
    )
    return error("question-form", place, what, remedy)


def _mixed(place: Place) -> Problem:
    what = message(N_("The question has more than one of options, a typed answer and gaps"))
    return error("question-form", place, what, message(N_("Make two questions of it")))
