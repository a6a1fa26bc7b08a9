"""Tasks in a pack: none change nothing, and what nobody wrote is a damaged pack."""

import json
from pathlib import Path

import pytest

from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.store.task_codec import decode, encode
from tests.builders import full_id, small_course
from tests.packs import opened, written

TASK = TeacherTask(
    full_id("task", "t"),
    "Why “sign”?",
    full_id("factor", "Treaty of 1945"),
    Way.TERM,
    (full_id("factor", "Yalta agreement"),),
    "Be quick.",
    Help(hints=False),
)


def test_a_pack_without_tasks_is_byte_for_byte_what_it_was_before_there_were_any(
    tmp_path: Path,
) -> None:
    pack = opened(small_course(), tmp_path / "a.studypack")
    assert pack.tasks() == ()
    assert pack._meta("tasks") == {}
    pack.close()


def test_a_pack_with_tasks_passes_the_full_check_and_is_another_edition(tmp_path: Path) -> None:
    bare = opened(small_course(), tmp_path / "a.studypack")
    pack = opened(small_course()._replace(tasks=(TASK,)), tmp_path / "b.studypack")
    pack.verify()
    assert pack.tasks() == (TASK,)
    assert pack.digest != bare.digest
    pack.close()
    bare.close()


def test_the_same_tasks_give_the_same_bytes(tmp_path: Path) -> None:
    made = small_course()._replace(tasks=(TASK,))
    one, two = (written(made, tmp_path / name) for name in ("a.studypack", "b.studypack"))
    assert one.read_bytes() == two.read_bytes()


def test_a_task_of_a_web_is_kept() -> None:
    web = TASK._replace(way=Way.WEB, about=full_id("topic", "T"))
    assert decode(encode((web,))) == (web,)


def test_a_task_in_a_way_of_a_newer_program_is_left_out() -> None:
    rows = json.loads(encode((TASK, TASK)))
    rows[0][3] = "debate"
    assert decode(json.dumps(rows)) == (TASK,)


@pytest.mark.parametrize("text", ["3", "[3]", "[[1, 2]]", "{", '[["a","b","c","sort",1,"",[]]]'])
def test_what_nobody_wrote_is_no_task(text: str) -> None:
    with pytest.raises(ValueError):
        decode(text)
