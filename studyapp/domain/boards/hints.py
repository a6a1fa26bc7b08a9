"""Hints for a board, from a nudge to the passage: where to look, what at, and what to read."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.marking import FAULTS, Finding
from studyapp.domain.messages import Message


class HintStep(IntEnum):
    """How much a hint gives away."""

    NUDGE = 1
    CARD = 2
    PASSAGE = 3


class Hint(NamedTuple):
    """A hint at one fault: what of it may be said is for `step` to say.

    `zone` is where the factor lies; of a missing one it is the tray.
    """

    step: HintStep
    factor: str
    zone: Zone
    reason: Message
    passage: str | None


def next_hint(findings: Sequence[Finding], last: Hint | None) -> Hint | None:
    """Return the next hint after `last`, or None if there is nothing to mend.

    The first fault is hinted at until it is mended: what is in the wrong place comes before what
    is missing, as in the findings.
    """
    faults = [found for found in findings if found.kind in FAULTS]
    if not faults:
        return None
    fault = next((found for found in faults if last and found.factor == last.factor), faults[0])
    step = HintStep.NUDGE
    if last and last.factor == fault.factor and last.zone == fault.zone:
        step = HintStep(min(last.step + 1, HintStep.PASSAGE))
    return Hint(step, fault.factor, fault.zone, fault.reason, fault.passage)
