"""The sums by day follow from the log, whatever happened to it, and are read in small steps."""

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from studyapp.domain.log import PRACTICE, RETRACT, REVIEW, LogEntry, NewEntry, standing
from studyapp.domain.messages import N_
from studyapp.domain.progress.statistics import DaySums, Sums
from studyapp.errors import StoppedError
from studyapp.store import study_sums
from studyapp.store.log_rows import INSERT, to_row
from studyapp.store.progress import Progress, open_progress
from tests.clocks import StandingClock
from tests.sums import sums_of

FOUR = 4 * 60
CARDS = [f"{course}/link/{name}#why" for course in ("c", "d") for name in "abc"]
PAYLOADS = st.fixed_dictionaries(
    {"given": st.sampled_from(["毛", "ports " * 20, None])},
    optional={
        "confidence": st.sampled_from([0, 50, 100, 101]),
        "overruled": st.sampled_from([{}, {"0": "found"}]),
    },
)


def plainly(progress: Progress, turnover: int = FOUR) -> Sums:
    """Return the sums by a plain reading of the whole log."""
    return sums_of(standing(progress.entries()), turnover)


class StudentsYears(RuleBasedStateMachine):
    """Answers, undo, merged rows, newer rows, damage, other turnovers; counted now and then."""

    folder: Path
    count = itertools.count()

    @initialize()
    def begin(self) -> None:
        self.clock, self.turnover = StandingClock(), FOUR
        self.progress = open_progress(
            self.folder / f"progress-{next(self.count)}.db", self.clock, "here"
        )
        self.answers: list[LogEntry] = []

    @rule(
        card=st.sampled_from(CARDS),
        rating=st.integers(1, 4),
        kind=st.sampled_from([REVIEW, REVIEW, PRACTICE]),
        payload=PAYLOADS,
        hours=st.sampled_from([0, 1, 20, 90]),
        took=st.sampled_from([None, -5, 12_000, 500_000]),
    )
    def answer(
        self,
        card: str,
        rating: int,
        kind: str,
        payload: dict[str, object],
        hours: int,
        took: int | None,
    ) -> None:
        self.clock.forward(seconds=3600 * hours)
        new = NewEntry(kind, card, payload, rating, 0.5, took)
        self.answers += self.progress.append(new)

    @precondition(lambda self: self.answers)
    @rule(which=st.integers(0, 99))
    def take_back(self, which: int) -> None:
        self.progress.append(NewEntry(RETRACT, self.answers[which % len(self.answers)].key))

    @rule(hours=st.sampled_from([1, 30]))
    def the_clock_is_set_back(self, hours: int) -> None:
        self.clock.forward(seconds=-3600 * hours)

    @rule(card=st.sampled_from(CARDS), is_late=st.booleans(), version=st.sampled_from([1, 2]))
    def rows_of_another_machine_are_merged(self, card: str, is_late: bool, version: int) -> None:
        number = next(self.count)
        last = max((entry.clock for entry in self.answers), default=5)
        clock = last + 1 if is_late else max(1, last // 2)
        at_ms = self.clock.ms - 86_400_000 * (number % 5)
        row = LogEntry("ffff", number, clock, at_ms, 60, REVIEW, version, card, 3, None, 900, {})
        self.progress._connection.execute(INSERT, to_row(row))
        self.answers.append(row)

    @rule(card=st.sampled_from(CARDS))
    def a_damaged_row_comes_along(self, card: str) -> None:
        row = LogEntry("eeee", next(self.count), 7, 1, 0, REVIEW, 1, card, 3, None, 900, {})
        *fields, checksum = to_row(row)
        self.progress._connection.execute(INSERT, (*fields, checksum ^ 1))

    @rule(turnover=st.sampled_from([0, FOUR]))
    def the_day_begins_at_another_hour(self, turnover: int) -> None:
        self.turnover = turnover

    @rule(keeps=st.booleans())
    def count_up(self, keeps: bool) -> None:
        found = self.progress.counted(self.turnover)
        assert found.sums == plainly(self.progress, self.turnover)
        if keeps:
            self.progress.keep_counted(found)
            again = self.progress.counted(self.turnover)
            assert (again.sums, again.is_news) == (found.sums, False)

    @rule(cards=st.sets(st.sampled_from(CARDS), min_size=1))
    def count_some_cards(self, cards: set[str]) -> None:
        chosen = [entry for entry in standing(self.progress.entries()) if entry.subject in cards]
        found = self.progress.counted_of(tuple(cards), self.turnover)
        assert found == sums_of(chosen, self.turnover)

    def teardown(self) -> None:
        self.count_up(keeps=True)
        self.progress.close()


def play(folder: Path, examples: int, steps: int) -> None:
    StudentsYears.folder = folder
    run_state_machine_as_test(
        StudentsYears,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None),
    )


def test_the_sums_are_those_of_a_plain_reading_of_the_log(tmp_path: Path) -> None:
    play(tmp_path, 25, 25)


