"""Whatever is done, by mouse or keys, in either view: both views show what the model says.

Between the moves the board is checked, cards are answered and the program is started anew.
"""

import itertools
import os
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPointF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.boards import board as boards
from studyapp.domain.boards.board import SIDES, Board, History, Move, Zone
from studyapp.domain.boards.marking import FindingKind, MarkingKey
from studyapp.domain.boards.marking_ways import mark_by
from studyapp.domain.boards.ways import Way
from studyapp.domain.causality import CausalMap
from studyapp.domain.log import REVIEW
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.study.study_session import StudySession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.dragging import topic_mime
from tests.board_driver import BoardDriver
from tests.builders import STANDARD, TOPIC, full_id
from tests.drops import Over
from tests.ui.board.conftest import LITTLE, board_course, files, standing_clock

COURSE = board_course()
KEY = MarkingKey(
    CausalMap(COURSE.links),
    {factor.id: factor for factor in COURSE.factors},
    COURSE.distractors,
    full_id("account", STANDARD),
)
# The web has views, and a machine, of its own.
ZONED = [way for way in Way if way is not Way.WEB]
MOST_BOARDS = 3
WHICH, INDEX = st.integers(0, 6), st.integers(0, 7)
ZONES, STEPS = st.integers(0, 3), st.sampled_from([-1, 1])


class State(NamedTuple):
    """What should be known of one board in one way of working."""

    board: Board
    history: History
    found: dict[str, FindingKind]
    checked: tuple[Board, dict[str, FindingKind]] | None


