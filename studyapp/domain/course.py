"""A course as its author means it: a tree of topics, and what each of them gives to do.

Ids are full ids (`course/kind/slug`), see `ids`. `place` says where in the source a thing
stands, and is `NOWHERE` for what was read from a pack. All are tuples, since the types of so many
dataclasses take 15 ms to make, and the board needs them when it is first shown. Their annotations
are types where they can be, since a named tuple compiles each that is a text.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.dates import HistoricalDate

if TYPE_CHECKING:
    # The types of blocks take 10 ms more to make, and only notes are made of them; the kinds of
    # questions are needed when the first is asked.
    from studyapp.domain.boards.teacher_task import TeacherTask
    from studyapp.domain.kinds.kind import AnyContent
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


class Theme(NamedTuple):
    """A lens of the course; colour and icon follow it."""

    id: str
    name: str
    hue: str
    icon: str
    about: str
    place: Place = NOWHERE


class Account(NamedTuple):
    """One explanation of events; links of different accounts may contradict each other."""

    id: str
    name: str
    about: str
    place: Place = NOWHERE


class Topic(NamedTuple):
    """A topic with its one note; `parent` is a topic's id or None at the top of the tree."""

    id: str
    parent: str | None
    title: str
    themes: tuple[str, ...]
    blocks: "tuple[Block, ...]"
    place: Place = NOWHERE


class Factor(NamedTuple):
    """Something that happened, or a condition; `date` is None for what has no date.

    `wordings` count where a typed answer has to name it, beside the title, and are never shown.
    """

    id: str
    topic: str
    title: str
    detail: str
    date: HistoricalDate | None
    themes: tuple[str, ...]
    wordings: tuple[str, ...] = ()
    place: Place = NOWHERE


class KeyPoint(NamedTuple):
    """One thing an answer must say, and the wordings that count for it (the text is one)."""

    text: str
    wordings: tuple[str, ...] = ()


class Link(NamedTuple):
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
    place: Place = NOWHERE


class Distractor(NamedTuple):
    """A factor that looks like a cause of another and is not: why it tempts, why it fails."""

    id: str
    topic: str
    cause: str
    consequence: str
    tempting: str
    wrong: str
    place: Place = NOWHERE


class GlossaryTerm(NamedTuple):
    """A person, place, body or idea, with every name it goes by."""

    id: str
    topic: str | None
    name: str
    kind: str
    aliases: tuple[str, ...]
    definition: str
    place: Place = NOWHERE


class Question(NamedTuple):
    """What the course asks; its content is what its kind makes of it.

    The prompt of a cloze is a sentence with gaps, see `gaps`.
    """

    id: str
    topic: str
    prompt: str
    content: "AnyContent"
    explanation: str
    passage: str | None
    themes: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def kind(self) -> str:
        """What it asks the student to do, by its name in the table of kinds."""
        return self.content.kind


class Picture(NamedTuple):
    """A picture by its name in the course folder, such as `pictures/map.svg`."""

    name: str
    media_type: str
    data: bytes


class CourseInfo(NamedTuple):
    """What stands on the cover; `id` is random and never changes, a fork names its origin."""

    id: str
    title: str
    language: str
    edition: str
    licence: str
    authors: str
    about: str
    derived_from: str = ""


class Course(NamedTuple):
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
    tasks: "tuple[TeacherTask, ...]" = ()