@pytest.mark.torture
@pytest.mark.skipif("STUDYAPP_TORTURE" not in os.environ, reason="a long random run")
def test_the_sums_are_those_of_a_plain_reading_in_the_long_run(tmp_path: Path) -> None:
    play(tmp_path, 600, 80)


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    opened = open_progress(tmp_path / "progress.db", StandingClock(), "here")
    yield opened
    opened.close()


def answer(progress: Progress, card: str = CARDS[0]) -> LogEntry:
    [entry] = progress.append(NewEntry(REVIEW, card, {}, 3, None, 10_000))
    return entry


def test_what_is_kept_is_read_and_the_log_is_not(progress: Progress) -> None:
    answer(progress)
    progress.keep_counted(progress.counted(FOUR))
    read: list[str] = []
    progress._connection.set_trace_callback(read.append)
    assert not progress.counted(FOUR).is_news
    progress._connection.set_trace_callback(None)
    assert [text for text in read if "checksum" in text] == []


def test_an_undo_after_the_counting_is_taken_in(progress: Progress) -> None:
    entry = answer(progress)
    progress.keep_counted(progress.counted(FOUR))
    progress.append(NewEntry(RETRACT, entry.key))
    assert progress.counted(FOUR).sums == Sums({}, {})


def test_damaged_rows_are_told_and_stay_told(progress: Progress) -> None:
    answer(progress)
    row = LogEntry("eeee", 1, 7, 1, 0, REVIEW, 1, CARDS[0], 3, None, 900, {})
    *fields, checksum = to_row(row)
    progress._connection.execute(INSERT, (*fields, checksum ^ 1))
    found = progress.counted(FOUR)
    assert found.stamp.damaged == 1
    assert sum(each.answers for each in found.sums.days.values()) == 1
    progress.keep_counted(found)
    assert progress.counted(FOUR).stamp.damaged == 1


def test_more_rows_than_a_portion_are_all_counted(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_sums, "_PORTION", 3)
    for _ in range(10):
        answer(progress)
    [day] = progress.counted(FOUR).sums.days.values()
    assert day == DaySums(answers=10, ms=100_000, met=1)


def test_the_counting_tells_how_far_it_is_and_can_be_stopped(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(study_sums, "_PORTION", 2)
    for _ in range(6):
        answer(progress)
    told: list[float] = []
    progress.counted(FOUR, told.append)
    assert told == [0, 2 / 6, 4 / 6]

    def stop(share: float) -> None:
        if share > 0:
            raise StoppedError(N_("It was stopped."))

    with pytest.raises(StoppedError):
        progress.counted(FOUR, stop)


def test_no_portion_of_the_log_is_sorted_to_be_counted(progress: Progress) -> None:
    read: list[str] = []
    progress._connection.set_trace_callback(read.append)
    progress.counted(FOUR)
    progress._connection.set_trace_callback(None)
    [query] = [text for text in read if "LIMIT" in text]
    steps = progress._connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert [step[3] for step in steps if "TEMP B-TREE" in step[3]] == []


def test_a_reader_keeps_nothing(progress: Progress, tmp_path: Path) -> None:
    answer(progress)
    reader = open_progress(tmp_path / "progress.db", StandingClock(), "", read_only=True)
    found = reader.counted(FOUR)
    reader.keep_counted(found)
    assert reader.counted(FOUR).is_news
    reader.close()
    progress.keep_counted(found)
    assert not progress.counted(FOUR).is_news


def test_sums_by_other_rules_are_made_anew(
    progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(progress)
    progress.keep_counted(progress.counted(FOUR))
    progress._connection.execute("UPDATE study_day SET answers = 99")
    monkeypatch.setattr(study_sums, "RULES", study_sums.RULES + 1)
    [day] = progress.counted(FOUR).sums.days.values()
    assert day.answers == 1


def test_the_tables_are_found_in_a_file_of_the_first_format(tmp_path: Path) -> None:
    source = Path(__file__).parent.parent / "data" / "progress" / "v1.db"
    copy = tmp_path / "old.db"
    copy.write_bytes(source.read_bytes())
    old = open_progress(copy, StandingClock(), "here")
    assert old.counted(FOUR).sums == plainly(old)
    old.close()
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT count(*) FROM study_day").fetchone() == (0,)
    connection.close()


def test_sums_that_do_not_follow_from_the_log_are_named(tmp_path: Path) -> None:
    with closing(open_progress(tmp_path / "progress.db", StandingClock(), "here")) as progress:
        progress.append(*(NewEntry(REVIEW, card, {}, 3, 1.0, 900) for card in CARDS))
        progress.keep_counted(progress.counted(FOUR))
        assert progress.verify() == ()
        progress._connection.execute("UPDATE study_day SET answers = 7 WHERE course = 'c'")
        [fault] = progress.verify()
        assert "your days of study" in fault.template
        # What was logged since is counted before it is told, so sums behind the log say nothing.
        progress.append(NewEntry(REVIEW, CARDS[0], {}, 3))
        assert progress.verify() == ()
