"""The workflow runs the README's commands on every system and Python that we mean to support."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import setup_environment

ROOT = setup_environment.ROOT


@pytest.fixture
def jobs() -> dict[str, Any]:
    text = (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return loaded


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("job", ["linux", "without-make"])
def test_the_oldest_and_the_newest_python_are_tried(jobs: dict[str, Any], job: str) -> None:
    assert jobs[job]["strategy"]["matrix"]["python"] == ["3.11", "3.14"]


def test_windows_and_macos_are_tried(jobs: dict[str, Any]) -> None:
    systems = jobs["without-make"]["strategy"]["matrix"]["system"]
    assert [system.split("-")[0] for system in systems] == ["windows", "macos"]


def test_every_system_without_make_knows_where_its_python_is(jobs: dict[str, Any]) -> None:
    matrix = jobs["without-make"]["strategy"]["matrix"]
    assert {row["system"] for row in matrix["include"]} == set(matrix["system"])


def test_the_bare_machine_runs_what_a_person_runs(jobs: dict[str, Any]) -> None:
    assert commands(jobs["bare-debian"])[1:] == [".ci/run", "make run"]


def test_every_script_that_it_names_is_there(jobs: dict[str, Any]) -> None:
    words = [word for job in jobs.values() for line in commands(job) for word in line.split()]
    scripts = [Path(word.rstrip(")")) for word in words if word.startswith(("scripts/", ".ci/"))]
    assert scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
