"""What can be wrong with the topics of a course and their notes."""

from collections.abc import Iterator, Mapping

from studyapp.domain.course import NOWHERE, Course, Link, Place, Question, Topic
from studyapp.domain.messages import N_, message
from studyapp.domain.notes import (
    Figure,
    Heading,
    Inlines,
    Leaf,
    Paragraph,
    Table,
    leaves,
    term_links,
)
from studyapp.domain.problems import Problem, error, warning


def check_notes(course: Course, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Yield what is wrong with the topics and their notes."""
    parents = {topic.parent for topic in course.topics}
    names = {picture.name for picture in course.pictures}
    terms = {term.id for term in course.terms}
    if not course.topics:
        what = message(N_("The course has no topic"))
        remedy = message(N_("Add a Markdown file with a note to the folder"))
        yield error("no-topic", NOWHERE, what, remedy)
    for topic in course.topics:
        if topic.id not in parents:
            yield from _empty(topic)
        yield from _heading_levels(topic, places)
        for leaf in leaves(topic.blocks):
            place = places.get(leaf.id, topic.place)
            yield from _picture(leaf, names, place)
            yield from _terms(leaf, terms, place)


def _empty(topic: Topic) -> Iterator[Problem]:
    if all(isinstance(leaf, Heading) for leaf in leaves(topic.blocks)):
        what = message(N_("The topic “{title}” has no note"), title=topic.title)
        remedy = message(N_("Write at least a paragraph, or leave the topic out"))
        yield error("empty-topic", topic.place, what, remedy)


def _heading_levels(topic: Topic, places: Mapping[str, Place]) -> Iterator[Problem]:
    above = 1
    for leaf in leaves(topic.blocks):
        if not isinstance(leaf, Heading):
            continue
        if leaf.level > above + 1:
            what = message(
                N_("A heading of level {level} follows one of level {above}"),
                level=leaf.level,
                above=above,
            )
            remedy = message(N_("Write it with {count} #"), count=above + 1)
            yield error("heading-level", places.get(leaf.id, topic.place), what, remedy)
        above = leaf.level


def _picture(leaf: Leaf, names: set[str], place: Place) -> Iterator[Problem]:
    if not isinstance(leaf, Figure):
        return
    if leaf.picture not in names:
        what = message(N_("There is no picture “{name}”"), name=leaf.picture)
        remedy = message(N_("Put the file there, or mend its name"))
        yield error("missing-picture", place, what, remedy)
    if not leaf.alternative:
        what = message(
            N_("The picture “{name}” has no words for those who cannot see it"), name=leaf.picture
        )
        remedy = message(N_("Write what it shows between the square brackets"))
        yield warning("no-alternative", place, what, remedy)


def _terms(leaf: Leaf, known: set[str], place: Place) -> Iterator[Problem]:
    for runs in _inlines_of(leaf):
        for link in term_links(runs):
            if link.term not in known:
                name = link.term.rsplit("/", 1)[-1]
                what = message(N_("There is no term “{slug}” in this course"), slug=name)
                remedy = message(N_("Add it to a Terms section, or mend its name"))
                yield error("unknown-term", place, what, remedy)


def _inlines_of(leaf: Leaf) -> Iterator[Inlines]:
    if isinstance(leaf, Table):
        yield from leaf.header
        for row in leaf.rows:
            yield from row
    elif isinstance(leaf, Heading | Paragraph):
        yield leaf.inlines


def check_sightings(course: Course) -> Iterator[Problem]:
    """Yield what is wrong with the passages that links and questions name."""
    known = {leaf.id for topic in course.topics for leaf in leaves(topic.blocks)}
    pointing: tuple[Link | Question, ...] = (*course.links, *course.questions)
    for element in pointing:
        if element.passage is not None and element.passage not in known:
            what = message(N_("No note has the passage “{passage}”"), passage=element.passage)
            remedy = message(N_("Name a passage that is there"))
            yield error("see-not-found", element.place, what, remedy)
