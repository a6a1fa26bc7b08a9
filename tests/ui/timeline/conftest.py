"""A timeline with every kind of date, shown in a panel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.course import Course
from studyapp.services.timeline import Timeline
from studyapp.ui.look.theme import Theme
from studyapp.ui.timeline.timeline_panel import TimelinePanel
from tests.builders import TOPIC, course, factor, full_id, link, paragraph, theme, topic
from tests.packs import opened
from tests.ui.hearing import heard_from

PASSAGE = paragraph("Without the victory of 1949 there would have been no treaty.")
LATER = "After the treaty"


def named(title: str) -> str:
    """Return the id of the factor with this title."""
    return full_id("factor", title)


YALTA, VICTORY, TREATY = map(named, ("Yalta agreement", "Victory of 1949", "Treaty of 1950"))
WAR, STALIN, FEAR = map(named, ("War with Japan", "Stalin dies", "Fear of Japan"))


def timeline_course() -> Course:
    """Return a course whose factors have dates of every kind."""
    return course(
        theme("Territory"),
        theme("Ideology", "orange", "book"),
        topic(TOPIC, PASSAGE),
        topic(LATER, parent=TOPIC),
        topic("Nothing happened"),
        factor("Yalta agreement", "1945-02-11", themes=["Territory"]),
        factor("War with Japan", "1937-07/1945-09", themes=["Territory", "Ideology"]),
        factor("Victory of 1949", "1949-10-01", themes=["Ideology"]),
        factor("Treaty of 1950", "1950-02-14", themes=["Territory"]),
        factor("Split", "1956/..", LATER, ["Ideology"]),
        factor("Stalin dies", "1953-03~", LATER),
        factor("Fear of Japan", themes=["Territory"]),
        link("Victory of 1949", "Treaty of 1950", "there was someone to sign", passage=PASSAGE.id),
    )


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Timeline]:
    pack = opened(timeline_course(), tmp_path / "course.studypack")
    yield Timeline(pack)
    pack.close()


@pytest.fixture
def panel(qtbot: QtBot, source: Timeline) -> TimelinePanel:
    made = TimelinePanel(Theme())
    qtbot.addWidget(made)
    made.resize(520, 640)
    made.set_source(source)
    made.set_scope(full_id("topic", TOPIC))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QApplication.processEvents()
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    return heard_from(monkeypatch, "timeline.timeline_view", "timeline.timeline_panel")
