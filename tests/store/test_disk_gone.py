"""A disk that is full or gone in the middle of an answer: said, nothing lost, nothing doubled."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import RETRACT, REVIEW, NewEntry
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import PLAN, Plan
from studyapp.errors import ProgressError
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, full_id, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

CARD = "c/question/a#answer"
LONG = {"given": "x" * 20_000}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(params=[True, False], ids=["write-ahead log", "rollback journal"])
def progress(folder: Path, request: pytest.FixtureRequest) -> Iterator[Progress]:
    made = open_progress(folder / "progress.db", StandingClock(), "here", wal=request.param)
    made.append(NewEntry(REVIEW, CARD, {}, 3))
    yield made
    made.close()


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Pack]:
    with closing(opened(course(typed_question()), tmp_path / "a.db")) as made:
        yield made


def fill_the_disk(progress: Progress) -> None:
    [(pages,)] = progress._connection.execute("PRAGMA page_count")
    progress._connection.execute(f"PRAGMA max_page_count = {pages}")


def make_room(progress: Progress) -> None:
    progress._connection.execute("PRAGMA max_page_count = 1000000")


def test_when_the_disk_is_full_an_answer_waits_and_is_kept_once(
    progress: Progress, pack: Pack
) -> None:
    session = StudySession(pack, progress, StandingClock(), Plan())
    session.scope(full_id("topic", TOPIC))
    asked = session.next_card()
    assert asked is not None
    session.answer(TypedAnswer("because of the ports " * 1000))
    before = progress.entries(), progress.memories()
    fill_the_disk(progress)
    for _ in range(2):
        with pytest.raises(ProgressError, match="disk is full"):
            session.rate(Rating.GOOD)
    assert (progress.entries(), progress.memories()) == before
    assert not session.can_undo
    make_room(progress)
    session.rate(Rating.GOOD)
    [kept] = progress.entries(subjects=(asked.card.id,))
    assert kept.rating == 3
    assert progress.verify() == ()


def test_when_the_disk_is_full_an_undo_takes_nothing_back_by_half(progress: Progress) -> None:
    [entry] = progress.append(NewEntry(REVIEW, CARD, {}, 1))
    before = progress.memories()
    fill_the_disk(progress)
    with pytest.raises(ProgressError, match="disk is full"):
        progress.append(NewEntry(RETRACT, entry.key, LONG))
    assert progress.memories() == before
    make_room(progress)
    progress.append(NewEntry(RETRACT, entry.key))
    assert progress.verify() == ()
    assert progress.memories() != before


def test_when_the_disk_is_full_the_plan_stays_as_it_was(progress: Progress) -> None:
    before = progress.memories()
    fill_the_disk(progress)
    with pytest.raises(ProgressError, match="disk is full"):
        progress.append(NewEntry(PLAN, "", {"retention": 0.8, **LONG}))
    assert progress.parameters.retention == 0.9
    assert (progress.memories(), progress.behind) == (before, False)
    make_room(progress)
    progress.append(NewEntry(PLAN, "", {"retention": 0.8}))
    assert progress.parameters.retention == 0.8
    assert progress.verify() == ()


def test_when_the_folder_is_gone_the_answer_is_refused_and_not_kept_nowhere(
    progress: Progress, folder: Path
) -> None:
    shutil.rmtree(folder)
    for _ in range(2):
        with pytest.raises(ProgressError, match="no longer where it was") as refused:
            progress.append(NewEntry(REVIEW, CARD, {}, 3))
        assert str(folder / "progress.db") in str(refused.value)
    assert not folder.exists()


def test_when_another_file_was_put_in_its_place_nothing_is_written_to_either(
    progress: Progress, folder: Path
) -> None:
    path = folder / "progress.db"
    path.rename(folder / "moved.db")
    path.write_bytes(b"")
    with pytest.raises(ProgressError, match="no longer where it was"):
        progress.append(NewEntry(REVIEW, CARD, {}, 3))
    assert path.read_bytes() == b""


def test_a_folder_that_comes_back_takes_the_answer(progress: Progress, folder: Path) -> None:
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(ProgressError, match="no longer where it was"):
        progress.append(NewEntry(REVIEW, CARD, {}, 3))
    away.rename(folder)
    progress.append(NewEntry(REVIEW, CARD, {}, 3))
    assert len(progress.entries()) == 2
    assert progress.verify() == ()
