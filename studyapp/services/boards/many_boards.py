"""A session on the boards of one question, of which there may be several and one is open."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence

from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.log import LogEntry, standing
from studyapp.services.boards.board_list import Boards, NamedBoard
from studyapp.services.boards.board_points import Point, at_check
from studyapp.services.boards.calling_in import CHECK
from studyapp.services.boards.given_tasks import GivenTasks
from studyapp.store.progress import Progress


class ManyBoards(ABC):
    """Opens, makes, names and deletes the boards of a question; what a board is, its heirs say."""

    given: GivenTasks

    def __init__(self, progress: Progress, kept: Sequence[str]) -> None:
        """Log to `progress`; `kept` are the types of entries that work on a board leaves."""
        self._progress, self._kept = progress, kept
        self._names = Boards(progress)
        self.boards: tuple[NamedBoard, ...] = ()
        self.here = NamedBoard("")
        self.teacher_task: TeacherTask | None = None
        # Which board of a question was looked at last in this window.
        self._looked_at: dict[str, str] = {}

    @property
    @abstractmethod
    def question(self) -> str:
        """What the log calls the question."""

    @abstractmethod
    def _show(self, board: NamedBoard) -> None:
        """Have a board stand as its log says."""

    @abstractmethod
    def _copied(self) -> dict[str, object]:
        """Return what a copy of the open board begins with."""

    @property
    def read_only(self) -> bool:
        """Say whether what is done is not kept."""
        return self._progress.read_only

    @property
    def help(self) -> Help:
        """What the open board may tell: all, unless a teacher's task says otherwise."""
        return self.teacher_task.help if self.teacher_task else Help()

    def gives_work(self, cards: Collection[str]) -> bool:
        """Say whether there is something to do with some of the cards alone."""
        return bool(cards)

    def points(self) -> tuple[Point, ...]:
        """Return what the open board can be compared with: its checks, latest first, and others."""
        checks = [*standing(self._progress.entries((CHECK,), (self.here.subject,)))][::-1]
        others = (board for board in self.boards if board != self.here)
        return (*(at_check(self.here, entry) for entry in checks), *map(Point, others))

    def _last_check(self) -> Point | None:
        """Return the open board at its last check, if what has changed since may be told."""
        # What changed is told one by one, which not every task allows.
        points = self.points() if self.help.reasons else ()
        return next((point for point in points if point.check), None)

    def _entries_of(self, board: NamedBoard, check: str = "") -> tuple[LogEntry, ...]:
        """Return what was done on a board, up to one of its checks if that is named."""
        entries = tuple(standing(self._progress.entries(self._kept, (board.subject,))))
        if not check:
            return entries
        return entries[: [entry.key for entry in entries].index(check) + 1]

    def open_last(self) -> None:
        """Open the board of the question that was looked at last, or else worked on last."""
        self.switch(self._looked_at.get(self.question, ""))

    def switch(self, wanted: str) -> None:
        """Open another board of the same question; without one, that which was worked on last."""
        self.boards = self._names.of(self.question)
        there = {board.subject: board for board in self.boards}
        if wanted not in there:
            touched = {board.subject: board.since for board in self.boards}
            worked = self._progress.entries(self._kept, tuple(there)) if len(there) > 1 else ()
            touched |= {entry.subject: entry.clock for entry in worked}
            wanted = max(touched, key=touched.__getitem__)
        self.here = there[wanted]
        self._looked_at[self.question] = wanted
        self._show(self.here)

    def add_board(self, title: str = "", *, copy: bool = False) -> None:
        """Make one more board of this question, empty or as a copy of the open one, and open it."""
        start = self._copied() if copy else {}
        source = self.here.subject if copy else ""
        self.switch(self._names.new(self.question, title, source, start).subject)

    def rename_board(self, title: str) -> None:
        """Give the open board another title."""
        self._names.rename(self.here.subject, title)
        self.boards = self._names.of(self.question)
        self.here = next(board for board in self.boards if board.subject == self.here.subject)

    def delete_board(self) -> None:
        """Delete the open board and open the one that was worked on last before."""
        self._names.delete(self.here.subject)
        self.switch("")

    def deleted_boards(self) -> tuple[NamedBoard, ...]:
        """Return the boards of this question that can be brought back, the last one last."""
        return self._names.deleted(self.question)

    def restore_board(self, board: str) -> None:
        """Bring a deleted board back and open it."""
        self._names.restore(board)
        self.switch(board)
