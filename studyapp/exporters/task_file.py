"""A teacher's task as the text of a `.studytask` file."""

import json
from collections.abc import Iterator

from studyapp.domain.boards.teacher_task import TeacherTask

SUFFIX = ".studytask"


def task_text(task: TeacherTask, course: str) -> str:
    """Return a task of a course as TOML; it names the course, and all else by ids."""
    return "".join(f"{line}\n" for line in _lines(task, course))


def _lines(task: TeacherTask, course: str) -> Iterator[str]:
    yield "# A task for StudyApp: File ▸ Open a task…"
    yield f"course = {_quoted(course)}"
    yield f"title = {_quoted(task.title)}"
    if task.instruction:
        yield f"instruction = {_quoted(task.instruction)}"
    yield f"about = {_quoted(task.about)}"
    yield f"way = {_quoted(task.way.value)}"
    if task.cards:
        yield "cards = ["
        yield from (f"  {_quoted(card)}," for card in task.cards)
        yield "]"
    for name, allowed in task.help._asdict().items():
        yield f"{name} = {'true' if allowed else 'false'}"


def _quoted(text: str) -> str:
    # What JSON escapes TOML escapes in the same way, but for the one sign that JSON leaves.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
