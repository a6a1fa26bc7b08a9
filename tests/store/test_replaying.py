"""All memories from the log: by other parameters, beside a window that goes on, and stopped."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.domain.log import FINDING, RETRACT, REVIEW, LogEntry, NewEntry
from studyapp.domain.messages import N_
from studyapp.domain.schedule.memory import DAY_MS, Memory
from studyapp.domain.schedule.parameters import PARAMETERS, USUAL, Parameters
from studyapp.domain.schedule.plan import PLAN
from studyapp.errors import StoppedError
from studyapp.store import progress as progress_module
from studyapp.store.log_rows import INSERT, checksum, to_row
from studyapp.store.progress import Progress, open_progress
from studyapp.store.replaying import replay_file, reviews_of_file
from tests.clocks import StandingClock

ONE, OTHER = "c/question/a#answer", "c/question/b#answer"
FITTED = [0.5, *USUAL[1:]]
QUIET = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def progress(path: Path, clock: StandingClock) -> Iterator[Progress]:
    with closing(open_progress(path, clock, "here")) as opened:
        study(opened, clock, ONE, 3, 3, 3, 3)
        study(opened, clock, OTHER, 1, 3)
        yield opened


@pytest.fixture
def long_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every log for one whose replay would be noticed."""
    monkeypatch.setattr(progress_module, "_FEW_ENTRIES", 0)


def study(progress: Progress, clock: StandingClock, card: str, *ratings: int) -> None:
    for rating in ratings:
        progress.append(NewEntry(REVIEW, card, {}, rating))
        memory = progress.memory(card)
        assert memory is not None
        clock.ms = max(clock.ms, memory.due_ms)


def nothing(_share: float) -> None:
    """Listen to nothing."""


def retain(share: float) -> NewEntry:
    return NewEntry(PLAN, "", {"retention": share})


@given(
    st.tuples(
        *(st.text(max_size=20) for _ in range(2)),
        st.none() | st.integers(-(2**63), 2**63 - 1),
        st.none() | st.floats(allow_nan=False, allow_infinity=False),
    )
)
def test_the_checksum_is_that_of_the_values_as_json(parts: tuple[str, str, int, float]) -> None:
    one, other, whole, share = parts
    row = (one, 1, 2**62, -5, 60, other, 1, one + other, whole, share, whole, other)
    assert checksum(row) == zlib.crc32(json.dumps(row).encode())


def test_another_retention_moves_the_due_day_of_every_card_and_back(progress: Progress) -> None:
    before = progress.memories()
    progress.append(retain(0.8))
    later = progress.memories()
    assert later[ONE].due_ms > before[ONE].due_ms
    assert later[ONE]._replace(due_ms=0) == before[ONE]._replace(due_ms=0)
    assert not progress.behind
    progress.append(retain(0.9))
    assert progress.memories() == before


def test_other_weights_change_what_is_known_and_taken_back_they_do_not(progress: Progress) -> None:
    before = progress.memories()
    [fitted] = progress.append(NewEntry(PARAMETERS, "", {"weights": FITTED}))
    assert progress.parameters == Parameters(tuple(FITTED), 0.9)
    assert progress.memories()[OTHER].stability != before[OTHER].stability
    assert progress.verify() == ()
    progress.append(NewEntry(RETRACT, fitted.key))
    assert progress.memories() == before


def test_the_next_answer_is_planned_by_the_new_parameters(
    progress: Progress, clock: StandingClock
) -> None:
    progress.append(retain(0.75))
    study(progress, clock, ONE, 3)
    assert progress.memories() == progress._memories.from_log()


def test_a_plan_that_leaves_the_retention_makes_nothing_anew(
    progress: Progress, long_log: None
) -> None:
    progress.append(NewEntry(PLAN, "", {"new_a_day": 3}), retain(0.9))
    assert not progress.behind


def test_a_file_with_the_usual_parameters_keeps_the_stamp_of_older_programs(
    progress: Progress, path: Path
) -> None:
    logged = len(progress.entries())
    with closing(sqlite3.connect(path)) as other:
        [(stamp,)] = other.execute("SELECT value FROM meta WHERE key = 'remembered'")
    assert stamp == f"1 {logged}"


def test_after_an_older_program_the_memories_are_made_anew(
    path: Path, progress: Progress, clock: StandingClock
) -> None:
    progress.append(retain(0.8))
    right, logged = progress.memories(), len(progress.entries())
    progress.close()
    with closing(sqlite3.connect(path)) as older:
        older.execute("UPDATE memory SET due_ms = due_ms - 1")
        older.execute("UPDATE meta SET value = ? WHERE key = 'remembered'", (f"1 {logged}",))
        older.commit()
    with closing(open_progress(path, clock, "here")) as again:
        assert again.memories() == right


def test_a_long_log_is_left_behind_until_it_is_replayed_beside(
    progress: Progress, path: Path, long_log: None
) -> None:
    before = progress.memories()
    progress.append(retain(0.8))
    assert progress.behind
    assert progress.memories() == before
    assert [*progress.taking(replay_file(path, nothing))] == [0.0]
    assert progress.memories() == progress._memories.from_log() != before
    assert progress.verify() == ()


