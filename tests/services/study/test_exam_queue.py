"""A plan to an exam follows the log; a large course is planned on a thread."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from studyapp.domain.card_changes import CardChange
from studyapp.domain.course import Course
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.importers.course_folder import read_course_folder
from studyapp.services.study import exam_queue
from studyapp.services.study.exam_planning import USUAL_MINUTES
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, factor, full_id, link, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

WHOLE = full_id("topic", TOPIC)
MANY = course(
    topic(),
    topic("Another matter"),
    *(typed_question(f"Question {number}?") for number in range(20)),
    *(typed_question(f"Elsewhere {number}?", topic="Another matter") for number in range(20)),
)
LINKED = course(
    topic(),
    factor("Treaty", date="1950"),
    factor("Yalta", date="1945"),
    link("Yalta", "Treaty", "a promise"),
)
_PLANTS = read_course_folder(Path(__file__).parents[2] / "data" / "courses" / "photosynthesis")
assert _PLANTS.course
PLANTS = _PLANTS.course


class Desk:
    """A session on one or more courses, with exams set so many days ahead."""

    def __init__(self, held: ExitStack, folder: Path, *courses: Course) -> None:
        self.clock = StandingClock()
        packs = [
            held.enter_context(closing(opened(each, folder / f"{number}.db")))
            for number, each in enumerate(courses)
        ]
        self.progress: Progress = held.enter_context(
            closing(open_progress(folder / "progress.db", self.clock, "here"))
        )
        others = tuple(packs[1:])
        self.session = StudySession(packs[0], self.progress, self.clock, Plan(), lambda: others)
        self.session.scope(WHOLE)

    def plan(self, minutes: int = 10, holidays: tuple[str, ...] = (), **exams: int) -> None:
        """Plan to the exams of some courses, in so many days; `here` is the open course.

        Any other name is the one on plants.
        """
        plan = Plan(minutes_a_day=minutes, holidays=holidays)
        for name, days in exams.items():
            course_id = self.session.course if name == "here" else PLANTS.info.id
            day = plan.date_of(self.clock()) + timedelta(days=days)
            plan = plan.with_exam(course_id, day)
        self.session.plan = plan

    def rate(self, rating: Rating = Rating.GOOD) -> str:
        asked = self.session.next_card()
        assert asked is not None
        self.session.answer(None)
        self.session.rate(rating)
        return asked.card.id

    def learn_all(self) -> None:
        while sum(self.session.course_counts()):
            self.rate()
        self.clock.forward(days=1)

    def work(self) -> None:
        """Do what is wanted on a thread."""
        exam = self.session.exam
        assert exam.wanted
        exam.take(exam.wanted())


@pytest.fixture
def held() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any course is too large to be planned where it is opened."""
    monkeypatch.setattr(exam_queue, "_FEW_CARDS", 0)


def topics_of(desk: Desk, cards: list[str]) -> list[str]:
    deck = desk.session.decks.open
    topics = {card.id: card.topic for card in deck.all()}
    return [topics[card] for card in cards]


def test_topics_take_turns_among_cards_that_gain_nearly_the_same(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=60, here=9)
    desk.session.scope_everything()
    desk.learn_all()
    asked = topics_of(desk, [desk.rate() for _ in range(12)])
    assert all(one != other for one, other in pairwise(asked))


def test_causes_are_met_before_what_they_led_to_and_siblings_keep_apart(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, LINKED)
    desk.plan(minutes=60, here=9)
    asked = [desk.rate() for _ in range(3)]
    dates = [card.partition("#")[0] for card in asked if card.endswith("#date")]
    yalta, treaty = (
        each.id for each in sorted(LINKED.factors, key=lambda each: each.title != "Yalta")
    )
    assert dates == [yalta, treaty]


