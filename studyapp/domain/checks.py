"""What can be wrong with a course, said with the place in the source and a remedy.

`check` judges a whole course, wherever it came from; importers add the problems of their format
with the same `Problem`. An error keeps a course from being built, a warning does not, an info
only says what was done.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from studyapp.domain.causality import CausalMap
from studyapp.domain.course import (
    NOWHERE,
    Course,
    Distractor,
    Factor,
    Link,
    Place,
    Question,
    QuestionKind,
    Topic,
)
from studyapp.domain.dates import surely_before
from studyapp.domain.ids import KINDS, parts
from studyapp.domain.messages import N_, Message, message
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
from studyapp.domain.text import normalised

Severity = Literal["error", "warning", "info"]

HUES = ("blue", "orange", "vermilion", "purple", "green", "grey", "sky", "yellow")
ICONS = tuple("map book rivals person handshake shield star leaf gear scales".split())
TERM_KINDS = ("person", "place", "body", "idea", "event", "thing")

CODES = frozenset(
    """
    account-form added-source bad-date bad-id bad-picture contested cycle distractor-form
    distractor-reason duplicate-id duplicate-link duplicate-name effect-before-cause empty-topic
    front-matter heading-level ids-file link-form missing-course-file missing-id missing-note
    missing-picture missing-title no-alternative no-answer no-because no-explanation no-see
    no-topic outside picture-in-text question-form renamed section-form section-place
    see-ambiguous see-not-found term-form theme-form timeline-form too-deep too-large
    unknown-account unknown-box unknown-factor unknown-hue unknown-icon unknown-kind
    unknown-term unknown-theme unreadable web-address
    """.split()
)


class Problem(NamedTuple):
    """Something wrong with a course: how bad, which rule (`code`), where, what, and what to do."""

    severity: Severity
    code: str
    place: Place
    what: Message
    remedy: Message


def error(code: str, place: Place, what: Message, remedy: Message) -> Problem:
    """Return a problem that keeps the course from being built."""
    return Problem("error", code, place, what, remedy)


def warning(code: str, place: Place, what: Message, remedy: Message) -> Problem:
    """Return a problem that makes the course poorer, not unusable."""
    return Problem("warning", code, place, what, remedy)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether a course with these problems must not be built."""
    return any(problem.severity == "error" for problem in problems)


