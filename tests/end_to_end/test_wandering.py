"""Somebody does anything in any order, in a whole window: nothing may go wrong, nothing be lost.

The machines of `test_both_views` hold what a board is after each step. Here it is what panels,
twins, marks and colours make of each other when one goes quickly from one thing to the next.
"""

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Point
from studyapp.store.progress import open_progress
from tests.builders import TOPIC, full_id
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.ui.board.conftest import LITTLE, board_course
from tests.window_driver import WindowDriver

SEEDS = range(200 if os.environ.get("STUDYAPP_TORTURE") else 4)
DEEDS = 100
TOPICS = (TOPIC, LITTLE, "Nothing to sort")
COMMANDS = ("check_board", "hint", "undo", "redo", "back", "forward")
SIZES = ((780, 600), (700, 560), (790, 780))


class Wanderer:
    """Does one thing after another, by chance."""

    def __init__(self, driver: WindowDriver, chance: random.Random) -> None:
        self.driver, self.chance = driver, chance
        self.window = driver.window
        board = self.window.study_panels.board
        assert board is not None
        self.board = board
        self.deeds: tuple[Callable[[], object], ...] = (
            self.go_to_a_topic,
            self.work_another_way,
            self.work_another_way,
            self.place,
            self.place,
            self.place,
            self.draw,
            self.turn_the_board,
            self.have_it_marked,
            self.press_a_command,
            self.take_another_board,
            self.change_the_look,
            self.look_at_another_panel,
        )

    def wander(self) -> list[str]:
        """Do many things; return their names."""
        done = []
        for _ in range(DEEDS):
            deed = self.chance.choice(self.deeds)
            done.append(deed.__name__)
            deed()
            QApplication.processEvents()
        return done

    def go_to_a_topic(self) -> None:
        self.window.show_topic(full_id("topic", self.chance.choice(TOPICS)))

    def work_another_way(self) -> None:
        self.board.work_by(self.chance.choice(list(Way)))

    def place(self) -> None:
        web = self.board.web
        if web and web.isVisible():
            if web.model.tray:
                at = Point(self.chance.randrange(0, 400, 8), self.chance.randrange(0, 400, 8))
                web.model.place({self.chance.choice(web.model.tray): at})
        elif self.board.model.board:
            model = self.board.model
            cards = [name for zone in model.zones for name in model.factors_in(zone)]
            if cards:
                model.move(self.chance.choice(cards), self.chance.choice(model.zones))

    def draw(self) -> None:
        web = self.board.web
        if web and web.isVisible() and len(web.model.web.cards) > 1:
            first, second = self.chance.sample(list(web.model.web.cards), 2)
            web.model.draw((first, second))

    def turn_the_board(self) -> None:
        wanted = self.chance.random() < 0.5
        web = self.board.web
        if web and web.isVisible():
            web.show_outline(wanted)
        elif self.board.isVisible() and self.board.model.board:
            self.board.zones.show_outline(wanted)

    def have_it_marked(self) -> None:
        if self.board.isVisible() and self.board.open_model():
            self.board.check()

    def press_a_command(self) -> None:
        self.driver.do(self.chance.choice(COMMANDS))

    def take_another_board(self) -> None:
        if self.board.isVisible() and self.board.open_model():
            boards = self.board.boards
            self.chance.choice((boards.new, boards.delete))()

    def change_the_look(self) -> None:
        if self.chance.random() < 0.5:
            self.window.preferences.scheme = self.chance.choice(("light", "dark"))
        else:
            self.window.resize(*self.chance.choice(SIZES))

    def look_at_another_panel(self) -> None:
        panels = self.window.study_panels
        self.chance.choice((*panels.docks, panels.board_dock)).focus()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_one_does_nothing_goes_wrong_and_all_is_there_again(
    opens: OpenWindow, tmp_path: Path, home: Path, seed: int
) -> None:
    pack = written(board_course(), tmp_path / "board.studypack")
    driver = opens(pack)
    Wanderer(driver, random.Random(seed)).wander()
    driver.settle()
    assert driver.window.notice.isHidden(), driver.window.notice.text()
    driver.close()
    path = home / "progress.db"
    with closing(open_progress(path, StandingClock(), "here", read_only=True)) as progress:
        assert progress.verify() == ()