def test_a_single_course_asked_as_everything_is_asked_by_its_plan(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(here=9)
    desk.session.scope_everything()
    assert desk.session.is_planned
    assert desk.session.due_counts() == desk.session.course_counts()


def test_of_two_exams_the_nearer_one_is_asked_for_first_and_both_get_their_share(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY, PLANTS)
    desk.plan(minutes=4, here=9, another=4)
    desk.session.scope_everything()
    alone = desk.session.course_counts().new
    count = desk.session.due_counts().new
    assert count == 2 * alone
    asked = [desk.rate().partition("/")[0] for _ in range(count)]
    assert asked == [PLANTS.info.id] * alone + [desk.session.course] * alone


def test_courses_without_an_exam_follow_what_is_planned_for_today(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY, PLANTS)
    desk.plan(minutes=4, here=9)
    desk.session.scope_everything()
    count = desk.session.due_counts().new
    here = desk.session.course
    assert {desk.rate().partition("/")[0] for _ in range(count)} == {here}
    assert not desk.session.is_planned
    elsewhere = [desk.rate().partition("/")[0] for _ in range(desk.session.due_counts().new)]
    assert set(elsewhere) == {PLANTS.info.id}


def test_what_a_plan_leaves_for_another_day_is_asked_when_all_else_is_done(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=2, here=9)
    desk.session.scope_everything()
    planned = desk.session.due_counts().new
    asked = {desk.rate() for _ in range(planned + 5)}
    assert len(asked) == planned + 5
    assert desk.session.is_planned
    assert desk.session.due_counts() == (0, 0)


def test_when_all_is_asked_the_plan_of_tomorrow_is_waited_for(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, LINKED)
    desk.plan(minutes=60, here=9)
    desk.session.scope_everything()
    while desk.session.next_card():
        desk.rate()
    now = desk.clock()
    assert desk.session.until_next() == desk.session.plan.day_end(now) - now.ms


def test_minutes_spent_on_one_exam_are_not_taken_from_the_other(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY, PLANTS)
    desk.plan(minutes=4, here=9, another=4)
    desk.session.scope_everything()
    assert desk.session.next_card()
    desk.clock.forward(seconds=100)
    desk.session.answer(None)
    desk.session.rate(Rating.GOOD)
    assert desk.session.exam.prepare(desk.session.plan).spent_s == 0


def test_who_goes_on_on_a_day_off_has_the_cards_of_a_day(held: ExitStack, tmp_path: Path) -> None:
    desk = Desk(held, tmp_path, MANY)
    today = desk.session.plan.date_of(desk.clock()).isoformat()
    desk.plan(holidays=(today,), here=9)
    assert desk.session.due_counts() == (0, 0)
    desk.session.go_on()
    assert desk.session.due_counts().new > 0


def test_a_course_without_cards_has_nothing_planned(held: ExitStack, tmp_path: Path) -> None:
    desk = Desk(held, tmp_path, course(topic()))
    desk.plan(here=9)
    assert desk.session.course_counts() == (0, 0)
    assert desk.session.next_card() is None


def test_without_minutes_a_day_the_usual_ones_are_planned(held: ExitStack, tmp_path: Path) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=0, here=9)
    usual = desk.session.course_counts()
    desk.plan(minutes=USUAL_MINUTES, here=9)
    assert usual == desk.session.course_counts()
    assert usual.new > 0


def test_a_card_that_the_student_has_moved_is_asked_in_its_topic(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    there = full_id("topic", "Another matter")
    moved = desk.session.decks.open.of_topic(WHOLE)[0].id
    desk.plan(minutes=60, here=9)
    desk.session.scope(there)
    before = desk.session.due_counts().new
    desk.session.decks.open.changes.change({moved: CardChange(topic=there)})
    assert desk.session.due_counts().new == before + 1


@pytest.mark.usefixtures("large")
def test_a_large_course_is_asked_as_usual_until_its_plan_is_made(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=10, here=9)
    assert desk.session.due_counts().new == desk.session.plan.new_a_day
    assert desk.session.next_card()
    desk.work()
    assert desk.session.is_planned
    assert desk.session.exam.wanted is None


@pytest.mark.usefixtures("large")
def test_a_plan_made_on_a_thread_is_the_one_made_at_once(
    held: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=10, here=9)
    desk.session.due_counts()
    desk.work()
    beside = (desk.session.course_counts(), desk.session.exam.next())
    monkeypatch.setattr(exam_queue, "_FEW_CARDS", 1000)
    desk.plan(minutes=10, here=8)
    desk.plan(minutes=10, here=9)
    assert beside == (desk.session.course_counts(), desk.session.exam.next())


@pytest.mark.usefixtures("large")
def test_what_is_answered_while_a_plan_is_made_is_not_asked_by_it(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=60, here=9)
    desk.session.due_counts()
    wanted = desk.session.exam.wanted
    assert wanted
    planned = wanted()
    answered = desk.rate()
    desk.session.due_counts()
    desk.session.exam.take(planned)
    assert answered not in [desk.rate() for _ in range(15)]


@pytest.mark.usefixtures("large")
def test_a_plan_that_is_outdated_when_it_is_made_is_not_taken(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(here=9)
    desk.session.due_counts()
    wanted = desk.session.exam.wanted
    assert wanted
    planned = wanted()
    desk.plan(here=3)
    desk.session.due_counts()
    desk.session.exam.take(planned)
    assert not desk.session.is_planned


@pytest.mark.usefixtures("large")
def test_what_is_set_aside_is_asked_no_more_by_the_plan_before(
    held: ExitStack, tmp_path: Path
) -> None:
    desk = Desk(held, tmp_path, MANY)
    desk.plan(minutes=60, here=9)
    desk.session.due_counts()
    desk.work()
    asked = desk.session.next_card()
    assert asked
    desk.session.deciding.bury()
    following = desk.session.next_card()
    assert following
    assert following.card.id != asked.card.id
    assert desk.session.is_planned
    assert desk.session.exam.wanted