def check(course: Course, places: Mapping[str, Place] | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a course; `places` says where its passages stand, by their ids."""
    known = places or {}
    return (
        *_ids(course),
        *_names(course),
        *_references(course),
        *_themes(course),
        *_topics(course, known),
        *_links(course),
        *_distractors(course),
        *_questions(course),
        *_sightings(course),
    )


class _Element(NamedTuple):
    id: str
    kind: str
    name: str
    place: Place


def _elements(course: Course) -> Iterator[_Element]:
    for theme in course.themes:
        yield _Element(theme.id, "theme", theme.name, theme.place)
    for account in course.accounts:
        yield _Element(account.id, "account", account.name, account.place)
    for topic in course.topics:
        yield _Element(topic.id, "topic", topic.title, topic.place)
    for factor in course.factors:
        yield _Element(factor.id, "factor", factor.title, factor.place)
    for link in course.links:
        yield _Element(link.id, "link", link.because, link.place)
    for distractor in course.distractors:
        yield _Element(distractor.id, "distractor", distractor.tempting, distractor.place)
    for term in course.terms:
        yield _Element(term.id, "term", term.name, term.place)
    for question in course.questions:
        yield _Element(question.id, "question", question.prompt, question.place)


def _ids(course: Course) -> Iterator[Problem]:
    first: dict[str, _Element] = {}
    for element in _elements(course):
        if not _well_formed(element, course.info.id):
            yield missing_id(element.name, element.place)
        elif element.id in first:
            yield _duplicate(element, first[element.id])
        else:
            first[element.id] = element


def _well_formed(element: _Element, course: str) -> bool:
    if element.id.count("/") != 2:
        return False
    owner, kind, slug = parts(element.id)
    return bool(slug) and owner == course and kind == element.kind and kind in KINDS


def missing_id(name: str, place: Place) -> Problem:
    """Return the problem of an element that nothing gives an id to."""
    return error(
        "missing-id",
        place,
        message(N_("“{name}” has no id"), name=name),
        message(N_("Run “studyapp check --fix”; it gives an id to all that is new")),
    )


def _duplicate(element: _Element, other: _Element) -> Problem:
    what = message(
        N_("“{name}” has the id “{slug}”, which “{other}” ({place}) has already"),
        name=element.name,
        slug=parts(element.id).slug,
        other=other.name,
        place=str(other.place),
    )
    remedy = message(N_("Give one of the two another id"))
    return error("duplicate-id", element.place, what, remedy)


def _names(course: Course) -> Iterator[Problem]:
    first: dict[tuple[str, str], _Element] = {}
    for element in _elements(course):
        if element.kind not in ("theme", "account", "factor", "term"):
            continue
        other = first.setdefault((element.kind, normalised(element.name)), element)
        if other is not element:
            what = message(
                N_("“{name}” stands at {place} too, so a mention of it could mean either"),
                name=element.name,
                place=str(other.place),
            )
            remedy = message(N_("Give one of the two another name, or join them"))
            yield error("duplicate-name", element.place, what, remedy)


class _Reference(NamedTuple):
    code: str
    target: str
    place: Place


_UNKNOWN = {
    "unknown-theme": N_("There is no theme “{slug}” in this course"),
    "unknown-account": N_("There is no account “{slug}” in this course"),
    "unknown-factor": N_("There is no factor “{slug}” in this course"),
    "unknown-term": N_("There is no term “{slug}” in this course"),
}


def _references(course: Course) -> Iterator[Problem]:
    known = {element.id for element in _elements(course)}
    for reference in (*_theme_references(course), *_link_references(course)):
        if reference.target not in known:
            name = reference.target.rsplit("/", 1)[-1]
            what = message(_UNKNOWN[reference.code], slug=name)
            remedy = message(N_("Add it to the course, or name one that is there"))
            yield error(reference.code, reference.place, what, remedy)


def _theme_references(course: Course) -> Iterator[_Reference]:
    owners: tuple[Topic | Factor | Link, ...] = (*course.topics, *course.factors, *course.links)
    for owner in owners:
        for theme in owner.themes:
            yield _Reference("unknown-theme", theme, owner.place)


def _link_references(course: Course) -> Iterator[_Reference]:
    for link in course.links:
        yield _Reference("unknown-account", link.account, link.place)
    pairs: tuple[Link | Distractor, ...] = (*course.links, *course.distractors)
    for pair in pairs:
        yield _Reference("unknown-factor", pair.cause, pair.place)
        yield _Reference("unknown-factor", pair.consequence, pair.place)


def _themes(course: Course) -> Iterator[Problem]:
    for theme in course.themes:
        if theme.hue not in HUES:
            what = message(N_("“{hue}” is not a hue"), hue=theme.hue)
            yield error("unknown-hue", theme.place, what, _one_of(HUES))
        if theme.icon not in ICONS:
            what = message(N_("“{icon}” is not an icon"), icon=theme.icon)
            yield error("unknown-icon", theme.place, what, _one_of(ICONS))
    for term in course.terms:
        if term.kind not in TERM_KINDS:
            what = message(N_("“{kind}” is not a kind of term"), kind=term.kind)
            yield error("unknown-kind", term.place, what, _one_of(TERM_KINDS))


def _one_of(words: Iterable[str]) -> Message:
    return message(N_("Write one of: {words}"), words=", ".join(words))


def _topics(course: Course, places: Mapping[str, Place]) -> Iterator[Problem]:
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
                what = message(_UNKNOWN["unknown-term"], slug=name)
                remedy = message(N_("Add it to a Terms section, or mend its name"))
                yield error("unknown-term", place, what, remedy)


def _inlines_of(leaf: Leaf) -> Iterator[Inlines]:
    if isinstance(leaf, Table):
        yield from leaf.header
        for row in leaf.rows:
            yield from row
    elif isinstance(leaf, Heading | Paragraph):
        yield leaf.inlines


def _links(course: Course) -> Iterator[Problem]:
    factors = {factor.id: factor for factor in course.factors}
    first: dict[tuple[str, str, str], Link] = {}
    for link in course.links:
        yield from _one_link(link, factors)
        other = first.setdefault((link.cause, link.consequence, link.account), link)
        if other is not link:
            what = message(N_("The same link stands at {place} already"), place=str(other.place))
            remedy = message(N_("Join the two reasons into one"))
            yield error("duplicate-link", link.place, what, remedy)
    yield from _cycles(course, factors)


def _one_link(link: Link, factors: Mapping[str, Factor]) -> Iterator[Problem]:
    if not link.because:
        what = message(N_("The link gives no reason"))
        remedy = message(N_("Write “because” and the reason after the consequence"))
        yield error("no-because", link.place, what, remedy)
    cause, consequence = factors.get(link.cause), factors.get(link.consequence)
    if cause and consequence and surely_before(consequence.date, cause.date):
        what = message(
            N_("“{consequence}” ({late}) ended before its cause “{cause}” ({early}) began"),
            consequence=consequence.title,
            cause=cause.title,
            late=str(consequence.date),
            early=str(cause.date),
        )
        remedy = message(N_("Mend a date in a Timeline, or turn the link round"))
        yield error("effect-before-cause", link.place, what, remedy)


def _cycles(course: Course, factors: Mapping[str, Factor]) -> Iterator[Problem]:
    causal_map = CausalMap(course.links)
    for account in causal_map.accounts():
        for cycle in causal_map.cycles(account):
            round_trip = (*cycle, cycle[0])
            links = [
                link
                for cause, consequence in zip(cycle, round_trip[1:], strict=True)
                for link in causal_map.links_between(cause, consequence)
                if link.account == account
            ]
            titles = [factors[name].title if name in factors else name for name in round_trip]
            what = message(N_("These links run in a circle: {chain}"), chain=" → ".join(titles))
            remedy = message(N_("Take one of them out, or move it to another account"))
            yield warning("cycle", max(link.place for link in links), what, remedy)


def _distractors(course: Course) -> Iterator[Problem]:
    for distractor in course.distractors:
        yield from _reason(distractor)


def _reason(distractor: Distractor) -> Iterator[Problem]:
    if not distractor.wrong:
        what = message(N_("The distractor does not say why it is wrong"))
        remedy = message(N_("Write “Wrong:” and the reason at its end"))
        yield error("distractor-reason", distractor.place, what, remedy)


def _questions(course: Course) -> Iterator[Problem]:
    for question in course.questions:
        yield from _answer(question)
        if not question.explanation:
            what = message(N_("“{prompt}” explains nothing"), prompt=question.prompt)
            remedy = message(N_("Add “Because:” and why the answer is right"))
            yield warning("no-explanation", question.place, what, remedy)
        if question.passage is None:
            what = message(N_("“{prompt}” names no passage of the note"), prompt=question.prompt)
            remedy = message(N_("Add “See:” and words of the passage in quotation marks"))
            yield warning("no-see", question.place, what, remedy)


def _answer(question: Question) -> Iterator[Problem]:
    if question.kind is QuestionKind.CHOICE:
        if not any(option.right for option in question.options):
            what = message(N_("“{prompt}” has no right option"), prompt=question.prompt)
            remedy = message(N_("Mark the right one with [x]"))
            yield error("no-answer", question.place, what, remedy)
    elif not question.points:
        what = message(N_("“{prompt}” has no answer"), prompt=question.prompt)
        remedy = message(N_("Add options with [x] and [ ], an “Answer:”, or a “Point:”"))
        yield error("no-answer", question.place, what, remedy)


def _sightings(course: Course) -> Iterator[Problem]:
    known = {leaf.id for topic in course.topics for leaf in leaves(topic.blocks)}
    pointing: tuple[Link | Question, ...] = (*course.links, *course.questions)
    for element in pointing:
        if element.passage is not None and element.passage not in known:
            what = message(N_("No note has the passage “{passage}”"), passage=element.passage)
            remedy = message(N_("Name a passage that is there"))
            yield error("see-not-found", element.place, what, remedy)
