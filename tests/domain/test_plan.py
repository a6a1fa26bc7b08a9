"""A student's day."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.clock import Moment
from studyapp.domain.memory import DAY_MS, Memory, is_due, is_recalled
from studyapp.domain.plan import Plan

HOUR = 3_600_000
PLAN = Plan(turnover_min=4 * 60)


def at(day: int, hour: float, offset_min: int = 0) -> Moment:
    """Return a moment by the clock on the wall."""
    return Moment(int(day * DAY_MS + hour * HOUR) - offset_min * 60_000, offset_min)


def test_the_night_belongs_to_the_day_before() -> None:
    assert PLAN.day_start(at(10, 3.9)) == PLAN.day_start(at(9, 4.0)) == at(9, 4).ms
    assert PLAN.day_end(at(10, 3.9)) == at(10, 4).ms


def test_a_day_is_that_of_the_clock_on_the_wall() -> None:
    for offset in (-660, 0, 345, 840):
        assert PLAN.day_start(at(10, 12, offset)) == at(10, 4, offset).ms


@given(st.integers(0, 10**13), st.integers(-840, 840), st.integers(0, 720))
def test_now_lies_in_its_day(ms: int, offset: int, turnover: int) -> None:
    plan, now = Plan(turnover_min=turnover), Moment(ms, offset)
    assert plan.day_start(now) <= ms < plan.day_end(now) == plan.day_start(now) + DAY_MS


def test_what_was_learned_is_due_all_day_and_what_is_being_learned_at_its_minute() -> None:
    evening, morning = at(10, 20).ms, at(10, 8)
    end = PLAN.day_end(morning)
    learned = Memory(2, None, 5.0, 5.0, evening, at(5, 20).ms)
    assert is_due(learned, morning.ms, end)
    assert not is_recalled(learned, morning.ms, end)
    assert not is_due(learned._replace(due_ms=end), morning.ms, end)
    assert is_recalled(learned._replace(due_ms=end), morning.ms, end)
    for phase in (1, 3):
        assert not is_due(learned._replace(phase=phase), morning.ms, end)
        assert is_due(learned._replace(phase=phase), evening, end)
