"""The parameters that hold are the last that stand in the log and make sense."""

import pytest

from studyapp.domain.log import RETRACT, LogEntry
from studyapp.domain.schedule.parameters import (
    HIGHEST,
    LOWEST,
    PARAMETERS,
    USUAL,
    Parameters,
    parameters_of,
    weights_of,
    within_bounds,
)
from studyapp.domain.schedule.plan import PLAN

FITTED = [0.5, *USUAL[1:]]


def entry(seq: int, kind: str, payload: dict[str, object], subject: str = "") -> LogEntry:
    return LogEntry("d", seq, seq, 0, 0, kind, 1, subject, None, None, None, payload)


def test_without_an_entry_the_usual_ones_hold() -> None:
    assert parameters_of(()) == Parameters() == Parameters(USUAL, 0.9)


def test_the_last_weights_hold_and_the_retention_of_the_plan() -> None:
    entries = [
        entry(1, PARAMETERS, {"weights": [0.7, *USUAL[1:]]}),
        entry(2, PLAN, {"retention": 0.8}),
        entry(3, PARAMETERS, {"weights": FITTED}),
    ]
    assert parameters_of(entries) == Parameters(tuple(FITTED), 0.8)


def test_weights_that_are_taken_back_leave_those_before() -> None:
    entries = [
        entry(1, PARAMETERS, {"weights": FITTED}),
        entry(2, PARAMETERS, {"weights": list(USUAL)}),
        entry(3, RETRACT, {}, "d:2"),
    ]
    assert parameters_of(entries).weights == tuple(FITTED)


@pytest.mark.parametrize(
    "weights",
    [
        None,
        "0.5",
        FITTED[:20],
        [*FITTED, 1.0],
        [True, *FITTED[1:]],
        ["0.5", *FITTED[1:]],
        [float("nan"), *FITTED[1:]],
        [101.0, *FITTED[1:]],
        [0.0, *FITTED[1:]],
    ],
)
def test_what_are_no_weights_counts_for_nothing(weights: object) -> None:
    assert weights_of({"weights": weights}) is None
    entries = [
        entry(1, PARAMETERS, {"weights": FITTED}),
        entry(2, PARAMETERS, {"weights": weights}),
    ]
    assert parameters_of(entries).weights == tuple(FITTED)


def test_weights_are_brought_within_their_bounds() -> None:
    assert within_bounds([-1.0] * 21) == LOWEST
    assert within_bounds([1000.0] * 21) == HIGHEST
    assert within_bounds(USUAL) == USUAL
