"""Questions sections: an item is the prompt; the items below it make its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from studyapp.domain.course import Place, Question
from studyapp.domain.kinds.choice import RIGHT_BOX, WRONG_BOX
from studyapp.domain.kinds.kind import AnyContent
from studyapp.domain.kinds.lines import Line, Lines
from studyapp.domain.kinds.table import KINDS, kind_of, nearest_kind
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found, Names
from studyapp.importers.lookup import Lookup
from studyapp.importers.sections import Item, label
from studyapp.importers.seeing import Seeing

_SAYINGS = ("because", "see", "themes")
_BOX = re.compile(r"\[([ xX✓]?)\]\s+(.+)", re.DOTALL)


class Around(NamedTuple):
    """What the questions of a topic stand in: it, its themes, and what their words refer to."""

    topic: str
    themes: tuple[str, ...]
    names: Names
    seeing: Seeing


@dataclass(slots=True)
class _Parts:
    """What was said below a prompt: what every question may say, and the lines of its kind."""

    themes: tuple[str, ...]
    explanation: str = ""
    passage: str | None = None
    lines: list[Line] = field(default_factory=list)
    unknown: list[Item] = field(default_factory=list)


def labels(kinds: Iterable[type[AnyContent]] = KINDS.values()) -> tuple[str, ...]:
    """Return how a line below a prompt may begin, as it is written: of some kinds, or of all."""
    marks = (_written(name, kind) for kind in kinds for name in kind.labels)
    return tuple(dict.fromkeys((*marks, *(f"{name.capitalize()}:" for name in _SAYINGS))))


def questions(items: Iterable[Item], around: Around) -> Iterator[Found[Question]]:
    """Yield the questions of one topic."""
    for item in items:
        parts = _Parts(around.themes)
        for child in item.children:
            _take(child, parts, around)
        question = Question(
            id="",
            topic=around.topic,
            prompt=item.text,
            content=_content(item, parts, around),
            explanation=parts.explanation,
            passage=parts.passage,
            themes=parts.themes,
            place=item.place,
        )
        yield Found(question, item.text, normalised(item.text), item.given, slug_of(item.text))


def _content(item: Item, parts: _Parts, around: Around) -> AnyContent:
    """Return what the lines make of the question; if they make several kinds, a problem says so."""

    def see(words: str, place: Place) -> str | None:
        return around.seeing.passage(words, around.topic, place)

    problems = around.names.problems
    lines = Lines(item.text, tuple(parts.lines), see, problems, around.names.factor_id)
    kind = kind_of(lines)
    fitting = labels((kind,)) if kind and parts.lines else labels()
    problems += (_unknown_line(child, fitting) for child in parts.unknown)
    if kind is None:
        problems.append(_mixed(item.place))
        kind = nearest_kind(lines)
    return kind.read(lines)


def _take(child: Item, parts: _Parts, around: Around) -> None:
    """Add what one item below a prompt says, or report that it says nothing."""
    line = _line(child)
    if line is None:
        parts.unknown.append(child)
    elif line.label == "see":
        parts.passage = around.seeing.passage(line.text, around.topic, line.place)
    elif line.label == "because":
        parts.explanation = line.text
    elif line.label == "themes":
        named = map(str.strip, line.text.split(","))
        parts.themes = around.names.theme_ids(named, line.place)
    else:
        parts.lines.append(line)


def _line(child: Item) -> Line | None:
    box = _BOX.fullmatch(child.text)
    if box:
        return Line(RIGHT_BOX if box[1].strip() else WRONG_BOX, box[2], child.place)
    bare = {name for kind in KINDS.values() for name in kind.bare}
    alone = child.text.strip(" .").casefold()
    if alone in bare:
        return Line(alone, "", child.place)
    named = {name for kind in KINDS.values() for name in kind.labels} - bare
    name, text = label(child, *_SAYINGS, *named) or ("", "")
    said = name in _SAYINGS or text.strip(" |")
    return Line(name, text, child.place) if name and said else None


def _written(name: str, kind: type[AnyContent]) -> str:
    if name.startswith("["):
        return name
    return name.capitalize() if name in kind.bare else f"{name.capitalize()}:"


def _unknown_line(child: Item, fitting: Sequence[str]) -> Problem:
    """Say what is wrong with a line; `fitting` are the labels that the question can have."""
    begun, colon, _said = child.text.partition(":")
    written = f"{begun.strip()}:" if colon else ""
    if written.casefold() in map(str.casefold, labels()):
        what = message(N_("“{label}” stands there with nothing after it"), label=written)
        remedy = message(N_("Write after the colon what it is, or take the line out"))
        return error("question-form", child.place, what, remedy)
    meant = _labels().closest(begun) if colon else None
    if meant:
        what = message(N_("“{label}” is no line of a question"), label=written)
        remedy = message(N_("Did you mean “{name}”?"), name=meant)
        return error("question-form", child.place, what, remedy)
    said = ", ".join(f"“{written}”" for written in fitting)
    what = message(N_("This says nothing about the question"))
    remedy = message(N_("Start it with one of {labels}, and say it"), labels=said)
    return error("question-form", child.place, what, remedy)


def _labels() -> Lookup:
    known = Lookup()
    for written in labels():
        if written.endswith(":"):
            known.add(written, (written,))
    return known


def _mixed(place: Place) -> Problem:
    what = message(N_("The lines below the question belong to different kinds of questions"))
    return error("question-form", place, what, message(N_("Make two questions of it")))
