"""A course's tasks as one entry of the pack's `meta`: packs without any stay as they are."""

import json
import sqlite3
from collections.abc import Sequence

from studyapp.domain.boards.teacher_task import (
    LONGEST_INSTRUCTION,
    LONGEST_TITLE,
    Help,
    TeacherTask,
)
from studyapp.domain.boards.ways import Way
from studyapp.domain.ids import parts

KEY = "tasks"


def encode(tasks: Sequence[TeacherTask]) -> str:
    """Return tasks as JSON."""
    rows = [
        [task.id, task.title, task.about, task.way, task.cards, task.instruction, task.help]
        for task in tasks
    ]
    return json.dumps(rows, ensure_ascii=False)


def read_tasks(connection: sqlite3.Connection) -> tuple[TeacherTask, ...]:
    """Return the tasks of a pack."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
    return decode(row[0]) if row else ()


def decode(text: str) -> tuple[TeacherTask, ...]:
    """Return the tasks of such an entry; ways that this program does not know are left out.

    ValueError if it is not what `encode` wrote.
    """
    try:
        return tuple(_task(*row) for row in json.loads(text) if row[3] in set(Way))
    except (TypeError, LookupError, RecursionError) as wrong:
        raise ValueError("the tasks are not as they were written") from wrong


def _task(*row: object) -> TeacherTask:
    id, title, about, way, cards, instruction, allowed = row
    if not isinstance(cards, list) or not isinstance(allowed, list):
        raise TypeError(cards)
    names, helps = tuple(map(str, cards)), Help(*map(bool, allowed))
    if parts(str(id)).kind != "task" or "~" in str(id):
        raise ValueError(id)
    title, instruction = str(title)[:LONGEST_TITLE], str(instruction)[:LONGEST_INSTRUCTION]
    return TeacherTask(str(id), title, str(about), Way(str(way)), names, instruction, helps)
