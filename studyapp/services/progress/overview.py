"""How far each topic of a course is known, as the log and the memories stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from studyapp.domain.clock import Clock
from studyapp.domain.log import RETRACT, LogEntry, NewEntry
from studyapp.domain.progress.knowledge import Knowledge, together
from studyapp.domain.schedule.memory import Change, Memory, is_recalled
from studyapp.domain.schedule.plan import Plan
from studyapp.services.boards.board_list import question_of
from studyapp.services.boards.calling_in import CHECK
from studyapp.services.study.card_changes import CARD_CHANGE, CardChanges
from studyapp.services.study.deck import lines_of
from studyapp.store.lines import Day
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress
from studyapp.store.topic_sums import TopicSums

READ = "read"


class Overview:
    """The topics of one course; `catch_up` takes in what this window has logged since."""

    def __init__(self, pack: Pack, progress: Progress, clock: Clock, plan: Plan) -> None:
        """Count everything once, for the day that `plan` makes of now."""
        self._pack, self._progress, self._clock, self._plan = pack, progress, clock, plan
        self._seen, self._day_end = progress.logged, 0
        self._known: dict[str, Knowledge] = {}
        self._touched: set[str] = set()
        self._below: dict[str, list[str]] = defaultdict(list)
        self._above = {topic.id: topic.parent for topic in pack.topics()}
        for topic, parent in self._above.items():
            if parent:
                self._below[parent].append(topic)
        # Of each topic, which of its boards are sorted; which notes are read.
        self._sorted: dict[str, set[str]] = defaultdict(set)
        self._read: set[str] = set()
        for entry in progress.entries((READ, CHECK)):
            self._take(entry)
        self._lines = lines_of(pack, progress)
        course = pack.cover()["id"]
        # How many cards and boards each topic has in the course.
        self._sums = progress.topic_sums(course, pack.edition_of_cards, self._count_topics)
        self._changes = CardChanges(course, progress, lambda: self._above)
        # Of each topic, how many cards there are and how many are recalled.
        self._cards: dict[str, tuple[int, int]] = {}
        self._count_cards()

    def of(self, topic: str) -> Knowledge:
        """Return how far a topic and what lies below it is known."""
        if topic not in self._known:
            below = map(self.of, self._below.get(topic, ()))
            self._known[topic] = together((self._of_itself(topic), *below))
        return self._known[topic]

    def has_read(self, topic: str) -> None:
        """Keep that a topic's note was read to its end, unless that is known."""
        self._take_in()
        if topic not in self._read and not self._progress.read_only:
            self._progress.append(NewEntry(READ, topic))

    def catch_up(self) -> bool:
        """Take in what this window has logged since, and a new day; say whether it was anything."""
        anything = self._take_in()
        if self._clock().ms < self._day_end:
            return anything
        # What was known yesterday may be due today.
        self._count_cards()
        return True

    def take_touched(self) -> set[str]:
        """Return the topics that may be known otherwise than when this was asked last."""
        touched, self._touched = self._touched, set()
        return touched

    def _take_in(self) -> bool:
        entries = self._progress.logged_after(self._seen)
        changes = self._progress.changes_after(self._seen)
        self._seen += len(entries)
        for entry in entries:
            self._take(entry)
        if self._changes_cards(entries):
            self._changes.refresh()
            self._count_cards()
            return True
        for changed in changes:
            for change in changed:
                self._take_change(change)
        return bool(entries)

    def _changes_cards(self, entries: Sequence[LogEntry]) -> bool:
        """Say whether a card may be in another topic than before."""
        keys = [entry.subject for entry in entries if entry.type == RETRACT]
        taken_back = self._progress.entries_named(keys) if keys else ()
        return any(entry.type == CARD_CHANGE for entry in (*entries, *taken_back))

    def _take(self, entry: LogEntry) -> None:
        if entry.type == READ:
            self._read.add(entry.subject)
            self._is_otherwise(entry.subject)
        elif entry.type == CHECK:
            self._take_check(question_of(entry.subject), entry.payload.get("faults") == [])

    def _take_check(self, question: str, is_right: bool) -> None:
        topic = self._pack.topic_of_focus(question)
        if topic:
            # Of several boards for one question it is the last check that says how it is known.
            done = self._sorted[topic]
            (done.add if is_right else done.discard)(question)
            self._is_otherwise(topic)

    def _count_topics(self) -> dict[str, TopicSums]:
        asked, boards = self._lines.asked(), self._pack.count_of_focuses()
        topics = (topic for topic in self._above if topic in asked or topic in boards)
        return {topic: TopicSums(asked.get(topic, 0), boards.get(topic, 0)) for topic in topics}

    def _count_cards(self) -> None:
        """See anew how many cards of each topic are recalled."""
        before, now = self._cards, self._clock()
        self._day_end = self._plan.day_end(now)
        recalled = self._lines.recalled(Day(now.ms, self._day_end))
        self._cards = {
            topic: (sums.asked, recalled.get(topic, 0)) for topic, sums in self._sums.items()
        }
        self._move_cards()
        for topic, counted in self._cards.items():
            if before and before.get(topic) != counted:
                self._is_otherwise(topic)

    def _move_cards(self) -> None:
        """Count the cards that the student has moved where they are now."""
        moved = self._changes.moved
        for _, (card, _kin), memory in self._lines.of(moved):
            if not card.waits_for_a_mistake:
                is_recalled = self._is_recalled(memory)
                self._add(card.topic, -1, -is_recalled)
                self._add(moved[card.id], 1, is_recalled)

    def _add(self, topic: str, cards: int, recalled: int) -> None:
        asked, known = self._cards.get(topic, (0, 0))
        self._cards[topic] = asked + cards, known + recalled

    def _take_change(self, change: Change) -> None:
        more = self._is_recalled(change.after) - self._is_recalled(change.before)
        if not more:
            return
        for _, (card, _kin), _memory in self._lines.of((change.card,)):
            topic = self._changes.moved.get(card.id, card.topic)
            if not card.waits_for_a_mistake:
                self._add(topic, 0, more)
                self._is_otherwise(topic)

    def _is_recalled(self, memory: Memory | None) -> bool:
        return memory is not None and is_recalled(memory, self._clock().ms, self._day_end)

    def _is_otherwise(self, topic: str) -> None:
        above: str | None = topic
        # What is above one that is not known is not known either.
        while above and self._known.pop(above, None):
            self._touched.add(above)
            above = self._above.get(above)

    def _of_itself(self, topic: str) -> Knowledge:
        boards = self._sums.get(topic, TopicSums()).boards
        is_sorted = len(self._sorted.get(topic, ()))
        cards, recalled = self._cards.get(topic, (0, 0))
        return Knowledge(1, topic in self._read, boards, is_sorted, cards, recalled)
