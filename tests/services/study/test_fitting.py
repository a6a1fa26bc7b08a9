"""Fitting the schedule by a student's own file."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.log import REVIEW, LogEntry
from studyapp.domain.messages import N_, say
from studyapp.domain.schedule.fitting import FEWEST, Fit
from studyapp.domain.schedule.parameters import USUAL
from studyapp.errors import PlanError, StoppedError
from studyapp.services.study.fitting import fit_file, verdict
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock
from tests.students import FORGETFUL, reviews


def logged(path: Path, answers: Iterable[tuple[str, int, int]]) -> Path:
    """Make a progress file whose log has these answers."""
    open_progress(path, StandingClock(), "here").close()
    with closing(sqlite3.connect(path)) as connection:
        for seq, (card, rating, at_ms) in enumerate(answers, 1):
            place = ("aaaa", seq, at_ms << 16, at_ms, 0)
            entry = LogEntry(*place, REVIEW, 1, card, rating, None, None, {})
            connection.execute(INSERT, to_row(entry))
        connection.commit()
    return path


def nothing(_share: float) -> None:
    """Listen to nothing."""


def test_a_students_file_is_fitted_and_left_as_it_is(tmp_path: Path) -> None:
    path, shares = logged(tmp_path / "p.db", reviews(FORGETFUL, 350, 8)), list[float]()
    before = path.read_bytes()
    found = fit_file(path, shares.append)
    assert found.helps
    assert (shares[0], shares[-1]) == (0, 1)
    assert shares == sorted(shares)
    assert path.read_bytes() == before


def test_too_few_answers_are_said_with_their_number(tmp_path: Path) -> None:
    path = logged(tmp_path / "p.db", reviews(FORGETFUL, 20, 8))
    with pytest.raises(PlanError, match=f"takes {FEWEST} answers .* There are 140 so far"):
        fit_file(path, nothing)


def test_a_file_without_answers_has_too_few(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="There are 0 so far"):
        fit_file(logged(tmp_path / "p.db", ()), nothing)


def test_fitting_stops_when_it_is_told_to(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError(N_("It was stopped; nothing has changed."))

    with pytest.raises(StoppedError):
        fit_file(logged(tmp_path / "p.db", reviews(FORGETFUL, 200, 8)), stop)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (0.376, "of your last 400 answers is 6.0 % nearer."),
        (0.3, "of your last 400 answers is 25 % nearer."),
        (0.4, "no better than by chance. The schedule stays as it is."),
        (0.5, "no better than by chance. The schedule stays as it is."),
    ],
)
def test_what_is_gained_is_said_in_a_sentence(after: float, said: str) -> None:
    assert say(verdict(Fit(USUAL, 0.4, after, 400))).endswith(said)
