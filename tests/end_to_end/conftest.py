"""A window factory on this test's home folder, and courses to open in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.paths import shipped_pack
from studyapp.ui import main_window
from studyapp.ui.note import marks
from tests.accessible import listening
from tests.builders import small_course
from tests.packs import written
from tests.real_pointer import screen
from tests.window_driver import WindowDriver, open_window, undressed

OpenWindow = Callable[..., WindowDriver]


@pytest.fixture(autouse=True)
def verified_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check the course as soon as the window is complete: nobody here is reading yet."""
    monkeypatch.setattr(main_window, "VERIFY_AFTER_MS", 0)


@pytest.fixture(autouse=True)
def marks_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the passing mark on its passage, however slow the machine is just now."""
    monkeypatch.setattr(marks, "SHOWN_MS", 3_600_000)


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader that listens."""
    with listening():
        yield


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees, for a real pointer."""
    with screen() as name:
        yield name


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where this test's person keeps everything."""
    return tmp_path / "home"


@pytest.fixture
def opens(qtbot: QtBot, home: Path) -> Iterator[OpenWindow]:
    """Opens a window on the home folder; called again, it is the program started again."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    opened: list[WindowDriver] = []

    def open_it(
        shipped: Path | None = None, *added: Path, is_newcomer: bool = False
    ) -> WindowDriver:
        opened.append(open_window(qtbot, home, shipped, *added, is_newcomer=is_newcomer))
        return opened[-1]

    with undressed(application):
        yield open_it
        for driver in opened:
            driver.close()


@pytest.fixture
def small_pack(tmp_path: Path) -> Path:
    return written(small_course(), tmp_path / "small.studypack")


@pytest.fixture
def our_pack() -> Path:
    """The course that comes with the program."""
    return shipped_pack()
