"""The plan in the log: taken over once, changed, set back, and said to be wrong."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.log import NewEntry
from studyapp.domain.schedule.parameters import USUAL
from studyapp.domain.schedule.plan import PLAN, Plan
from studyapp.errors import PlanError, ProgressError
from studyapp.services.study.planning import Planning
from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock

FOUND = {"new_a_day": 7, "turnover_min": 0}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def progress(path: Path) -> Iterator[Progress]:
    with closing(open_progress(path, StandingClock(), "here")) as opened:
        yield opened


def test_without_anything_the_plan_is_the_usual_one_and_nothing_is_logged(
    progress: Progress,
) -> None:
    assert Planning(progress, {}).plan == Plan()
    assert progress.entries() == ()


def test_what_was_set_before_the_log_knew_of_it_is_taken_over_once(progress: Progress) -> None:
    assert Planning(progress, FOUND).plan == Plan(7, 0)
    assert [entry.payload for entry in progress.entries()] == [FOUND]
    planning = Planning(progress, FOUND)
    planning.change(Plan())
    assert Planning(progress, FOUND).plan == Plan()
    assert len(progress.entries()) == 2


def test_what_the_log_says_counts_before_what_was_set_elsewhere(progress: Progress) -> None:
    progress.append(NewEntry(PLAN, "", {"new_a_day": 3}))
    assert Planning(progress, FOUND).plan == Plan(3, 0)


def test_what_was_set_elsewhere_and_is_no_value_is_left(progress: Progress) -> None:
    assert Planning(progress, {"new_a_day": -4, "colour": "red"}).plan == Plan()
    assert progress.entries() == ()


def test_who_only_reads_has_the_plan_and_keeps_nothing(progress: Progress, path: Path) -> None:
    progress.append(NewEntry(PLAN, "", {"retention": 0.8}))
    with closing(open_progress(path, StandingClock(), "here", read_only=True)) as looking:
        planning = Planning(looking, FOUND)
        assert planning.plan == Plan(7, 0, 0.8)
        assert planning.read_only
        with pytest.raises(ProgressError, match="reading only"):
            planning.change(Plan())
        assert planning.plan == Plan(7, 0, 0.8)
    assert len(progress.entries()) == 1


def test_only_what_was_changed_is_logged(progress: Progress) -> None:
    planning = Planning(progress, {})
    planning.change(Plan(minutes_a_day=30))
    planning.change(planning.plan._replace(holidays=(6,)))
    planning.change(planning.plan)
    assert [entry.payload for entry in progress.entries()] == [
        {"minutes_a_day": 30},
        {"holidays": [6]},
    ]
    assert Planning(progress, {}).plan == Plan(minutes_a_day=30, holidays=(6,))


def test_a_plan_that_is_none_is_refused_in_a_sentence(progress: Progress) -> None:
    planning = Planning(progress, {})
    with pytest.raises(PlanError, match="between 70 and 97"):
        planning.change(Plan(retention=0.5))
    assert (planning.plan, progress.entries()) == (Plan(), ())


def test_weights_are_used_from_the_moment_they_are_kept(progress: Progress) -> None:
    fitted = (0.5, *USUAL[1:])
    planning = Planning(progress, {})
    planning.use(fitted)
    assert planning.parameters.weights == fitted == progress.parameters.weights
