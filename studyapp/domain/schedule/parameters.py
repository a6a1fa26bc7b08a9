"""The parameters of FSRS: 21 weights, the usual ones or those fitted to a student's own log.

Kept apart from the scheduler, whose library takes 25 ms to import.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from studyapp.domain.log import LogEntry, standing
from studyapp.domain.schedule.memory import Memory
from studyapp.domain.schedule.plan import plan_of

PARAMETERS = "parameters"

Weights = tuple[float, ...]

# The weights of FSRS-6, and the bounds within which each has a meaning, as `fsrs` has them.
USUAL: Weights = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
LOWEST: Weights = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
HIGHEST: Weights = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)


class Parameters(NamedTuple):
    """All that a schedule follows from, besides the log: weights, and the desired retention."""

    weights: Weights = USUAL
    retention: float = 0.9


class Replayed(NamedTuple):
    """What is known of each card by the first `logged` rows of a log, with some parameters."""

    memories: dict[str, Memory]
    parameters: Parameters
    logged: int


def parameters_of(entries: Iterable[LogEntry]) -> Parameters:
    """Return the parameters that hold, of entries in the log's order."""
    kept = tuple(entries)
    return Parameters(standing_weights(kept), plan_of(kept).retention)


def weights_of(payload: Mapping[str, object]) -> Weights | None:
    """Return the weights that a `parameters` entry names, or None if they are none."""
    named = payload.get("weights")
    if not isinstance(named, list) or len(named) != len(USUAL):
        return None
    numbers = [float(each) for each in named if type(each) in (int, float)]
    if len(numbers) != len(named) or not _within_bounds(numbers):
        return None
    return tuple(numbers)


def within_bounds(weights: Iterable[float]) -> Weights:
    """Return weights as they are, but none beyond its bounds."""
    return tuple(
        min(max(weight, low), high)
        for weight, low, high in zip(weights, LOWEST, HIGHEST, strict=True)
    )


def standing_weights(entries: Iterable[LogEntry]) -> Weights:
    """Return the weights that hold, of entries in the log's order: the last usable ones."""
    named = [weights_of(each.payload) for each in standing(entries) if each.type == PARAMETERS]
    return next(filter(None, reversed(named)), USUAL)


def _within_bounds(weights: Iterable[float]) -> bool:
    bounds = zip(weights, LOWEST, HIGHEST, strict=True)
    return all(low <= weight <= high for weight, low, high in bounds)
