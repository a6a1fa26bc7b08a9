"""Fits the schedule to a student by their own log, on any thread, by a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.fitting import FEWEST, Fit, fit, histories, telling
from studyapp.errors import PlanError
from studyapp.store.replaying import reviews_of_file

# How far the work is once the log has been read; fitting itself takes far less.
_READ = 0.8


def fit_file(path: Path, told: Callable[[float], object]) -> Fit:
    """Return the weights that fit a progress file; PlanError if it has too few answers.

    `told` hears the share that is done, and may raise to stop the work.
    """
    reviews, present = reviews_of_file(path, lambda share: told(_READ * share))
    cards = histories(reviews)
    count = len(telling(cards))
    if count < FEWEST:
        raise PlanError(
            N_(
                "It takes {fewest} answers that came a day or more after the one before to the "
                "same card. There are {count} so far."
            ),
            fewest=FEWEST,
            count=count,
        )
    told(_READ)
    found = fit(cards, present)
    told(1.0)
    return found


def verdict(found: Fit) -> Message:
    """Return in a sentence what is gained by the weights that were found."""
    if not found.helps:
        return message(
            N_(
                "New parameters forecast your last {count} answers no better than by chance. "
                "The schedule stays as it is."
            ),
            count=found.held,
        )
    return message(
        N_("With these parameters the forecast of your last {count} answers is {gain} % nearer."),
        count=found.held,
        gain=f"{found.gain * 100:.1f}" if found.gain < 0.095 else round(found.gain * 100),
    )
