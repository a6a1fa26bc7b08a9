import subprocess

import pytest

import system_packages
from system_packages import Machine, SetupError, command_by_hand, qt_packages, refusal

SCHOOL_LAPTOP = Machine(root=False, apt=True)
CONTAINER = Machine(root=True, apt=True)
FEDORA = Machine(root=True, apt=False)


def test_without_a_display_no_x_library_is_wanted() -> None:
    assert not set(qt_packages({})) & set(system_packages.X11_PACKAGES)


def test_an_x_display_wants_the_cursor_library_that_qt_aborts_without() -> None:
    assert "libxcb-cursor0" in qt_packages({"DISPLAY": ":0"})


def test_a_wayland_display_wants_its_libraries() -> None:
    wanted = qt_packages({"WAYLAND_DISPLAY": "wayland-0"})
    assert "libwayland-cursor0" in wanted
    assert "libxcb-cursor0" not in wanted


def test_the_command_by_hand_can_be_pasted() -> None:
    assert command_by_hand(("libegl1", "libgl1")) == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_who_is_not_root_gets_the_command() -> None:
    refused = refusal("Qt needs it.", ("libegl1",), SCHOOL_LAPTOP)
    assert refused is not None
    assert command_by_hand(("libegl1",)) in refused


def test_a_system_without_apt_gets_the_reason_and_no_apt_command() -> None:
    refused = refusal("Qt needs libEGL.so.1.", ("libegl1",), FEDORA)
    assert refused is not None
    assert "libEGL.so.1" in refused
    assert "apt-get" not in refused


def test_root_is_not_refused() -> None:
    assert refusal("Qt needs it.", ("libegl1",), CONTAINER) is None


def test_nothing_is_started_where_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("ran"))
    with pytest.raises(SetupError, match="libegl1"):
        system_packages.install("Qt needs it.", ("libegl1",), SCHOOL_LAPTOP)


def test_what_will_be_installed_is_said_before_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said_before: list[str] = []

    def run(command: tuple[str, ...], **_: object) -> object:
        said_before.append(capsys.readouterr().out)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    system_packages.install("Qt needs it.", ("libegl1", "libgl1"), CONTAINER)
    assert "libegl1 libgl1" in said_before[0]


def test_a_failed_installation_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: tuple[str, ...], **_: object) -> object:
        return subprocess.CompletedProcess(command, 100)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(SetupError, match="apt-get could not install libegl1"):
        system_packages.install("Qt needs it.", ("libegl1",), CONTAINER)
