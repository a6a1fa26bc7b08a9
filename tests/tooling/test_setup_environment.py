import os
import subprocess
import sys
from pathlib import Path

import pytest

import setup_environment
import system_packages
from setup_environment import (
    fingerprint,
    is_stamped,
    needs_building,
    platform_plugins,
    python_problem,
    qt_lacks,
    venv_python,
    venv_works,
    write_stamp,
)
from system_packages import SetupError

NO_EGL = "ImportError: libEGL.so.1: cannot open shared object file: No such file or directory"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "one.md").write_text("# One")
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "notes.db"
    path.write_bytes(b"pack")
    return path


def test_an_old_python_is_told_which_one_is_needed() -> None:
    assert "Python 3.11 or newer is needed; this is 3.9.2" in (python_problem((3, 9, 2)) or "")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1)])
def test_a_supported_python_is_no_problem(version: tuple[int, ...]) -> None:
    assert python_problem(version) is None


def test_the_scripts_can_be_read_by_an_old_python() -> None:
    for script in (setup_environment.ROOT / "scripts").glob("*.py"):
        compile_for_old_python(script)


def compile_for_old_python(script: Path) -> None:
    import ast

    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_environment_of_an_old_python_is_made_anew(tmp_path: Path) -> None:
    venv = a_venv(tmp_path, "3.9.2")
    assert not venv_works(venv)


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    venv = a_venv(tmp_path, "3.12.1")
    venv_python(venv).unlink()
    assert not venv_works(venv)


def test_an_environment_that_works_is_kept(tmp_path: Path) -> None:
    assert venv_works(a_venv(tmp_path, "3.12.1"))


def a_venv(folder: Path, version: str) -> Path:
    python = venv_python(folder)
    python.parent.mkdir(parents=True)
    python.write_text("")
    (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n")
    return folder


def test_a_step_that_was_stamped_is_not_done_again(tmp_path: Path) -> None:
    stamp = tmp_path / "deep" / "stamp.txt"
    assert not is_stamped(stamp, "abc")
    write_stamp(stamp, "abc")
    assert is_stamped(stamp, "abc")
    assert not is_stamped(stamp, "another")


def test_the_lock_is_installed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("fsrs==6.0.0\n")
    commands = record_commands(monkeypatch)
    setup_environment.ensure_dependencies(tmp_path, lock)
    setup_environment.ensure_dependencies(tmp_path, lock)
    assert len(commands) == 1
    assert "--require-hashes" in commands[0]


def test_a_changed_lock_is_installed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "run.txt"
    commands = record_commands(monkeypatch)
    for text in ("fsrs==6.0.0\n", "fsrs==6.1.0\n"):
        lock.write_text(text)
        setup_environment.ensure_dependencies(tmp_path, lock)
    assert len(commands) == 2


def test_an_installation_that_failed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("fsrs==6.0.0\n")
    commands = record_commands(monkeypatch, status=1)
    for _ in range(2):
        with pytest.raises(SetupError, match="could not be installed"):
            setup_environment.ensure_dependencies(tmp_path, lock)
    assert len(commands) == 2


def record_commands(monkeypatch: pytest.MonkeyPatch, status: int = 0) -> list[tuple[str, ...]]:
    commands: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], **_: object) -> object:
        commands.append(command)
        return subprocess.CompletedProcess(command, status)

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_a_missing_pack_is_built(course: Path, tmp_path: Path) -> None:
    assert needs_building(tmp_path / "none.db", list(course.iterdir()), tmp_path / "stamp", "a")


def test_a_fresh_clone_keeps_the_pack_that_came_with_it(
    course: Path, pack: Path, tmp_path: Path
) -> None:
    set_age(course / "one.md", seconds_after=pack, seconds=2)
    assert not needs_building(pack, list(course.iterdir()), tmp_path / "stamp", "a")


def test_sources_much_younger_than_the_pack_are_built(
    course: Path, pack: Path, tmp_path: Path
) -> None:
    set_age(course / "one.md", seconds_after=pack, seconds=3600)
    assert needs_building(pack, list(course.iterdir()), tmp_path / "stamp", "a")


def set_age(path: Path, *, seconds_after: Path, seconds: int) -> None:
    moment = seconds_after.stat().st_mtime + seconds
    os.utime(path, (moment, moment))


def test_after_a_build_any_edit_of_the_sources_is_seen(
    course: Path, pack: Path, tmp_path: Path
) -> None:
    stamp, sources = tmp_path / "stamp", list(course.iterdir())
    write_stamp(stamp, fingerprint(sources, course))
    assert not needs_building(pack, sources, stamp, fingerprint(sources, course))
    (course / "one.md").write_text("# Two")
    assert needs_building(pack, sources, stamp, fingerprint(sources, course))


def test_the_fingerprint_sees_a_renamed_file(course: Path) -> None:
    before = fingerprint(list(course.iterdir()), course)
    (course / "one.md").rename(course / "two.md")
    assert fingerprint(list(course.iterdir()), course) != before


def test_only_the_platforms_that_are_here_are_tried() -> None:
    assert platform_plugins({}) == ["offscreen"]
    assert platform_plugins({"DISPLAY": ":0"}) == ["offscreen", "xcb"]


def test_a_missing_library_is_named_and_brings_the_packages() -> None:
    reason, packages = qt_lacks(NO_EGL, {})
    assert "libEGL.so.1" in reason
    assert "libegl1" in packages


def test_a_machine_without_fonts_gets_one() -> None:
    assert qt_lacks("no fonts\n", {})[1] == ("fonts-dejavu-core",)


def test_a_failure_of_another_kind_installs_nothing() -> None:
    reason, packages = qt_lacks("Traceback\nImportError: version `GLIBC_2.34' not found\n", {})
    assert "GLIBC_2.34" in reason
    assert packages == ()


def test_nothing_is_installed_where_qt_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setup_environment, "try_qt", lambda _: None)
    monkeypatch.setattr(system_packages, "install", lambda *_: pytest.fail("installed"))
    setup_environment.ensure_qt(Path())


def test_qt_that_still_fails_after_the_installation_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(setup_environment, "try_qt", lambda _: NO_EGL)
    monkeypatch.setattr(system_packages, "install", lambda *_: None)
    with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
        setup_environment.ensure_qt(Path())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt is tried on Linux only")
def test_the_trial_passes_where_these_tests_run() -> None:
    assert setup_environment.try_qt(Path(sys.prefix)) is None


def test_pysides_own_modules_lie_compiled_where_these_tests_run() -> None:
    compiled = Path(sys.modules["shibokensupport"].__cached__)
    assert compiled.parent.parent.parent.name == "files.dir"
    assert compiled.exists()


def test_they_are_compiled_once_for_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "run.txt"
    commands = record_commands(monkeypatch)
    for text in ("fsrs==6.0.0\n", "fsrs==6.0.0\n", "fsrs==6.1.0\n"):
        lock.write_text(text)
        setup_environment.ensure_unpacked(tmp_path, lock)
    assert len(commands) == 2


def test_a_word_it_does_not_know_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup_environment.main(["everything"]) == 2
    assert "run|test|package" in capsys.readouterr().err


def test_what_stands_in_the_way_is_a_sentence_and_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert setup_environment.main([]) == 1
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed")
