"""How cards stand by SQL is how they stand by the rules of the domain."""

from contextlib import closing
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.progress.state import State
from studyapp.domain.schedule.memory import DAY_MS, Memory, is_due, is_recalled
from studyapp.store.progress import open_progress
from tests.clocks import NOON, StandingClock

DAY_END = NOON + 5 * 3_600_000
TIMES = st.sampled_from(
    [NOON + at for at in (-3 * DAY_MS, -1, 0, 1, 3_600_000, DAY_MS, DAY_MS + 1, 9 * DAY_MS)]
    + [DAY_END - 1, DAY_END, DAY_END + DAY_MS]
)
MEMORIES = st.builds(
    Memory,
    st.sampled_from([1, 2, 3]),
    st.none(),
    st.just(5.0),
    st.just(5.0),
    TIMES,
    st.one_of(st.none(), TIMES),
)


def by_the_rules(card: str, memory: Memory) -> tuple[State, int]:
    due, recalled = (rule(memory, NOON, DAY_END) for rule in (is_due, is_recalled))
    is_later = not due and not recalled and memory.phase != 2 and memory.due_ms < DAY_END
    state = State.RECALLED * recalled + State.DUE * due + State.LATER * is_later
    return State(state + State.TRAP * card.endswith("#does")), memory.due_ms - DAY_END + DAY_MS


@given(st.lists(MEMORIES, min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_every_card_stands_as_the_rules_say(
    tmp_path_factory: object, memories: list[Memory]
) -> None:
    folder: Path = tmp_path_factory.mktemp("standings")  # type: ignore[attr-defined]
    held = {f"c/link/{at}#{('why', 'does')[at % 2]}": each for at, each in enumerate(memories)}
    with closing(open_progress(folder / "progress.db", StandingClock(), "here")) as progress:
        rows = ((card, *memory) for card, memory in held.items())
        progress._connection.executemany(
            "INSERT INTO memory (card, phase, step, stability, difficulty, due_ms, last_ms)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        found = {card: (state, day) for card, state, day in progress.standings(NOON, DAY_END)}
    for card, memory in held.items():
        state, since_ms = by_the_rules(card, memory)
        assert found[card][0] == state, (card, memory)
        assert max(0, found[card][1]) == max(0, since_ms // DAY_MS)