class BothViews(RuleBasedStateMachine):
    """Plays at random beside a plain board of the domain, which is what should come of it."""

    folder: Path
    count = itertools.count()

    @initialize()
    def begin(self) -> None:
        self.name = f"progress-{next(self.count)}.db"
        self.answers = 0
        self.states: dict[tuple[Way, str], State] = {}
        self._start()

    def _start(self) -> None:
        self.opened = ExitStack()
        pack, self.progress = self.opened.enter_context(files(self.folder, self.name))
        self.session = BoardSession(pack, self.progress)
        self.study = StudySession(pack, self.progress, standing_clock, Plan())
        self.panel = BoardPanel(Theme())
        self.panel.resize(700, 600)
        self.panel.set_session(self.session)
        self.panel.set_scope(full_id("topic", TOPIC))
        self.panel.show()
        self.driver = BoardDriver(self.panel)
        self.tester = QAbstractItemModelTester(
            self.driver.outline.outline, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.panel.zones.toolbar.board_button.click()
        self._enter(Way.SORT)

    def _enter(self, way: Way) -> None:
        """Go on with the board that is open in a way as it was left."""
        self.way, self.subject = way, self.session.here.subject
        empty = State(self.session.board, History(), {}, None)
        left = self.states.get((way, self.subject), empty)
        self.expected, self.history, found, self.checked = left
        self.found = dict(found)
        self.factors = sorted(self.driver.scene.cards)

    def _leave(self) -> None:
        self.states[self.way, self.subject] = State(
            self.expected, self.history, self.found, self.checked
        )

    def _factor(self, which: int) -> str:
        return self.factors[which % len(self.factors)]

    def _zone(self, which: int) -> Zone:
        zones = self.driver.model.zones
        return zones[which % len(zones)]

    def _has_room(self, factor: str, zone: Zone) -> bool:
        others = [name for name in self.expected.zones[zone] if name != factor]
        return len(others) < self.session.task.rooms.get(zone, 99)

    @rule(way=st.sampled_from(ZONED))
    def work_by(self, way: Way) -> None:
        self._leave()
        self.panel.work_by(way)
        assert self.driver.model.way is way
        self._enter(way)

    @rule(as_copy=st.booleans())
    def add_board(self, as_copy: bool) -> None:
        if len(self.session.boards) >= MOST_BOARDS:
            return
        self._leave()
        if as_copy:
            self.panel.boards.duplicate(f"Copy {len(self.states)}")
            name = self.way, self.session.here.subject
            self.states[name] = State(self.expected, History(), {}, None)
        else:
            self.panel.boards.new()
        self._enter(self.way)
        assert as_copy or self.expected.zones[Zone.TRAY]
        assert self.driver.model.findings == ()

    @rule(which=WHICH)
    def switch(self, which: int) -> None:
        self._leave()
        boards = self.session.boards
        self.panel.boards.switch(boards[which % len(boards)])
        self._enter(self.way)

    def _stop(self) -> None:
        self.panel.close()
        self.panel.deleteLater()
        QApplication.processEvents()
        assert self.progress.verify() == ()
        assert len(self.progress.entries((REVIEW,))) == self.answers
        self.opened.close()

    @rule(which=WHICH, where=ZONES, index=INDEX)
    def drag(self, which: int, where: int, index: int) -> None:
        factor, zone = self._factor(which), self._zone(where)
        there = [name for name in self.expected.zones[zone] if name != factor]
        at = min(index, len(there))
        if self._has_room(factor, zone):
            self.driver.drag(factor, zone, at)
            self._expect(factor, zone, at)
        elif there:
            self.driver.drag(factor, zone, 0)

    @rule(where=ZONES, below=st.booleans())
    def drop_topic(self, where: int, below: bool) -> None:
        """Drop a topic, of which another board has what this one has not."""
        zone, topic = self._zone(where), full_id("topic", LITTLE if below else TOPIC)
        view, frame = self.driver.view, self.driver.scene.frame
        own = self.session.factors_of(topic)
        left = [name for name in self.expected.zones[Zone.TRAY] if name in own]
        over = Over(view.viewport(), topic_mime(topic, "A topic"))
        over.all_the_way(QPointF(view.mapFromScene(frame.zones[zone].center())))
        if left and zone != Zone.TRAY and self._has_room(left[0], zone):
            there = len(self.expected.zones[zone])
            room = self.session.task.rooms.get(zone, 99) - there
            self._expect_together(left[:room], zone)

    @rule(which=WHICH, x=st.floats(-50, 750), y=st.floats(-50, 900))
    def drag_anywhere(self, which: int, x: float, y: float) -> None:
        factor = self._factor(which)
        self.driver.take(factor)
        self.driver.carry(QPointF(x, y))
        drag = self.driver.scene.drag
        assert drag is not None
        landing = drag.landing
        self.driver.release(QPointF(x, y))
        if landing:
            self._expect(factor, landing.zone, landing.at)

    @rule(which=WHICH, key=st.sampled_from([Zone.TRAY, *SIDES]), in_outline=st.booleans())
    def keys(self, which: int, key: Zone, in_outline: bool) -> None:
        factor = self._factor(which)
        (self.driver.outline_keys if in_outline else self.driver.keys)(factor, key)
        zone = key if self.way is Way.SORT else self._reached(factor, key)
        if self.expected.spot(factor).zone != zone:
            self._expect(factor, zone, None)

    def _reached(self, factor: str, key: Zone) -> Zone:
        """Return where a factor gets by the key that in sorting sends it to a zone."""
        *zones, tray = self.driver.model.zones
        here = self.expected.spot(factor).zone
        at = [tray, *zones].index(here)
        ahead = [tray, *zones][at + 1 :] if key == Zone.CONSEQUENCES else [tray, *zones][:at][::-1]
        free = [zone for zone in ahead if self._has_room(factor, zone)]
        return Zone.TRAY if key == Zone.TRAY else free[0] if free else here

    @rule(which=WHICH, step=STEPS, in_outline=st.booleans())
    def nudge(self, which: int, step: int, in_outline: bool) -> None:
        factor = self._factor(which)
        (self.driver.outline_nudge if in_outline else self.driver.nudge)(factor, step)
        spot = self.expected.spot(factor)
        if spot.at + step >= 0:
            self._expect(factor, spot.zone, spot.at + step)

    @rule(which=WHICH, before=WHICH)
    def cut_and_paste(self, which: int, before: int) -> None:
        moved, other = self._factor(which), self._factor(before)
        self.driver.cut_and_paste(moved, other)
        zone = self.expected.spot(other).zone
        if moved != other and self._has_room(moved, zone):
            there = [name for name in self.expected.zones[zone] if name != moved]
            self._expect(moved, zone, there.index(other))

    @rule()
    def undo(self) -> None:
        self.panel.undo()
        if self.history.done:
            go = self.history.done[-1].go
            self._take(self.history.done[-1].inverse(), self.history.undo())
            while go and self.history.done and self.history.done[-1].go == go:
                self._take(self.history.done[-1].inverse(), self.history.undo())

    @rule()
    def redo(self) -> None:
        self.panel.redo()
        if self.history.undone:
            go = self.history.undone[-1].go
            self._take(self.history.undone[-1], self.history.redo())
            while go and self.history.undone and self.history.undone[-1].go == go:
                self._take(self.history.undone[-1], self.history.redo())

    @rule()
    def check(self) -> None:
        self.panel.check()
        # An empty board has nothing to be checked.
        if any(factors for zone, factors in self.expected.zones.items() if zone != Zone.TRAY):
            findings = mark_by(self.way, self.expected, KEY).findings
            self.found = {found.factor: found.kind for found in findings}
            self.checked = self.expected, dict(self.found)

    @rule(rating=st.sampled_from(Rating))
    def answer(self, rating: Rating) -> None:
        self.study.scope(full_id("topic", TOPIC))
        if self.study.next_card():
            self.study.answer(None)
            self.study.rate(rating)
            self.answers += 1

    @rule()
    def restart(self) -> None:
        self._leave()
        self._stop()
        self._start()

    @rule(width=st.integers(380, 1100))
    def resize(self, width: int) -> None:
        self.panel.resize(width, 600)

    @invariant()
    def all_agree(self) -> None:
        if hasattr(self, "driver"):
            expected = dict(self.expected.zones)
            assert self.driver.zones() == expected
            assert self.driver.painted() == expected
            assert self.driver.outline_rows() == expected
            assert self.driver.model.can_undo == bool(self.history.done)
            assert self.driver.model.can_redo == bool(self.history.undone)
            found = {found.factor: found.kind for found in self.driver.model.findings}
            assert found == self.found

    def teardown(self) -> None:
        if hasattr(self, "panel"):
            self._stop()

    def _expect(self, factor: str, zone: Zone, index: int | None) -> None:
        step = boards.move(self.expected, factor, zone, index)
        if step.source != step.target:
            self._take(step, self.history.after(step))

    def _expect_together(self, factors: list[str], zone: Zone) -> None:
        # The board is its own: what it calls a go need only be another than the one before.
        go = f"go {len(self.history.done)}"
        for factor in factors:
            step = boards.move(self.expected, factor, zone)._replace(go=go)
            self._take(step, self.history.after(step))

    def _take(self, step: Move, history: History) -> None:
        self.expected, self.history = boards.apply(self.expected, step), history
        self.found.pop(step.factor, None)
        if self.checked and self.expected == self.checked[0]:
            self.found = dict(self.checked[1])


def play(folder: Path, examples: int, steps: int) -> None:
    BothViews.folder = folder
    run_state_machine_as_test(
        BothViews,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_both_views_and_the_domain_agree_after_anything(qtbot: QtBot, tmp_path: Path) -> None:
    play(tmp_path, examples=22, steps=40)


@pytest.mark.torture
@pytest.mark.skipif(not os.environ.get("STUDYAPP_TORTURE"), reason="a long random run")
def test_both_views_and_the_domain_agree_after_very_much(qtbot: QtBot, tmp_path: Path) -> None:
    play(tmp_path, examples=200, steps=80)
