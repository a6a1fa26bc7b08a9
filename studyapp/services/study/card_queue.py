"""The cards of one scope, in the order in which they are asked; it follows what is logged.

Of a long line only the head is read and the rest counted, so that the queue of a hundred thousand
cards opens like that of ten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.log import RETRACT, REVIEW, LogEntry
from studyapp.domain.schedule.choosing import due_next, new_next
from studyapp.domain.schedule.memory import Change, Memory, asked_ms, is_due
from studyapp.domain.schedule.parameters import PARAMETERS
from studyapp.domain.schedule.plan import PLAN, Plan
from studyapp.domain.schedule.queue import Line, Queue
from studyapp.domain.schedule.siblings import Place
from studyapp.services.study.answered import Answered
from studyapp.services.study.card_changes import CARD_CHANGE
from studyapp.services.study.card_states import BURY, SUSPEND, CardStates
from studyapp.services.study.defended import DEFENCE
from studyapp.services.study.own_cards import OWN_CARD
from studyapp.services.study.scope import Ranked, Scope
from studyapp.store.lines import Day
from studyapp.store.progress import Progress

# What puts other cards into the lines or takes some out, whatever is known of them.
_LINES_UP_ANEW = (OWN_CARD, DEFENCE, SUSPEND, BURY, PLAN, PARAMETERS, CARD_CHANGE)
# A card in its first minutes is asked a little early rather than leave the student waiting.
LEARN_AHEAD_MS = 20 * 60_000
# So many cards of a line are read at once, and more before the last few of them are asked.
_HEAD, _LAST_FEW = 128, 16


class DueCounts(NamedTuple):
    """How many cards are due now, and how many new ones may still be met today."""

    due: int
    new: int


class Foreseen(NamedTuple):
    """What comes next once a card is answered so that it has to wait, and nothing else happens.

    That holds from one moment until another: then what waits may be due.
    """

    card: Card
    answered: str
    before: Memory | None
    from_ms: int
    until_ms: int
    day_end: int

    def has_come(self, entry: LogEntry, changed: Sequence[Change], now_ms: int) -> bool:
        """Say whether just that was answered."""
        if entry.type != REVIEW or len(changed) != 1 or not self.from_ms <= now_ms < self.until_ms:
            return False
        [(card, before, after)] = changed
        is_as_imagined = (card, before) == (self.answered, self.before)
        return is_as_imagined and after is not None and not is_due(after, now_ms, self.day_end)


class CardQueue:
    """Good for one day and one plan; `catch_up` says whether it is still."""

    def __init__(
        self,
        scopes: Sequence[Scope],
        progress: Progress,
        clock: Clock,
        plan: Plan,
        states: CardStates,
    ) -> None:
        """Line up the cards of `scopes`."""
        self._scopes, self._progress, self._clock, self._states = scopes, progress, clock, states
        self.plan = plan
        now = clock()
        self._seen, self._latest_ms = progress.logged, now.ms
        self._day_start, self._day_end = plan.day_start(now), plan.day_end(now)
        self._queue = Queue(now.ms, self._day_end)
        self._places: dict[str, Place] = {}
        self._elsewhere = frozenset[str]().union(*(scope.moved_out for scope in scopes))
        self._left_out = {*states.set_aside(self._day_start), *self._elsewhere}
        self._met: int | None = None
        self._answered = Answered(progress, self._placed)
        self._answered.begin(self._day_start)
        # How many of a line are not read yet, and how many may be asked until more have to be.
        self._beyond = {Line.DUE: 0, Line.NEW: 0}
        self._enough = {Line.DUE: 0, Line.NEW: 0}
        self._foreseen: Foreseen | None = None
        self._line_up()

    def catch_up(self, plan: Plan) -> bool:
        """Take in what was logged since, and the time; False if all has to be lined up anew.

        It has on another day or plan, when the clock was set back, or when the cards themselves
        are others.
        """
        now = self._clock()
        if plan != self.plan or plan.day_end(now) != self._day_end or now.ms < self._latest_ms:
            return False
        self._latest_ms = now.ms
        entries = self._progress.logged_after(self._seen)
        keys = [entry.subject for entry in entries if entry.type == RETRACT]
        taken_back = self._progress.entries_named(keys) if keys else ()
        if any(entry.type in _LINES_UP_ANEW for entry in (*entries, *taken_back)):
            return False
        changes = self._progress.changes_after(self._seen)
        self._seen += len(entries)
        if entries:
            self._foreseen = None
        for entry, changed in zip(entries, changes, strict=True):
            self._take(entry, changed)
        self._queue.advance(now.ms)
        return True

    def counts(self) -> DueCounts:
        """Return how many cards are due, and how many new ones wait."""
        return DueCounts(self._length(Line.DUE), min(self._length(Line.NEW), self._new_left()))

    @property
    def holds_new_back(self) -> bool:
        """Say whether new cards wait, since as many were met today as the plan has for a day."""
        wanted = self.plan.new_on(self._clock())
        return bool(wanted and self._length(Line.NEW)) and not self._new_left()

    def next(self) -> Card | None:
        """Return the due card most at risk, else a new one, else one that is due soon.

        What the last answer has given away comes after another card, if there is one: an answer
        that was just read is no recall.
        """
        last = self._answered.last
        card = self._due(last) or self._new(last) or self._due(None) or self._new(None)
        return self._places[card].card if card else self._due_soon()

    def likely_next(self, answer: Change) -> Card | None:
        """Return what will be asked next if a card is answered so, and nothing else changes."""
        for line in self._enough:
            self._read(line, ahead=1)
        # The log does not say what is only imagined, so what was met is counted before.
        self._new_left()
        imagined = copy(self)
        imagined._queue, imagined._places = self._queue.copy(), dict(self._places)
        imagined._beyond, imagined._enough = dict(self._beyond), dict(self._enough)
        imagined._answered = self._answered.copy()
        imagined._change((answer,))
        imagined._remember(answer.card, (answer,))
        likely = imagined.next()
        self._foreseen = imagined._foresight(likely, answer) if likely else None
        return likely

    def foreseen(self, plan: Plan) -> Card | None:
        """Return what is asked next if just what was imagined has come about, else None.

        It is what `next` returns after `catch_up`, which need not be called first.
        """
        foreseen, now = self._foreseen, self._clock()
        if foreseen is None or plan != self.plan or plan.day_end(now) != self._day_end:
            return None
        if self._progress.logged != self._seen + 1:
            return None
        [entry] = self._progress.logged_after(self._seen)
        [changed] = self._progress.changes_after(self._seen)
        return foreseen.card if foreseen.has_come(entry, changed, now.ms) else None

    def _foresight(self, likely: Card, answer: Change) -> Foreseen | None:
        """Return how long a card comes next; None if that hangs on when the answer was given."""
        if self._queue.stands_in(likely.id) is Line.WAITING:
            return None
        if self._queue.stands_in(answer.card) is not Line.WAITING:
            return None
        # The answered card waits, so the line is not empty; whose time comes may go before.
        soonest_ms, _, _ = self._queue.line(Line.WAITING)[0]
        until_ms = min(int(soonest_ms), self._day_end)
        return Foreseen(
            likely, answer.card, answer.before, self._latest_ms, until_ms, self._day_end
        )

    def drop(self, card: Card) -> None:
        """Ask a card no more in this sitting."""
        self._foreseen = None
        if card.id in self._queue:
            self._left_out.add(card.id)
            self._queue.drop(card.id)
            self._count_down()

    def until_next(self) -> int | None:
        """Return the milliseconds until a card is asked again, if any will be."""
        now = self._clock().ms
        if self._length(Line.DUE):
            return 0
        times = {self._asked_ms(memory) for memory in self._waiting()}
        held_back = self._length(Line.NEW) and self.plan.new_a_day
        if held_back and (begins := self.plan.next_study(self._clock())):
            times.add(begins)
        if any(not self._states.is_set_aside(each.id, self._day_end) for each in self.set_aside()):
            times.add(self._day_end)
        return max(0, min(times) - now) if times else None

    def set_aside(self) -> tuple[Card, ...]:
        """Return the cards that the student has suspended or buried."""
        wanted = self._states.set_aside(self._day_start) - self._elsewhere
        own = (place.card for place in self._places.values() if place.card.id in wanted)
        found = (each.place.card for scope in self._scopes for each in scope.of(wanted))
        return tuple(dict.fromkeys((*found, *own)))

    def _line_up(self) -> None:
        until_ms = self._day_end + LEARN_AHEAD_MS
        for scope in self._scopes:
            due, new = scope.count(self._day)
            self._beyond[Line.DUE] += due
            self._beyond[Line.NEW] += new
            for each in scope.of(self._left_out):
                self._uncount(each)
            # Of what waits, only this can become due today.
            for each in (
                *scope.due_until(self._day, until_ms),
                *scope.made(self._progress.memories),
            ):
                self._stand(each)

    @property
    def _day(self) -> Day:
        return Day(self._latest_ms, self._day_end)

    def _read(self, line: Line, ahead: int = 0) -> None:
        """Read more of a line if there is more and its head ends with so many answers more."""
        if not self._beyond[line] or self._enough[line] > ahead:
            return
        # Those that are left out may stand before those that are wanted.
        limit = _HEAD + len(self._left_out)
        for scope in self._scopes:
            for each in scope.head(line, self._day, limit):
                if each.place.card.id not in self._queue and not self._is_left_out(each):
                    self._uncount(each)
                    self._stand(each)
        self._enough[line] = _HEAD - _LAST_FEW

    def _stand(self, each: Ranked) -> None:
        card = each.place.card.id
        if card in self._queue:
            return
        self._places[card] = each.place
        self._queue.add(card, each.rank)
        self._put(each.place, each.memory)

    def _put(self, place: Place, memory: Memory | None) -> None:
        waits = memory is None and place.card.waits_for_a_mistake
        if waits or place.card.id in self._left_out:
            self._queue.drop(place.card.id)
        else:
            self._queue.put(place.card.id, memory)

    def _uncount(self, each: Ranked) -> None:
        """Count a card no longer among those of its line that are not read."""
        line, _ = self._queue.place(each.memory)
        if line in self._beyond and not each.never_stands:
            self._beyond[line] -= 1

    def _is_left_out(self, each: Ranked) -> bool:
        return each.place.card.id in self._left_out

    def _take(self, entry: LogEntry, changed: Sequence[Change]) -> None:
        self._change(changed)
        if entry.type == RETRACT:
            self._met = None
            self._answered.begin(self._day_start)
        elif entry.type == REVIEW:
            self._remember(entry.subject, changed)

    def _change(self, changed: Sequence[Change]) -> None:
        for change in changed:
            if change.card not in self._queue:
                self._bring_in(change)
            if change.card in self._queue:
                self._put(self._places[change.card], change.after)
        self._count_down()

    def _bring_in(self, change: Change) -> None:
        """Take a card of the scope that was not read yet out of what is counted."""
        for scope in self._scopes:
            for each in scope.of((change.card,)):
                before = each._replace(memory=change.before)
                if not self._is_left_out(each):
                    self._uncount(before)
                self._stand(before)

    def _remember(self, card: str, changed: Sequence[Change]) -> None:
        if self._met is not None:
            self._met += sum(not each.before or each.before.last_ms is None for each in changed)
        self._answered.take(card)

    def _count_down(self) -> None:
        for line in self._enough:
            self._enough[line] -= 1

    def _length(self, line: Line) -> int:
        return self._queue.length(line) + self._beyond[line]

    def _due(self, last: Place | None) -> str | None:
        self._read(Line.DUE)
        return due_next(self._queue.line(Line.DUE), self._places.__getitem__, last)

    def _new(self, last: Place | None) -> str | None:
        if not self._new_left():
            return None
        self._read(Line.NEW)
        line = self._queue.line(Line.NEW)
        return new_next(line, self._places.__getitem__, last, self._answered.family)

    def _due_soon(self) -> Card | None:
        card = self._queue.first(Line.WAITING)
        memory = self._queue.memory(card) if card else None
        if card is None or memory is None or memory.due_ms > self._clock().ms + LEARN_AHEAD_MS:
            return None
        return self._places[card].card

    def _placed(self, wanted: Collection[str]) -> dict[str, Place]:
        """Return where some cards stand, of those that these courses have."""
        found = {card: self._places[card] for card in wanted if card in self._places}
        for scope in self._scopes:
            if len(found) < len(wanted):
                found |= scope.places([card for card in wanted if card not in found])
        return found

    def _waiting(self) -> Iterator[Memory]:
        made = (self._queue.memory(card) for _, _, card in self._queue.line(Line.WAITING))
        yield from (memory for memory in made if memory)
        limit = 1 + len(self._left_out)
        for scope in self._scopes:
            for each in scope.next_waiting(self._day, limit):
                if each.memory and not self._is_left_out(each):
                    yield each.memory

    def _asked_ms(self, memory: Memory) -> int:
        at_ms = asked_ms(memory, self._day_end)
        return at_ms if at_ms != memory.due_ms else at_ms - LEARN_AHEAD_MS

    def _new_left(self) -> int:
        now = self._clock()
        if self._met is None:
            self._met = self._progress.first_reviews_since(self._day_start, now.offset_min)
        return max(0, self.plan.new_on(now) - self._met)
