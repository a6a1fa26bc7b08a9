"""Back and forward: where the reader was."""

from typing import NamedTuple


class Place(NamedTuple):
    """A topic, and how far down its note the reader was, in pixels."""

    topic: str
    scroll: int = 0


class Places:
    """A line of places with one of them current; going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        """Start nowhere."""
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """Where the reader is."""
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Say whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def visit(self, topic: str) -> None:
        """Go to a topic; where the reader is already is not noted twice."""
        if self.current and self.current.topic == topic:
            return
        self._places[self._at + 1 :] = [Place(topic)]
        self._at += 1

    def note_scroll(self, scroll: int) -> None:
        """Remember how far down the reader is."""
        if self.current:
            self._places[self._at] = self.current._replace(scroll=scroll)

    def back(self) -> Place | None:
        """Go back, if there is somewhere to go."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """Go forward, if there is somewhere to go."""
        return self._step(1) if self.can_go_forward else None

    def clear(self) -> None:
        """Forget every place: another course is open."""
        self._places, self._at = [], -1

    def _step(self, by: int) -> Place | None:
        self._at += by
        return self.current
