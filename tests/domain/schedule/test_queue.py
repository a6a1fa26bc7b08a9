"""The lines of cards: the next one is always what sorting all of them anew would give."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.memory import DAY_MS, Memory, is_due
from studyapp.domain.schedule.queue import Line, Queue, risk, risk_today

NOW = 1_780_000_000_000
DAY_END = NOW + 6 * 3_600_000
CARDS = tuple("abcdefgh")

stabilities = st.floats(0.01, 1000)
moments = st.integers(NOW - 100 * DAY_MS, NOW + 2 * DAY_MS)
learned = st.builds(Memory, st.just(2), st.none(), stabilities, st.just(5.0), moments, moments)
learning = st.builds(Memory, st.just(1), st.just(0), stabilities, st.just(5.0), moments, moments)
called_in = st.builds(Memory, st.just(1), st.just(0), st.none(), st.none(), st.just(NOW), st.none())
memories = st.one_of(learned, learning, called_in)


def fsrs_recall(memory: Memory) -> float:
    """Return the chance of recall that the package itself gives."""
    assert memory.last_ms is not None
    last = datetime.fromtimestamp(memory.last_ms / 1000, UTC)
    card = fsrs.Card(1, fsrs.State.Review, None, memory.stability, 5.0, last, last)
    at = datetime.fromtimestamp(NOW / 1000, UTC)
    return float(fsrs.Scheduler().get_card_retrievability(card, at))


# FSRS counts whole days.
days_ago = st.integers(1, 2000).map(lambda days: NOW - days * DAY_MS)
reviewed = st.builds(Memory, st.just(2), st.none(), stabilities, st.just(5.0), moments, days_ago)


@given(reviewed, reviewed)
def test_who_is_more_at_risk_is_less_likely_recalled(one: Memory, other: Memory) -> None:
    first, second = fsrs_recall(one), fsrs_recall(other)
    if first < second:
        assert risk(one, NOW) > risk(other, NOW)
    elif first > second:
        assert risk(one, NOW) < risk(other, NOW)
    else:
        assert risk(one, NOW) == pytest.approx(risk(other, NOW))


def test_what_was_failed_a_minute_ago_does_not_push_ahead_of_what_was_learned() -> None:
    learned = Memory(2, None, 3.0, 5.0, NOW - DAY_MS, NOW - 4 * DAY_MS)
    failed = Memory(3, 0, 0.2, 5.0, NOW, NOW - 60_000)
    left_lying = failed._replace(due_ms=NOW - 3 * DAY_MS, last_ms=NOW - 3 * DAY_MS - 60_000)
    by_risk = sorted((learned, failed, left_lying), key=lambda each: -risk_today(each, DAY_END))
    assert by_risk == [left_lying, learned, failed]


@dataclass
class Plainly:
    """The same by sorting everything each time; a card in no line is not in `known`."""

    known: dict[str, Memory | None] = field(default_factory=dict)
    now: int = NOW

    def line(self, line: Line) -> list[str]:
        keyed = []
        for rank, card in enumerate(CARDS):
            if card not in self.known:
                continue
            memory = self.known[card]
            if memory is None:
                stands, key = Line.NEW, 0.0
            elif is_due(memory, self.now, DAY_END):
                stands, key = Line.DUE, -risk_today(memory, DAY_END)
            else:
                stands, key = Line.WAITING, float(memory.due_ms)
            if stands is line:
                keyed.append((key, rank, card))
        return [card for _, _, card in sorted(keyed)]

    def put(self, card: str, memory: Memory | None) -> None:
        self.known[card] = memory

    def advance(self, now: int) -> None:
        self.now = now


steps = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(CARDS), st.one_of(st.none(), memories)),
    st.tuples(st.just("drop"), st.sampled_from(CARDS), st.none()),
    st.tuples(st.just("advance"), st.integers(0, 3_600_000), st.none()),
)


def queue_of() -> Queue:
    queue = Queue(NOW, DAY_END)
    for rank, card in enumerate(CARDS):
        queue.add(card, (0, rank))
    return queue


def cards_in(queue: Queue, line: Line) -> list[str]:
    return [card for _, _, card in queue.line(line)]


@given(st.lists(steps, max_size=40))
def test_each_line_is_what_sorting_would_give(
    taken: list[tuple[str, str | int, Memory | None]],
) -> None:
    queue, plainly = queue_of(), Plainly()
    for what, which, memory in taken:
        if isinstance(which, int):
            plainly.advance(plainly.now + which)
            queue.advance(plainly.now)
        elif what == "put":
            plainly.put(which, memory)
            queue.put(which, memory)
        else:
            plainly.known.pop(which, None)
            queue.drop(which)
        for line in Line:
            expected = plainly.line(line)
            assert queue.length(line) == len(expected)
            assert queue.first(line) == next(iter(expected), None)
            assert cards_in(queue, line) == expected


def test_a_card_waits_until_its_time_comes() -> None:
    queue = queue_of()
    soon = Memory(1, 0, 1.0, 5.0, NOW + 60_000, NOW)
    queue.put("a", soon)
    assert (cards_in(queue, Line.WAITING), queue.first(Line.DUE)) == (["a"], None)
    queue.advance(NOW + 60_000)
    assert (cards_in(queue, Line.WAITING), queue.first(Line.DUE)) == ([], "a")


def test_whether_a_card_was_added_can_be_asked() -> None:
    queue = queue_of()
    assert "a" in queue
    assert "z" not in queue
