"""A self-test on the screen that asks a course, with a log of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studyapp.domain.course import Course
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.preferences import Preferences
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests.clocks import StandingClock
from tests.packs import opened


class ShownPanel(NamedTuple):
    panel: SelfTestPanel
    progress: Progress
    clock: StandingClock


@contextmanager
def shown_panel(
    qtbot: QtBot, folder: Path, course: Course, preferences: Preferences | None = None
) -> Iterator[ShownPanel]:
    """Show a panel that asks the first topic of a course and has the keys."""
    clock = StandingClock()
    with (
        closing(opened(course, folder / "a.db")) as pack,
        closing(open_progress(folder / "progress.db", clock, "here")) as progress,
    ):
        panel = SelfTestPanel(Theme(), preferences)
        qtbot.addWidget(panel)
        panel.resize(480, 640)
        panel.set_session(StudySession(pack, progress, clock, Plan()))
        panel.set_scope(course.topics[0].id)
        with qtbot.waitActive(panel):
            panel.show()
        panel.setFocus()
        yield ShownPanel(panel, progress, clock)
        panel.set_session(None)


def texts_of(panel: SelfTestPanel) -> str:
    """Return what the labels of a panel say, one a line."""
    labels = panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())
