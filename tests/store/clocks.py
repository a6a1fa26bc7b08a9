"""Clocks for tests: time stands still until a test moves it, or passes with every look."""

from studyapp.domain.log import Moment

NOON = 1_764_000_000_000


class HandClock:
    """Shows what a test set; `tick_ms` passes with every look."""

    def __init__(self, ms: int = NOON, tick_ms: int = 0) -> None:
        self.ms, self.tick_ms = ms, tick_ms

    def __call__(self) -> Moment:
        self.ms += self.tick_ms
        return Moment(self.ms, 60)
