"""`course.md`: what stands on the cover, the themes and the accounts."""

import re
from collections.abc import Iterable, Iterator

from studyapp.domain.course import Account, CourseInfo, Place, Theme
from studyapp.domain.ids import element_id
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error, missing_id, warning
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found
from studyapp.importers.front_matter import FrontMatter
from studyapp.importers.ids_file import is_slug
from studyapp.importers.inline_text import words_of
from studyapp.importers.markdown import Node
from studyapp.importers.sections import Item

FILE = "course.md"
NO_COURSE_ID = "course"
STANDARD_ACCOUNT = "Standard account"
FIELDS = ("id", "title", "language", "edition", "licence", "authors", "derived_from")

_THEME = re.compile(r"\(([^,()]*),([^()]*)\)\s*:?\s*(.*)", re.DOTALL)


def info(front: FrontMatter, about: str, problems: list[Problem]) -> CourseInfo:
    """Return the cover; what is missing is reported, and replaced so that reading can go on."""
    given = front.text("id")
    if not given:
        problems.append(missing_id(front.text("title") or FILE, Place(FILE, 1)))
    elif not is_slug(given):
        problems.append(_bad_id(given, Place(FILE, front.line("id"))))
    if not front.text("title"):
        what = message(N_("The course has no title"))
        remedy = message(N_("Write “title: …” in the front matter"))
        problems.append(error("missing-title", Place(FILE, 1), what, remedy))
    for name, field in front.fields.items():
        if name not in FIELDS:
            problems.append(unknown_field(name, Place(FILE, field.line), FIELDS))
    return CourseInfo(
        id=given if is_slug(given) else NO_COURSE_ID,
        title=front.text("title") or FILE,
        language=front.text("language") or "en",
        edition=front.text("edition") or "1",
        licence=front.text("licence"),
        authors=front.text("authors"),
        about=about,
        derived_from=front.text("derived_from"),
    )


def about(nodes: Iterable[Node]) -> str:
    """Return the paragraphs of the description, an empty line between them."""
    return "\n\n".join(text for text in _paragraphs(nodes) if text)


def unknown_field(name: str, place: Place, known: Iterable[str]) -> Problem:
    """Return the problem of a line of front matter that means nothing to us."""
    what = message(N_("“{name}” is not a field of this front matter"), name=name)
    remedy = message(N_("The fields are: {names}"), names=", ".join(known))
    return warning("front-matter", place, what, remedy)


def themes(items: Iterable[Item], problems: list[Problem]) -> Iterator[Found[Theme]]:
    """Yield the themes in `- **Name** (hue, icon): what it means`."""
    for item in items:
        found = _THEME.match(item.after)
        if item.before or not item.bold or not found:
            problems.append(_theme_form(item.place))
            continue
        hue, icon, about = (part.strip() for part in found.groups())
        name = item.bold.rstrip(" :")
        theme = Theme("", name, hue.lower(), icon.lower(), about, item.place)
        yield Found(theme, name, normalised(name), item.given, slug_of(name))


def accounts(items: Iterable[Item], problems: list[Problem]) -> Iterator[Found[Account]]:
    """Yield the accounts in `- **Name**: what it says`."""
    for item in items:
        if item.before or not item.bold:
            problems.append(_account_form(item.place))
            continue
        name = item.bold.rstrip(" :")
        account = Account("", name, item.after.lstrip(" :"), item.place)
        yield Found(account, name, normalised(name), item.given, slug_of(name))


def standard_account(course: str) -> Account:
    """Return the one account of a course that names none."""
    full = element_id(course, "account", slug_of(STANDARD_ACCOUNT))
    return Account(full, STANDARD_ACCOUNT, "", Place(FILE, 1))


def _paragraphs(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.kind == "paragraph":
            yield words_of(node.inline)
        yield from _paragraphs(node.children)


def _bad_id(given: str, place: Place) -> Problem:
    what = message(N_("“{slug}” cannot be an id"), slug=given)
    remedy = message(N_("Use small letters a–z, digits and hyphens"))
    return error("bad-id", place, what, remedy)


def _theme_form(place: Place) -> Problem:
    what = message(N_("This is not a theme"))
    remedy = message(N_("Write “**Name** (hue, icon): what it means”"))
    return error("theme-form", place, what, remedy)


def _account_form(place: Place) -> Problem:
    what = message(N_("This is not an account"))
    remedy = message(N_("Write “**Name**: what it says”"))
    return error("account-form", place, what, remedy)
