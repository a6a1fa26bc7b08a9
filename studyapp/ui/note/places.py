"""Back and forward: where the reader was."""

from typing import NamedTuple


class Place(NamedTuple):
    """A topic, and the position in its note of the first words in sight."""

    topic: str
    position: int = 0


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
        if self.current is None or self.current.topic != topic:
            self._add(topic)

    def leap(self, position: int) -> None:
        """Note a leap within the topic, from a position that the way back leads to."""
        if self.current:
            self.note_position(position)
            self._add(self.current.topic)

    def note_position(self, position: int) -> None:
        """Remember how far the reader is."""
        if self.current:
            self._places[self._at] = self.current._replace(position=position)

    def back(self) -> Place | None:
        """Go back, if there is somewhere to go."""
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        """Go forward, if there is somewhere to go."""
        return self._step(1) if self.can_go_forward else None

    def clear(self) -> None:
        """Forget every place: another course is open."""
        self._places, self._at = [], -1

    def _add(self, topic: str) -> None:
        self._places[self._at + 1 :] = [Place(topic)]
        self._at += 1

    def _step(self, by: int) -> Place | None:
        self._at += by
        return self.current
