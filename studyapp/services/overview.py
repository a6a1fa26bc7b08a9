"""How far each topic of a course is known, as the log and the memories stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from studyapp.domain.cards import Facet
from studyapp.domain.clock import Clock
from studyapp.domain.ids import card_id
from studyapp.domain.knowledge import Knowledge, together
from studyapp.domain.log import FINDING, RETRACT, REVIEW, LogEntry, NewEntry
from studyapp.domain.memory import is_recalled
from studyapp.domain.plan import Plan
from studyapp.services.calling_in import CHECK
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

READ = "read"
_TRAP = Facet.DOES.value


class Overview:
    """The topics of one course; `catch_up` takes in what this window has logged since."""

    def __init__(self, pack: Pack, progress: Progress, clock: Clock, plan: Plan) -> None:
        """Count everything once, for the day that `plan` makes of now."""
        self._progress, self._clock, self._plan = progress, clock, plan
        self._seen, self._day_end = progress.logged, 0
        self._known: dict[str, Knowledge] = {}
        self._touched: set[str] = set()
        self._below: dict[str, list[str]] = defaultdict(list)
        self._above = {topic.id: topic.parent for topic in pack.topics()}
        for topic, parent in self._above.items():
            if parent:
                self._below[parent].append(topic)
        # Where each card and each board belongs, and what of them is done.
        self._topic_of = dict(pack.topics_of_focuses())
        self._boards, self._cards = _by_topic(self._topic_of), _by_topic(_asked(pack))
        self._topic_of |= {card: topic for topic, held in self._cards.items() for card in held}
        self._done: set[str] = set()
        for entry in progress.entries((READ, CHECK)):
            self._take(entry)
        self._look_at(self._topic_of)

    def of(self, topic: str) -> Knowledge:
        """Return how far a topic and what lies below it is known."""
        if topic not in self._known:
            below = map(self.of, self._below.get(topic, ()))
            self._known[topic] = together((self._of_itself(topic), *below))
        return self._known[topic]

    def has_read(self, topic: str) -> None:
        """Keep that a topic's note was read to its end, unless that is known."""
        self._take_in()
        if topic not in self._done and not self._progress.read_only:
            self._progress.append(NewEntry(READ, topic))

    def catch_up(self) -> bool:
        """Take in what this window has logged since, and a new day; say whether it was anything."""
        if self._clock().ms >= self._day_end:
            # What was known yesterday may be due today.
            self._look_at(self._topic_of)
            self._take_in()
            return True
        return self._take_in()

    def take_touched(self) -> set[str]:
        """Return the topics that may be known otherwise than when this was asked last."""
        touched, self._touched = self._touched, set()
        return touched

    def _take_in(self) -> bool:
        entries = self._progress.logged_after(self._seen)
        self._seen += len(entries)
        for entry in entries:
            self._take(entry)
        keys = [entry.subject for entry in entries if entry.type == RETRACT]
        about = (*entries, *self._progress.entries_named(keys))
        self._look_at({entry.subject for entry in about if entry.type in (REVIEW, FINDING)})
        return bool(entries)

    def _take(self, entry: LogEntry) -> None:
        if entry.type == READ:
            self._note(entry.subject, entry.subject, done=True)
        elif entry.type == CHECK and entry.subject in self._topic_of:
            faults = entry.payload.get("faults")
            self._note(entry.subject, self._topic_of[entry.subject], done=faults == [])

    def _look_at(self, subjects: Iterable[str]) -> None:
        """See anew which of some cards are recalled."""
        wanted = [subject for subject in subjects if "#" in subject and subject in self._topic_of]
        known, now = self._progress.memories(wanted), self._clock()
        self._day_end = self._plan.day_end(now)
        for card in wanted:
            memory = known.get(card)
            done = memory is not None and is_recalled(memory, now.ms, self._day_end)
            self._note(card, self._topic_of[card], done=done)

    def _note(self, what: str, topic: str, *, done: bool) -> None:
        (self._done.add if done else self._done.discard)(what)
        above: str | None = topic
        # What is above one that is not known is not known either.
        while above and self._known.pop(above, None):
            self._touched.add(above)
            above = self._above.get(above)

    def _of_itself(self, topic: str) -> Knowledge:
        boards, asked = self._boards.get(topic, ()), self._cards.get(topic, ())
        return Knowledge(
            1,
            topic in self._done,
            len(boards),
            sum(board in self._done for board in boards),
            len(asked),
            sum(card in self._done for card in asked),
        )


def _asked(pack: Pack) -> dict[str, str]:
    """Return the topic of each card that everybody meets."""
    # Of a large course there are many: no more is made of them than is asked for.
    every = pack.every_card()
    return {card_id(element, facet): topic for element, facet, topic in every if facet != _TRAP}


def _by_topic(topic_of: dict[str, str]) -> dict[str, Sequence[str]]:
    held: dict[str, list[str]] = defaultdict(list)
    for what, topic in topic_of.items():
        held[topic].append(what)
    return dict(held)
