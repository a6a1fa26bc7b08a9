"""The student's boards: every move is logged, and a board is where its log says it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.boards import board as boards
from studyapp.domain.boards.board import Board, History, Move, Zone
from studyapp.domain.boards.hints import Hint
from studyapp.domain.boards.marking import Finding, Marking, MarkingKey
from studyapp.domain.boards.teacher_task import allowed, allowed_hint
from studyapp.domain.boards.ways import OF_TOPICS, Material, Task, Way, make_task
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Distractor, Factor, Link
from studyapp.domain.dates import HistoricalDate
from studyapp.domain.log import LogEntry, NewEntry
from studyapp.domain.messages import N_, Message
from studyapp.domain.pages import ThemeEntry, TopicEntry
from studyapp.errors import BoardError
from studyapp.services.boards.board_list import NamedBoard
from studyapp.services.boards.board_log import (
    MOVE,
    REDO,
    UNDO,
    begun,
    copied,
    defences_in,
    moves,
    payload_of,
    replayed,
    states,
)
from studyapp.services.boards.board_points import Point
from studyapp.services.boards.calling_in import CHECK, faults_known, last_check_in, log_check
from studyapp.services.boards.given_tasks import GivenTasks
from studyapp.services.boards.many_boards import ManyBoards
from studyapp.services.study.defended import DEFENCE
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.boards.answer_key import AnswerKey
    from studyapp.domain.boards.comparing import Comparison
    from studyapp.services.boards.web_session import WebSession

HINT = "board-hint"
FULL = N_("This row is full: take a card out of it first.")
# What of a board's record says how it stands.
_KEPT = (MOVE, UNDO, REDO, CHECK, DEFENCE)


class Offer(NamedTuple):
    """What a board can be about: a factor with its date, or a topic."""

    id: str
    title: str
    date: HistoricalDate | None = None
    is_task: bool = False


class Checked(NamedTuple):
    """A board as it was marked last, and all that was found of it."""

    board: Board
    marking: Marking


class State(NamedTuple):
    """How a board stands, and what its last check found of the factors not moved since."""

    board: Board
    history: History
    marking: Marking
    defences: dict[str, str]
    checked: Checked | None


class BoardSession(ManyBoards):
    """One course's boards, one of them open. In a read-only window nothing is logged."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        """Ask about the factors of `pack` and log to `progress`."""
        super().__init__(progress, _KEPT)
        self._pack = pack
        self.factors: Mapping[str, Factor] = {}
        self.task = Task(Way.SORT, "", (), boards.SIDES, {})
        self.board: Board = boards.new_board("", ())
        self.findings: tuple[Finding, ...] = ()
        self.remarks: tuple[Message, ...] = ()
        self.defences: dict[str, str] = {}
        self.called_in: frozenset[str] = frozenset()
        self.since_last: Comparison | None = None
        self._history: History = History()
        # What was moved last: several factors, if in one go.
        self.last_steps: tuple[Move, ...] = ()
        self._hint: Hint | None = None
        self._checked: Checked | None = None
        self.given = GivenTasks(pack, progress, self.task_of)

    @cached_property
    def webs(self) -> WebSession:
        """The webs of links of the same course."""
        from studyapp.services.boards.web_session import WebSession

        return WebSession(self._pack, self._progress, self)

    @cached_property
    def themes(self) -> Mapping[str, ThemeEntry]:
        """The course's themes by id."""
        return {theme.id: theme for theme in self._pack.themes()}

    def offered(self, topic: str, way: Way = Way.SORT) -> tuple[Offer, ...]:
        """Return what can be asked in a topic and below it in some way, best first.

        The teacher's tasks come last, each under its own title.
        """
        tasks = self.given.offered(way, topic)
        named = (Offer(task.id, task.title, is_task=True) for task in tasks)
        return (*self._offered(topic, way), *named)

    def _offered(self, topic: str, way: Way) -> tuple[Offer, ...]:
        if way in OF_TOPICS:
            here = self._pack.topic(topic)
            return (Offer(here.id, here.title),) if here and self.task_of(way, topic) else ()
        focuses = self._pack.focuses(topic)
        found = self._pack.factors(focuses)
        return tuple(
            Offer(focus, found[focus].title, found[focus].date)
            for focus in focuses
            if way is Way.SORT or self.task_of(way, focus)
        )

    def nearest(self, topic: str) -> TopicEntry | None:
        """Return a topic that has something to sort: the closest one above, else the first."""
        here = self._pack.topic(topic)
        while here and here.parent:
            here = self._pack.topic(here.parent)
            if here and self._pack.focuses(here.id):
                return here
        first = self._pack.first_with_focus()
        return self._pack.topic(first) if first else None

    def ways(self, topic: str) -> tuple[Way, ...]:
        """Return the ways in which there is something to work on in a topic and below it."""
        return tuple(way for way in Way if self.offered(topic, way))

    def open(self, about: str, way: Way = Way.SORT) -> Board:
        """Open a board about a factor or topic, or of a teacher's task, as it was left.

        Of several it is the one that was looked at last, or else worked on last.
        """
        self.teacher_task = self.given.task(about)
        self.task = self.asked(about, way) or Task(way, about, (), boards.SIDES, {})
        about = self.task.about
        self.factors = self._pack.factors((about, *self.task.offered))
        self.open_last()
        return self.board

    def asked(self, about: str, way: Way) -> Task | None:
        """Return what there is to do in a teacher's task, or else about a factor or topic."""
        return self.given.board(about) if self.given.task(about) else self.task_of(way, about)

    @property
    def question(self) -> str:
        """What the log calls the question."""
        return self.task.name

    def _show(self, board: NamedBoard) -> None:
        self.board, self._history, found, self.defences, self._checked = self._state_of(board)
        self.findings, self.remarks, self.called_in = *found, frozenset()
        self.since_last = self._hint = None

    def _copied(self) -> dict[str, object]:
        known = faults_known(self._progress, self.here.subject, self.here.start)
        return copied(self.board, self.defences, known)

    def compared(self, point: Point) -> Comparison:
        """Compare the open board with another, or with itself at a check."""
        from studyapp.domain.boards.comparing import compare

        there = self._state_of(point.board, point.check)
        return compare(self.board, there.board, self.findings, there.marking.findings)

    def _state_of(self, named: NamedBoard, check: str = "") -> State:
        """Return how a board of this question stands, or how it stood at one of its checks."""
        entries = self._entries_of(named, check)
        empty = boards.new_board(self.task.about, self.task.offered, self.task.zones)
        first = begun(empty, named.start)
        board, history = replayed(first, moves(entries))
        said, checked = defences_in(entries, named.start), self._last_checked(first, entries)
        found = self._left_of(checked, first, entries) if checked else Marking(())
        return State(board, history, found, said, checked)

    def task_of(self, way: Way, about: str) -> Task | None:
        """Return what there is to do about a factor or topic in some way."""
        if way in OF_TOPICS:
            material = Material(self._map, (), self.factors_of(about), tuple(self.themes))
            return make_task(way, about, material)
        if way is not Way.SORT:
            return make_task(way, about, Material(self._map, (), self._every_factor))
        links, distractors = self._pack.links(about), self._pack.distractors(about)
        pairs: tuple[Link | Distractor, ...] = (*links, *distractors)
        ends = {name for pair in pairs for name in (pair.cause, pair.consequence)}
        near = self._pack.factors(tuple(ends))
        return make_task(way, about, Material(CausalMap(links), distractors, near))

    def factors_of(self, topic: str) -> dict[str, Factor]:
        """Return the factors of a topic and of what lies below it."""
        within = frozenset(self._pack.subtree(topic))
        return {name: each for name, each in self._every_factor.items() if each.topic in within}

    def _last_checked(self, first: Board, entries: Sequence[LogEntry]) -> Checked | None:
        """Return the board at its last check with all that was found, if it was checked."""
        at = last_check_in(entries)
        if at is None:
            return None
        board, _ = replayed(first, moves(entries[:at]))
        found = self._marked(board)
        return Checked(board, allowed(found, self.help, is_whole=True))

    def _left_of(self, checked: Checked, first: Board, entries: Sequence[LogEntry]) -> Marking:
        """Return what a check found of the factors that were not moved since, or moved back."""
        done = list(moves(entries))
        before = sum(1 for _ in moves(entries[: last_check_in(entries)]))
        moved: set[str] = set()
        for entry, (board, _) in list(zip(done, states(first, done), strict=True))[before:]:
            moved.add(str(entry.payload.get("factor")))
            if board == checked.board:
                moved.clear()
        if not moved:
            return checked.marking
        found = self._marked(checked.board).findings
        stays = tuple(finding for finding in found if finding.factor not in moved)
        return allowed(Marking(stays), self.help, is_whole=False)

    def _marked(self, board: Board) -> Marking:
        # What marks is imported with the first check: most boards are shown without one.
        from studyapp.domain.boards.marking_ways import mark_by

        return mark_by(self.task.way, board, self.key)

    def has_room(self, factor: str, zone: Zone) -> bool:
        """Say whether a zone takes a factor more; it always takes one that lies there."""
        others = [name for name in self.board.zones[zone] if name != factor]
        return len(others) < self.task.rooms.get(zone, len(others) + 1)

    @property
    def about(self) -> Offer:
        """Return what the open board is about."""
        about = self.task.about
        topic = self._pack.topic(about) if self.task.way in OF_TOPICS else None
        if topic:
            return Offer(about, topic.title)
        factor = self.factors.get(about)
        return Offer(about, factor.title, factor.date) if factor else Offer(about, "")

    def answer_key(self) -> AnswerKey | None:
        """Return where the course would put each card of the open board, if it has an opinion."""
        from studyapp.domain.boards.answer_key import answer_key

        return answer_key(self.task, self.key)

    @property
    def can_undo(self) -> bool:
        """Say whether a move can be taken back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Say whether a move that was taken back can be made again."""
        return bool(self._history.undone)

    def move(self, factor: str, zone: Zone, index: int | None = None) -> Board:
        """Move a factor to a zone, at the end or before its `index`-th other factor.

        BoardError if the zone is full.
        """
        if not self.has_room(factor, zone):
            raise BoardError(FULL)
        step = boards.move(self.board, factor, zone, index)
        self._log(MOVE, payload_of(step))
        return self._take(boards.apply(self.board, step), self._history.after(step), step)

    def move_together(self, factors: Sequence[str], zone: Zone) -> Board:
        """Move factors to the end of a zone in one go, as many as it has room for.

        BoardError if it has none.
        """
        here = [name for name in self.board.zones[zone] if name not in factors]
        room = max(0, self.task.rooms.get(zone, len(here) + len(factors)) - len(here))
        if not room:
            raise BoardError(FULL)
        go = f"{self._progress.device}:{len(self._history.done)}"
        steps = boards.move_together(self.board, factors[:room], zone, go)
        self._log(MOVE, *map(payload_of, steps))
        board, history = self.board, self._history
        for step in steps:
            board, history = boards.apply(board, step), history.after(step)
        return self._take(board, history, *steps)

    def undo(self) -> Board:
        """Take back what was done last, if there is something; what was done in one go as one.

        A move that changes nothing in this edition of the course is taken back with it.
        """
        return self._walk(UNDO)

    def redo(self) -> Board:
        """Do again what was taken back last, if there is something; as `undo` does it."""
        return self._walk(REDO)

    def _walk(self, kind: str) -> Board:
        board, history, steps = boards.walked(self.board, self._history, kind == UNDO)
        self._log(kind, *({"factor": step.factor} for step in steps))
        return self._take(board, history, *steps)

    def check(self) -> tuple[Finding, ...]:
        """Mark the board; the cards of what is to mend become due, in the same transaction.

        `called_in` holds them, `since_last` what has changed since the check before.
        """
        marking = self._marked(self.board)
        last = self._last_check()
        self._checked = Checked(self.board, allowed(marking, self.help, is_whole=True))
        self.findings, self.remarks = self._checked.marking
        self.since_last = self.compared(last) if last else None
        if not self.read_only:
            self._log_check(marking.findings)
        return self.findings

    def defend(self, factor: str, text: str) -> None:
        """Keep why a factor was given its place."""
        if text != self.defences.get(factor, ""):
            zone = self.board.spot(factor).zone if self.task.way is Way.RANK else ""
            self._log(DEFENCE, {"factor": factor, "text": text, "zone": zone})
            self.defences[factor] = text

    def hint(self) -> Hint | None:
        """Return the next hint at what is wrong with the board, or None if nothing is."""
        marking = self._marked(self.board)
        self._hint = allowed_hint(marking.findings, self._hint, self.help)
        if self._hint:
            self._log(HINT, {"factor": self._hint.factor, "step": int(self._hint.step)})
        return self._hint

    def _log_check(self, findings: Sequence[Finding]) -> None:
        named = {f"{each.kind.value} {each.factor}": each for each in findings}
        dates = self.task.way is Way.ORDER
        board, focus = self.here, self.board.focus
        self.called_in = log_check(
            self._progress, board.subject, focus, named, dates=dates, start=board.start
        )

    @cached_property
    def key(self) -> MarkingKey:
        """What the course marks boards against."""
        accounts = self._pack.names_of_accounts()
        default = next(iter(accounts), "")
        return MarkingKey(
            self._map,
            self._every_factor,
            self._pack.distractors(),
            default,
            {name: theme.name for name, theme in self.themes.items()},
            {account: name for account, name in accounts.items() if account != default},
        )

    @cached_property
    def _map(self) -> CausalMap:
        return CausalMap(self._pack.links())

    @cached_property
    def _every_factor(self) -> Mapping[str, Factor]:
        return self._pack.factors()

    def _log(self, kind: str, *payloads: Mapping[str, object]) -> None:
        if payloads and not self.read_only:
            entries = (NewEntry(kind, self.here.subject, payload) for payload in payloads)
            self._progress.append(*entries)

    def _take(self, board: Board, history: History, *steps: Move) -> Board:
        for step in steps:
            self._look_at(step)
        self.board, self._history, self.last_steps = board, history, steps
        return board

    def _look_at(self, step: Move) -> None:
        """Forget what was found of a factor that moves; what is as it was marked is marked so."""
        self.board = boards.apply(self.board, step)
        self.findings = tuple(found for found in self.findings if found.factor != step.factor)
        # What was said of the whole no longer holds.
        self.remarks = ()
        if self._checked and self.board == self._checked.board:
            self.findings, self.remarks = self._checked.marking
