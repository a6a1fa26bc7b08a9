"""A computer whose clock was set back is told of, by what the student has done already."""

import pytest

from studyapp.domain.log import NewEntry
from studyapp.domain.messages import say
from studyapp.services.wrong_clock import wrong_clock
from studyapp.store.progress import Progress
from tests.clocks import StandingClock

ENTRY = NewEntry("note", "c/topic/t", {"text": "what I know"})


def test_nothing_is_told_before_anything_was_done(progress: Progress, clock: StandingClock) -> None:
    assert wrong_clock(progress, clock) is None


@pytest.mark.parametrize("days", [400, 1, 0, -0.9])
def test_a_clock_that_may_be_right_is_not_told_of(
    progress: Progress, clock: StandingClock, days: float
) -> None:
    progress.append(ENTRY)
    clock.forward(days=days)
    assert wrong_clock(progress, clock) is None


def test_it_is_told_by_how_much_a_clock_was_set_back(
    progress: Progress, clock: StandingClock
) -> None:
    progress.append(ENTRY)
    clock.forward(days=-21)
    told = wrong_clock(progress, clock)
    assert told
    assert "21 days later" in say(told)


def test_it_is_told_no_more_once_something_else_was_done(
    progress: Progress, clock: StandingClock
) -> None:
    progress.append(ENTRY)
    clock.forward(days=-21)
    progress.append(ENTRY)
    assert wrong_clock(progress, clock) is None
