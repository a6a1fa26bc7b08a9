"""Element ids: `course/kind/slug`, stable across editions of a course."""

from typing import NamedTuple

from studyapp.domain.text import normalised

KINDS = (
    "topic",
    "factor",
    "link",
    "term",
    "question",
    "theme",
    "account",
    "distractor",
)


class ElementId(NamedTuple):
    """The three parts of a full id."""

    course: str
    kind: str
    slug: str

    def __str__(self) -> str:
        """Return the full id."""
        return f"{self.course}/{self.kind}/{self.slug}"


def element_id(course: str, kind: str, slug: str) -> str:
    """Return the full id of an element."""
    return f"{course}/{kind}/{slug}"


def parts(full: str) -> ElementId:
    """Split a full id; ValueError if it has not three parts."""
    course, kind, slug = full.split("/")
    return ElementId(course, kind, slug)


def slug(full: str) -> str:
    """Return the last part of a full id."""
    return full.rsplit("/", 1)[-1]


def passage_hash(text: str) -> str:
    """Return the ten hex digits that name a passage by its words."""
    # hashlib brings OpenSSL, 4 MB that only those who build a course need.
    import hashlib

    return hashlib.sha256(normalised(text).encode()).hexdigest()[:10]


def passage_id(topic: str, name: str) -> str:
    """Return the id of the passage `name` (given by hand, or a hash) in the note of `topic`."""
    owner = parts(topic)
    return f"{owner.course}/passage/{owner.slug}.{name}"


def card_id(element: str, facet: str) -> str:
    """Return the id of the card that asks one facet of an element."""
    return f"{element}#{facet}"


def element_of(card: str) -> str:
    """Return the id of the element a card belongs to."""
    return card.partition("#")[0]
