"""A course with an exam ahead is asked by the plan to it; without one nothing changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.exam_plan import ExamPlanner, Known, Seconds
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.outcomes import Outcomes
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.exam_planning import (
    MOST_DAYS,
    Preparation,
    days_studied,
    days_until,
    own_seconds,
    seconds_of,
)
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, factor, full_id, link, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

MANY = course(
    topic(),
    topic("Another matter"),
    *(typed_question(f"Question {number}?") for number in range(30)),
    typed_question("Elsewhere?", topic="Another matter"),
)
WHOLE = full_id("topic", TOPIC)
TODAY = date(2026, 5, 28)


@dataclass
class Desk:
    progress: Progress
    clock: StandingClock
    session: StudySession

    def rate(self, rating: Rating) -> str:
        """Answer the card that is asked; return its id."""
        card = self.session.next_card()
        assert card is not None
        self.session.answer(None)
        self.session.rate(rating)
        return card.card.id

    def plan(self, days: int | None, minutes: int = 2, new_a_day: int = 20) -> None:
        """Plan to an exam in so many days, or to none."""
        exam = None if days is None else self.session.exam.today(self.session.plan)
        day = None if exam is None or days is None else exam + timedelta(days=days)
        plan = Plan(new_a_day, minutes_a_day=minutes)
        self.session.plan = plan.with_exam(self.session.course, day)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(MANY, tmp_path / "a.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    session = StudySession(pack, progress, clock, Plan())
    session.scope(WHOLE)
    yield Desk(progress, clock, session)
    progress.close()
    pack.close()


def test_new_cards_are_counted_by_the_minutes_and_not_by_the_limit_a_day(desk: Desk) -> None:
    desk.plan(30, minutes=2, new_a_day=1)
    assert desk.session.due_counts() == (0, int(120 / Seconds().new))


def test_without_an_exam_the_limit_a_day_holds(desk: Desk) -> None:
    desk.plan(None, minutes=2, new_a_day=1)
    assert desk.session.due_counts() == (0, 1)


@pytest.mark.parametrize("days", [0, -3])
def test_an_exam_that_is_not_ahead_changes_nothing(desk: Desk, days: int) -> None:
    desk.plan(days, minutes=2, new_a_day=1)
    assert desk.session.due_counts() == (0, 1)


def test_a_card_that_was_forgotten_waits_for_a_better_day(desk: Desk) -> None:
    desk.plan(30)
    first = desk.rate(Rating.AGAIN)
    desk.clock.forward(seconds=20 * 60)
    asked = {desk.rate(Rating.AGAIN) for _ in range(10)}
    assert first not in asked
    assert len(asked) == 10


def test_an_answer_that_is_taken_back_is_asked_again(desk: Desk) -> None:
    desk.plan(30)
    first = desk.rate(Rating.GOOD)
    desk.session.undo()
    asked = desk.session.next_card()
    assert asked is not None
    assert asked.card.id == first


def test_tomorrow_is_planned_anew(desk: Desk) -> None:
    desk.plan(2)
    forgotten = desk.rate(Rating.AGAIN)
    desk.clock.forward(days=1)
    asked = [desk.rate(Rating.GOOD) for _ in range(31 - 1)]
    assert forgotten in asked


def test_what_was_answered_in_the_evening_may_be_asked_the_next_day(desk: Desk) -> None:
    desk.plan(30)
    desk.clock.forward(seconds=6 * 3600)
    desk.rate(Rating.AGAIN)
    desk.clock.forward(seconds=16 * 3600)
    prepared = desk.session.exam.prepare(desk.session.plan)
    assert [known.days for known in prepared.known.values()] == [1]


def test_a_card_that_is_set_aside_is_not_planned(desk: Desk) -> None:
    desk.plan(30)
    first = desk.session.next_card()
    desk.session.deciding.suspend()
    after = desk.session.next_card()
    assert first is not None
    assert after is not None
    assert first.card.id != after.card.id
    assert len(desk.session.exam.prepare(desk.session.plan).new) == 30


def test_only_what_is_in_scope_is_asked(desk: Desk) -> None:
    desk.plan(30, minutes=60)
    desk.session.scope(full_id("topic", "Another matter"))
    assert desk.session.due_counts() == (0, 1)
    desk.rate(Rating.EASY)
    assert desk.session.next_card() is None
    assert desk.session.course_counts() == (0, 30)


def test_on_a_day_off_nothing_is_counted(desk: Desk) -> None:
    desk.plan(30)
    today = desk.session.exam.today(desk.session.plan)
    desk.session.plan = desk.session.plan._replace(holidays=(today.isoformat(),))
    assert desk.session.due_counts() == (0, 0)


def test_the_time_of_todays_answers_is_taken_from_todays_minutes(desk: Desk) -> None:
    card = desk.session.next_card()
    assert card is not None
    desk.clock.forward(seconds=100)
    desk.session.answer(None)
    desk.session.rate(Rating.GOOD)
    desk.plan(30, minutes=2)
    assert desk.session.due_counts() == (0, 0)


def test_causes_that_wait_for_a_mistake_are_not_planned(tmp_path: Path) -> None:
    clock = StandingClock()
    given = course(topic(), factor("A"), factor("B"), link("A", "B", "because"))
    pack = opened(given, tmp_path / "b.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    session = StudySession(pack, progress, clock, Plan())
    planned = session.exam.prepare(Plan()).new
    asked = session.course_counts().new
    assert len(planned) == asked
    progress.close()
    pack.close()


def test_ones_own_pace_is_told_by_the_last_answers(desk: Desk) -> None:
    for card, rating, taken_ms in (
        ("c/q/1#p", 3, 60_000),
        ("c/q/1#p", 3, 2_000),
        ("c/q/1#p", 1, 1),
    ):
        desk.progress.append(NewEntry(REVIEW, card, {}, rating, None, taken_ms))
    usual, own = Seconds(), own_seconds(desk.progress)
    assert own.new > usual.new
    assert own.recalled < usual.recalled
    assert own.forgotten < usual.forgotten


def test_an_exam_is_as_many_days_ahead_as_can_be_studied() -> None:
    assert days_until(TODAY + timedelta(days=3), TODAY) == 3
    assert days_until(TODAY - timedelta(days=3), TODAY) == 0
    assert days_until(date(2099, 1, 1), TODAY) == MOST_DAYS


def test_days_off_have_no_seconds() -> None:
    plan = Plan(holidays=((TODAY + timedelta(days=1)).isoformat(),))
    studied = days_studied(plan, TODAY, TODAY + timedelta(days=3))
    assert seconds_of(studied, 2, spent_s=30) == (90, 0, 120)


def test_a_few_minutes_more_never_come_to_less() -> None:
    planner = ExamPlanner(Outcomes())
    known = {str(number): Known(number % 9 + 0.3, 6, number % 20) for number in range(90)}
    outlook = Preparation(planner, known, ("new",)).outlook([True] * 12, 1)
    assert outlook.with_more[-1] >= outlook.recall
    assert outlook.cards == 91


def test_memories_that_were_made_anew_plan_the_day_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.plan(30)
    desk.rate(Rating.GOOD)
    monkeypatch.setattr("studyapp.store.progress._FEW_ENTRIES", 0)
    desk.progress.append(NewEntry("plan", "", {"retention": 0.8}))
    desk.session.exam.catch_up(desk.session.plan)
    desk.session.exam.drop(next(iter(desk.session.exam.prepare(desk.session.plan).new)))
    before = desk.session.due_counts()
    desk.progress.catch_up()
    assert desk.session.due_counts() != before
