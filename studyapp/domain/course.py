"""A course as its author means it: a tree of topics, and what each of them gives to do.

Ids are full ids (`course/kind/slug`), see `ids`. `place` says where in the source a thing
stands; it is not part of what the thing is and takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.dates import HistoricalDate

if TYPE_CHECKING:
    # The board knows courses too, and the types of blocks take 10 ms to make.
    from studyapp.domain.notes import Block


class Place(NamedTuple):
    """A line in a source file, for messages: the path as given, the line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        """Return `file:line`."""
        return f"{self.file}:{self.line}"


NOWHERE = Place("", 0)


class Duration(StrEnum):
    """How far back a cause reaches (the *term* of a link)."""

    LONG = "long"
    SHORT = "short"
    TRIGGER = "trigger"


class Certainty(StrEnum):
    """Whether historians agree on a link."""

    AGREED = "agreed"
    CONTESTED = "contested"


class QuestionKind(StrEnum):
    """What a question asks the student to do."""

    CHOICE = "choice"
    TYPED = "typed"
    CLOZE = "cloze"
    ESSAY = "essay"


@dataclass(frozen=True, slots=True)
class Theme:
    """A lens of the course; colour and icon follow it."""

    id: str
    name: str
    hue: str
    icon: str
    about: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Account:
    """One explanation of events; links of different accounts may contradict each other."""

    id: str
    name: str
    about: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its one note; `parent` is a topic's id or None at the top of the tree."""

    id: str
    parent: str | None
    title: str
    themes: tuple[str, ...]
    blocks: tuple[Block, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that happened, or a condition; `date` is None for what has no date."""

    id: str
    topic: str
    title: str
    detail: str
    date: HistoricalDate | None
    themes: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing an answer must say, and the wordings that count for it (the text is one)."""

    text: str
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Cause → consequence, and why; `passage` is where the note says so, if it does."""

    id: str
    topic: str
    cause: str
    consequence: str
    because: str
    duration: Duration
    certainty: Certainty
    account: str
    themes: tuple[str, ...]
    points: tuple[KeyPoint, ...]
    passage: str | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Distractor:
    """A factor that looks like a cause of another and is not: why it tempts, why it fails."""

    id: str
    topic: str
    cause: str
    consequence: str
    tempting: str
    wrong: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A person, place, body or idea, with every name it goes by."""

    id: str
    topic: str | None
    name: str
    kind: str
    aliases: tuple[str, ...]
    definition: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; `why` says why it is right or wrong."""

    text: str
    right: bool
    why: str = ""


class Side(StrEnum):
    """What a piece of evidence speaks for, of what an essay has to weigh."""

    FOR = "for"
    AGAINST = "against"


class Evidence(NamedTuple):
    """What an essay can rest on, and the passage that says so, if one does."""

    side: Side
    text: str
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the course asks: options to choose from, or key points a typed answer must hold.

    The prompt of a cloze is a sentence with gaps, see `gaps`; its key points are what fills them.
    An essay has evidence for both sides instead, and `top_answer`: what the best answers do.
    """

    id: str
    topic: str
    kind: QuestionKind
    prompt: str
    options: tuple[Option, ...]
    points: tuple[KeyPoint, ...]
    explanation: str
    passage: str | None
    themes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    top_answer: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its name in the course folder, such as `pictures/map.svg`."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CourseInfo:
    """What stands on the cover; `id` is random and never changes, a fork names its origin."""

    id: str
    title: str
    language: str
    edition: str
    licence: str
    authors: str
    about: str
    derived_from: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course. Topics stand in reading order, parents before their children."""

    info: CourseInfo
    themes: tuple[Theme, ...] = ()
    accounts: tuple[Account, ...] = ()
    topics: tuple[Topic, ...] = ()
    factors: tuple[Factor, ...] = ()
    links: tuple[Link, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    questions: tuple[Question, ...] = ()
    pictures: tuple[Picture, ...] = ()
