"""A session in memory, until the real one is there."""

from collections.abc import Mapping

from studyapp.domain import board as boards
from studyapp.domain.board import History, SortBoard, Zone
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Course, Factor
from studyapp.domain.marking import Finding, MarkingKey, mark
from studyapp.domain.pages import ThemeEntry, TopicEntry


class Session:
    def __init__(self, course: Course) -> None:
        self._course = course
        self._map = CausalMap(course.links)
        self.factors: Mapping[str, Factor] = {f.id: f for f in course.factors}
        self.themes = {
            t.id: ThemeEntry(t.id, t.name, t.hue, t.icon, t.about) for t in course.themes
        }
        self._key = MarkingKey(self._map, self.factors, course.distractors, course.accounts[0].id)
        self.read_only = False
        self.findings: tuple[Finding, ...] = ()
        self._boards: dict[str, tuple[SortBoard, History]] = {}
        self._focus = ""

    def offered(self, topic: str) -> tuple[Factor, ...]:
        return tuple(
            f
            for f in self._course.factors
            if f.topic == topic
            and boards.offered_factors(f.id, self._map, self._course.distractors)
        )

    def nearest(self, topic: str) -> TopicEntry | None:
        for other in self._course.topics:
            if self.offered(other.id):
                return TopicEntry(other.id, other.parent, other.title, 0)
        return None

    def open(self, focus: str) -> SortBoard:
        offered = boards.offered_factors(focus, self._map, self._course.distractors)
        self._focus = focus
        self._boards.setdefault(focus, (boards.new_board(focus, offered), History()))
        self.findings = ()
        return self.board

    @property
    def board(self) -> SortBoard:
        return self._boards[self._focus][0]

    @property
    def _history(self) -> History:
        return self._boards[self._focus][1]

    @property
    def can_undo(self) -> bool:
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._history.undone)

    def move(self, factor: str, zone: Zone, index: int) -> None:
        step = boards.move(self.board, factor, zone, index)
        self._take(boards.apply(self.board, step), self._history.after(step), factor)

    def undo(self) -> None:
        step = self._history.done[-1].inverse()
        self._take(boards.apply(self.board, step), self._history.undo(), step.factor)

    def redo(self) -> None:
        step = self._history.undone[-1]
        self._take(boards.apply(self.board, step), self._history.redo(), step.factor)

    def check(self) -> tuple[Finding, ...]:
        self.findings = mark(self.board, self._key)
        return self.findings

    def _take(self, board: SortBoard, history: History, factor: str) -> None:
        self._boards[self._focus] = board, history
        self.findings = tuple(f for f in self.findings if f.factor != factor)
