"""What can be wrong with a course, wherever it came from; importers add what only they can see."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from studyapp.domain.causality import CausalMap
from studyapp.domain.checks.note_checks import check_notes, check_sightings
from studyapp.domain.checks.question_checks import check_questions
from studyapp.domain.checks.task_checks import check_tasks
from studyapp.domain.course import (
    Course,
    Distractor,
    Factor,
    Link,
    Place,
    Topic,
)
from studyapp.domain.dates import surely_before
from studyapp.domain.ids import KINDS, parts
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.problems import Problem, error, missing_id, warning
from studyapp.domain.text import normalised

HUES = ("blue", "orange", "vermilion", "purple", "green", "grey", "sky", "yellow")
ICONS = tuple("map book rivals person handshake shield star leaf gear scales".split())
TERM_KINDS = ("person", "place", "body", "idea", "event", "thing")


def check(course: Course, places: Mapping[str, Place] | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a course; `places` says where its passages stand, by their ids."""
    known = places or {}
    return (
        *_ids(course),
        *_names(course),
        *_aliases(course),
        *_references(course),
        *_themes(course),
        *check_notes(course, known),
        *_links(course),
        *_distractors(course),
        *check_questions(course),
        *check_sightings(course),
        *check_tasks(course),
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


def _aliases(course: Course) -> Iterator[Problem]:
    owners = {normalised(term.name): term for term in course.terms}
    for term in course.terms:
        for alias in term.aliases:
            other = owners.setdefault(normalised(alias), term)
            if other is not term:
                what = message(
                    N_("“{alias}” is a name of “{term}” and of “{other}” ({place})"),
                    alias=alias,
                    term=term.name,
                    other=other.name,
                    place=str(other.place),
                )
                remedy = message(N_("Leave it out of one of the two"))
                yield warning("duplicate-name", term.place, what, remedy)


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
    causal_map = CausalMap(course.links)
    titles = {factor.id: factor.title for factor in course.factors}
    for distractor in course.distractors:
        yield from _reason(distractor)
        chain = causal_map.chain(distractor.cause, distractor.consequence)
        if chain:
            names = (distractor.cause, *(link.consequence for link in chain))
            way = " → ".join(titles.get(name, name) for name in names)
            what = message(
                N_("Links of the course lead where this distractor denies it: {chain}"), chain=way
            )
            remedy = message(N_("Take the distractor out, or one of the links"))
            yield warning("distractor-linked", distractor.place, what, remedy)


def _reason(distractor: Distractor) -> Iterator[Problem]:
    if not distractor.wrong:
        what = message(N_("The distractor does not say why it is wrong"))
        remedy = message(N_("Write “Wrong:” and the reason at its end"))
        yield error("distractor-reason", distractor.place, what, remedy)
