"""A course folder as a course, with every problem on the way.

Ids come first, because everything else refers to them: themes, accounts and topics, then
factors and terms, then the notes, and last what points into the notes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from studyapp.domain.course import (
    NOWHERE,
    Account,
    Course,
    CourseInfo,
    Distractor,
    Factor,
    GlossaryTerm,
    Link,
    Place,
    Question,
    Theme,
    Topic,
)
from studyapp.domain.ids import element_id
from studyapp.domain.messages import N_, message
from studyapp.domain.notes import passages
from studyapp.domain.problems import Problem, error, missing_id
from studyapp.importers import (
    course_page,
    course_tasks,
    links,
    questions,
    sections,
    terms,
    timeline,
    topic_files,
)
from studyapp.importers.elements import Found, Names
from studyapp.importers.gone import note_gone
from studyapp.importers.ids_file import FILE as IDS
from studyapp.importers.ids_file import Claim, IdsFile, Resolved, read_ids
from studyapp.importers.lookup import Lookup
from studyapp.importers.markdown import reader
from studyapp.importers.note_blocks import NoteReader
from studyapp.importers.pictures import PictureShelf
from studyapp.importers.sections import Item
from studyapp.importers.seeing import Passages, Seeing
from studyapp.importers.source_files import is_there, read_text
from studyapp.importers.topic_files import Page, Pages

_Kind = TypeVar("_Kind", Theme, Account, Topic, Factor, Link, Distractor, GlossaryTerm, Question)

_IN_COURSE = (sections.THEMES, sections.ACCOUNTS, sections.TERMS)
_IN_TOPIC = (
    sections.TIMELINE,
    sections.LINKS,
    sections.DISTRACTORS,
    sections.TERMS,
    sections.QUESTIONS,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a folder holds: the course as far as it goes, where its passages stand, what is wrong.

    `course` is None only where there is no course.md to read.
    """

    course: Course | None
    places: dict[str, Place]
    problems: tuple[Problem, ...]
    ids: IdsFile


def read_course_folder(folder: Path) -> Draft:
    """Read a course folder; what is wrong with its files are problems of the draft."""
    problems: list[Problem] = []
    ids = _read_ids(folder, problems)
    pages = topic_files.read_pages(folder, reader(), problems)
    if pages.course is None:
        return Draft(None, {}, tuple(problems), ids)
    assembly = _Assembly(folder, pages, ids, problems)
    course = assembly.course(pages.course)
    problems.extend(note_gone(ids, problems))
    return Draft(course, assembly.places, tuple(problems), ids)


def _read_ids(folder: Path, problems: list[Problem]) -> IdsFile:
    path = folder / IDS
    if not is_there(path):
        return IdsFile({})
    text = read_text(path, folder)
    if isinstance(text, Problem):
        problems.append(text)
        return IdsFile({}, (text,))
    ids = read_ids(text)
    problems.extend(ids.problems)
    return ids


