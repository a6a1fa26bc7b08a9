"""The table of decks says of each card what `memory` and `queue` in `domain.schedule` say."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.memory import DAY_MS, Memory, is_due, is_recalled
from studyapp.domain.schedule.new_order import Row
from studyapp.domain.schedule.queue import risk_today
from studyapp.domain.schedule.siblings import Kin
from studyapp.store.lines import CourseLines, Day, Found, laid_out, states_in
from studyapp.store.progress import Progress, open_progress
from tests.clocks import NOON, StandingClock

DAY = Day(NOON, NOON + 6 * 3_600_000)
NAMES = [f"c/question/q{number}" for number in range(8)]
CARDS = [f"{name}#answer" for name in NAMES]
KEPT = "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?, ?)"

moments = st.integers(NOON - 100 * DAY_MS, NOON + 3 * DAY_MS)
stabilities = st.floats(0.01, 1000)
answered = st.builds(
    Memory, st.integers(1, 3), st.none(), stabilities, st.just(5.0), moments, moments
)
called_in = st.builds(Memory, st.just(1), st.just(0), st.none(), st.none(), moments, st.none())
known = st.dictionaries(st.sampled_from(CARDS), st.one_of(answered, called_in))
once = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)


def rows() -> Iterator[tuple[Row, Kin]]:
    for number, name in enumerate(NAMES):
        yield Row(name, "answer", f"t{number % 2}"), Kin(frozenset((name,)), frozenset("p"))


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    with closing(open_progress(tmp_path / "progress.db", StandingClock(), "here")) as opened:
        yield opened


def keep(progress: Progress, memories: dict[str, Memory]) -> CourseLines:
    connection = progress._connection
    connection.execute("DELETE FROM memory")
    connection.executemany(KEPT, [(card, *memory) for card, memory in memories.items()])
    return progress.lines("c", "first", rows)


def ids(found: list[Found]) -> list[str]:
    return [each.place.card.id for each in found]


def claim_a_later_answer(progress: Progress) -> None:
    """Log something as if the clock were a week ahead."""
    clock = progress._clock
    assert isinstance(clock, StandingClock)
    clock.forward(days=7)
    progress.append(NewEntry("note", "c/topic/t", {}))
    clock.forward(days=-7)


@once
@given(known)
def test_what_is_due_and_how_much_at_risk_is_told_alike(
    progress: Progress, memories: dict[str, Memory]
) -> None:
    if any((memory.last_ms or 0) > NOON + DAY_MS for memory in memories.values()):
        claim_a_later_answer(progress)
    lines = keep(progress, memories)
    due = [card for card in CARDS if card in memories and is_due(memories[card], *DAY)]
    due.sort(key=lambda card: (-risk_today(memories[card], DAY.day_end), CARDS.index(card)))
    new = [card for card in CARDS if card not in memories]
    assert lines.count(None, DAY) == (len(due), len(new))
    assert ids(lines.due(None, DAY, 5)) == due[:5]
    assert ids(lines.new(None, 3)) == new[:3]
    assert {each.place.card.id: each.memory for each in lines.of(CARDS)} == {
        card: memories.get(card) for card in CARDS
    }


@once
@given(known)
def test_topics_are_counted_alike(progress: Progress, memories: dict[str, Memory]) -> None:
    claim_a_later_answer(progress)
    lines = keep(progress, memories)
    here = set(CARDS[1::2])
    due = {card for card in here if card in memories and is_due(memories[card], *DAY)}
    recalled = {card for card in here if card in memories and is_recalled(memories[card], *DAY)}
    assert lines.count({"t1"}, DAY) == (len(due), len(here - memories.keys()))
    assert lines.asked()["t1"] == len(here)
    assert lines.recalled(DAY).get("t1", 0) == len(recalled)


@once
@given(known)
def test_what_waits_is_told_alike(progress: Progress, memories: dict[str, Memory]) -> None:
    claim_a_later_answer(progress)
    lines = keep(progress, memories)
    waits = {card for card, memory in memories.items() if not is_due(memory, *DAY)}
    until = NOON + DAY_MS
    soon = {card for card in waits if memories[card].due_ms < until}
    assert set(ids(lines.waiting(None, DAY, until))) == soon
    times = [memories[card].due_ms for card in waits]
    found = [each.memory.due_ms for each in lines.next_waiting(None, DAY, 1) if each.memory]
    assert min(found, default=None) == min(times, default=None)


def test_an_answer_is_in_the_table_at_once_and_out_when_it_is_taken_back(
    progress: Progress,
) -> None:
    lines = keep(progress, {})
    [entry] = progress.append(NewEntry(REVIEW, CARDS[3], {}, 4))
    [found] = lines.of((CARDS[3],))
    assert found.memory == progress.memory(CARDS[3]) is not None
    assert progress.changes_after(0) == [((CARDS[3], None, found.memory),)]
    progress.append(NewEntry("retract", entry.key))
    assert [each.memory for each in lines.of((CARDS[3],))] == [None]


def test_another_edition_fills_the_table_anew_and_the_same_one_does_not(
    progress: Progress,
) -> None:
    keep(progress, {})
    progress.append(NewEntry(REVIEW, CARDS[0], {}, 4))
    shorter = progress.lines("c", "second", lambda: list(rows())[:2])
    assert shorter.count(None, DAY) == (0, 1)
    assert progress.lines("c", "second", list).count(None, DAY) == (0, 1)


def test_who_only_reads_fills_a_table_aside(progress: Progress, tmp_path: Path) -> None:
    keep(progress, {})
    progress.append(NewEntry(REVIEW, CARDS[0], {}, 4))
    path = tmp_path / "progress.db"
    with closing(open_progress(path, StandingClock(), "here", read_only=True)) as looking:
        other = looking.lines("c", "second", lambda: list(rows())[:3])
        assert other.count(None, DAY) == (0, 2)
    assert keep(progress, {}).count(None, DAY) == (0, 8)


def test_a_card_keeps_its_kin(progress: Progress) -> None:
    kin = Kin(frozenset("a"), frozenset("b"), frozenset("c"), "d")
    row = Row(NAMES[0], "answer", "t")
    [found] = progress.lines("c", "first", lambda: [(row, kin)]).of((CARDS[0],))
    assert found.place.kin == kin


def test_a_filling_that_is_left_half_way_is_begun_anew(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(progress, {})
    monkeypatch.setattr("studyapp.store.lines._STEP", 2)
    rows_of_second = laid_out("c", rows())
    steps = progress.filling("c", "second", rows_of_second)
    shares = [next(steps) for _ in range(6)]
    del steps
    assert shares == [0, 0, 0, 0, 0, 0.25]
    assert not progress.has_lines("c", "first")
    assert not progress.has_lines("c", "second")
    assert progress.lines("c", "second", rows).count(None, DAY) == (0, 8)


def test_an_answer_between_two_steps_of_a_filling_is_in_the_table(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.store.lines._STEP", 4)
    for share in progress.filling("c", "first", laid_out("c", rows())):
        if share:
            progress.append(*(NewEntry(REVIEW, card, {}, 4) for card in (CARDS[0], CARDS[7])))
    lines = progress.lines("c", "first", list)
    found = {each.place.card.id: each.memory for each in lines.of(CARDS)}
    assert {card for card, memory in found.items() if memory} == {CARDS[0], CARDS[7]}


def test_a_card_that_stands_otherwise_in_the_table_than_in_the_memories_is_named(
    progress: Progress,
) -> None:
    keep(progress, {})
    progress.append(*(NewEntry(REVIEW, card, {}, 3) for card in CARDS[:3]))
    assert progress.verify() == ()
    progress._connection.execute("UPDATE deck SET stability = 9 WHERE card = ?", (CARDS[1],))
    progress._connection.execute("UPDATE deck SET due_ms = 9 WHERE card = ?", (CARDS[5],))
    faults = progress.verify()
    assert [fault.values["key"] for fault in faults] == [CARDS[1], CARDS[5]]


@once
@given(known)
def test_how_all_cards_stand_is_told_alike_by_a_connection_of_its_own(
    progress: Progress, memories: dict[str, Memory]
) -> None:
    states = keep(progress, memories).states()
    assert states_in(progress.path, "c") == states
    assert [each.card for each in states] == CARDS
    for _, card, topic, is_known, stability, difficulty, last_ms in states:
        memory = memories.get(card)
        assert topic == f"t{CARDS.index(card) % 2}"
        assert bool(is_known) == (memory is not None)
        held = (memory.stability, memory.difficulty, memory.last_ms) if memory else (None,) * 3
        assert (stability, difficulty, last_ms) == held


def test_what_waits_for_a_mistake_stands_only_once_it_was_called_in(progress: Progress) -> None:
    trap = "c/distractor/d#does"
    made = [(Row("c/distractor/d", "does", "t0"), Kin(frozenset("d")))]
    lines = progress.lines("c", "traps", lambda: made)
    assert lines.states() == []
    memory = Memory(1, 0, None, None, NOON, None)
    progress._connection.execute(KEPT, (trap, *memory))
    assert [each.card for each in lines.states()] == [trap]
