"""Which entry an arrow key leads to: along a lane in order of time, or to the lane beside it."""

from collections.abc import Sequence
from enum import Enum

from studyapp.domain.dates import OPEN
from studyapp.domain.timeline import Lane, TimelineEntry


class Step(Enum):
    """Where to go from an entry."""

    EARLIER = "earlier"
    LATER = "later"
    ABOVE = "above"
    BELOW = "below"
    FIRST = "first"
    LAST = "last"


_ALONG = {Step.EARLIER: -1, Step.LATER: 1}
_ACROSS = {Step.ABOVE: -1, Step.BELOW: 1}


def after(lanes: Sequence[Lane], place: tuple[int, int], step: Step) -> str:
    """Return the entry that a step leads to from a place in a lane; at the end, the same one."""
    at, index = place
    here = lanes[at].entries
    if step in _ACROSS:
        other = at + _ACROSS[step]
        inside = 0 <= other < len(lanes)
        return _nearest(lanes[other], here[index]).id if inside else here[index].id
    ends = {Step.FIRST: 0, Step.LAST: len(here) - 1}
    wanted = ends[step] if step in ends else index + _ALONG[step]
    return here[max(0, min(wanted, len(here) - 1))].id


def _nearest(lane: Lane, entry: TimelineEntry) -> TimelineEntry:
    """Return the entry of a lane that is nearest in time."""
    if entry.date is None or not lane.is_dated:
        return lane.entries[0]
    when = _middle(entry)
    return min(lane.entries, key=lambda other: abs(_middle(other) - when))


def _middle(entry: TimelineEntry) -> float:
    assert entry.date is not None
    days = [day for day in entry.date[1:] if abs(day) < OPEN]
    return sum(days) / len(days)
