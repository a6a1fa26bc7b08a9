"""From a course folder to a course pack: check it, give ids to what is new, build it."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.checks.course_checks import check
from studyapp.domain.course import Course, Place
from studyapp.domain.messages import N_, say
from studyapp.domain.problems import Problem, has_errors
from studyapp.errors import PackError, SourceError
from studyapp.exporters.note_html import note_html
from studyapp.importers import front_matter
from studyapp.importers.course_folder import Draft, read_course_folder
from studyapp.importers.course_page import FILE as COURSE_FILE
from studyapp.importers.ids_file import FILE as IDS_FILE

# Letters and digits that nobody mistakes for one another.
_ID_MARKS = "abcdefghijkmnpqrstuvwxyz23456789"
_ID_LENGTH = 10
_FIXED = ("missing-id", "renamed", "gone")


class CourseProblemsError(SourceError):
    """A course has errors and was not built; `problems` are all that was found."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        """Count the errors among the problems of a folder."""
        count = sum(problem.severity == "error" for problem in problems)
        super().__init__(
            N_("“{folder}” was not built: {count} to put right."), folder=folder, count=count
        )
        self.problems = problems


class Built(NamedTuple):
    """A pack that was built: its digest, how many it holds of each kind, and the warnings."""

    digest: str
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]


def new_course_id() -> str:
    """Return a random id for a course: ten letters and digits, about 50 bits."""
    return "".join(secrets.choice(_ID_MARKS) for _ in range(_ID_LENGTH))


def check_course(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a course folder, by place; SourceError if it is no folder."""
    return _checked(_read(folder))


def fix_course(folder: Path, new_id: Callable[[], str] = new_course_id) -> tuple[Problem, ...]:
    """Give ids to all that is new, follow what was renamed, and return the problems solved.

    Writes ids.toml, and the id of the course into course.md. SourceError if that cannot be done.
    """
    draft = _read(folder)
    if draft.course is None or draft.ids.problems:
        raise CourseProblemsError(folder, _checked(draft))
    _give_course_id(folder / COURSE_FILE, new_id)
    path, text = folder / IDS_FILE, draft.ids.text()
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        _replace(path, text)
    left = {(problem.code, problem.place) for problem in check_course(folder)}
    return tuple(
        problem
        for problem in _checked(draft)
        if problem.code in _FIXED and (problem.code, problem.place) not in left
    )


def build_course(folder: Path, pack: Path) -> Built:
    """Build a course folder into a pack; CourseProblemsError if the course has errors.

    SourceError if the pack cannot be written there without losing what is no pack.
    """
    # Checking needs no database, and this import takes a tenth of a second.
    from studyapp.store.pack_writer import write_pack

    draft = _read(folder)
    _check_target(folder, pack)
    problems = _checked(draft)
    if draft.course is None or has_errors(problems):
        raise CourseProblemsError(folder, problems)
    pages = {topic.id: note_html(topic, draft.course) for topic in draft.course.topics}
    digest = write_pack(draft.course, pages, pack)
    return Built(digest, counts(draft.course), problems)


def counts(course: Course) -> Mapping[str, int]:
    """Return how many topics, factors and so on a course has."""
    return {
        "topic": len(course.topics),
        "factor": len(course.factors),
        "link": len(course.links),
        "term": len(course.terms),
        "question": len(course.questions),
        "picture": len(course.pictures),
        "task": len(course.tasks),
    }


def _read(folder: Path) -> Draft:
    if not folder.exists():
        raise SourceError(N_("There is no folder “{folder}”."), folder=folder)
    if not folder.is_dir():
        raise SourceError(
            N_("“{file}” is not a folder. Name the folder that holds the course."), file=folder
        )
    return read_course_folder(folder)


def _check_target(folder: Path, pack: Path) -> None:
    """Raise SourceError unless a pack may be written there: a new file, or in place of a pack."""
    if not pack.parent.is_dir():
        raise SourceError(
            N_("“{file}” cannot be written: there is no folder “{folder}”."),
            file=pack,
            folder=pack.parent,
        )
    if pack.parent.resolve().is_relative_to(folder.resolve()):
        raise SourceError(
            N_("“{file}” would stand in the course folder itself. Name a place outside it."),
            file=pack,
        )
    # A link that leads nowhere is something of the person's, too.
    if pack.exists() or pack.is_symlink():
        _check_is_pack(pack)


def _check_is_pack(path: Path) -> None:
    from studyapp.store.pack import open_pack

    try:
        open_pack(path).close()
    except PackError as wrong:
        raise SourceError(
            N_("“{file}” is there already and is no course file to replace. Choose another name."),
            file=path,
        ) from wrong


def _checked(draft: Draft) -> tuple[Problem, ...]:
    found = draft.problems
    if draft.course is not None:
        found = (*found, *check(draft.course, draft.places))
    each = _once(map(_placed, found))
    return tuple(sorted(each, key=lambda problem: problem.place))


def _once(found: Iterable[Problem]) -> Iterable[Problem]:
    """Leave each problem of a line once: a name that stands there often is one mistake."""
    told: dict[tuple[str, Place, str], Problem] = {}
    for problem in found:
        told.setdefault((problem.code, problem.place, say(problem.what)), problem)
    return told.values()


def _placed(problem: Problem) -> Problem:
    """Put what stands nowhere, such as a topic that is not there, at the top of the course."""
    return problem if problem.place.file else problem._replace(place=Place(COURSE_FILE, 1))


def _give_course_id(path: Path, new_id: Callable[[], str]) -> None:
    source = path.read_bytes().decode("utf-8-sig")
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    front = front_matter.split(text, COURSE_FILE)
    if front.problems or front.text("id"):
        return
    end = "\r\n" if "\r\n" in source else "\n"
    lines = text.split("\n")
    entry = f"id: {new_id()}"
    if "id" in front.fields:
        lines[front.line("id") - 1] = entry
    elif front.body_line > 1:
        lines.insert(1, entry)
    else:
        lines = ["---", entry, "---", *lines]
    _replace(path, end.join(lines))


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(text.encode())
        draft.replace(path)
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        raise SourceError(
            N_("“{file}” cannot be written: {reason}."), file=path, reason=reason
        ) from wrong
