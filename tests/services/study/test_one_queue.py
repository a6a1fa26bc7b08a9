"""One queue across all courses."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.errors import NotReadyError
from studyapp.importers.course_folder import read_course_folder
from studyapp.services.library import Library
from studyapp.services.study import making_ready
from studyapp.services.study.study_session import StudySession
from studyapp.services.workspace import Workspace
from tests.builders import COURSE, TOPIC, course, full_id, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import written

PLANTS = Path(__file__).parents[2] / "data" / "courses" / "photosynthesis"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a small course open, and a second one in the library."""
    shipped = written(course(topic(), typed_question("One?")), tmp_path / "one.db")
    plants = read_course_folder(PLANTS).course
    assert plants
    library = Library(tmp_path / "courses", shipped)
    library.add(written(plants, tmp_path / "plants.studypack"))
    with closing(Workspace(library, tmp_path / "progress.db", StandingClock(), "here")) as made:
        made.open_course(COURSE)
        made.open_progress()
        yield made


@pytest.fixture
def session(workspace: Workspace) -> StudySession:
    assert workspace.study
    workspace.study.scope_everything()
    return workspace.study


def asked(session: StudySession, count: int) -> list[tuple[str, str]]:
    """Answer some cards; return what each asked, and of which other course it is."""
    found = []
    for _ in range(count):
        card = session.next_card()
        assert card
        found.append((say(card.prompt), session.decks.elsewhere(card.card)))
        session.answer(None)
        session.rate(Rating.EASY)
    return found


def test_all_courses_are_asked_in_one_queue(session: StudySession) -> None:
    assert session.due_counts() == (0, 20)
    assert session.course_counts() == (0, 1)
    first, *others = asked(session, 4)
    assert first == ("One?", "")
    assert {where for _, where in others} == {"How plants make food"}


def test_a_large_course_is_laid_out_before_all_are_asked(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = workspace.study
    assert session
    monkeypatch.setattr(making_ready, "_FEW_CARDS", 0)
    for _ in range(2):
        with pytest.raises(NotReadyError):
            session.scope_everything()
    assert session.due_counts() == (0, 0)
    with pytest.raises(NotReadyError):
        session.next_card()
    behind = [workspace.is_behind]
    for _ in workspace.taking(workspace.making_ready()(lambda _share: None)):
        pass
    assert [*behind, workspace.is_behind] == [True, False]
    assert session.next_card()
    assert session.due_counts() == (0, 20)


def test_what_is_due_comes_before_what_is_new_whatever_its_course(
    workspace: Workspace, session: StudySession
) -> None:
    asked(session, 3)
    reviewed = set(workspace_memories(workspace))
    workspace._clock.forward(days=400)  # type: ignore[attr-defined]
    session.scope_everything()
    assert session.due_counts().due == 3
    for _ in range(3):
        card = session.next_card()
        assert card
        assert card.card.id in reviewed
        session.answer(None)
        session.rate(Rating.EASY)


def workspace_memories(workspace: Workspace) -> dict[str, object]:
    assert workspace._progress
    return dict(workspace._progress.memories())


def test_an_answer_in_another_course_shows_its_passage_and_is_taken_back(
    session: StudySession,
) -> None:
    asked(session, 1)
    card = session.next_card()
    assert card
    marked = session.answer(TypedAnswer("?") if card.kind == "typed" else None)
    assert marked.passage
    session.rate(Rating.AGAIN)
    again = session.undo()
    assert again
    assert again.card.id == card.card.id


def test_a_topic_in_scope_again_asks_of_itself_alone(session: StudySession) -> None:
    session.scope(full_id("topic", TOPIC))
    assert session.due_counts() == (0, 1)


def test_another_course_that_is_damaged_is_left_out(tmp_path: Path, workspace: Workspace) -> None:
    [added] = (tmp_path / "courses").glob("*.studypack")
    added.write_bytes(b"no longer a course")
    assert workspace.study
    workspace.study.scope_everything()
    assert workspace.study.due_counts() == (0, 1)


def test_the_other_courses_are_let_go_of_with_the_open_one(
    workspace: Workspace, session: StudySession
) -> None:
    [pack] = workspace.other_packs()
    workspace.close_course()
    assert workspace._others == []
    assert not pack._close.alive
