"""A student's day, and what they have set themselves for it."""

import json
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.clock import Moment
from studyapp.domain.log import LogEntry
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import DAY_MS, Memory, is_due, is_recalled
from studyapp.domain.schedule.plan import PLAN, Plan, changes, fault_of, plan_of

HOUR = 3_600_000
USUAL = Plan(turnover_min=4 * 60)


def at(day: int, hour: float, offset_min: int = 0) -> Moment:
    """Return a moment by the clock on the wall."""
    return Moment(int(day * DAY_MS + hour * HOUR) - offset_min * 60_000, offset_min)


def test_the_night_belongs_to_the_day_before() -> None:
    assert USUAL.day_start(at(10, 3.9)) == USUAL.day_start(at(9, 4.0)) == at(9, 4).ms
    assert USUAL.day_end(at(10, 3.9)) == at(10, 4).ms


def test_a_day_is_that_of_the_clock_on_the_wall() -> None:
    for offset in (-660, 0, 345, 840):
        assert USUAL.day_start(at(10, 12, offset)) == at(10, 4, offset).ms


@given(st.integers(0, 10**13), st.integers(-840, 840), st.integers(0, 720))
def test_now_lies_in_its_day(ms: int, offset: int, turnover: int) -> None:
    plan, now = Plan(turnover_min=turnover), Moment(ms, offset)
    assert plan.day_start(now) <= ms < plan.day_end(now) == plan.day_start(now) + DAY_MS


def test_what_was_learned_is_due_all_day_and_what_is_being_learned_at_its_minute() -> None:
    evening, morning = at(10, 20).ms, at(10, 8)
    end = USUAL.day_end(morning)
    learned = Memory(2, None, 5.0, 5.0, evening, at(5, 20).ms)
    assert is_due(learned, morning.ms, end)
    assert not is_recalled(learned, morning.ms, end)
    assert not is_due(learned._replace(due_ms=end), morning.ms, end)
    assert is_recalled(learned._replace(due_ms=end), morning.ms, end)
    for phase in (1, 3):
        assert not is_due(learned._replace(phase=phase), morning.ms, end)
        assert is_due(learned._replace(phase=phase), evening, end)


def entry(
    device: str, seq: int, clock: int, payload: dict[str, object], subject: str = ""
) -> LogEntry:
    return LogEntry(device, seq, clock, 0, 0, PLAN, 1, subject, None, None, None, payload)


def test_each_field_is_what_was_set_last() -> None:
    entries = [
        entry("a", 1, 1, {"retention": 0.8, "new_a_day": 5}),
        entry("a", 2, 2, {"retention": 0.85}),
        entry("a", 3, 3, {"exam": "2027-05-14"}, "course"),
    ]
    plan = plan_of(entries)
    assert (plan.retention, plan.new_a_day, plan.turnover_min) == (0.85, 5, 240)
    assert (plan.exam("course"), plan.exam("other")) == (date(2027, 5, 14), None)


SET = st.sampled_from(
    [
        {"retention": 0.8},
        {"retention": 0.95, "new_a_day": 3},
        {"minutes_a_day": 30},
        {"holidays": [6, "2026-12-24"]},
        {"holidays": []},
        {"turnover_min": 0},
    ]
)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 5), SET)), st.randoms())
def test_logs_of_two_devices_give_one_plan_whatever_order_they_came_in(
    settings: list[tuple[str, int, dict[str, object]]], chance: Random
) -> None:
    entries = [entry(device, at, clock, of) for at, (device, clock, of) in enumerate(settings)]
    other = list(entries)
    chance.shuffle(other)

    def in_order(some: list[LogEntry]) -> list[LogEntry]:
        return sorted(some, key=lambda each: (each.clock, each.device, each.seq))

    assert plan_of(in_order(other)) == plan_of(in_order(entries))


PLANS = st.builds(
    Plan,
    st.integers(0, 999),
    st.integers(0, 720),
    st.floats(0.7, 0.97),
    st.integers(0, 1440),
    st.lists(st.sampled_from([0, 3, 6, "2026-12-24", "2027-01-01"]), unique=True).map(tuple),
    st.dictionaries(st.sampled_from(["c1", "c2"]), st.just("2027-05-14")).map(
        lambda exams: tuple(sorted(exams.items()))
    ),
)


@given(PLANS, PLANS)
def test_the_changes_from_one_plan_to_another_make_the_other(before: Plan, after: Plan) -> None:
    logged = [*changes(Plan(), before), *changes(before, after)]
    entries = [
        entry("a", seq, seq, json.loads(json.dumps(dict(new.payload))), new.subject)
        for seq, new in enumerate(logged, 1)
    ]
    assert fault_of(after) is None
    assert plan_of(entries) == after
    assert list(changes(after, after)) == []


@pytest.mark.parametrize(
    "payload",
    [
        {"retention": 0.5},
        {"retention": 1},
        {"retention": float("nan")},
        {"retention": "0.8"},
        {"new_a_day": -1},
        {"new_a_day": True},
        {"new_a_day": None},
        {"minutes_a_day": 10_000},
        {"turnover_min": 800},
        {"holidays": [7]},
        {"holidays": ["soon"]},
        {"holidays": "2026-12-24"},
        {"holidays": ["20261224"]},
        {"colour": "blue"},
    ],
)
def test_what_is_no_value_of_a_field_sets_nothing(payload: dict[str, object]) -> None:
    assert plan_of([entry("a", 1, 1, payload)]) == Plan()


def test_an_exam_that_is_no_date_sets_nothing_and_none_takes_it_away() -> None:
    entries = [
        entry("a", 1, 1, {"exam": "2027-05-14"}, "c"),
        entry("a", 2, 2, {"exam": "in May"}, "c"),
    ]
    assert plan_of(entries).exam("c") == date(2027, 5, 14)
    assert plan_of([*entries, entry("a", 3, 3, {"exam": None}, "c")]).exam("c") is None


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(retention=0.5), "between 70 and 97"),
        (Plan(new_a_day=1000), "from 0 to 999"),
        (Plan(minutes_a_day=-1), "from 0 to 1440"),
        (Plan(turnover_min=721), "midnight and noon"),
        (Plan(holidays=(9,)), "each a date"),
        (Plan(exams=(("c", "May"),)), "“May” is no date"),
    ],
)
def test_what_is_wrong_with_a_plan_is_one_sentence(plan: Plan, said: str) -> None:
    fault = fault_of(plan)
    assert fault is not None
    assert said in say(fault)


def test_a_holiday_is_a_date_or_a_day_of_the_week_and_lasts_till_the_turnover() -> None:
    # 1970-01-11 was a Sunday.
    sunday = Plan(holidays=(6, "1970-01-13"))
    assert not sunday.is_free(at(10, 3.9))
    assert sunday.is_free(at(10, 4))
    assert sunday.is_free(at(11, 3.9))
    assert not sunday.is_free(at(11, 4))
    assert sunday.is_free(at(12, 12))
    assert (sunday.new_on(at(10, 12)), sunday.new_on(at(11, 12))) == (0, 20)


def test_study_goes_on_with_the_next_day_that_is_no_holiday() -> None:
    assert USUAL.next_study(at(10, 12)) == at(11, 4).ms
    assert Plan(holidays=(0, "1970-01-13")).next_study(at(10, 12)) == at(13, 4).ms
    assert Plan(holidays=tuple(range(7))).next_study(at(10, 12)) is None
