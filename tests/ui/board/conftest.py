"""A board with every kind of finding in it, shown in a panel."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studyapp.domain.clock import Moment
from studyapp.domain.course import Certainty, Course, Duration, KeyPoint
from studyapp.services.boards.board_session import BoardSession
from studyapp.store.pack import Pack, open_pack
from studyapp.store.pack_writer import write_pack
from studyapp.store.progress import Progress, open_progress
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from tests.board_driver import BoardDriver
from tests.builders import (
    TOPIC,
    course,
    distractor,
    factor,
    full_id,
    link,
    paragraph,
    theme,
    topic,
)
from tests.ui.hearing import heard_from

FOCUS = "Treaty of 1950"
LITTLE = "Little to sort"
PASSAGE = paragraph("Without the victory of 1949 there would have been no treaty.")


def standing_clock() -> Moment:
    """Tell the same moment for ever."""
    return Moment(1_700_000_000_000, 0)


def named(title: str) -> str:
    """Return the id of the factor with this title."""
    return full_id("factor", title)


def board_course() -> Course:
    """Return a course whose treaty has causes, consequences and what only looks like them.

    One topic has enough for every way of working, one for few, one for none.
    """
    return course(
        theme("Territory"),
        theme("Ideology", "orange"),
        topic(TOPIC, PASSAGE),
        topic("Nothing to sort"),
        topic(LITTLE),
        factor(FOCUS, "1950-02-14"),
        factor("Yalta agreement", "1945-02-11", themes=["Territory"]),
        factor("Victory of 1949", "1949-10-01", themes=["Ideology"]),
        factor("Fear of Japan", themes=["Territory"]),
        factor("Soviet loan", "1950-02-14"),
        factor("Korean War", "1950-06-25"),
        factor("Secret speech", "1956-02-25"),
        factor("Treaty of 1945", "1945-08-14"),
        factor("Death of Stalin", "1953-03-05"),
        factor("Armistice in Korea", "1953-07-27"),
        link(
            "Yalta agreement",
            FOCUS,
            "Stalin wanted to keep what he was promised",
            duration=Duration.LONG,
            points=[KeyPoint("Stalin wanted to keep it"), KeyPoint("it was promised")],
        ),
        link("Victory of 1949", FOCUS, "there was someone to sign with", passage=PASSAGE.id),
        link("Fear of Japan", FOCUS, "both feared its return", certainty=Certainty.CONTESTED),
        link(FOCUS, "Soviet loan", "Article 1 gave it"),
        link(FOCUS, "Korean War", "Mao could count on arms"),
        link("Korean War", "Armistice in Korea", "neither side could win"),
        factor("Thaw", topic=LITTLE),
        factor("Quarrel", topic=LITTLE),
        link("Thaw", "Quarrel", "Mao would not follow", topic=LITTLE),
        link("Death of Stalin", "Armistice in Korea", "his heirs wanted it over"),
        distractor("Treaty of 1945", FOCUS),
        distractor(FOCUS, "Secret speech"),
    )


@contextmanager
def files(folder: Path, progress: str = "progress.db") -> Iterator[tuple[Pack, Progress]]:
    """Open a pack and a progress file in a folder; the pack is built if need be."""
    pack_path = folder / "course.studypack"
    if not pack_path.exists():
        built = board_course()
        write_pack(built, {found.id: "" for found in built.topics}, pack_path)
    pack = open_pack(pack_path)
    kept = open_progress(folder / progress, standing_clock, "here")
    yield pack, kept
    kept.close()
    pack.close()


@contextmanager
def board_session(folder: Path) -> Iterator[BoardSession]:
    """Open a session on the files in a folder."""
    with files(folder) as opened:
        yield BoardSession(*opened)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[BoardSession]:
    with board_session(tmp_path) as opened:
        yield opened


@pytest.fixture
def panel(qtbot: QtBot, session: BoardSession) -> BoardPanel:
    made = BoardPanel(Theme())
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.set_session(session)
    made.set_scope(full_id("topic", TOPIC))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def driver(panel: BoardPanel) -> BoardDriver:
    return BoardDriver(panel)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    return heard_from(monkeypatch, "board.board_panel", "board.zones_panel", "board.hinting")
