"""A task is handed out as one file, and worked on apart from the student's own board."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.log import LogEntry, NewEntry
from studyapp.domain.messages import say
from studyapp.errors import TaskError
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.boards.given_tasks import GIVEN
from studyapp.services.boards.task_files import LARGEST, open_task, save_task
from studyapp.store.pack import Pack, open_pack
from studyapp.store.progress import open_progress
from tests.builders import COURSE, TOPIC, factor, full_id, link
from tests.packs import written
from tests.ui.board.conftest import FOCUS, board_course, named, standing_clock

YALTA, LOAN = named("Yalta agreement"), named("Soviet loan")
TASK = TeacherTask("", "Why sign?", named(FOCUS), cards=(YALTA, LOAN), instruction="Be quick.")


@contextmanager
def sessions(folder: Path, *tasks: TeacherTask) -> Iterator[tuple[Pack, BoardSession]]:
    """Open the boards of a course, with tasks that come with it."""
    pack_path = folder / "a.studypack"
    if not pack_path.exists():
        written(board_course()._replace(tasks=tasks), pack_path)
    pack = open_pack(pack_path)
    progress = open_progress(folder / "progress.db", standing_clock, "here")
    yield pack, BoardSession(pack, progress)
    progress.close()
    pack.close()


def handed_out(folder: Path, task: TeacherTask = TASK, course: str = COURSE) -> Path:
    path = folder / "why.studytask"
    save_task(task, course, path)
    return path


def logged(session: BoardSession) -> tuple[LogEntry, ...]:
    return session._progress.entries((GIVEN,))


def test_a_saved_task_is_opened_as_it_was_made(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, _):
        opened = open_task(handed_out(tmp_path), pack)
    assert opened._replace(id="") == TASK


def test_an_opened_task_is_offered_last_in_its_topic_and_nowhere_else(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        task = open_task(handed_out(tmp_path), pack)
        session.given.add(task)
        offers = session.offered(full_id("topic", TOPIC))
        assert [(offer.title, offer.is_task) for offer in offers][-1] == ("Why sign?", True)
        assert sum(offer.is_task for offer in offers) == 1
        assert session.offered(full_id("topic", TOPIC), Way.RANK)[-1].is_task is False
        assert session.offered(full_id("topic", "Nothing to sort")) == ()


def test_its_board_has_its_cards_and_is_apart_from_the_students_own(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        task = open_task(handed_out(tmp_path), pack)
        session.given.add(task)
        session.open(task.id)
        assert set(session.board.zones[Zone.TRAY]) == {YALTA, LOAN}
        session.move(YALTA, Zone.CAUSES)
        session.open(named(FOCUS))
        assert session.board.zones[Zone.CAUSES] == ()
    with sessions(tmp_path) as (_, session):
        session.given.add(task)
        assert session.open(task.id).zones[Zone.CAUSES] == (YALTA,)


def test_an_opened_task_is_there_again_after_a_restart(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        task = open_task(handed_out(tmp_path), pack)
        session.given.add(task)
        session.open(task.id)
        session.move(YALTA, Zone.CAUSES)
    with sessions(tmp_path) as (_, session):
        assert session.offered(full_id("topic", TOPIC))[-1].id == task.id
        assert session.open(task.id).zones[Zone.CAUSES] == (YALTA,)
        assert session.teacher_task == task


def test_a_mended_file_takes_the_place_of_the_first_after_a_restart_too(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        session.given.add(open_task(handed_out(tmp_path), pack))
        mended = TASK._replace(instruction="Be quicker.", cards=(YALTA,))
        session.given.add(open_task(handed_out(tmp_path, mended), pack))
    with sessions(tmp_path) as (_, session):
        [offer] = [each for each in session.offered(full_id("topic", TOPIC)) if each.is_task]
        session.open(offer.id)
        assert session.teacher_task == mended._replace(id=offer.id)


def test_the_same_file_opened_twice_is_logged_once(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        session.given.add(open_task(handed_out(tmp_path), pack))
    with sessions(tmp_path) as (pack, session):
        session.given.add(open_task(handed_out(tmp_path), pack))
        assert len(logged(session)) == 1


def test_a_task_that_is_taken_out_stays_out_until_its_file_is_opened_again(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        task = open_task(handed_out(tmp_path), pack)
        session.given.add(task)
        session.open(task.id)
        session.move(YALTA, Zone.CAUSES)
        session.given.remove(task.id)
        assert session.given.task(task.id) is None
    with sessions(tmp_path) as (pack, session):
        assert not any(offer.is_task for offer in session.offered(full_id("topic", TOPIC)))
        session.given.add(open_task(handed_out(tmp_path), pack))
        assert session.open(task.id).zones[Zone.CAUSES] == (YALTA,)


def test_a_card_that_only_a_later_edition_has_comes_with_that_edition(tmp_path: Path) -> None:
    later = TASK._replace(cards=(YALTA, LOAN, named("Later card")))
    with sessions(tmp_path) as (pack, session):
        task = open_task(handed_out(tmp_path, later), pack)
        session.given.add(task)
        assert session.given.missing(task) == ("later card",)
    (tmp_path / "a.studypack").unlink()
    new = board_course()
    more = (factor("Later card", "1950-03"),)
    joined = (link(FOCUS, "Later card", "it said so"),)
    new = new._replace(factors=(*new.factors, *more), links=(*new.links, *joined))
    written(new, tmp_path / "a.studypack")
    with sessions(tmp_path) as (_, session):
        assert len(session.open(task.id).zones[Zone.TRAY]) == 3
        assert session.given.missing(task) == ()


def test_a_card_of_the_course_that_the_board_has_not_is_missing_by_its_title(
    tmp_path: Path,
) -> None:
    with sessions(tmp_path) as (pack, session):
        strange = TASK._replace(cards=(YALTA, named("Death of Stalin")))
        task = open_task(handed_out(tmp_path, strange), pack)
        assert session.given.missing(task) == ("Death of Stalin",)


@pytest.mark.parametrize("payload", [{}, {"text": 7}, {"text": "not a task"}, {"text": "a = ["}])
def test_what_the_log_has_of_no_task_is_passed_over(
    tmp_path: Path, payload: dict[str, object]
) -> None:
    with sessions(tmp_path) as (pack, session):
        session.given.add(open_task(handed_out(tmp_path), pack))
        [name] = {entry.subject for entry in logged(session)}
    progress = open_progress(tmp_path / "progress.db", standing_clock, "here")
    progress.append(NewEntry(GIVEN, name, payload))
    progress.close()
    with sessions(tmp_path) as (_, session):
        assert not any(offer.is_task for offer in session.offered(full_id("topic", TOPIC)))


def test_a_task_of_a_web_is_offered_in_its_topic_and_needs_two_cards(tmp_path: Path) -> None:
    web = TASK._replace(way=Way.WEB, about=full_id("topic", TOPIC), cards=(YALTA, named(FOCUS)))
    with sessions(tmp_path) as (pack, session):
        opened = open_task(handed_out(tmp_path, web), pack)
        session.given.add(opened)
        assert opened._replace(id="") == web
        assert session.offered(full_id("topic", TOPIC), Way.WEB)[-1].id == opened.id
        few = open_task(handed_out(tmp_path, web._replace(cards=(YALTA, named("Gone")))), pack)
        with pytest.raises(TaskError, match="another edition"):
            session.given.add(few)


def test_a_mended_copy_of_a_task_goes_on_with_the_same_board(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, _):
        first = open_task(handed_out(tmp_path), pack)
        mended = open_task(handed_out(tmp_path, TASK._replace(instruction="Be quicker.")), pack)
    assert first.id == mended.id
    assert mended.instruction == "Be quicker."


def test_a_task_that_tells_the_count_alone_tells_it_after_a_restart_too(tmp_path: Path) -> None:
    task = TASK._replace(id=full_id("task", "t"), help=Help(reasons=False))
    with sessions(tmp_path, task) as (_, session):
        session.open(task.id)
        session.move(YALTA, Zone.CAUSES)
        session.move(LOAN, Zone.CAUSES)
        assert session.check() == ()
        assert [say(remark) for remark in session.remarks] == ["1 of 2 are right."]
    with sessions(tmp_path) as (_, session):
        session.open(task.id)
        assert session.findings == ()
        assert [say(remark) for remark in session.remarks] == ["1 of 2 are right."]
        session.move(LOAN, Zone.CONSEQUENCES)
        assert session.remarks == ()


def test_a_task_of_the_course_is_in_its_pack(tmp_path: Path) -> None:
    task = TASK._replace(id=full_id("task", "t"), way=Way.RANK, cards=(), help=Help(False))
    with sessions(tmp_path, task) as (pack, session):
        assert pack.tasks() == (task,)
        assert pack.course().tasks == (task,)
        assert session.offered(full_id("topic", TOPIC), Way.RANK)[-1].id == task.id


def test_a_task_for_another_course_is_refused(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, _), pytest.raises(TaskError) as refused:
        open_task(handed_out(tmp_path, course="zzzzzzzzzz"), pack)
    assert str(refused.value) == (
        "“Why sign?” is a task for another course. Open that course first."
    )


def test_a_task_whose_factor_is_gone_needs_another_edition(tmp_path: Path) -> None:
    gone = handed_out(tmp_path, TASK._replace(about=named("Gone")))
    with sessions(tmp_path) as (pack, _), pytest.raises(TaskError, match="another edition"):
        open_task(gone, pack)


def test_cards_that_are_gone_are_left_out_as_long_as_enough_are_left(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        some = open_task(handed_out(tmp_path, TASK._replace(cards=(YALTA, named("Gone")))), pack)
        session.given.add(some)
        assert session.open(some.id).zones[Zone.TRAY] == (YALTA,)
        few = TASK._replace(way=Way.RANK, cards=(YALTA, named("Gone"), named("Gone too")))
        with pytest.raises(TaskError, match="another edition"):
            session.given.add(open_task(handed_out(tmp_path, few), pack))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Dear diary", "is no task, or a damaged one: The task cannot be read: "),
        (b"title = 'x'\n", "is no task, or a damaged one: The task has no about."),
        (b"\xff\xfe\x00", "is not a task."),
        (b"#" * (LARGEST + 1), "is too large to be a task."),
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(tmp_path: Path, data: bytes, why: str) -> None:
    file = tmp_path / "why.studytask"
    file.write_bytes(data)
    with sessions(tmp_path) as (pack, _), pytest.raises(TaskError) as refused:
        open_task(file, pack)
    assert str(refused.value).startswith(f"“why.studytask” {why}")


def test_a_file_that_is_gone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, _), pytest.raises(TaskError, match="No such file"):
        open_task(tmp_path / "gone.studytask", pack)


def test_a_task_of_the_course_that_is_opened_as_a_file_stands_there_once(tmp_path: Path) -> None:
    of_course = TASK._replace(id=full_id("task", "why"))
    with sessions(tmp_path, of_course) as (pack, session):
        opened = session.given.add(open_task(handed_out(tmp_path), pack))
        assert opened.id == of_course.id
        offers = session.offered(full_id("topic", TOPIC))
        assert [offer.id for offer in offers if offer.is_task] == [of_course.id]
        assert logged(session) == ()


def test_a_task_that_comes_with_the_course_later_goes_on_as_it_was_opened(tmp_path: Path) -> None:
    with sessions(tmp_path) as (pack, session):
        task = session.given.add(open_task(handed_out(tmp_path), pack))
    (tmp_path / "a.studypack").unlink()
    with sessions(tmp_path, TASK._replace(id=full_id("task", "why"))) as (_, session):
        offers = session.offered(full_id("topic", TOPIC))
        assert [offer.id for offer in offers if offer.is_task] == [task.id]
