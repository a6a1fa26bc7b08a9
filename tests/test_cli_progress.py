"""`studyapp progress verify`: what it says of sound and of spoilt progress."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.cli import run_command
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.parameters import Parameters
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock
from tests.services.study.test_fitting import logged
from tests.students import FORGETFUL, reviews

CARD = "c/question/a#answer"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "progress.db"
    with closing(open_progress(path, StandingClock(), "here")) as progress:
        for rating in (3, 1, 4):
            progress.append(NewEntry(REVIEW, CARD, {"given": "x"}, rating))
    return path


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER log_keeps_UPDATE")
        connection.execute(statement)
        connection.commit()


def verified(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = run_command(["progress", "verify", str(path)])
    said = capsys.readouterr()
    return status, said.out.strip(), said.err.strip()


def test_sound_progress_is_said_to_follow_from_its_log(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    said = f"“{file}”: 3 entries, 1 cards; all follows from the log."
    assert verified(file, capsys) == (0, said, "")
    assert file.read_bytes() == before


def test_this_persons_progress_is_verified_without_a_name(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDYAPP_HOME", str(file.parent))
    assert run_command(["progress", "verify"]) == 0
    assert "3 entries" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ('UPDATE log SET payload = \'{"given": "y"}\' WHERE seq = 2', "is damaged and not used"),
        ("UPDATE memory SET stability = stability + 1", f"of the card {CARD} does not follow"),
        ("DELETE FROM memory", f"of the card {CARD} does not follow"),
    ],
)
def test_what_does_not_follow_is_named(
    file: Path, capsys: pytest.CaptureFixture[str], statement: str, said: str
) -> None:
    spoil(file, statement)
    status, out, err = verified(file, capsys)
    assert (status, err) == (1, "")
    assert said in out


@pytest.mark.parametrize("content", [None, b"no database", b""])
def test_what_is_no_progress_file_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    status, out, err = verified(path, capsys)
    assert (status, out) == (1, "")
    assert err.startswith("studyapp: ")
    assert "other.db" in err
    assert len(err.splitlines()) == 1


def test_progress_needs_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(["progress"])
    assert left.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """Progress of a student who forgets faster than most."""
    return logged(tmp_path / "years.db", reviews(FORGETFUL, 350, 8))


def test_a_schedule_is_fitted_and_nothing_is_kept_unless_it_is_wanted(
    years: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = years.read_bytes()
    assert run_command(["progress", "optimise", str(years)]) == 0
    assert "% nearer." in capsys.readouterr().out
    assert years.read_bytes() == before


def test_a_schedule_that_is_kept_is_what_verify_goes_by(
    years: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["progress", "optimise", str(years), "--keep"]) == 0
    assert "used from now on" in capsys.readouterr().out
    with closing(open_progress(years, StandingClock(), "here", read_only=True)) as progress:
        assert progress.parameters != Parameters()
    status, out, _ = verified(years, capsys)
    assert (status, out.endswith("all follows from the log.")) == (0, True)
    spoil(years, "UPDATE memory SET stability = stability * 2 WHERE card LIKE '%q7#%'")
    status, out, _ = verified(years, capsys)
    assert (status, out.count("does not follow")) == (1, 1)


def test_too_few_answers_are_said_in_one_line(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["progress", "optimise", str(file)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("studyapp: It takes 400 answers")
    assert len(said.err.splitlines()) == 1
