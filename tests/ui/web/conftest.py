"""A web of a small course, shown in its panel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.domain.boards.ways import Way
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, board_session, named
from tests.ui.hearing import heard_from
from tests.web_driver import WebDriver

YALTA, VICTORY, FEAR, LOAN = map(
    named, ("Yalta agreement", "Victory of 1949", "Fear of Japan", "Soviet loan")
)
TREATY = named(FOCUS)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[BoardSession]:
    with board_session(tmp_path) as opened:
        yield opened


def shown(qtbot: QtBot, session: BoardSession) -> WebDriver:
    """Show a board panel in which a web is worked on."""
    made = BoardPanel(Theme())
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.set_session(session)
    made.set_scope(full_id("topic", TOPIC))
    made.show()
    qtbot.waitExposed(made)
    made.work_by(Way.WEB)
    return WebDriver(made)


@pytest.fixture
def driver(qtbot: QtBot, session: BoardSession) -> WebDriver:
    return shown(qtbot, session)


@pytest.fixture(params=["canvas", "outline"])
def either(request: pytest.FixtureRequest, driver: WebDriver) -> WebDriver:
    """The web in either view, with the focus in it."""
    driver.panel.show_outline(request.param == "outline")
    return driver


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    return heard_from(monkeypatch, "web.panel", "board.hinting")
