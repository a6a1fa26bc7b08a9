"""Tells when the computer's clock stands before what the student has done already."""

from __future__ import annotations

from studyapp.domain.clock import Clock
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.services.study.intervals import interval_in_words
from studyapp.store.progress import Progress


def wrong_clock(progress: Progress, clock: Clock) -> Message | None:
    """Return by how much the clock seems to be wrong and what follows; None if it seems right.

    Whatever is done after that is the newest by then, so it is told but once.
    """
    ahead_ms = progress.newest_ms() - clock().ms
    # A journey around the world, or a clock that was mended, makes no day.
    if ahead_ms <= DAY_MS:
        return None
    template = N_(
        "The clock of this computer seems to be wrong: what you did last was {ahead} later than it"
        " says. Set it right before you go on, or cards are asked on the wrong days."
    )
    return message(template, ahead=interval_in_words(ahead_ms))
