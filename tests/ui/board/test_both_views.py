"""Whatever is done, by mouse or keys, in either view: both views show what the model says.

Between the moves the board is checked, cards are answered and the program is started anew.
"""

import itertools
import os
from contextlib import ExitStack
from pathlib import Path

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

from studyapp.domain import board as boards
from studyapp.domain.board import History, Move, Zone
from studyapp.domain.causality import CausalMap
from studyapp.domain.log import REVIEW
from studyapp.domain.marking import FindingKind, MarkingKey, mark
from studyapp.domain.memory import Rating
from studyapp.domain.plan import Plan
from studyapp.services.board_session import BoardSession
from studyapp.services.study_session import StudySession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.theme import Theme
from tests.board_driver import BoardDriver
from tests.builders import STANDARD, TOPIC, full_id
from tests.ui.board.conftest import board_course, files, standing_clock

COURSE = board_course()
KEY = MarkingKey(
    CausalMap(COURSE.links),
    {factor.id: factor for factor in COURSE.factors},
    COURSE.distractors,
    full_id("account", STANDARD),
)
WHICH, INDEX = st.integers(0, 6), st.integers(0, 7)
ZONES, STEPS = st.sampled_from(list(Zone)), st.sampled_from([-1, 1])


class BothViews(RuleBasedStateMachine):
    """Plays at random beside a plain board of the domain, which is what should come of it."""

    folder: Path
    count = itertools.count()

    @initialize()
    def begin(self) -> None:
        self.name = f"progress-{next(self.count)}.db"
        self.history, self.answers = History(), 0
        self.found: dict[str, FindingKind] = {}
        self._start()
        self.expected = self.session.board
        self.factors = sorted(self.driver.scene.cards)

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
        self.panel.toolbar.board_button.click()

    def _stop(self) -> None:
        self.panel.close()
        self.panel.deleteLater()
        QApplication.processEvents()
        assert self.progress.verify() == ()
        assert len(self.progress.entries((REVIEW,))) == self.answers
        self.opened.close()

    @rule(which=WHICH, zone=ZONES, index=INDEX)
    def drag(self, which: int, zone: Zone, index: int) -> None:
        factor = self.factors[which]
        there = [name for name in self.expected.zones[zone] if name != factor]
        at = min(index, len(there))
        self.driver.drag(factor, zone, at)
        self._expect(factor, zone, at)

    @rule(which=WHICH, x=st.floats(-50, 750), y=st.floats(-50, 900))
    def drag_anywhere(self, which: int, x: float, y: float) -> None:
        factor = self.factors[which]
        self.driver.take(factor)
        self.driver.carry(QPointF(x, y))
        drag = self.driver.scene.drag
        assert drag is not None
        landing = drag.landing
        self.driver.release(QPointF(x, y))
        if landing:
            self._expect(factor, landing.zone, landing.at)

    @rule(which=WHICH, zone=ZONES, in_outline=st.booleans())
    def keys(self, which: int, zone: Zone, in_outline: bool) -> None:
        factor = self.factors[which]
        (self.driver.outline_keys if in_outline else self.driver.keys)(factor, zone)
        if self.expected.spot(factor).zone is not zone:
            self._expect(factor, zone, None)

    @rule(which=WHICH, step=STEPS, in_outline=st.booleans())
    def nudge(self, which: int, step: int, in_outline: bool) -> None:
        factor = self.factors[which]
        (self.driver.outline_nudge if in_outline else self.driver.nudge)(factor, step)
        spot = self.expected.spot(factor)
        if spot.at + step >= 0:
            self._expect(factor, spot.zone, spot.at + step)

    @rule(which=WHICH, before=WHICH)
    def cut_and_paste(self, which: int, before: int) -> None:
        moved, other = self.factors[which], self.factors[before]
        self.driver.cut_and_paste(moved, other)
        if moved != other:
            zone = self.expected.spot(other).zone
            there = [name for name in self.expected.zones[zone] if name != moved]
            self._expect(moved, zone, there.index(other))

    @rule()
    def undo(self) -> None:
        self.panel.undo()
        if self.history.done:
            step = self.history.done[-1].inverse()
            self._take(step, self.history.undo())

    @rule()
    def redo(self) -> None:
        self.panel.redo()
        if self.history.undone:
            self._take(self.history.undone[-1], self.history.redo())

    @rule()
    def check(self) -> None:
        self.panel.check()
        # An empty board has nothing to be checked.
        if self.expected.zones[Zone.CAUSES] or self.expected.zones[Zone.CONSEQUENCES]:
            self.found = {found.factor: found.kind for found in mark(self.expected, KEY)}

    @rule(rating=st.sampled_from(Rating))
    def answer(self, rating: Rating) -> None:
        self.study.scope(full_id("topic", TOPIC))
        if self.study.next_card():
            self.study.answer(None)
            self.study.rate(rating)
            self.answers += 1

    @rule()
    def restart(self) -> None:
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

    def _take(self, step: Move, history: History) -> None:
        self.expected, self.history = boards.apply(self.expected, step), history
        self.found.pop(step.factor, None)


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
    play(tmp_path, examples=25, steps=40)


@pytest.mark.torture
@pytest.mark.skipif(not os.environ.get("STUDYAPP_TORTURE"), reason="a long random run")
def test_both_views_and_the_domain_agree_after_very_much(qtbot: QtBot, tmp_path: Path) -> None:
    play(tmp_path, examples=200, steps=80)
