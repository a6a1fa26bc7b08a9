"""A teacher's task as TOML: in a course folder, and what is wrong with one, by line."""

from pathlib import Path

import pytest

from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.checks.task_checks import check_tasks
from studyapp.domain.course import Course
from studyapp.domain.messages import say
from studyapp.exporters.task_file import task_text
from studyapp.importers.course_folder import read_course_folder
from studyapp.importers.task_files import TaskText, read_task
from tests.builders import COURSE, course_folder, full_id

TREATY = """---
id: treaty
---
# The treaty

Two men signed.

## Timeline
- 1945: **Yalta agreement.** {#yalta-agreement}
- 1946: **Treaty of 1946.** {#treaty-of-1946}

## Causes and consequences
- Yalta agreement → Treaty of 1946 because Stalin wanted it. {#l}
"""
TASK = 'title = "Why?"\nabout = "Treaty of 1946"\ncards = ["Yalta agreement"]\n'


def read(root: Path, text: str, name: str = "10-why.toml") -> tuple[Course, list[str]]:
    """Read a course with one task, and return it with what is wrong, by line."""
    course_folder(root, treaty=TREATY)
    (root / "tasks").mkdir()
    (root / "tasks" / name).write_text(text, encoding="utf-8")
    draft = read_course_folder(root)
    assert draft.course is not None
    return draft.course, [f"{each.place}: {say(each.what)}" for each in draft.problems]


def test_a_task_is_read_with_ids_for_its_titles(tmp_path: Path) -> None:
    text = TASK + 'instruction = "Ten minutes."\nhints = false\nreasons = false\n'
    course, problems = read(tmp_path, text)
    assert problems == []
    [task] = course.tasks
    assert task[:6] == (
        full_id("task", "10-why"),
        "Why?",
        full_id("factor", "Treaty of 1946"),
        Way.SORT,
        (full_id("factor", "Yalta agreement"),),
        "Ten minutes.",
    )
    assert task.help == Help(hints=False, reasons=False, passages=True)


def test_a_task_of_a_web_is_about_a_topic(tmp_path: Path) -> None:
    course, problems = read(tmp_path, 'title = "How?"\nabout = "The treaty"\nway = "web"\n')
    assert problems == []
    [task] = course.tasks
    assert (task.about, task.way, task.cards) == (full_id("topic", "treaty"), Way.WEB, ())


def test_a_file_as_the_window_saves_it_counts_too(tmp_path: Path) -> None:
    course, problems = read(tmp_path, TASK, "Why.StudyTask")
    assert problems == []
    assert [task.id for task in course.tasks] == [full_id("task", "why")]


def test_two_files_with_one_name_are_told_apart_by_a_new_name(tmp_path: Path) -> None:
    read(tmp_path, TASK)
    (tmp_path / "tasks" / "10-why.studytask").write_text(TASK, encoding="utf-8")
    draft = read_course_folder(tmp_path)
    assert draft.course is not None
    [problem] = check_tasks(draft.course)
    assert f"{problem.place.file}: {say(problem.what)} – {say(problem.remedy)}" == (
        "tasks/10-why.toml: The file is named like “tasks/10-why.studytask” – Rename one of the two"
    )


def test_a_course_without_tasks_has_none(tmp_path: Path) -> None:
    draft = read_course_folder(course_folder(tmp_path, treaty=TREATY))
    assert draft.course is not None
    assert (draft.course.tasks, draft.problems) == ((), ())


def test_a_task_that_was_given_out_can_be_put_into_the_course(tmp_path: Path) -> None:
    task = TeacherTask(
        "",
        "Why?",
        full_id("factor", "Treaty of 1946"),
        cards=(full_id("factor", "Yalta agreement"),),
    )
    course, problems = read(tmp_path, task_text(task, COURSE))
    assert problems == []
    assert course.tasks[0].cards == task.cards


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (TASK + 'way = "by heart"', "4: There is no way of working “by heart”"),
        (TASK + 'way = "web"', "2: There is no topic “Treaty of 1946”"),
        (TASK + "colour = 3", "4: A task has no field “colour”"),
        (TASK + "hints = 1", "4: “hints” is neither true nor false"),
        ('title = "Why?"', "1: The task has no about"),
        (TASK.replace('"Why?"', "5"), "1: “title” is not a text"),
        (TASK.replace('["Yalta agreement"]', "3"), "3: “cards” is not a list of texts"),
        (TASK.replace('["Yalta agreement"]', "[]"), "3: The list of cards is empty"),
        (TASK.replace("Why?", "W" * 121), "1: The title has more than 120 characters"),
        (
            TASK.replace("Yalta a", "Yallta a"),
            "3: There is no factor “Yallta agreement” in any Timeline",
        ),
        (
            TASK.replace("Treaty", "Tready"),
            "2: There is no factor “Tready of 1946” in any Timeline",
        ),
        (TASK + 'way = "order"', "2: There is no topic “Treaty of 1946”"),
        (TASK + 'course = "another"', "4: The task is for another course"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_the_task_is_left_out(
    tmp_path: Path, text: str, wrong: str
) -> None:
    course, problems = read(tmp_path, text)
    assert problems == [f"tasks/10-why.toml:{wrong}"]
    assert course.tasks == ()


def test_what_is_no_toml_is_told_by_line(tmp_path: Path) -> None:
    _, [problem] = read(tmp_path, "title = Why?\n")
    assert problem.startswith("tasks/10-why.toml:1: The task cannot be read: Invalid value")


def test_other_files_beside_the_tasks_are_not_read(tmp_path: Path) -> None:
    course, problems = read(tmp_path, "what I still have to do", "notes.txt")
    assert (course.tasks, problems) == ((), [])


@pytest.mark.parametrize("words", ['A "quoted" \\ word', "毛泽东 – Why?", "tab\there \x7f"])
def test_a_written_task_is_read_back(words: str) -> None:
    task = TeacherTask("", words, "c/factor/x", Way.TERM, ("c/factor/a",), words, Help(False))
    read_back = read_task(task_text(task, "c"))
    assert isinstance(read_back, TaskText)
    told = " ".join(words.split())
    assert (read_back.title, read_back.instruction) == (told, told)
    assert (read_back.about, read_back.way, read_back.cards) == (task.about, task.way, task.cards)
    assert (read_back.help, read_back.course) == (task.help, "c")


def test_a_number_too_long_to_read_is_said_in_a_sentence() -> None:
    read = read_task(f"title = {'1' * 5000}")
    assert not isinstance(read, TaskText)
    assert say(read[0].what).startswith("The task cannot be read: a number in it is too long")
