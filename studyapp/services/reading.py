"""Reading a course: its tree, its notes, its terms, and search.

On the way to the first paint: the dataclasses of a whole course (18 ms) are imported when needed.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.pages import Hit, NotePage, Passage, PassageEntry, TopicEntry
from studyapp.store.pack import Pack

if TYPE_CHECKING:
    from studyapp.domain.course import CourseInfo, GlossaryTerm
    from studyapp.domain.spelling import Names
    from studyapp.services.timeline import Timeline


class Reader:
    """One open course."""

    def __init__(self, pack: Pack) -> None:
        """Read from `pack`, which the reader closes."""
        self.pack = pack

    @property
    def path(self) -> Path:
        """The course's file."""
        return self.pack.path

    @property
    def id(self) -> str:
        """The course's id."""
        return self._cover["id"]

    @property
    def title(self) -> str:
        """The course's title."""
        return self._cover["title"]

    @cached_property
    def info(self) -> CourseInfo:
        """What stands on the cover."""
        return self.pack.info

    def topics(self) -> tuple[TopicEntry, ...]:
        """Return the topics in reading order."""
        return self.pack.topics()

    def title_of(self, topic: str) -> str:
        """Return a topic's title, or nothing if there is no such topic."""
        return self._titles.get(topic, "")

    def page(self, topic: str) -> NotePage:
        """Return a topic's note."""
        return self.pack.page(topic)

    def term(self, term: str) -> GlossaryTerm | None:
        """Return a glossary term, or None if there is none of this id."""
        return self._terms.get(term)

    def terms(self) -> tuple[GlossaryTerm, ...]:
        """Return the whole glossary."""
        return tuple(self._terms.values())

    def picture(self, name: str) -> bytes | None:
        """Return a picture's bytes."""
        return self.pack.picture(name)

    def passage(self, passage: str) -> PassageEntry | None:
        """Return a passage with the heading it stands under."""
        return self.pack.passage(passage)

    def passages(self, topic: str) -> tuple[Passage, ...]:
        """Return the passages of a topic's note, for anchoring."""
        return tuple(Passage(each.id, each.kind, each.text) for each in self.pack.passages(topic))

    @cached_property
    def timeline(self) -> Timeline:
        """What a timeline asks of this course."""
        from studyapp.services.timeline import Timeline

        return Timeline(self.pack)

    def search(self, typed: str, limit: int = 50, topic: str | None = None) -> tuple[Hit, ...]:
        """Return what is found, best first, in a topic and below it or everywhere."""
        return self.pack.search(typed, limit, self.pack.subtree(topic) if topic else ())

    def suggestion(self, typed: str) -> str:
        """Return what was typed with what is nowhere replaced by what looks like it, or nothing."""
        words = [(word, self._meant(word)) for word in typed.split()]
        if not any(meant for _, meant in words):
            return ""
        return " ".join(meant or word for word, meant in words)

    def _meant(self, word: str) -> str:
        return "" if self.search(word, 1) else self._names.nearest(word)

    def close(self) -> None:
        """Close the course."""
        self.pack.close()

    @cached_property
    def _cover(self) -> dict[str, str]:
        return self.pack.cover()

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {topic.id: topic.title for topic in self.topics()}

    @cached_property
    def _names(self) -> Names:
        from studyapp.domain.spelling import Names

        return Names(self.pack.names())

    @cached_property
    def _terms(self) -> dict[str, GlossaryTerm]:
        return {term.id: term for term in self.pack.terms()}
