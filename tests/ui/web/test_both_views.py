"""Whatever is done to a web, by mouse or keys, in either view: it is what the domain says.

Between the steps the web is checked and the program is started anew.
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
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.boards import web as webs
from studyapp.domain.boards.history import Steps
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Drawn, Pair, Relation, Web, WebStep
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from studyapp.ui.pointer.dragging import topic_mime
from studyapp.ui.web.geometry import SPACING, areas, rounded
from studyapp.ui.web.under import card_under, knob_under
from tests.builders import TOPIC, full_id
from tests.drops import Over
from tests.ui.board.conftest import files
from tests.ui.web.conftest import FEAR, LOAN, TREATY, VICTORY, YALTA
from tests.web_driver import ALT, CONTROL, SHIFT, WebDriver

NAMES = st.sampled_from([YALTA, VICTORY, FEAR, LOAN, TREATY])
SHARES = st.floats(0.05, 0.95)
TURNS = st.booleans()
ARROWS = st.sampled_from([Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down])


class BothViews(RuleBasedStateMachine):
    """Plays at random beside a plain web of the domain, which is what should come of it."""

    folder: Path
    count = itertools.count()

    @initialize()
    def begin(self) -> None:
        self.name = f"progress-{next(self.count)}.db"
        self.expected: Web = Web(full_id("topic", TOPIC))
        self.history: Steps[WebStep] = Steps()
        self._start()

    def _start(self) -> None:
        self.opened = ExitStack()
        pack, self.progress = self.opened.enter_context(files(self.folder, self.name))
        self.board = BoardPanel(Theme())
        self.board.resize(700, 700)
        self.board.set_session(BoardSession(pack, self.progress))
        self.board.set_scope(full_id("topic", TOPIC))
        self.board.show()
        self.board.work_by(Way.WEB)
        self.driver = WebDriver(self.board)

    def _stop(self) -> None:
        self.board.close()
        self.board.deleteLater()
        QApplication.processEvents()
        assert self.progress.verify() == ()
        self.opened.close()

    def _expect(self, step: WebStep) -> None:
        if step.changes:
            self.expected = webs.apply(self.expected, step)
            self.history = self.history.after(step)

    def _show(self, outline: bool) -> None:
        self.driver.panel.show_outline(outline)

    @rule(name=NAMES, x=SHARES, y=SHARES)
    def carry(self, name: str, x: float, y: float) -> None:
        self._show(outline=False)
        self.driver.canvas.fit()
        # Another card may lie on top of it, or the knob that the current card's links begin at.
        start = self.driver.middle(name)
        if knob_under(self.driver.canvas, start):
            self.driver.model.choose("")
        name = card_under(self.driver.canvas, start)
        # What is chosen together is carried together.
        lying = self.driver.model.selected & self.expected.cards.keys()
        carried = lying if name in lying else {name}
        self.driver.press(start)
        self.driver.carry(start + self.driver.ground(0.2, 0.2))
        self.driver.carry(self.driver.ground(x, y))
        self.driver.release(self.driver.ground(x, y))
        # Where it snaps to is for the geometry's own tests; that it lies on the grid is not.
        at = self.driver.model.web.cards[name].at
        assert rounded(areas(self.driver.model.web)[name].topLeft()) == at
        spots = self._spots()
        self._expect(webs.place(self.expected, {each: spots[each] for each in carried}))

    @rule(name=NAMES, outline=TURNS)
    def put_by_key(self, name: str, outline: bool) -> None:
        self._show(outline)
        self.driver.model.choose(name)
        if name not in self.expected.cards:
            self.driver.key(Qt.Key.Key_Right, CONTROL)
            at = self.driver.model.web.cards[name].at
            self._expect(webs.place(self.expected, {name: at}))

    @rule(x=SHARES, y=SHARES, by_menu=TURNS)
    def drop_topic(self, x: float, y: float, by_menu: bool) -> None:
        self._show(outline=False)
        canvas, topic, left = self.driver.canvas, self.expected.about, self.driver.model.tray
        if by_menu:
            self.board.taking.put_topic(topic, "")
        else:
            Over(canvas, topic_mime(topic, "A topic")).all_the_way(self.driver.ground(x, y))
        laid = {name: self.driver.model.web.cards[name].at for name in left}
        self._expect(webs.place(self.expected, laid))

    @rule(name=NAMES, outline=TURNS)
    def put_back(self, name: str, outline: bool) -> None:
        self._show(outline)
        self.driver.model.choose(name)
        self.driver.key(Qt.Key.Key_Down, CONTROL)
        self._expect(webs.take_off(self.expected, (name,)))

    @rule(name=NAMES, key=ARROWS, far=TURNS, outline=TURNS)
    def nudge(self, name: str, key: Qt.Key, far: bool, outline: bool) -> None:
        self._show(outline)
        self.driver.model.choose(name)
        self.driver.key(key, ALT | SHIFT if far else ALT)
        if name in self.expected.cards:
            at = self.driver.model.web.cards[name].at
            assert at != self.expected.cards[name].at
            self._expect(webs.place(self.expected, {name: at}))

    @rule(cause=NAMES, consequence=NAMES, by=st.sampled_from(["mouse", "keys", "outline"]))
    def draw(self, cause: str, consequence: str, by: str) -> None:
        pair = (cause, consequence)
        if cause == consequence or not self.expected.cards.keys() >= set(pair):
            return
        self._show(by == "outline")
        if by == "mouse":
            self.driver.model.lay_out(SPACING, 2)
            self._expect(webs.place(self.expected, self._spots()))
            self.driver.canvas.fit()
            self.driver.draw(pair)
        else:
            self.driver.draw_by_keys(pair)
        if pair not in self.expected.links:
            self._expect(webs.draw(self.expected, pair, Drawn()))
        assert self.driver.model.link == pair

    def _spots(self) -> dict[str, webs.Point]:
        return {name: card.at for name, card in self.driver.model.web.cards.items()}

    def _some_link(self, which: int) -> Pair | None:
        pairs = sorted(self.expected.links)
        return pairs[which % len(pairs)] if pairs else None

    @rule(which=st.integers(0, 5), words=st.text("abc é“<", max_size=6), kind=st.integers(0, 3))
    def describe(self, which: int, words: str, kind: int) -> None:
        pair = self._some_link(which)
        if pair:
            self.driver.model.choose_link(pair)
            box = self.driver.panel.link_box
            box.because.setText(words)
            box.kinds.setCurrentIndex(kind)
            box.kinds.activated.emit(kind)
            drawn = self.expected.links[pair]._replace(
                relation=list(Relation)[kind], because=words.strip()
            )
            self._expect(webs.draw(self.expected, pair, drawn))

    @rule(which=st.integers(0, 5), erase=TURNS)
    def change(self, which: int, erase: bool) -> None:
        pair = self._some_link(which)
        if pair:
            self.driver.model.choose_link(pair)
            box = self.driver.panel.link_box
            (box.erase_button if erase else box.turn_button).click()
            self._expect((webs.erase if erase else webs.turn)(self.expected, pair))

    @rule()
    def undo(self) -> None:
        self.board.undo()
        if self.history.done:
            self.expected = webs.apply(self.expected, self.history.done[-1].inverse())
            self.history = self.history.undo()

    @rule()
    def redo(self) -> None:
        self.board.redo()
        if self.history.undone:
            self.expected = webs.apply(self.expected, self.history.undone[-1])
            self.history = self.history.redo()

    @rule()
    def check(self) -> None:
        self.board.check()

    @rule()
    def restart(self) -> None:
        self._stop()
        self._start()

    @invariant()
    def all_agree(self) -> None:
        if not hasattr(self, "driver"):
            return
        model, canvas = self.driver.model, self.driver.canvas
        assert model.web == self.expected
        assert canvas.shape.areas == areas(self.expected)
        assert canvas.shape.lines.keys() == self.expected.links.keys()
        assert set(canvas.tray.chips) == set(model.tray)
        outline = self.driver.panel.outline.outline
        outline.wake()
        for name in (*self.expected.cards, *model.tray):
            assert outline.index_of(name).isValid()
        for pair in self.expected.links:
            node = outline.node(outline.index_of("", pair))
            assert node is not None
            assert node.link == pair

    def teardown(self) -> None:
        if hasattr(self, "driver"):
            self._stop()


def play(folder: Path, examples: int, steps: int) -> None:
    BothViews.folder = folder
    run_state_machine_as_test(
        BothViews,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_web_is_what_the_domain_says_by_every_route(qtbot: QtBot, tmp_path: Path) -> None:
    play(tmp_path, examples=12, steps=40)


@pytest.mark.torture
@pytest.mark.skipif("STUDYAPP_TORTURE" not in os.environ, reason="a long random run")
def test_the_web_stays_so_for_long(qtbot: QtBot, tmp_path: Path) -> None:
    play(tmp_path, examples=200, steps=50)
