"""The tasks that a teacher gives: those of the course, and those that were opened from a file."""

from collections.abc import Callable, Iterator
from functools import cached_property

from studyapp.domain.messages import N_
from studyapp.domain.teacher_task import TeacherTask, task_on
from studyapp.domain.ways import OF_TOPICS, Task, Way
from studyapp.errors import TaskError
from studyapp.store.pack import Pack


class GivenTasks:
    """Tasks by id; what this edition of the course has too little for is not among them."""

    def __init__(self, pack: Pack, whole: Callable[[Way, str], Task | None]) -> None:
        """Take the tasks of `pack`; `whole` makes the board of a way about something."""
        self._pack, self._whole = pack, whole

    def task(self, name: str) -> TeacherTask | None:
        """Return a task by its id."""
        return self._tasks.get(name)

    def board(self, name: str) -> Task | None:
        """Return the board of the task with this id."""
        task = self._tasks.get(name)
        return self._board(task) if task else None

    def offered(self, way: Way, topic: str) -> Iterator[TeacherTask]:
        """Yield the tasks of a way in a topic and below it."""
        tasks = [task for task in self._tasks.values() if task.way is way]
        within = frozenset(self._pack.subtree(topic)) if tasks else frozenset()
        return (task for task in tasks if self.topic_of(task) in within)

    def add(self, task: TeacherTask) -> None:
        """Offer a task from a file from now on; TaskError if too little of it is left."""
        if self._board(task) is None:
            raise TaskError(N_("“{title}” needs another edition of this course."), title=task.title)
        self._tasks[task.id] = task

    def topic_of(self, task: TeacherTask) -> str:
        """Return the topic in which a task is offered, or "" if this edition has it not."""
        if task.way in OF_TOPICS:
            return task.about
        known = self._pack.factors((task.about,)).get(task.about)
        return known.topic if known else ""

    def _board(self, task: TeacherTask) -> Task | None:
        whole = self._whole(task.way, task.about)
        return task_on(whole, task) if whole else None

    @cached_property
    def _tasks(self) -> dict[str, TeacherTask]:
        return {task.id: task for task in self._pack.tasks() if self._board(task)}