def test_what_is_answered_while_the_log_is_replayed_counts_once(
    progress: Progress, path: Path, clock: StandingClock, long_log: None
) -> None:
    progress.append(retain(0.8))
    replayed = replay_file(path, nothing)
    study(progress, clock, ONE, 1, 3)
    steps = progress.taking(replayed)
    next(steps)
    study(progress, clock, OTHER, 3)
    [undone] = progress.append(NewEntry(REVIEW, ONE, {}, 1))
    progress.append(NewEntry(RETRACT, undone.key))
    assert [*steps] == []
    assert not progress.behind
    assert progress.memories() == progress._memories.from_log()


def test_parameters_that_change_while_the_log_is_replayed_leave_it_behind(
    progress: Progress, path: Path, long_log: None
) -> None:
    progress.append(retain(0.8))
    replayed = replay_file(path, nothing)
    progress.append(retain(0.7))
    assert [*progress.taking(replayed)]
    assert progress.behind
    assert [*progress.taking(replay_file(path, nothing))]
    assert progress.verify() == ()


def test_a_replay_that_was_half_taken_in_is_done_again(
    progress: Progress, path: Path, clock: StandingClock, long_log: None
) -> None:
    progress.append(retain(0.8))
    next(progress.taking(replay_file(path, nothing)))
    progress.close()
    with closing(open_progress(path, clock, "here", patient=False)) as again:
        assert again.behind
        again.catch_up()
        assert (again.behind, again.verify()) == (False, ())


def test_who_only_reads_has_it_made_anew_and_leaves_the_file(
    progress: Progress, path: Path, clock: StandingClock, long_log: None
) -> None:
    progress.append(retain(0.8))
    progress.close()
    before = path.read_bytes()
    looking = open_progress(path, clock, "here", read_only=True, patient=False)
    with closing(looking):
        assert looking.behind
        assert looking.verify() == ()
        assert looking.memories() == looking._memories.from_log()
    assert path.read_bytes() == before


def test_memories_are_replayed_in_the_order_in_which_they_are_written(progress: Progress) -> None:
    names = ("d", "a", "c", "b")
    progress.append(*(NewEntry(REVIEW, f"c/link/{name}#why", {}, 3) for name in names))
    replayed = replay_file(progress.path, lambda _share: None)
    assert list(replayed.memories) == sorted(replayed.memories)


def test_a_replay_says_how_far_it_is_and_stops_when_it_is_told_to(
    progress: Progress, path: Path
) -> None:
    shares: list[float] = []
    replay_file(path, shares.append)
    assert shares[0] == 0
    assert shares == sorted(shares)

    def stop(_share: float) -> None:
        raise StoppedError(N_("It was stopped; nothing has changed."))

    with pytest.raises(StoppedError):
        replay_file(path, stop)


def test_what_is_damaged_taken_back_or_newer_is_not_replayed(
    progress: Progress, path: Path, clock: StandingClock
) -> None:
    right = progress.memories()
    [gone] = progress.append(NewEntry(REVIEW, ONE, {}, 1))
    progress.append(NewEntry(RETRACT, gone.key))
    progress.append(NewEntry("practice", ONE, {}, 1), NewEntry(REVIEW, OTHER, {}, 9))
    last = progress.entries()[-1].clock
    newer = LogEntry("ffff", 1, last, 1, 0, REVIEW, 2, ONE, 1, None, None, {})
    damaged = to_row(newer._replace(seq=2, version=1))
    progress._connection.execute(INSERT, to_row(newer))
    progress._connection.execute(INSERT, (*damaged[:-1], damaged[-1] + 1))
    assert replay_file(path, nothing).memories == right
    assert len(reviews_of_file(path, nothing)[0]) == 6


HISTORY = st.lists(
    st.tuples(
        st.sampled_from([ONE, OTHER]),
        st.integers(0, 5),
        st.integers(-DAY_MS, 40 * DAY_MS),
    ),
    max_size=20,
)


def entries_of(device: str, history: list[tuple[str, int, int]]) -> list[LogEntry]:
    """Return a device's log: reviews, findings (rating 0) and undo of the entry before (5)."""
    entries: list[LogEntry] = []
    at_ms, clock = StandingClock().ms, 1
    for seq, (card, rating, pause) in enumerate(history, 1):
        at_ms, clock = at_ms + pause, clock + 2
        kind, subject = FINDING if rating == 0 else REVIEW, card
        if rating == 5 and entries:
            kind, subject = RETRACT, entries[-1].key
        number = rating if kind == REVIEW else None
        entries.append(
            LogEntry(device, seq, clock, at_ms, 0, kind, 1, subject, number, None, None, {})
        )
    return entries


@QUIET
@given(HISTORY, HISTORY)
def test_two_logs_give_the_same_memories_whatever_order_they_are_joined_in(
    tmp_path_factory: pytest.TempPathFactory,
    one: list[tuple[str, int, int]],
    other: list[tuple[str, int, int]],
) -> None:
    entries = [*entries_of("aaaa", one), *entries_of("bbbb", other)]
    found: list[dict[str, Memory]] = []
    for order in (entries, entries[::-1]):
        path = tmp_path_factory.mktemp("joined") / "progress.db"
        open_progress(path, StandingClock(), "here").close()
        with closing(sqlite3.connect(path)) as connection:
            connection.executemany(INSERT, map(to_row, order))
            connection.commit()
        with closing(open_progress(path, StandingClock(), "here")) as joined:
            assert joined.verify() == ()
            found.append(joined.memories())
    assert found[0] == found[1]
