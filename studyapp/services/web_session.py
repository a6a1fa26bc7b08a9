"""The student's webs of links: every step is logged, and a web is what its log says it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from studyapp.domain import web as webs
from studyapp.domain.aliases import Aliases
from studyapp.domain.course import Factor
from studyapp.domain.hints import Hint, next_hint
from studyapp.domain.history import Steps
from studyapp.domain.log import LogEntry, NewEntry, standing
from studyapp.domain.marking_web import LinkFinding, WebMarking, mark_web
from studyapp.domain.messages import Message
from studyapp.domain.pages import ThemeEntry
from studyapp.domain.sought import is_sought, time_of
from studyapp.domain.ways import Way, name_in_log
from studyapp.domain.web import Card, Drawn, Pair, Point, Relation, Web, WebStep
from studyapp.domain.web_key import WebKey, web_key
from studyapp.services.board_log import REDO, UNDO
from studyapp.services.board_session import HINT, BoardSession, Offer
from studyapp.services.boards import NamedBoard
from studyapp.services.calling_in import CHECK, faults_known, log_check
from studyapp.services.many_boards import ManyBoards
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

STEP = "web-step"


class _Done(NamedTuple):
    """A step, and the key of the entry that logged it."""

    key: str
    step: WebStep


class WebSession(ManyBoards):
    """One course's webs, one of them open. In a read-only window nothing is logged."""

    def __init__(self, pack: Pack, progress: Progress, boards: BoardSession) -> None:
        """Ask about topics of `pack`, log to `progress`; `boards` knows what is marked against."""
        super().__init__(progress, (STEP, UNDO, REDO, CHECK))
        self._pack, self._boards = pack, boards
        self.web = Web("")
        self.offered: tuple[str, ...] = ()
        self.factors: Mapping[str, Factor] = {}
        self.findings: tuple[LinkFinding, ...] = ()
        self.remarks: tuple[Message, ...] = ()
        self.called_in: frozenset[str] = frozenset()
        self._history: Steps[_Done] = Steps()
        self._taken_back: dict[str, _Done] = {}
        # The student's own cards that are or ever were on the web.
        self._own_names: set[str] = set()
        self._unlogged = 0
        self._hint: Hint | None = None

    @property
    def themes(self) -> Mapping[str, ThemeEntry]:
        """The course's themes by id."""
        return self._boards.themes

    @property
    def about(self) -> Offer:
        """What the web is about."""
        topic = self._pack.topic(self.web.about)
        return Offer(self.web.about, topic.title if topic else "")

    @property
    def question(self) -> str:
        """What the log calls the question."""
        return name_in_log(self.web.about, Way.WEB)

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

    @property
    def can_undo(self) -> bool:
        """Say whether a step can be taken back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Say whether a step that was taken back can be done again."""
        return bool(self._history.undone)

    def open(self, topic: str) -> Web:
        """Open the web of a topic as it was left, with what was found of it."""
        task = self._boards.task_of(Way.WEB, topic)
        self.offered = task.offered if task else ()
        self.factors = self._pack.factors(self.offered)
        self.web = Web(topic)
        self.open_last()
        return self.web

    def _show(self, board: NamedBoard) -> None:
        """Have a web stand as its log says, with what the last check found of it."""
        entries = tuple(standing(self._progress.entries(self._kept, (board.subject,))))
        checks = [at for at, entry in enumerate(entries) if entry.type == CHECK]
        empty = Web(self.web.about)
        self.web = webs.apply(empty, step_of(empty, board.start, self.offered))
        self._history, self._taken_back = Steps(), {}
        self._own_names = {name for name in self.web.cards if webs.is_own(name)}
        self.findings, self.remarks = WebMarking()
        for at, entry in enumerate(entries):
            if checks and at == checks[-1]:
                self._take_marking(self._marked())
            self._replay(entry)
        self.called_in, self._hint = frozenset(), None

    def _copied(self) -> dict[str, object]:
        """Return all cards and links, as a step from an empty web, and what was found before."""
        cards = {name: (None, card) for name, card in self.web.cards.items()}
        links = {pair: (None, drawn) for pair, drawn in self.web.links.items()}
        known = faults_known(self._progress, self.here.subject, self.here.start)
        return {**payload_of(WebStep(cards, links)), "faults": sorted(known)}

    def do(self, step: WebStep) -> Web:
        """Do a step, if it changes anything."""
        if step.changes:
            key = self._log(STEP, payload_of(step))
            self._take(step, self._history.after(_Done(key, step)))
        return self.web

    def new_name(self) -> str:
        """Return a name for a card of the student's own that no other card has, on any machine."""
        mine = f"{webs.OWN}{self._progress.device}-"
        numbers = (name.removeprefix(mine) for name in self._own_names if name.startswith(mine))
        return f"{mine}{max(map(int, filter(str.isdecimal, numbers)), default=0) + 1}"

    def undo(self) -> Web:
        """Take the last step back, if there is one."""
        if self.can_undo:
            done = self._history.done[-1]
            self._log(UNDO, {"of": done.key})
            self._take(done.step.inverse(), self._history.undo())
        return self.web

    def redo(self) -> Web:
        """Do the step again that was taken back last, if there is one."""
        if self.can_redo:
            done = self._history.undone[-1]
            self._log(REDO, {"of": done.key})
            self._take(done.step, self._history.redo())
        return self.web

    def check(self) -> tuple[LinkFinding, ...]:
        """Mark the web; the cards of what is to mend become due, in the same transaction."""
        marking = self._marked()
        if not self.read_only:
            named = {f"{each.kind.value} {'>'.join(each.pair)}": each for each in marking.findings}
            found = {name: each.finding for name, each in named.items()}
            board = self.here
            self.called_in = log_check(
                self._progress, board.subject, self.web.about, found, start=board.start
            )
        self._take_marking(marking)
        return self.findings

    def answer_key(self) -> WebKey:
        """Return the links that the course has between all that is offered."""
        return web_key(self.web.about, self.offered, self._boards.key)

    def hint(self) -> Hint | None:
        """Return the next hint at what is wrong with the web, or None if nothing is."""
        found = tuple(each.finding for each in self._marked().findings)
        self._hint = next_hint(found, self._hint)
        if self._hint:
            self._log(HINT, {"factor": self._hint.factor, "step": int(self._hint.step)})
        return self._hint

    @cached_property
    def _aliases(self) -> Aliases:
        return Aliases((term.name, *term.aliases) for term in self._pack.terms())

    def _marked(self) -> WebMarking:
        return mark_web(self.web, self._boards.key, self._aliases)

    def _take_marking(self, marking: WebMarking) -> None:
        self.findings, self.remarks = marking

    def _take(self, step: WebStep, history: Steps[_Done]) -> None:
        self.web, self._history = webs.apply(self.web, step), history
        self._own_names |= {name for name in step.cards if webs.is_own(name)}
        self._forget_findings(step)

    def _forget_findings(self, step: WebStep) -> None:
        """Let go of what was found of links that are others now; moving a card changes none."""
        gone = {name for name, ends in step.cards.items() if None in ends}
        pairs = {pair for pair, (was, now) in step.links.items() if not _says_the_same(was, now)}
        if not gone and not pairs:
            return
        pairs |= {pair[::-1] for pair in pairs}
        kept = (each for each in self.findings if each.pair not in pairs)
        self.findings = tuple(each for each in kept if not gone.intersection(each.pair))
        # What was said of the whole no longer holds.
        self.remarks = ()

    def _log(self, kind: str, payload: Mapping[str, object]) -> str:
        """Log what was done and return its key; in a read-only window one of this window alone."""
        if self.read_only:
            self._unlogged += 1
            return f"unlogged:{self._unlogged}"
        [entry] = self._progress.append(NewEntry(kind, self.here.subject, payload))
        return entry.key

    def _replay(self, entry: LogEntry) -> None:
        if entry.type == STEP:
            step = step_of(self.web, entry.payload, self.offered)
            self._take(step, self._history.after(_Done(entry.key, step)))
        elif entry.type in (UNDO, REDO):
            self._replay_cursor(entry.type == UNDO, entry.payload.get("of"))

    def _replay_cursor(self, back: bool, key: object) -> None:
        """Take a step back, or do it again, wherever it stands in the history of two machines."""
        source = self._history.done if back else self._history.undone
        found = next((done for done in reversed(source) if done.key == key), None)
        if found is None and not back:
            # What another machine did in between has made it forgotten here.
            found = self._taken_back.get(str(key))
        if found is None:
            return
        self._taken_back[found.key] = found
        rest = tuple(done for done in source if done is not found)
        if back:
            history = Steps(rest, (*self._history.undone, found))
        else:
            history = Steps((*self._history.done, found), rest)
        self._take(found.step.inverse() if back else found.step, history)


