"""Enough for today: on days off, and when the minutes are used up."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import PRACTICE, RETRACT, REVIEW, NewEntry
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.pausing import Pausing
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, full_id, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

EVERY_DAY = tuple(range(7))
MINUTE = 60_000


class Desk:
    def __init__(self, session: StudySession, progress: Progress, clock: StandingClock) -> None:
        self.session, self.progress, self.clock = session, progress, clock

    def answer(self, minutes: float) -> None:
        assert self.session.next_card()
        self.clock.forward(seconds=60 * minutes)
        self.session.answer(TypedAnswer("1955"))
        self.session.rate(Rating.EASY)

    def minutes(self) -> int:
        """Return the minutes that are used up, or 0 for a day off; today ends with the pause."""
        pause = self.session.pause()
        assert pause is not None
        assert self.clock.ms + pause.wait_ms == Plan().day_end(self.clock())
        return pause.minutes


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    asked = course(*(typed_question(f"Question {number}?") for number in range(9)))
    with (
        closing(opened(asked, tmp_path / "a.db")) as pack,
        closing(open_progress(tmp_path / "progress.db", clock, "here")) as progress,
    ):
        session = StudySession(pack, progress, clock, Plan())
        session.scope(full_id("topic", TOPIC))
        yield Desk(session, progress, clock)


def test_without_a_limit_there_is_no_pause(desk: Desk) -> None:
    desk.answer(1.5)
    assert desk.session.pause() is None


def test_when_the_minutes_of_the_day_are_used_up_it_is_enough(desk: Desk) -> None:
    desk.session.plan = Plan(minutes_a_day=3)
    desk.answer(1.5)
    assert desk.session.pause() is None
    desk.answer(1.5)
    assert desk.minutes() == 3


def test_an_answer_that_was_left_lying_counts_two_minutes(desk: Desk) -> None:
    desk.session.plan = Plan(minutes_a_day=5)
    desk.answer(55)
    desk.answer(55)
    assert desk.session.pause() is None
    desk.answer(55)
    assert desk.minutes() == 5


def test_an_answer_that_is_taken_back_took_no_time(desk: Desk) -> None:
    desk.session.plan = Plan(minutes_a_day=1)
    desk.answer(1)
    assert desk.session.pause()
    desk.session.undo()
    assert desk.session.pause() is None


def test_practice_takes_time_and_other_devices_count(desk: Desk) -> None:
    start = Plan().day_start(desk.clock())
    kept = desk.progress.append(
        NewEntry("practice", "c/q/a#answer", {}, 3, None, MINUTE),
        NewEntry(REVIEW, "c/q/b#answer", {}, 3, None, MINUTE),
        NewEntry(REVIEW, "c/q/b#answer", {}, 3, None, None),
    )
    assert desk.progress.time_since(start) == 2 * MINUTE
    desk.progress.append(NewEntry(RETRACT, kept[0].key))
    assert desk.progress.time_since(start) == MINUTE


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("answer"), st.sampled_from((0.1, 0.5, 3))),
            st.tuples(st.sampled_from(("undo", "look", "practise")), st.none()),
            st.tuples(st.just("wait"), st.sampled_from((0.1, 9, 24, 72, -30))),
        ),
        max_size=20,
    )
)
def test_the_minutes_that_are_kept_are_those_of_the_log(
    steps: list[tuple[str, float | None]],
) -> None:
    clock = StandingClock()
    with TemporaryDirectory() as name, closing(_opened(Path(name), clock)) as progress:
        plan, pausing, last = Plan(minutes_a_day=5), Pausing(progress, clock), None
        for what, much in steps:
            if what == "wait" and much is not None:
                clock.forward(seconds=much * 3600)
            elif what == "undo" and last:
                progress.append(NewEntry(RETRACT, last.key))
            elif what != "look":
                kind = PRACTICE if what == "practise" else REVIEW
                took = int(MINUTE * (much or 1))
                [last] = progress.append(NewEntry(kind, "c/q/a#answer", {}, 3, None, took))
            day_start = plan.day_start(clock())
            assert round(pausing.minutes(plan) * MINUTE) == progress.time_since(day_start)


def test_a_window_that_only_reads_counts_what_another_one_logs(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "progress.db"
    with closing(open_progress(file, desk.clock, "here", read_only=True)) as read:
        pausing, plan = Pausing(read, desk.clock), Plan(minutes_a_day=5)
        assert pausing.minutes(plan) == 0
        desk.answer(minutes=1)
        assert pausing.minutes(plan) == 1


def _opened(folder: Path, clock: StandingClock) -> Progress:
    return open_progress(folder / "progress.db", clock, "here")


def test_an_essay_that_is_long_in_the_making_takes_the_time_it_took(desk: Desk) -> None:
    start, plan = Plan().day_start(desk.clock()), {"for": [{"text": "x" * 3600}], "judgement": ""}
    desk.progress.append(NewEntry(REVIEW, "c/q/a#answer", {"given": plan}, 3, None, 30 * MINUTE))
    assert desk.progress.time_since(start) == 30 * MINUTE


def test_who_goes_on_is_not_held_up_again_until_the_next_day(desk: Desk) -> None:
    desk.session.plan = Plan(minutes_a_day=1)
    desk.answer(1)
    desk.session.go_on()
    desk.answer(2)
    assert desk.session.pause() is None
    desk.clock.forward(days=1)
    assert desk.session.pause() is None
    desk.answer(1)
    assert desk.minutes() == 1


def test_on_a_day_off_nothing_new_is_offered_and_what_is_due_can_be_asked(desk: Desk) -> None:
    desk.answer(0.1)
    desk.clock.forward(days=40)
    desk.session.plan = Plan(holidays=EVERY_DAY)
    assert desk.session.due_counts() == desk.session.course_counts() == (1, 0)
    assert desk.minutes() == 0
    assert desk.session.next_card() is not None


def test_who_studies_on_a_day_off_all_the_same_is_asked_as_on_any_day(desk: Desk) -> None:
    desk.session.plan = Plan(holidays=EVERY_DAY)
    assert desk.session.due_counts() == (0, 0)
    desk.session.go_on()
    assert desk.session.pause() is None
    assert desk.session.due_counts() == (0, 9)


def test_new_cards_come_with_the_next_day_that_is_not_off(desk: Desk) -> None:
    today = Plan().date_of(desk.clock())
    end = Plan().day_end(desk.clock()) - desk.clock().ms
    desk.session.plan = Plan(holidays=(today.weekday(), (today.weekday() + 1) % 7))
    assert desk.session.until_next() == end + 86_400_000
    desk.session.plan = Plan(holidays=EVERY_DAY)
    assert desk.session.until_next() is None


def test_who_goes_on_need_not_say_so_again_in_another_session(desk: Desk) -> None:
    desk.session.plan = Plan(minutes_a_day=1)
    desk.answer(1)
    desk.session.go_on()
    another = Pausing(desk.progress, desk.clock)
    assert another.pause(desk.session.plan) is None
    desk.clock.forward(days=1)
    desk.answer(1)
    assert another.pause(desk.session.plan)


def test_new_cards_that_wait_for_another_day_can_be_met_today(desk: Desk) -> None:
    desk.session.plan = Plan(new_a_day=2)
    desk.answer(0.1)
    desk.answer(0.1)
    assert desk.session.next_card() is None
    assert desk.session.holds_new_back
    desk.session.meet_more()
    assert desk.session.due_counts() == (0, 2)
    desk.clock.forward(days=1)
    assert desk.session.due_counts() == (0, 2)
    desk.answer(0.1)
    assert desk.session.due_counts() == (0, 1)


def test_who_wants_no_new_cards_has_none_held_back(desk: Desk) -> None:
    desk.session.plan = Plan(new_a_day=0)
    assert not desk.session.holds_new_back
