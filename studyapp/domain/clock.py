"""Time, which is passed in wherever it is needed."""

from collections.abc import Callable
from typing import NamedTuple


class Moment(NamedTuple):
    """A point in time: milliseconds since 1970 in UTC, and the local offset in minutes."""

    ms: int
    offset_min: int


Clock = Callable[[], Moment]
