"""The tasks that a teacher gives: those of the course, and those that were opened from a file.

What was opened stays in the log as the text of its file, in which cards have the names that every
edition of the course knows them by. The last entry on a task is what holds.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

from studyapp.domain.boards.teacher_task import TeacherTask, task_on
from studyapp.domain.boards.ways import OF_TOPICS, Task, Way
from studyapp.domain.ids import slug
from studyapp.domain.log import NewEntry, standing
from studyapp.domain.messages import N_
from studyapp.errors import TaskError
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

GIVEN = "task-given"


class GivenTasks:
    """Tasks by id; what this edition of the course has too little for is not among them."""

    def __init__(
        self, pack: Pack, progress: Progress, whole: Callable[[Way, str], Task | None]
    ) -> None:
        """Take the tasks of `pack` and `progress`; `whole` makes the board of a way."""
        self._pack, self._progress, self._whole = pack, progress, whole

    def task(self, name: str) -> TeacherTask | None:
        """Return a task by its id."""
        return self._opened.get(name) or self._of_course.get(name)

    def board(self, name: str) -> Task | None:
        """Return the board of the task with this id."""
        task = self.task(name)
        return self._board(task) if task else None

    def offered(self, way: Way, topic: str) -> Iterator[TeacherTask]:
        """Yield the tasks of a way in a topic and below it."""
        opened = {_content(task) for task in self._opened.values()}
        # What came with the course after it was opened from a file stays where it was worked on.
        of_course = {
            name: task for name, task in self._of_course.items() if _content(task) not in opened
        }
        every = {**of_course, **self._opened}
        tasks = [task for task in every.values() if task.way is way]
        within = frozenset(self._pack.subtree(topic)) if tasks else frozenset()
        return (task for task in tasks if self.topic_of(task) in within)

    def add(self, task: TeacherTask) -> TeacherTask:
        """Offer a task from a file from now on; TaskError if too little of it is left.

        Return it, or the course's own if that has the same task already.
        """
        if self._board(task) is None:
            raise TaskError(N_("“{title}” needs another edition of this course."), title=task.title)
        same = [each for each in self._of_course.values() if _content(each) == _content(task)]
        if same and task.id not in self._opened:
            return same[0]
        if self._opened.get(task.id) != task:
            from studyapp.exporters.task_file import task_text

            self._log(task.id, {"text": task_text(task, self._course)})
        self._opened[task.id] = task
        return task

    def is_from_file(self, name: str) -> bool:
        """Say whether a task was opened from a file, and so can be taken out."""
        return name in self._opened

    def remove(self, name: str) -> None:
        """Offer a task from a file no longer; what was done in it stays in the log."""
        self._log(name, {"removed": True})
        self._opened.pop(name, None)

    def missing(self, task: TeacherTask) -> tuple[str, ...]:
        """Return the cards that a task names and this edition of the course has not, in words."""
        board = self._board(task)
        offered = frozenset(board.offered) if board else frozenset()
        lacking = tuple(dict.fromkeys(card for card in task.cards if card not in offered))
        known = self._pack.factors(lacking)
        return tuple(known[card].title if card in known else _in_words(card) for card in lacking)

    def topic_of(self, task: TeacherTask) -> str:
        """Return the topic in which a task is offered, or "" if this edition has it not."""
        if task.way in OF_TOPICS:
            return task.about
        known = self._pack.factors((task.about,)).get(task.about)
        return known.topic if known else ""

    def _board(self, task: TeacherTask) -> Task | None:
        whole = self._whole(task.way, task.about)
        return task_on(whole, task) if whole else None

    def _log(self, name: str, payload: dict[str, object]) -> None:
        if not self._progress.read_only:
            self._progress.append(NewEntry(GIVEN, name, payload))

    @cached_property
    def _course(self) -> str:
        return self._pack.cover()["id"]

    @cached_property
    def _of_course(self) -> dict[str, TeacherTask]:
        return {task.id: task for task in self._pack.tasks() if self._board(task)}

    @cached_property
    def _opened(self) -> dict[str, TeacherTask]:
        return {task.id: task for task in self._kept() if self._board(task)}

    def _kept(self) -> Iterator[TeacherTask]:
        """Yield the tasks of the log that this edition of the course has a subject for."""
        entries = standing(self._progress.entries((GIVEN,)))
        last = {entry.subject: entry.payload for entry in entries}
        texts = {name: payload.get("text") for name, payload in last.items()}
        mine = {name: text for name, text in texts.items() if name.startswith(f"{self._course}/")}
        if not mine:
            return
        # Few have such tasks, and all would wait for what reads them.
        from studyapp.services.boards.task_files import task_of_text

        for name, text in mine.items():
            task = task_of_text(text, self._pack) if isinstance(text, str) else None
            if task:
                yield task._replace(id=name)


def _content(task: TeacherTask) -> tuple[object, ...]:
    """Return what a task asks, whatever it is called by the program and wherever it stands."""
    cards = frozenset(task.cards)
    return task.title, task.about, task.way, cards, task.instruction, task.help


def _in_words(card: str) -> str:
    """Return the title by which a card is named, or the words of its id."""
    return slug(card).replace("-", " ") if card.count("/") == 2 else card
