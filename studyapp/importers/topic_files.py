"""The Markdown files of a course folder: front matter, note and sections of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

from studyapp.domain.course import Place, Topic
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised, slug_of
from studyapp.importers import front_matter
from studyapp.importers.course_page import FILE as COURSE_FILE
from studyapp.importers.course_page import unknown_field
from studyapp.importers.elements import Found, Names
from studyapp.importers.front_matter import FrontMatter
from studyapp.importers.inline_text import words_of
from studyapp.importers.markdown import DEEPEST, Node, TooDeepError, read
from studyapp.importers.sections import (
    TERMS,
    Item,
    Section,
    almost_agreed,
    checked_given,
    items,
    split,
)
from studyapp.importers.source_files import (
    bare_name,
    in_order,
    is_inside,
    is_there,
    outside,
    read_text,
    relative,
    unreadable,
)

TERMS_FILE = "terms.md"
INDEX = "index.md"
PICTURES = "pictures"
DEEPEST_FOLDER = 8
FIELDS = ("title", "id", "themes")
_NOT_NOTES = (COURSE_FILE, TERMS_FILE, "README.md", "LICENSE.md")


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file: what stands above, in the note, and in the items of the sections."""

    file: str
    front: FrontMatter
    note: list[Node]
    items: dict[str, tuple[Item, ...]]


class TopicPage(NamedTuple):
    """The page of a topic, its name (without number and ending), and its parent's file."""

    page: Page
    name: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Pages:
    """All Markdown files of a folder; topics in reading order, parents before children."""

    course: Page | None
    terms: Page | None
    topics: tuple[TopicPage, ...]


def read_pages(root: Path, markdown: MarkdownIt, problems: list[Problem]) -> Pages:
    """Read all Markdown files below a folder."""
    return _Folder(root, markdown, problems).pages()


def topic(entry: TopicPage, names: Names) -> Found[Topic]:
    """Return the topic of a page, without id, parent and note."""
    front, file = entry.page.front, entry.page.file
    for name, field in front.fields.items():
        if name not in FIELDS:
            names.problems.append(unknown_field(name, Place(file, field.line), FIELDS))
    themes: tuple[str, ...] = ()
    if "themes" in front.fields:
        line = Place(file, front.line("themes"))
        themes = names.theme_ids(front_matter.names_in(front.fields["themes"]), line)
    title, place = _title(entry, names.problems), Place(file, front.line("id"))
    given = checked_given(front.text("id") or None, place, names.problems)
    element = Topic("", None, title, themes, (), Place(file, 1))
    return Found(element, title, normalised(f"{entry.name} {title}"), given, slug_of(entry.name))


def _title(entry: TopicPage, problems: list[Problem]) -> str:
    given = entry.page.front.text("title")
    headings = (node for node in entry.page.note if node.kind == "heading")
    first = next((node for node in headings if node.token.tag == "h1"), None)
    title = given or (words_of(first.inline) if first else "")
    if title:
        return title
    what = message(N_("The topic has no title"))
    remedy = message(N_("Start the note with a line “# Title”"))
    problems.append(error("missing-title", Place(entry.page.file, 1), what, remedy))
    return entry.name


class _Folder:
    def __init__(self, root: Path, markdown: MarkdownIt, problems: list[Problem]) -> None:
        self._root = root
        self._markdown = markdown
        self._problems = problems

    def pages(self) -> Pages:
        course = self._course()
        terms = self._root / TERMS_FILE
        glossary = self._page(terms) if is_there(terms) else None
        topics = tuple(self._topics(self._root, None, 1)) if course else ()
        return Pages(course, glossary, topics)

    def _course(self) -> Page | None:
        path = self._root / COURSE_FILE
        if is_there(path):
            return self._page(path)
        what = message(N_("There is no {file} in “{folder}”"), file=COURSE_FILE, folder=self._root)
        remedy = message(N_("Name the folder of a course, or write its {file}"), file=COURSE_FILE)
        self._problems.append(error("missing-course-file", Place(COURSE_FILE, 1), what, remedy))
        return None

    def _topics(self, folder: Path, parent: str | None, depth: int) -> Iterator[TopicPage]:
        for path in self._listed(folder):
            if path.is_dir():
                if path.name != PICTURES:
                    yield from self._subfolder(path, parent, depth)
            elif _is_note(path, self._root):
                page = self._page(path)
                if page:
                    yield TopicPage(page, bare_name(path), parent)

    def _subfolder(self, path: Path, parent: str | None, depth: int) -> Iterator[TopicPage]:
        index = path / INDEX
        place = Place(relative(index, self._root), 1)
        if path.is_symlink() and not is_inside(path, self._root):
            self._problems.append(outside(place, path.name))
        elif path.is_symlink() or depth >= DEEPEST_FOLDER:
            self._problems.append(unreadable(place, "its folders nest too deep"))
        elif is_there(index):
            page = self._page(index)
            if page:
                yield TopicPage(page, bare_name(path), parent)
                yield from self._topics(path, page.file, depth + 1)
        elif self._listed(path) and any(path.rglob("*.md")):
            self._problems.append(_no_index(place))

    def _listed(self, folder: Path) -> list[Path]:
        try:
            return in_order(folder)
        except OSError as wrong:
            place = Place(relative(folder, self._root), 1)
            self._problems.append(unreadable(place, wrong.strerror or type(wrong).__name__))
            return []

    def _page(self, path: Path) -> Page | None:
        text = read_text(path, self._root)
        if isinstance(text, Problem):
            self._problems.append(text)
            return None
        file = relative(path, self._root)
        front = front_matter.split(text, file)
        self._problems.extend(front.problems)
        nodes = self._nodes(front, file)
        if nodes is None:
            return None
        if file == TERMS_FILE:
            return Page(file, front, [], self._items([Section(TERMS, 1, nodes)], file))
        note, found = split(nodes)
        self._problems.extend(almost_agreed(note, file))
        return Page(file, front, note, self._items(found, file))

    def _nodes(self, front: FrontMatter, file: str) -> list[Node] | None:
        try:
            return read(self._markdown, front.body, front.body_line)
        except TooDeepError as wrong:
            what = message(N_("Lists and quotations nest more than {most} deep"), most=DEEPEST)
            remedy = message(N_("Write it flatter"))
            self._problems.append(error("too-deep", Place(file, wrong.line), what, remedy))
            return None

    def _items(self, found: list[Section], file: str) -> dict[str, tuple[Item, ...]]:
        held: dict[str, tuple[Item, ...]] = {}
        for section in found:
            more = items(section, file, self._problems)
            held[section.name] = (*held.get(section.name, ()), *more)
        return held


def _is_note(path: Path, root: Path) -> bool:
    if path.parent == root:
        return path.suffix.lower() == ".md" and path.name not in _NOT_NOTES
    return path.suffix.lower() == ".md" and path.name != INDEX


def _no_index(place: Place) -> Problem:
    what = message(N_("This folder has no note of its own"))
    remedy = message(N_("Write {file} in it: a title and a paragraph"), file=INDEX)
    return error("missing-note", place, what, remedy)
