"""The time by the computer's own clock."""

import time

from studyapp.domain.clock import Moment


def system_clock() -> Moment:
    """Return the time now, with the offset that holds here."""
    now = time.time()
    return Moment(int(now * 1000), (time.localtime(now).tm_gmtoff or 0) // 60)