class _Assembly:
    """Puts a course together; `places` says where passages stand."""

    def __init__(self, root: Path, pages: Pages, ids: IdsFile, problems: list[Problem]) -> None:
        self.places: dict[str, Place] = {}
        self._pages = pages
        self._ids = ids
        self._problems = problems
        self._names = Names(problems)
        self._passages = Passages()
        self._root = root
        self._pictures = PictureShelf(root, problems)
        self._course_id = ""

    def course(self, page: Page) -> Course:
        info = self._info(page)
        themes = self._themes(page)
        accounts = self._accounts(page)
        topics = self._topics()
        factors = self._factors(topics)
        glossary = self._terms(page, topics)
        topics = self._notes(topics)
        self._check_sections(page)
        seeing = Seeing(self._passages, self._names.topics, self._problems)
        return Course(
            info=info,
            themes=themes,
            accounts=accounts,
            topics=topics,
            factors=factors,
            links=self._links(topics, seeing),
            distractors=self._distractors(topics),
            terms=glossary,
            questions=self._questions(topics, seeing),
            pictures=self._pictures.pictures(),
            tasks=course_tasks.tasks(self._root, self._course_id, self._names),
        )

    def _info(self, page: Page) -> CourseInfo:
        info = course_page.info(page.front, course_page.about(page.note), self._problems)
        self._course_id = info.id
        return info

    def _themes(self, page: Page) -> tuple[Theme, ...]:
        items = page.items.get(sections.THEMES, ())
        themes = self._settled("theme", course_page.themes(items, self._problems))
        for theme in themes:
            self._names.themes.add(theme.id, [theme.name])
        return themes

    def _accounts(self, page: Page) -> tuple[Account, ...]:
        items = page.items.get(sections.ACCOUNTS, ())
        accounts = self._settled("account", course_page.accounts(items, self._problems))
        accounts = accounts or (course_page.standard_account(self._course_id),)
        for account in accounts:
            self._names.accounts.add(account.id, [account.name])
        self._names.default_account = accounts[0].id
        return accounts

    def _topics(self) -> tuple[Topic, ...]:
        found = [topic_files.topic(entry, self._names) for entry in self._pages.topics]
        topics = self._settled("topic", found)
        ids = {topic.place.file: topic.id for topic in topics}
        for topic, entry in zip(topics, self._pages.topics, strict=True):
            self._names.topics.add(topic.id, [topic.title, entry.name])
        return tuple(
            topic._replace(parent=ids[entry.parent] if entry.parent else None)
            for topic, entry in zip(topics, self._pages.topics, strict=True)
        )

    def _factors(self, topics: tuple[Topic, ...]) -> tuple[Factor, ...]:
        found = [
            factor
            for topic, items in self._items(topics, sections.TIMELINE)
            for factor in timeline.factors(items, topic, self._names)
        ]
        factors = self._settled("factor", found)
        _name_all(self._names.factors, ((factor.id, [factor.title]) for factor in factors))
        return factors

    def _terms(self, page: Page, topics: tuple[Topic, ...]) -> tuple[GlossaryTerm, ...]:
        everywhere = [shared for shared in (page, self._pages.terms) if shared]
        found = [
            term
            for shared in everywhere
            for term in terms.terms(shared.items.get(sections.TERMS, ()), None, self._problems)
        ]
        for topic, items in self._items(topics, sections.TERMS):
            found += terms.terms(items, topic, self._problems)
        glossary = self._settled("term", found)
        _name_all(self._names.terms, ((term.id, [term.name]) for term in glossary))
        _name_all(self._names.terms, ((term.id, term.aliases) for term in glossary))
        return glossary

    def _notes(self, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
        written = []
        for topic, entry in zip(topics, self._pages.topics, strict=True):
            note = NoteReader(topic.id, entry.page.file, self._names, self._pictures)
            blocks = note.blocks(entry.page.note)
            self._passages.add(topic.id, passages(blocks))
            self.places.update(note.places)
            written.append(topic._replace(blocks=blocks))
        return tuple(written)

    def _links(self, topics: tuple[Topic, ...], seeing: Seeing) -> tuple[Link, ...]:
        found = [
            link
            for topic, items in self._items(topics, sections.LINKS)
            for link in links.links(items, topic, self._names, seeing)
        ]
        return self._settled("link", found)

    def _distractors(self, topics: tuple[Topic, ...]) -> tuple[Distractor, ...]:
        found = [
            distractor
            for topic, items in self._items(topics, sections.DISTRACTORS)
            for distractor in links.distractors(items, topic, self._names)
        ]
        return self._settled("distractor", found)

    def _questions(self, topics: tuple[Topic, ...], seeing: Seeing) -> tuple[Question, ...]:
        themes = {topic.id: topic.themes for topic in topics}
        found = [
            question
            for topic, items in self._items(topics, sections.QUESTIONS)
            for question in questions.questions(
                items, questions.Around(topic, themes[topic], self._names, seeing)
            )
        ]
        return self._settled("question", found)

    def _items(
        self, topics: tuple[Topic, ...], section: str
    ) -> Iterator[tuple[str, tuple[Item, ...]]]:
        """Yield each topic's id with the items of one of its sections."""
        for topic, entry in zip(topics, self._pages.topics, strict=True):
            yield topic.id, entry.page.items.get(section, ())

    def _settled(self, kind: str, found: Iterable[Found[_Kind]]) -> tuple[_Kind, ...]:
        """Return elements with their ids, and report those that are new or renamed."""
        entries = list(found)
        claims = [Claim(entry.text, entry.given, entry.mint) for entry in entries]
        choices = self._ids.resolve(kind, claims)
        for entry, choice in zip(entries, choices, strict=True):
            self._report(entry.name, choice, entry.element.place)
        return tuple(
            entry.element._replace(id=element_id(self._course_id, kind, choice.slug))
            for entry, choice in zip(entries, choices, strict=True)
        )

    def _report(self, name: str, choice: Resolved, place: Place) -> None:
        if choice.missing:
            self._problems.append(missing_id(name, place))
        elif choice.was is not None:
            what = message(
                N_("“{name}” is taken for what was “{was}” and keeps its id “{slug}”"),
                name=name,
                was=choice.was,
                slug=choice.slug,
            )
            remedy = message(
                N_("Run “studyapp check --fix” if so; if not, write {{#another-id}} after it")
            )
            self._problems.append(Problem("info", "renamed", place, what, remedy))

    def _check_sections(self, page: Page) -> None:
        """Report sections where they have no meaning, and terms that data mention in vain."""
        shared: list[tuple[Page, tuple[str, ...]]] = [(page, _IN_COURSE)]
        if self._pages.terms:
            shared.append((self._pages.terms, (sections.TERMS,)))
        for where, allowed in (*shared, *((entry.page, _IN_TOPIC) for entry in self._pages.topics)):
            for name, items in where.items.items():
                if name not in allowed:
                    self._problems.append(_misplaced(name, items[0].place if items else NOWHERE))
                for item in _all_items(items):
                    self._names.check_terms(item.terms, item.place)


def _name_all(lookup: Lookup, named: Iterable[tuple[str, Iterable[str]]]) -> None:
    for full, names in named:
        lookup.add(full, names)


def _all_items(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all_items(item.children)


def _misplaced(name: str, place: Place) -> Problem:
    what = message(N_("A section “{name}” has no meaning in this file"), name=name)
    remedy = message(
        N_("Themes and Accounts belong in course.md, all other sections in the file of a topic")
    )
    return error("section-place", place, what, remedy)
