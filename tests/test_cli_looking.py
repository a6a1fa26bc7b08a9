"""`studyapp search`: what it prints, and what it does not take."""

from pathlib import Path

import pytest

from studyapp.cli import run_command
from studyapp.domain.course import Course
from tests.builders import course, heading, paragraph, term, topic
from tests.packs import written


def found(capsys: pytest.CaptureFixture[str], tmp_path: Path, what: Course) -> list[str]:
    """Return the lines that name the hits for “port” in a course."""
    pack = written(what, tmp_path / "a.studypack")
    assert run_command(["search", "port", "--pack", str(pack)]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]


def test_hits_of_the_same_title_are_told_apart_by_their_topic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topics = [
        topic(title, heading("Ports", topic=title), paragraph(f"A port, {title}.", title))
        for title in ("1945", "1950")
    ]
    lines = found(capsys, tmp_path, course(*topics))
    assert sorted(set(lines)) == ["passage: Ports (1945)", "passage: Ports (1950)"]


def test_a_topic_is_not_said_to_be_in_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = found(capsys, tmp_path, course(topic("Ports")))
    assert lines == ["topic: Ports", "passage: Ports"]


def test_a_term_of_the_whole_course_is_in_no_topic(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = found(capsys, tmp_path, course(topic("A"), term("Port Arthur", topic=None)))
    assert lines == ["term: Port Arthur"]


@pytest.mark.parametrize("limit", ["0", "-3", "many", "1.5"])
def test_a_limit_below_one_is_a_mistake_of_usage(
    limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(["search", "port", "--limit", limit])
    assert left.value.code == 2
    assert f"“{limit}” is not a number from 1 up" in capsys.readouterr().err
