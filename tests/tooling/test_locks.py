"""The locks pin what pyproject.toml asks for, with hashes, and name no machine."""

import re
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import setup_environment

ROOT = setup_environment.ROOT
LOCKS = sorted(setup_environment.LOCKS.values())
PIN = re.compile(r"^([\w.-]+)==([\w.]+)(?: ; .*)? \\$", re.MULTILINE)


def text(lock: str) -> str:
    return (ROOT / "requirements" / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall(text(lock)))


def asked_for(lock: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    group = project["dependency-groups"].get(lock.removesuffix(".txt"), [])
    return [Requirement(line) for line in [*project["project"]["dependencies"], *group]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_within_its_range(lock: str) -> None:
    pinned = pins(lock)
    for wanted in asked_for(lock):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), wanted


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", text(lock), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_host_or_a_folder(lock: str) -> None:
    assert not re.search(r"://|index-url|find-links|(^|\s)/", text(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_agree_with_one_another(lock: str) -> None:
    pinned = pins(lock)
    assert {name: pinned[name] for name in pins("run.txt")} == pins("run.txt")


def test_every_library_that_the_program_asks_for_is_imported_somewhere() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "studyapp").rglob("*.py")]
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", "\n".join(sources), re.MULTILINE))
    known = packages_distributions()
    used = {canonicalize_name(name) for module in imported for name in known.get(module, [])}
    assert {canonicalize_name(wanted.name) for wanted in asked_for("run.txt")} - used == set()
