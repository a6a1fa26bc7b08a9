"""A progress file of its own for each test, and a clock that stands still."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def progress(tmp_path: Path, clock: StandingClock) -> Iterator[Progress]:
    with closing(open_progress(tmp_path / "progress.db", clock, "here")) as opened:
        yield opened
