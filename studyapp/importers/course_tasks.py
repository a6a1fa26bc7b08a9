"""The teacher's tasks in a course folder: `tasks/NAME.toml` or `tasks/NAME.studytask`."""

from collections.abc import Iterator
from pathlib import Path

from studyapp.domain.boards.teacher_task import TeacherTask
from studyapp.domain.course import Place
from studyapp.domain.ids import element_id
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import slug_of
from studyapp.importers.elements import Names
from studyapp.importers.source_files import (
    in_order,
    is_there,
    read_text,
    relative,
    unreadable,
)
from studyapp.importers.task_files import FOLDER, TaskText, read_task

_ENDINGS = (".toml", ".studytask")


def tasks(root: Path, course: str, names: Names) -> tuple[TeacherTask, ...]:
    """Read every task of a course; what is wrong with one is reported, and it is left out."""
    found = (_task(path, root, course, names) for path in _files(root, names))
    return tuple(task for task in found if task)


def _files(root: Path, names: Names) -> list[Path]:
    folder = root / FOLDER
    if not is_there(folder) or not folder.is_dir():
        return []
    try:
        return [path for path in in_order(folder) if path.suffix.lower() in _ENDINGS]
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        names.problems.append(unreadable(Place(FOLDER, 1), reason))
        return []


def _task(path: Path, root: Path, course: str, names: Names) -> TeacherTask | None:
    text = read_text(path, root)
    if isinstance(text, Problem):
        names.problems.append(text)
        return None
    file = relative(path, root)
    written = read_task(text)
    if not isinstance(written, TaskText):
        names.problems.extend(
            error("task-form", Place(file, fault.line), fault.what, fault.remedy)
            for fault in written
        )
        return None
    before = len(names.problems)
    if written.course and written.course != course:
        names.problems.append(_of_another_course(Place(file, written.line("course"))))
    about = _about(written, file, names)
    cards = tuple(_cards(written, file, names))
    # Half a task would ask something else than its author meant.
    if about is None or len(names.problems) > before:
        return None
    return TeacherTask(
        element_id(course, "task", slug_of(path.stem)),
        written.title,
        about,
        written.way,
        cards,
        written.instruction,
        written.help,
        Place(file, written.line("cards" if cards else "about")),
    )


def _about(written: TaskText, file: str, names: Names) -> str | None:
    place = Place(file, written.line("about"))
    wanted = _bare(written.about)
    if not written.is_of_topic:
        return names.factor_id(wanted, place)
    found = names.topics.find(wanted)
    if found is None:
        what = message(N_("There is no topic “{name}”"), name=written.about)
        remedy = message(N_("Write the title of a topic; this way of working is about one"))
        names.problems.append(error("task-form", place, what, remedy))
    return found


def _cards(written: TaskText, file: str, names: Names) -> Iterator[str]:
    for card in written.cards:
        found = names.factor_id(_bare(card), Place(file, written.line(card)))
        if found:
            yield found


def _bare(name: str) -> str:
    """Return a title as it is, or the slug of a full id, by which an element is found too."""
    return name.rpartition("/")[2] if name.count("/") == 2 else name


def _of_another_course(place: Place) -> Problem:
    what = message(N_("The task is for another course"))
    return error("task-form", place, what, message(N_("Take the line “course” out if it is not")))
