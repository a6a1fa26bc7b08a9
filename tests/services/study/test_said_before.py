"""What the student said of an answer holds for the next one that is nearly the same."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import PointMark
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import open_progress
from tests import builders
from tests.clocks import StandingClock
from tests.packs import opened

ASKED = builders.typed_question(
    "Why did Stalin sign?", KeyPoint("the ports"), KeyPoint("the railway", ("the line",))
)
COURSE = builders.course(builders.topic(), ASKED)
CARD = f"{ASKED.id}#answer"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[StudySession]:
    clock = StandingClock()
    with (
        closing(opened(COURSE, tmp_path / "a.db")) as pack,
        closing(open_progress(tmp_path / "progress.db", clock, "here")) as progress,
    ):
        session = StudySession(pack, progress, clock, Plan())
        session.scope(COURSE.topics[0].id)
        yield session


def points(session: StudySession, text: str) -> tuple[PointMark, ...]:
    session.ask_card(CARD)
    grade = session.answer(TypedAnswer(text)).grade
    assert grade
    return grade.points


def overruled(session: StudySession, text: str, *which: int) -> None:
    points(session, text)
    for each in which:
        session.overrule(each)
    session.rate(Rating.GOOD)


def told(marks: tuple[PointMark, ...]) -> list[tuple[str, bool]]:
    return [(str(mark.said), mark.before) for mark in marks]


def test_a_point_that_the_student_counted_is_found_the_next_time(session: StudySession) -> None:
    overruled(session, "he wanted anchorage and the line", 0)
    again = points(session, "he wanted ancorage and a line")
    assert told(again) == [("found", True), ("found", False)]


def test_one_that_they_did_not_count_is_missing_the_next_time(session: StudySession) -> None:
    overruled(session, "he wanted the line", 1)
    assert told(points(session, "he wanted a line")) == [("missing", False), ("missing", True)]


def test_another_answer_is_marked_as_ever(session: StudySession) -> None:
    overruled(session, "he wanted docks for his ships", 0)
    assert told(points(session, "he wanted money for the war"))[0] == ("missing", False)


def test_what_was_said_last_holds(session: StudySession) -> None:
    overruled(session, "he wanted docks for his ships", 0)
    overruled(session, "he wanted docks for his ships", 0)
    assert told(points(session, "he wanted docks for his ships"))[0] == ("missing", False)


def test_an_answer_that_is_taken_back_says_nothing_any_more(session: StudySession) -> None:
    overruled(session, "he wanted docks for his ships", 0)
    session.undo()
    assert told(points(session, "he wanted a dock for his ships"))[0] == ("missing", False)


def test_the_student_still_has_the_last_word(session: StudySession) -> None:
    overruled(session, "he wanted docks for his ships", 0)
    points(session, "he wanted docks for his ships")
    grade = session.overrule(0).grade
    assert grade
    assert not grade.points[0].found
