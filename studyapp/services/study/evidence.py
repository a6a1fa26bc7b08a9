"""What of a course can be picked as evidence: factors, links, terms and passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from studyapp.domain.course import Factor, Link
from studyapp.domain.kinds.evidence import Piece
from studyapp.domain.messages import N_
from studyapp.domain.pages import Hit, PassageEntry
from studyapp.domain.text import fold, words
from studyapp.services.timeline import Timeline
from studyapp.store.pack import Pack

FACTOR, LINK, TERM, PASSAGE = N_("Factor"), N_("Link"), N_("Term"), N_("Passage")
_KINDS = {"factor": FACTOR, "term": TERM, "passage": PASSAGE}
_MOST, _MOST_AROUND, _MOST_ENDS = 40, 300, 12
# A quotation is to be read at a glance.
_LONGEST = 30
_SENTENCE = re.compile(r"(?<=[.!?…])[”\"’)]*\s+")


class Pickable(NamedTuple):
    """What can be picked: its kind as a word, its id, its words, and its topic's title."""

    kind: str
    element: str
    text: str
    where: str


class CourseEvidence:
    """The evidence of one course, seen from one topic: what lies around it comes first."""

    def __init__(self, pack: Pack, topic: str) -> None:
        """Look from `topic`."""
        self._pack, self._topic = pack, topic

    @cached_property
    def course(self) -> str:
        """The title of the course."""
        return self._pack.cover()["title"]

    def around(self) -> tuple[Pickable, ...]:
        """Return the factors around the topic, or all if it has none; in the order of time."""
        near = [factor for factor in self._factors.values() if factor.topic in self._near]
        found = sorted(near or self._factors.values(), key=_first_day)
        return tuple(self._of_factor(factor) for factor in found[:_MOST_AROUND])

    def found(self, typed: str) -> tuple[Pickable, ...]:
        """Return what holds the words that are typed, what lies around the topic first."""
        wanted = words(typed)
        if not wanted:
            return self.around()
        hits = [hit for hit in self._pack.search(typed) if hit.kind in _KINDS]
        # A term explains; what happened, and what a note says of it, proves more.
        near = sorted(hits, key=lambda hit: (hit.kind == "term", hit.topic not in self._near))
        told = (self._of_hit(hit, wanted) for hit in near)
        links = (self._of_link(link) for link in self._links(hits, wanted))
        every = {each.element: each for each in (*told, *links) if each}
        return tuple(every.values())[:_MOST]

    def piece(self, picked: Pickable) -> Piece:
        """Return what was picked, with the passages it rests on; the way leads to the first."""
        found = dict.fromkeys(each for each in self._passages(picked) if each)
        return Piece(picked.text, picked.element, tuple(found))

    def piece_of_factor(self, factor: str) -> Piece | None:
        """Return a factor of this course as a piece, or None if it has none of this id."""
        known = self._factors.get(factor)
        return self.piece(self._of_factor(known)) if known else None

    def _passages(self, picked: Pickable) -> Iterator[str | None]:
        if picked.kind == PASSAGE:
            yield picked.element
        elif picked.kind == TERM:
            yield self._pack.passage_of_term(picked.element)
        elif picked.kind == LINK:
            link = self._pack.link(picked.element)
            yield link.passage if link else None
        else:
            yield Timeline(self._pack).passage(picked.element)
            yield from (link.passage for link in self._pack.links(picked.element))

    @cached_property
    def _near(self) -> frozenset[str]:
        topic = self._pack.topic(self._topic)
        return frozenset(self._pack.subtree((topic and topic.parent) or self._topic))

    @cached_property
    def _factors(self) -> dict[str, Factor]:
        return self._pack.factors()

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {topic.id: topic.title for topic in self._pack.topics()}

    def _links(self, hits: Iterable[Hit], wanted: Sequence[str]) -> list[Link]:
        """Return the links at the factors that were found which hold all words."""
        factors = [hit.element for hit in hits if hit.kind == "factor"][:_MOST_ENDS]
        every = {link.id: link for factor in factors for link in self._pack.links(factor)}
        told = ((fold(self._words_of(link)), link) for link in every.values())
        found = [link for words_of, link in told if all(word in words_of for word in wanted)]
        return sorted(found, key=lambda link: link.topic not in self._near)

    def _of_hit(self, hit: Hit, wanted: Iterable[str]) -> Pickable | None:
        if hit.kind == "factor":
            factor = self._factors.get(hit.element)
            return self._of_factor(factor) if factor else None
        if hit.kind == "term":
            term = self._pack.term(hit.element)
            text = f"{term.name}: {term.definition}" if term else hit.title
            return Pickable(TERM, hit.element, text, self._titles.get(hit.topic, ""))
        passage = self._pack.passage(hit.passage) if hit.passage else None
        return self._of_passage(passage, wanted) if passage else None

    def _of_factor(self, factor: Factor) -> Pickable:
        text = f"{factor.title} ({factor.date})" if factor.date else factor.title
        return Pickable(FACTOR, factor.id, text, self._titles.get(factor.topic, ""))

    def _of_link(self, link: Link) -> Pickable:
        return Pickable(LINK, link.id, self._words_of(link), self._titles.get(link.topic, ""))

    def _of_passage(self, passage: PassageEntry, wanted: Iterable[str]) -> Pickable:
        text = f"“{quotation(passage.text, wanted)}”"
        return Pickable(PASSAGE, passage.id, text, self._titles.get(passage.topic, ""))

    def _words_of(self, link: Link) -> str:
        ends = [self._factors.get(end) for end in (link.cause, link.consequence)]
        titles = " → ".join(factor.title for factor in ends if factor)
        return f"{titles}: {link.because}"


def quotation(text: str, wanted: Iterable[str]) -> str:
    """Return the sentence of a text that holds most of some words; a long one is cut."""
    sentences = _SENTENCE.split(text.replace("\t", " · ").replace("\n", " "))
    sought = tuple(wanted)
    best = max(sentences, key=lambda each: sum(word in fold(each) for word in sought)).strip()
    told = best.split(" ")
    return best if len(told) <= _LONGEST else " ".join(told[:_LONGEST]) + " …"


def _first_day(factor: Factor) -> tuple[bool, int]:
    return (factor.date is None, factor.date.earliest if factor.date else 0)
