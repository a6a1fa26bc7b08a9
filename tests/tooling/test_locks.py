"""The locks pin what pyproject.toml asks for, with hashes, and name no machine."""

import re
import tomllib

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
