"""The student's webs of links: every step is logged, and a web is what its log says it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from studyapp.domain.aliases import Aliases, aliases_of
from studyapp.domain.boards import web as webs
from studyapp.domain.boards.comparing_web import WebComparison, compare_webs
from studyapp.domain.boards.hints import Hint
from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.boards.marking_web import LinkFinding, WebMarking, mark_web
from studyapp.domain.boards.teacher_task import allowed_hint, allowed_of_web
from studyapp.domain.boards.ways import WEB, Task, Way
from studyapp.domain.boards.web import Web, WebStep
from studyapp.domain.boards.web_key import WebKey, web_key
from studyapp.domain.course import Factor
from studyapp.domain.log import NewEntry
from studyapp.domain.messages import Message
from studyapp.domain.pages import ThemeEntry
from studyapp.domain.sought import is_sought, time_of
from studyapp.services.boards.board_list import NamedBoard
from studyapp.services.boards.board_log import REDO, UNDO
from studyapp.services.boards.board_points import Point
from studyapp.services.boards.board_session import HINT, BoardSession, Offer
from studyapp.services.boards.calling_in import CHECK, faults_known, log_check
from studyapp.services.boards.many_boards import ManyBoards
from studyapp.services.boards.web_log import STEP, WebState, begun, payload_of, replayed
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress


class WebSession(ManyBoards):
    """One course's webs, one of them open. In a read-only window nothing is logged."""

    def __init__(self, pack: Pack, progress: Progress, boards: BoardSession) -> None:
        """Ask about topics of `pack`, log to `progress`; `boards` knows what is marked against."""
        super().__init__(progress, (STEP, UNDO, REDO, CHECK))
        self._pack, self._boards = pack, boards
        self.given = boards.given
        self.task = Task(Way.WEB, "", (), (WEB,), {})
        self.factors: Mapping[str, Factor] = {}
        self.called_in: frozenset[str] = frozenset()
        self.since_last: WebComparison | None = None
        self._state = WebState(Web(""))
        self._unlogged = 0
        self._hint: Hint | None = None

    @property
    def themes(self) -> Mapping[str, ThemeEntry]:
        """The course's themes by id."""
        return self._boards.themes

    @property
    def web(self) -> Web:
        """The open web as it stands."""
        return self._state.web

    @property
    def findings(self) -> tuple[LinkFinding, ...]:
        """What the last check found of the links that say the same still."""
        return self._state.marking.findings

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What the last check said of the whole, until something is changed."""
        return self._state.marking.remarks

    @property
    def offered(self) -> tuple[str, ...]:
        """What can lie on the web, beside the student's own cards."""
        return self.task.offered

    @property
    def about(self) -> Offer:
        """What the web is about."""
        topic = self._pack.topic(self.web.about)
        return Offer(self.web.about, topic.title if topic else "")

    @property
    def question(self) -> str:
        """What the log calls the question."""
        return self.task.name

    @property
    def tray(self) -> tuple[str, ...]:
        """What is offered and does not lie on the web, in order of time, and then the undated."""
        left = (self.factors[name] for name in self.offered if name not in self.web.cards)
        return tuple(factor.id for factor in sorted(left, key=time_of))

    def found(self, typed: str) -> tuple[str, ...]:
        """Return the cards of the tray that have what is typed in their titles, by any name."""
        if not typed.strip():
            return self.tray
        titles = ((name, self.factors[name].title) for name in self.tray)
        return tuple(name for name, title in titles if is_sought(typed, title, self._aliases))

    def factor(self, name: str) -> Factor:
        """Return a factor; one that the student wrote has nothing but its words."""
        if webs.is_own(name):
            text = self.web.cards[name].text if name in self.web.cards else ""
            return Factor(name, self.web.about, text, "", None, ())
        return self.factors[name]

    @property
    def can_undo(self) -> bool:
        """Say whether a step can be taken back."""
        return bool(self._state.history.done)

    @property
    def can_redo(self) -> bool:
        """Say whether a step that was taken back can be done again."""
        return bool(self._state.history.undone)

    def open(self, about: str) -> Web:
        """Open the web of a topic or a teacher's task as it was left, with what was found of it."""
        self.teacher_task = self._boards.given.task(about)
        task = self._boards.asked(about, Way.WEB)
        self.task = task or Task(Way.WEB, about, (), (WEB,), {})
        self.factors = self._pack.factors(self.offered)
        self._state = WebState(Web(self.task.about))
        self.open_last()
        return self.web

    def _show(self, board: NamedBoard) -> None:
        """Have a web stand as its log says, with what the last check found of it."""
        self._state = self._state_of(board)
        self.called_in, self.since_last, self._hint = frozenset(), None, None

    def compared(self, point: Point) -> WebComparison:
        """Compare the open web with another, or with itself at a check."""
        there = self._state_of(point.board, point.check)
        found = there.marking.findings
        return compare_webs(self.web, there.web, self.findings, found, is_past=bool(point.check))

    def _state_of(self, board: NamedBoard, check: str = "") -> WebState:
        """Return how a web of this question stands, or how it stood at one of its checks."""
        entries = self._entries_of(board, check)
        last = max((at for at, entry in enumerate(entries) if entry.type == CHECK), default=-1)
        state = begun(self.task.about, board.start, self.offered)
        for at, entry in enumerate(entries):
            state = replayed(state, entry, self.offered)
            if at == last:
                state = state.marked(self._told(self._marked(state.web)))
        return state

    def gives_work(self, cards: Collection[str]) -> bool:
        """Say whether there is a link to draw between some of the cards."""
        return self._boards.key.causal_map.joins(cards)

    def _copied(self) -> dict[str, object]:
        """Return all cards and links, as a step from an empty web, and what was found before."""
        cards = {name: (None, card) for name, card in self.web.cards.items()}
        links = {pair: (None, drawn) for pair, drawn in self.web.links.items()}
        known = faults_known(self._progress, self.here.subject, self.here.start)
        return {**payload_of(WebStep(cards, links)), "faults": sorted(known)}

    def do(self, step: WebStep) -> Web:
        """Do a step, if it changes anything."""
        if step.changes:
            self._state = self._state.done(self._log(STEP, payload_of(step)), step)
        return self.web

    def new_name(self) -> str:
        """Return a name for a card of the student's own that no other card has, on any machine."""
        mine = f"{webs.OWN}{self._progress.device}-"
        known = self._state.own_names
        numbers = (name.removeprefix(mine) for name in known if name.startswith(mine))
        return f"{mine}{max(map(int, filter(str.isdecimal, numbers)), default=0) + 1}"

    def undo(self) -> Web:
        """Take the last step back, if there is one."""
        if self.can_undo:
            history = self._state.history
            done = history.done[-1]
            self._log(UNDO, {"of": done.key})
            self._state = self._state.after(done.step.inverse(), history.undo())
        return self.web

    def redo(self) -> Web:
        """Do the step again that was taken back last, if there is one."""
        if self.can_redo:
            history = self._state.history
            done = history.undone[-1]
            self._log(REDO, {"of": done.key})
            self._state = self._state.after(done.step, history.redo())
        return self.web

    def check(self) -> tuple[LinkFinding, ...]:
        """Mark the web; the cards of what is to mend become due, in the same transaction.

        `called_in` holds them, `since_last` what has changed since the check before.
        """
        marking, last = self._marked(self.web), self._last_check()
        if not self.read_only:
            named = {f"{each.kind.value} {'>'.join(each.pair)}": each for each in marking.findings}
            self.called_in = log_check(
                self._progress,
                self.here.subject,
                self.web.about,
                {name: each.finding for name, each in named.items()},
                waiting={name for name, each in named.items() if self._is_waiting(each)},
                start=self.here.start,
            )
        self._state = self._state.marked(self._told(marking))
        self.since_last = self.compared(last) if last else None
        return self.findings

    def _is_waiting(self, found: LinkFinding) -> bool:
        """Say whether a link is missing between two cards at which nothing is drawn yet."""
        links = (link for name in found.pair for link in self.web.links_at(name))
        return found.kind is FindingKind.MISSING and not any(links)

    def answer_key(self) -> WebKey:
        """Return the links that the course has between all that is offered."""
        return web_key(self.web.about, self.offered, self._boards.key)

    def factors_of(self, topic: str) -> Mapping[str, Factor]:
        """Return the factors of a topic and of what lies below it."""
        return self._boards.factors_of(topic)

    def hint(self) -> Hint | None:
        """Return the next hint at what is wrong with the web, or None if nothing is."""
        found = [each.finding for each in self._marked(self.web).findings]
        self._hint = allowed_hint(found, self._hint, self.help)
        if self._hint:
            self._log(HINT, {"factor": self._hint.factor, "step": int(self._hint.step)})
        return self._hint

    @cached_property
    def _aliases(self) -> Aliases:
        return aliases_of(self._pack.terms())

    def _marked(self, web: Web) -> WebMarking:
        return mark_web(web, self._boards.key, self._aliases)

    def _told(self, marking: WebMarking) -> WebMarking:
        """Return as much of a marking as may be told."""
        return allowed_of_web(marking, self.help)

    def _log(self, kind: str, payload: Mapping[str, object]) -> str:
        """Log what was done and return its key; in a read-only window one of this window alone."""
        if self.read_only:
            self._unlogged += 1
            return f"unlogged:{self._unlogged}"
        [entry] = self._progress.append(NewEntry(kind, self.here.subject, payload))
        return entry.key
