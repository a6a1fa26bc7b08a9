"""What a reader is shown: rows of a course, ready for the window.

NamedTuples, because these are on the way to the first paint and cost least to define.
"""

from typing import NamedTuple

from studyapp.domain.messages import Message


class TopicEntry(NamedTuple):
    """A topic in the tree; `depth` is 0 at the top."""

    id: str
    parent: str | None
    title: str
    depth: int


class HeadingEntry(NamedTuple):
    """A heading of a note, and the passage it is."""

    passage: str
    level: int
    text: str


# Kinds of hits that are the student's own.
OWN_KINDS = ("highlight", "margin note")


class NotePage(NamedTuple):
    """A note ready to be shown; `trail` are the titles above it."""

    topic: str
    title: str
    trail: tuple[str, ...]
    html: str
    headings: tuple[HeadingEntry, ...]


class Passage(NamedTuple):
    """What can be pointed at: an id, the kind of block, and its words."""

    id: str
    kind: str
    text: str


class PassageEntry(NamedTuple):
    """A passage with the topic it belongs to and the heading it stands under."""

    id: str
    topic: str
    kind: str
    text: str
    heading: str


class Leads(NamedTuple):
    """What rests on a passage: cards by id with what they ask, factors as (id, title, topic)."""

    cards: tuple[tuple[str, Message], ...] = ()
    factors: tuple[tuple[str, str, str], ...] = ()


class ThemeEntry(NamedTuple):
    """A lens of the course, with the names of its colour and icon."""

    id: str
    name: str
    hue: str
    icon: str
    about: str


class Hit(NamedTuple):
    """A search result; `snippet` is text in pieces, each with whether it matches.

    `kind` is "topic", "passage", "term", "factor", "question", "highlight" or "margin note".
    """

    kind: str
    element: str
    title: str
    topic: str
    passage: str | None
    snippet: tuple[tuple[str, bool], ...]
