"""A progress panel on a small course, with what a student did in it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.log import FINDING, REVIEW, NewEntry
from studyapp.services.library import Library
from studyapp.services.workspace import Workspace
from studyapp.store.progress import Progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.preferences import Preferences
from studyapp.ui.progress.progress_panel import ProgressPanel
from tests.builders import COURSE, TOPIC, full_id, small_course
from tests.clocks import StandingClock
from tests.packs import written
from tests.ui.hearing import heard_from

OpenPanel = Callable[[], ProgressPanel]
WHY = full_id("link", "Yalta agreement Treaty of 1945") + "#why"
LATER = full_id("link", "Treaty of 1945 Port Arthur returned") + "#why"
DATE = full_id("factor", "Yalta agreement") + "#date"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: StandingClock) -> Iterator[Workspace]:
    library = Library(tmp_path / "courses", written(small_course(), tmp_path / "one.db"))
    with closing(Workspace(library, tmp_path / "progress.db", clock, "here")) as made:
        made.open_course(COURSE)
        made.open_progress()
        yield made


@pytest.fixture
def progress(workspace: Workspace) -> Progress:
    assert workspace._progress
    return workspace._progress


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "set.ini"), QSettings.Format.IniFormat))


def settle() -> None:
    """Wait until what is counted is on show."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


@pytest.fixture
def opens(qtbot: QtBot, workspace: Workspace, preferences: Preferences) -> OpenPanel:
    """Open a panel, 380 pixels wide, on the workspace as it is by then."""

    def open_it() -> ProgressPanel:
        made = ProgressPanel(Theme(), preferences)
        qtbot.addWidget(made)
        made.resize(380, 640)
        made.set_scope(full_id("topic", TOPIC))
        made.set_workspace(workspace)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        settle()
        return made

    return open_it


@pytest.fixture
def panel(opens: OpenPanel, progress: Progress, clock: StandingClock) -> ProgressPanel:
    """A panel on a few days of study, the last one yesterday."""
    for rating in (1, 3, 1):
        for card in (WHY, LATER, DATE):
            payload = {"confidence": 80}
            progress.append(NewEntry(REVIEW, card, payload, rating, float(rating > 1), 60_000))
        clock.forward(days=1)
    progress.append(NewEntry(FINDING, WHY))
    return opens()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    return heard_from(monkeypatch, "progress.charts", "progress.progress_panel")
