"""A teacher's task as one file: written to be handed out, and opened by a student."""

from pathlib import Path

from studyapp.domain.boards.teacher_task import TeacherTask
from studyapp.domain.ids import element_id, passage_hash
from studyapp.domain.messages import N_
from studyapp.domain.text import fold, slug_of
from studyapp.errors import TaskError
from studyapp.exporters.task_file import task_text
from studyapp.importers.task_files import TaskText, read_task
from studyapp.services.whole_files import write_whole
from studyapp.store.pack import Pack

LARGEST = 100_000


def save_task(task: TeacherTask, course: str, path: Path) -> None:
    """Write a task of a course to a file; ExportError leaves all as it was."""
    write_whole(path, task_text(task, course).encode())


def open_task(path: Path, pack: Pack) -> TeacherTask:
    """Return the task in a file; TaskError if it is damaged, or for another course or edition.

    Cards that this edition of the course has not stay in it under the names that they have there.
    """
    written = read_task(_text(path))
    if not isinstance(written, TaskText):
        raise TaskError(
            N_("“{file}” is no task, or a damaged one: {reason}."),
            file=path.name,
            reason=written[0].what,
        )
    if written.course != pack.cover()["id"]:
        raise TaskError(
            N_("“{title}” is a task for another course. Open that course first."),
            title=written.title,
        )
    task = _resolved(written, pack)
    if task is None:
        raise TaskError(N_("“{title}” needs another edition of this course."), title=written.title)
    return task


def task_of_text(text: str, pack: Pack) -> TeacherTask | None:
    """Return the task in the text of a file, or None if it is none that this edition knows."""
    written = read_task(text)
    return _resolved(written, pack) if isinstance(written, TaskText) else None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise TaskError(N_("“{file}” is too large to be a task."), file=path.name)
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise TaskError(N_("“{file}” is not a task."), file=path.name) from wrong
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        raise TaskError(
            N_("“{file}” cannot be read: {reason}."), file=path.name, reason=reason
        ) from wrong


def _resolved(written: TaskText, pack: Pack) -> TeacherTask | None:
    factors = _by_name({each.id: each.title for each in pack.factors().values()})
    topics = _by_name({each.id: each.title for each in pack.topics()})
    about = (topics if written.is_of_topic else factors).get(fold(written.about))
    if about is None:
        return None
    cards = tuple(factors.get(fold(card), card) for card in written.cards)
    return TeacherTask(
        _id(written, about),
        written.title,
        about,
        written.way,
        cards,
        written.instruction,
        written.help,
    )


def _id(written: TaskText, about: str) -> str:
    """Return an id that a second copy of the file has too, and one in which a slip was mended."""
    subject = passage_hash(f"{about} {written.way}")
    return element_id(written.course, "task", f"{slug_of(written.title)}-{subject}")


def _by_name(titles: dict[str, str]) -> dict[str, str]:
    """Return ids by title and by themselves."""
    return {fold(title): name for name, title in titles.items()} | {
        fold(name): name for name in titles
    }
