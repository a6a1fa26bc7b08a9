"""How far a topic is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.progress.knowledge import Knowledge, Level, together

COUNTS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)
KNOWN = st.tuples(COUNTS, COUNTS, COUNTS).map(
    lambda pairs: Knowledge(*(count for done, of in pairs for count in (of, done)))
)


@pytest.mark.parametrize(
    ("known", "level"),
    [
        (Knowledge(), Level.NOTHING),
        (Knowledge(1, 0, 4, 0, 10, 0), Level.NOTHING),
        (Knowledge(1, 0, 4, 0, 10, 1), Level.LITTLE),
        (Knowledge(1, 1, 4, 0, 10, 0), Level.HALF),
        (Knowledge(1, 1, 4, 4, 10, 9), Level.MUCH),
        (Knowledge(1, 1, 4, 4, 10, 10), Level.ALL),
        (Knowledge(1, 1), Level.ALL),
        (Knowledge(0, 0, 0, 0, 10, 10), Level.ALL),
    ],
)
def test_reading_sorting_and_recalling_count_alike(known: Knowledge, level: Level) -> None:
    assert known.level is level


@given(st.lists(KNOWN, max_size=5))
def test_topics_together_are_all_known_only_if_each_is(parts: list[Knowledge]) -> None:
    every = [part for part in parts if any(part)]
    whole = together(parts)
    assert whole.cards == sum(part.cards for part in parts)
    if every:
        assert (whole.level is Level.ALL) == all(part.level is Level.ALL for part in every)
        assert (whole.level is Level.NOTHING) == all(part.level is Level.NOTHING for part in every)
