"""What a student has set themselves: how much that is new, and when their day begins."""

from typing import NamedTuple

from studyapp.domain.clock import Moment
from studyapp.domain.memory import DAY_MS

_MINUTE_MS = 60_000


class Plan(NamedTuple):
    """At most `new_a_day` new cards; a day begins `turnover_min` minutes after local midnight.

    Who studies at one in the morning is still in the evening before.
    """

    new_a_day: int = 20
    turnover_min: int = 4 * 60

    def day_start(self, now: Moment) -> int:
        """Return when the day of `now` began, in UTC milliseconds."""
        shift = (now.offset_min - self.turnover_min) * _MINUTE_MS
        return now.ms - (now.ms + shift) % DAY_MS

    def day_end(self, now: Moment) -> int:
        """Return when the next day begins, in UTC milliseconds."""
        return self.day_start(now) + DAY_MS
