"""A clock for tests: it stands still until it is told to go on."""

from studyapp.domain.clock import Moment

NOON = 1_780_000_000_000


class StandingClock:
    """Tells the same moment until `forward` or `set_back`."""

    def __init__(self, ms: int = NOON, offset_min: int = 60) -> None:
        self.ms, self.offset_min = ms, offset_min

    def __call__(self) -> Moment:
        return Moment(self.ms, self.offset_min)

    def forward(self, *, seconds: float = 0, days: float = 0) -> None:
        self.ms += int((seconds + days * 86_400) * 1000)
