"""What can be wrong with the teacher's tasks of a course."""

from collections.abc import Iterator, Sequence

from studyapp.domain.boards.teacher_task import TeacherTask, task_on
from studyapp.domain.boards.ways import OF_TOPICS, Material, Way, fewest_cards, make_task
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Course
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error


def check_tasks(course: Course) -> Iterator[Problem]:
    """Yield what is wrong with each task: its subject gives no such board, or has other cards."""
    if not course.tasks:
        return
    yield from _named_alike(course.tasks)
    causal_map = CausalMap(course.links)
    for task in course.tasks:
        yield from _check(task, course, causal_map)


def _named_alike(tasks: Sequence[TeacherTask]) -> Iterator[Problem]:
    """Yield the tasks whose files differ by ending or signs alone, so that they have one id."""
    first: dict[str, TeacherTask] = {}
    for task in tasks:
        other = first.setdefault(task.id, task)
        if other is not task:
            what = message(N_("The file is named like “{file}”"), file=other.place.file)
            yield error("task-form", task.place, what, message(N_("Rename one of the two")))


def _check(task: TeacherTask, course: Course, causal_map: CausalMap) -> Iterator[Problem]:
    within = _below(task.about, course) if task.way in OF_TOPICS else None
    factors = {each.id: each for each in course.factors if within is None or each.topic in within}
    themes = tuple(theme.id for theme in course.themes)
    whole = make_task(
        task.way, task.about, Material(causal_map, course.distractors, factors, themes)
    )
    if whole is None:
        what = message(N_("This gives too little to work on by “{way}”"), way=task.way.value)
        yield error("task-card", task.place, what, message(N_("Choose another way or subject")))
        return
    titles = {each.id: each.title for each in course.factors}
    for card in task.cards:
        if card not in whole.offered:
            what = message(N_("“{title}” is not a card of this board"), title=titles[card])
            remedy = message(N_("Take it out; the board in the window shows the cards there are"))
            yield error("task-card", task.place, what, remedy)
    board = task_on(whole, task)
    if board is None:
        what = message(N_("The task has too few cards"))
        remedy = message(N_("Give it at least {count}"), count=fewest_cards(task.way))
        yield error("task-card", task.place, what, remedy)
    elif task.way is Way.WEB and not causal_map.joins(board.offered):
        what = message(N_("The course joins no two of these cards"))
        remedy = message(N_("Offer a cause together with what it led to"))
        yield error("task-card", task.place, what, remedy)


def _below(topic: str, course: Course) -> frozenset[str]:
    found = {topic}
    # Parents stand before their children.
    for each in course.topics:
        if each.parent in found:
            found.add(each.id)
    return frozenset(found)