def payload_of(step: WebStep) -> dict[str, object]:
    """Return a step as it is logged: what is there afterwards, by id."""
    cards = {
        name: [*after.at, after.text] if after else None for name, (_, after) in step.cards.items()
    }
    links = [
        [*pair, after.relation.value, after.because, *after.label] if after else [*pair]
        for pair, (_, after) in step.links.items()
    ]
    return {"cards": cards, "links": links}


def step_of(web: Web, payload: Mapping[str, object], offered: Collection[str]) -> WebStep:
    """Return a logged step as one from this web; what this edition does not know is left out."""
    cards, links = payload.get("cards"), payload.get("links")
    known = {*offered, *web.cards}
    placed = {
        name: (web.cards.get(name), card)
        for name, card in _read_cards(cards if isinstance(cards, dict) else {})
        if name in known or webs.is_own(name)
    }
    # Links that another machine drew meanwhile to a card that is taken off here go with it.
    gone = [name for name, (_, after) in placed.items() if after is None]
    drawn: dict[Pair, tuple[Drawn | None, Drawn | None]] = {
        pair: (web.links[pair], None) for name in gone for pair in web.links_at(name)
    }
    for pair, link in _read_links(links if isinstance(links, list) else ()):
        drawn[pair] = (web.links.get(pair), link)
    return WebStep(placed, drawn)


def _read_cards(cards: Mapping[str, object]) -> Iterator[tuple[str, Card | None]]:
    for name, told in cards.items():
        match told:
            case None:
                yield name, None
            case [int(x), int(y), str(text)]:
                yield name, Card(Point(x, y), text)


def _read_links(links: Iterable[object]) -> Iterator[tuple[Pair, Drawn | None]]:
    relations = {each.value: each for each in Relation}
    for told in links:
        match told:
            case [str(cause), str(consequence)]:
                yield (cause, consequence), None
            case [str(cause), str(consequence), str(relation), str(because), int(x), int(y)]:
                known = relations.get(relation, Relation.LED_TO)
                yield (cause, consequence), Drawn(known, because, Point(x, y))


def _says_the_same(one: Drawn | None, other: Drawn | None) -> bool:
    return one is not None and other is not None and one[:2] == other[:2]
