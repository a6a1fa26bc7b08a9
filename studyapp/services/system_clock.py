"""The time by the computer's own clock."""

import time
from functools import lru_cache

from studyapp.domain.clock import Moment


def system_clock() -> Moment:
    """Return the time now, with the offset that holds here."""
    now = time.time()
    return Moment(int(now * 1000), _offset_min(int(now)))


# An answer asks for the time some ten times.
@lru_cache(maxsize=1)
def _offset_min(second: int) -> int:
    return (time.localtime(second).tm_gmtoff or 0) // 60
