"""The boards of one question: which there are, what they are called, and their names in the log.

A question is what the log calls its first board (`Task.name`). Further ones are called after the
entry that made them, so that boards that two devices made never meet under one name. What a copy
begins with is for the way of working to say: it is kept here and not looked into.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from studyapp.domain.log import RETRACT, LogEntry, NewEntry, standing, understood
from studyapp.domain.messages import N_, Message, message
from studyapp.errors import BoardError
from studyapp.store.progress import Progress

NEW, NAME, DELETE = "board-new", "board-name", "board-delete"
_MARK = "~"


class NamedBoard(NamedTuple):
    """One of a question's boards.

    `subject` is its name in the log, `title` "" if it was given none, `number` its place among all
    that were ever made for the question, `since` its place in the order of the log. A copy says
    what it is a copy of and what it began with.
    """

    subject: str
    title: str = ""
    number: int = 1
    since: int = 0
    source: str = ""
    start: Mapping[str, object] = MappingProxyType({})

    @property
    def name(self) -> Message:
        """Return the title, or the number of a board that has none."""
        if self.title:
            return Message("{title}", {"title": self.title})
        return message(N_("Board {number}"), number=self.number)


class Boards:
    """The names of all boards in one progress file; each question is read when it is asked for."""

    def __init__(self, progress: Progress) -> None:
        """Read from `progress`, and keep there what is changed."""
        self._progress = progress

    def of(self, question: str) -> tuple[NamedBoard, ...]:
        """Return a question's boards, the oldest first; there always is one."""
        every, gone = self._read(question)
        return tuple(board for name, board in every.items() if name not in gone)

    def deleted(self, question: str) -> tuple[NamedBoard, ...]:
        """Return the boards that were deleted and can be brought back, the last one last."""
        every, gone = self._read(question)
        return tuple(every[name] for name in gone)

    def new(
        self,
        question: str,
        title: str = "",
        source: str = "",
        start: Mapping[str, object] = MappingProxyType({}),
    ) -> NamedBoard:
        """Make a board, as a copy of `source` if that is given; BoardError if it cannot be."""
        self._allow(question, title)
        payload = {"title": title, "from": source, "start": dict(start)}
        [entry] = self._progress.append(NewEntry(NEW, question, payload))
        return next(board for board in self.of(question) if board.subject == _name_of(entry))

    def rename(self, board: str, title: str) -> None:
        """Give a board another title; BoardError if it cannot have it."""
        self._allow(question_of(board), title, board)
        self._progress.append(NewEntry(NAME, board, {"title": title}))

    def delete(self, board: str) -> None:
        """Take a board out of sight; nothing of it is lost. BoardError if it is the only one."""
        self._allow()
        if len(self.of(question_of(board))) < 2:
            raise BoardError(N_("A question keeps at least one board."))
        self._progress.append(NewEntry(DELETE, board))

    def restore(self, board: str) -> None:
        """Bring a deleted board back."""
        self._allow()
        deletions = self._progress.entries((DELETE,), (board,))
        taken_back = self._taken_back(deletions)
        # Each device may have deleted it.
        stands = standing((*deletions, *taken_back))
        self._progress.append(*(NewEntry(RETRACT, entry.key) for entry in stands))

    def _allow(self, question: str = "", title: str = "", board: str = "") -> None:
        """Refuse what cannot be kept, and a title that another board of the question has."""
        if self._progress.read_only:
            raise BoardError(
                N_("Another window has your progress: boards are made and changed there.")
            )
        others = self.of(question) if title else ()
        if any(other.title == title and other.subject != board for other in others):
            raise BoardError(N_("This question has a board “{title}” already."), title=title)

    def _read(self, question: str) -> tuple[dict[str, NamedBoard], tuple[str, ...]]:
        """Return every board that was made for a question, and the names of those deleted."""
        made = self._progress.entries((NEW,), (question,))
        names = (question, *map(_name_of, made))
        entries = (*made, *self._progress.entries((NAME, DELETE), names))
        entries = (*entries, *self._taken_back(entries))
        stands = tuple(standing(entries))
        kept = {entry.key for entry in stands}
        boards = {question: NamedBoard(question)}
        for number, entry in enumerate(made, 2):
            if entry.key in kept:
                boards[_name_of(entry)] = _board(entry, number)
        for entry in stands:
            if entry.type == NAME and entry.subject in boards:
                named = boards[entry.subject]._replace(title=_text(entry.payload.get("title")))
                boards[entry.subject] = named
        return boards, _gone(question, boards, understood(entries))

    def _taken_back(self, entries: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
        keys = [entry.key for entry in entries]
        return self._progress.entries((RETRACT,), keys) if keys else ()


def question_of(board: str) -> str:
    """Return the question that a board is about: what its first board is called in the log."""
    return board.partition(_MARK)[0]


def _gone(question: str, boards: Collection[str], entries: Collection[LogEntry]) -> tuple[str, ...]:
    """Return which boards are deleted, the last one last.

    Of deleting and bringing back the later counts, whichever device did it. Two devices may each
    have deleted what was the last board to the other: the later of these is passed over.
    """
    deleted = {entry.key: entry.subject for entry in entries if entry.type == DELETE}
    there, gone = {question}, dict[str, None]()
    for entry in sorted(entries, key=_place):
        name = _name_of(entry) if entry.type == NEW else entry.subject
        board = deleted.get(name, name)
        if board not in boards:
            continue
        if entry.type in (NEW, RETRACT):
            there.add(board)
            gone.pop(board, None)
        elif entry.type == DELETE and board in there and len(there) > 1:
            there.remove(board)
            gone[board] = None
    return tuple(gone)


def _place(entry: LogEntry) -> tuple[int, str, int]:
    return entry.clock, entry.device, entry.seq


def _name_of(entry: LogEntry) -> str:
    return f"{entry.subject}{_MARK}{entry.key}"


def _board(entry: LogEntry, number: int) -> NamedBoard:
    title, source = (_text(entry.payload.get(name)) for name in ("title", "from"))
    start = entry.payload.get("start")
    known = start if isinstance(start, dict) else {}
    return NamedBoard(_name_of(entry), title, number, entry.clock, source, known)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
