"""Fitting the schedule: it comes nearer to a student who is unlike most, and never worse."""

import subprocess
import sys

import pytest

from studyapp.domain.schedule.fitting import Fit, fit, histories, log_loss, telling
from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.parameters import HIGHEST, LOWEST, USUAL
from tests.students import FORGETFUL, reviews


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_for_a_student_who_forgets_faster_than_most_the_forecast_comes_nearer(seed: int) -> None:
    cards = histories(reviews(FORGETFUL, 300, 8, seed))
    found = fit(cards, USUAL)
    assert found.helps
    assert found.after < found.before
    assert found.held == len(telling(cards)) // 5
    fresh = histories(reviews(FORGETFUL, 300, 8, seed + 100))
    assert log_loss(fresh, found.weights) < log_loss(fresh, USUAL)


def test_what_is_found_lies_within_the_bounds_of_fsrs() -> None:
    found = fit(histories(reviews(FORGETFUL, 60, 8)), USUAL)
    assert all(map(lambda *w: w[0] <= w[1] <= w[2], LOWEST, found.weights, HIGHEST))
    Forgetting(found.weights)


@pytest.mark.parametrize("true", [USUAL, FORGETFUL])
def test_weights_that_are_true_already_are_hardly_ever_changed(true: tuple[float, ...]) -> None:
    found = [fit(histories(reviews(true, 70, 7, seed)), true) for seed in range(10)]
    assert sum(each.helps for each in found) <= 3


@pytest.mark.parametrize("seed", range(6))
def test_what_is_taken_is_never_worse(seed: int) -> None:
    found = fit(histories(reviews(USUAL, 70, 7, seed)), USUAL)
    assert not found.helps or found.after < found.before
    assert not found._replace(after=found.before * 1.01).helps


def test_a_gain_that_says_nothing_is_none() -> None:
    assert not Fit(USUAL, 0.4, 0.3999, 100).helps
    assert Fit(USUAL, 0.4, 0.39, 100, 0.005).helps
    assert not Fit(USUAL, 0.4, 0.39, 100, 0.02).helps


def test_nothing_of_what_is_held_out_is_fitted_to() -> None:
    told = list(reviews(FORGETFUL, 100, 8))
    since = telling(histories(told))[int(len(telling(histories(told))) * 0.8)]
    turned = [
        (card, rating if at < since else 4 - rating if rating in (1, 3) else rating, ms)
        for at, (card, rating, ms) in enumerate(told)
    ]
    assert fit(histories(told), USUAL).weights == fit(histories(turned), USUAL).weights


def test_only_answers_a_day_or_more_after_the_one_before_tell_of_forgetting() -> None:
    times = (0, 60_000, DAY_MS, 2 * DAY_MS + 60_000, DAY_MS)
    [history] = histories(("c/question/q#answer", 3, ms) for ms in times)
    assert [answer.days for answer in history] == [0, 0, 0, 1, 0]
    assert telling([history]) == [3]


def test_the_library_is_not_loaded_before_a_schedule_is_fitted() -> None:
    code = (
        "import sys, studyapp.services.study.fitting, studyapp.domain.schedule.fitting\n"
        "import studyapp.cli_progress\n"
        "sys.exit('fsrs_rs_python' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
