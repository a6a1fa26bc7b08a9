"""What search can find: one row for each topic, passage, term, factor and question."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.course import Course, GlossaryTerm, Topic
from studyapp.domain.gaps import filled
from studyapp.domain.notes import passages
from studyapp.domain.pages import Passage
from studyapp.domain.text import normalised


class Found(NamedTuple):
    """A row of the search table; `also` are other names of what the text mentions."""

    kind: str
    element: str
    topic: str
    passage: str | None
    title: str
    text: str
    also: str


class Names:
    """The terms of a course by every name they go by."""

    def __init__(self, terms: Sequence[GlossaryTerm]) -> None:
        """Index the folded names."""
        self._terms = [
            ([f" {normalised(name)} " for name in (term.name, *term.aliases)], term)
            for term in terms
        ]

    def mentioned(self, *texts: str) -> Sequence[GlossaryTerm]:
        """Return the terms that the texts mention by any of their names."""
        folded = f" {normalised(' '.join(texts))} "
        return [term for names, term in self._terms if any(name in folded for name in names)]

    def also(self, *texts: str) -> str:
        """Return every name of each term that the texts mention."""
        return names_of(self.mentioned(*texts))


def names_of(terms: Sequence[GlossaryTerm]) -> str:
    """Return every name of each of some terms."""
    return " ".join(name for term in terms for name in (term.name, *term.aliases))


def findable(course: Course) -> Iterator[Found]:
    """Yield what search can find in a course, in the order of the course."""
    names = Names(course.terms)
    first = course.topics[0].id if course.topics else ""
    firsts: dict[str, Found] = {}
    for topic in course.topics:
        also = names.also(topic.title)
        yield Found("topic", topic.id, topic.id, None, topic.title, topic.title, also)
        yield from _passages(topic, names, firsts)
    for term in course.terms:
        other = " ".join((term.name, *term.aliases))
        named = firsts.get(term.id)
        topic_id = named.topic if named else term.topic or first
        passage = named.passage if named else None
        yield Found("term", term.id, topic_id, passage, term.name, term.definition, other)
    for factor in course.factors:
        text = " ".join(filter(None, (str(factor.date or ""), factor.detail)))
        also = names.also(factor.title, factor.detail)
        yield Found("factor", factor.id, factor.topic, None, factor.title, text, also)
    for question in course.questions:
        prompt = filled(question.prompt)
        also = names.also(prompt)
        yield Found("question", question.id, question.topic, question.passage, prompt, prompt, also)


def _passages(topic: Topic, names: Names, firsts: dict[str, Found]) -> Iterator[Found]:
    """Yield the passages of a note; `firsts` gets the first one that names each term."""
    heading = topic.title
    for passage in passages(topic.blocks):
        if passage.kind == "heading":
            heading = passage.text
        if passage.text and not _is_title(passage, topic):
            terms = names.mentioned(passage.text)
            text, also = passage.text, names_of(terms)
            found = Found("passage", passage.id, topic.id, passage.id, heading, text, also)
            for term in terms if passage.kind != "heading" else ():
                firsts.setdefault(term.id, found)
            yield found


def _is_title(passage: Passage, topic: Topic) -> bool:
    return passage.kind == "heading" and passage.text == topic.title
