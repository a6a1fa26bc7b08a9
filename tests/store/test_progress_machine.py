"""Whatever happens to a progress file, what it says of the cards is what its log says."""

import itertools
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from studyapp.domain.log import FINDING, RETRACT, REVIEW, LogEntry, NewEntry
from studyapp.domain.schedule.memory import Memory, Rating
from studyapp.domain.schedule.parameters import PARAMETERS, USUAL
from studyapp.domain.schedule.plan import PLAN
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock

CARDS = st.sampled_from([f"c/link/{name}#why" for name in "abc"])
SECONDS = st.sampled_from([1, 600, 86_400, 30 * 86_400, 400 * 86_400])


class StudentsYears(RuleBasedStateMachine):
    """Reviews, faults, undo, restarts, copies and wrong clocks, in any order."""

    folder: Path
    count = itertools.count()

    @initialize()
    def begin(self) -> None:
        self.clock = StandingClock()
        self.path = self.folder / f"progress-{next(self.count)}.db"
        self.progress: Progress = open_progress(self.path, self.clock, "here")
        self.logged: list[LogEntry] = []
        self.reviews: list[LogEntry] = []
        self.before: list[dict[str, Memory]] = []
        self.settings: list[LogEntry] = []

    @rule(card=CARDS, rating=st.sampled_from(Rating))
    def review(self, card: str, rating: Rating) -> None:
        self.before.append(self.progress.memories())
        self.log(NewEntry(REVIEW, card, {"given": "毛"}, int(rating), 0.5, 12))
        self.reviews.append(self.logged[-1])

    @rule(cards=st.lists(CARDS, max_size=3))
    def find_faults(self, cards: list[str]) -> None:
        self.log(*(NewEntry(FINDING, card) for card in cards))
        self.before.clear()

    @rule(kind=st.sampled_from(["board-move", "mind-map"]))
    def log_what_no_card_is_about(self, kind: str) -> None:
        self.log(NewEntry(kind, "c/factor/f", {"at": 1}))

    @precondition(lambda self: self.reviews)
    @rule()
    def undo(self) -> None:
        self.log(NewEntry(RETRACT, self.reviews.pop().key))
        if self.before:
            assert self.progress.memories() == self.before.pop()

    @precondition(lambda self: self.reviews)
    @rule(which=st.integers(0, 99))
    def take_back_an_older_review(self, which: int) -> None:
        self.log(NewEntry(RETRACT, self.reviews.pop(which % len(self.reviews)).key))
        self.before.clear()

    @rule(retention=st.sampled_from([0.7, 0.85, 0.9, 0.97]))
    def want_to_remember_more_or_less(self, retention: float) -> None:
        self.set(NewEntry(PLAN, "", {"retention": retention}))

    @rule(first=st.sampled_from([0.212, 0.4, 5.0]))
    def fit_the_schedule(self, first: float) -> None:
        self.set(NewEntry(PARAMETERS, "", {"weights": [first, *USUAL[1:]]}))

    @precondition(lambda self: self.settings)
    @rule(which=st.integers(0, 99))
    def take_a_setting_back(self, which: int) -> None:
        self.set(NewEntry(RETRACT, self.settings.pop(which % len(self.settings)).key))

    @rule(seconds=SECONDS)
    def time_passes(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)

    @rule(seconds=SECONDS)
    def the_clock_is_set_back(self, seconds: int) -> None:
        self.clock.forward(seconds=-seconds)

    @rule()
    def restart(self) -> None:
        self.progress.close()
        self.progress = open_progress(self.path, self.clock, "here")

    @rule()
    def go_on_with_a_copy(self) -> None:
        self.progress.close()
        copy = self.folder / f"progress-{next(self.count)}.db"
        shutil.copy(self.path, copy)
        self.path = copy
        self.progress = open_progress(copy, self.clock, "there")

    @rule(card=CARDS, rating=st.sampled_from(Rating))
    def another_program_adds_an_entry(self, card: str, rating: Rating) -> None:
        last = self.logged[-1].clock if self.logged else 1
        number = next(self.count)
        entry = LogEntry(
            "ffff", number, last, 1, 0, REVIEW, 1, card, int(rating), None, None, {"n": number}
        )
        self.progress._connection.execute(INSERT, to_row(entry))
        self.logged.append(entry)
        self.before.clear()
        self.restart()

    @invariant()
    def memories_follow_from_the_log(self) -> None:
        assert self.progress.memories() == self.progress._memories.from_log()
        assert not self.progress.behind
        self.progress._memories.look_again()
        assert not self.progress.behind

    @invariant()
    def nothing_that_was_logged_is_lost(self) -> None:
        kept = {entry.key: entry for entry in self.progress.entries()}
        assert kept == {entry.key: entry for entry in self.logged}

    def teardown(self) -> None:
        assert self.progress.verify() == ()
        self.progress.close()

    def set(self, new: NewEntry) -> None:
        """Log what may change all memories."""
        self.log(new)
        self.before.clear()
        if new.type != RETRACT:
            self.settings.append(self.logged[-1])

    def log(self, *new: NewEntry) -> None:
        """Log, and hold the entries to the order in which they were made."""
        last = max((entry.clock for entry in self.logged), default=0)
        entries = self.progress.append(*new)
        assert [last, *(entry.clock for entry in entries)] == sorted(
            {last, *(entry.clock for entry in entries)}
        )
        self.logged += entries


def play(folder: Path, examples: int, steps: int) -> None:
    StudentsYears.folder = folder
    run_state_machine_as_test(
        StudentsYears,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None),
    )


def test_what_is_known_of_the_cards_always_follows_from_the_log(tmp_path: Path) -> None:
    play(tmp_path, 20, 25)


@pytest.mark.torture
@pytest.mark.skipif("STUDYAPP_TORTURE" not in os.environ, reason="a long random run")
def test_what_is_known_of_the_cards_follows_from_the_log_in_the_long_run(tmp_path: Path) -> None:
    play(tmp_path, 600, 80)
