"""What was answered is kept: on the disk, through a kill, beside another window, by any clock."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import pytest

from studyapp.domain.log import LogEntry, standing
from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.scheduling import Scheduler, after
from studyapp.services.study.card_queue import DueCounts
from studyapp.services.study.study_session import StudySession
from studyapp.store.disks import on_network
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, full_id, typed_question
from tests.clocks import StandingClock
from tests.end_to_end.conftest import OpenWindow
from tests.packs import opened
from tests.window_driver import WindowDriver

ROOT = Path(__file__).parents[2]
WHOLE = full_id("topic", TOPIC)
MINUTE_MS, HOUR_MS = 60_000, 3_600_000
SYNCS = {"fsync", "fdatasync"}
TRACED = ("strace", "-y", "-e", "trace=fsync,fdatasync,write,pwrite64", "-o")
KILLS = 100 if os.environ.get("STUDYAPP_TORTURE") else 5
LONGEST_S = 60

# Answers three cards, and says before each rating and once the next card is there.
_THREE_CARDS = f"""
import os, sys
from pathlib import Path
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

pack, clock = open_pack(Path(sys.argv[1])), StandingClock()
study = StudySession(pack, open_progress(Path(sys.argv[2]), clock, "here"), clock, Plan())
study.scope("{WHOLE}")
study.next_card()
for number in range(3):
    study.answer(None)
    os.write(2, b"answered %d\\n" % number)
    study.rate(Rating.GOOD)
    assert study.next_card()
    os.write(2, b"next asked %d\\n" % number)
"""

# Answers and sorts without end, and prints each entry once it is acknowledged.
_STUDENT = f"""
import random, sys
from pathlib import Path
from studyapp.domain.boards.board import SIDES, Zone
from studyapp.domain.schedule.memory import DAY_MS, Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from tests.clocks import NOON, StandingClock

seed = int(sys.argv[3])
chance, clock = random.Random(seed), StandingClock(NOON + seed * 100 * DAY_MS)
pack, progress = open_pack(Path(sys.argv[1])), open_progress(Path(sys.argv[2]), clock, "here")
study, board = StudySession(pack, progress, clock, Plan(1000)), BoardSession(pack, progress)
study.scope("{WHOLE}")
board.open("{full_id("factor", "Treaty of 1945")}")
factors = [factor for lying in board.board.zones.values() for factor in lying]

def answer():
    while study.next_card() is None:
        clock.forward(days=1)
    clock.forward(seconds=5)
    study.answer(None)
    study.rate(chance.choice(list(Rating)))

def sort():
    board.move(chance.choice(factors), chance.choice((Zone.TRAY, *SIDES)))

others = [study.undo, board.undo, board.redo, board.check]
said = progress.logged
while True:
    chance.choice([answer] * 5 + [sort] * 3 + others)()
    for entry in progress.logged_after(said):
        print(entry.key, entry.type, entry.subject, flush=True)
    said = progress.logged
"""

# A second window, that answers its first card by keys and says what it saw.
_SECOND_WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from studyapp.app import make_application, make_window
from tests.window_driver import WindowDriver, places_in

application = make_application(["studyapp"])
window = make_window(application, places_in(Path(sys.argv[1]), Path(sys.argv[2])), "light")

def play():
    try:
        driver = WindowDriver(window, None)
        test = driver.self_test
        notice, asked = window.notice.text(), test.asked_card()
        test.answer("I do not know.")
        driver.press("3")
        writes = window.workspace.can_write
        print(json.dumps([notice, writes, asked, test.asked_card()]), flush=True)
    finally:
        application.exit()

window.completed.connect(lambda: QTimer.singleShot(0, play))
window.show()
application.exec()
window.close()
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there to look with")
def test_an_answer_is_on_the_disk_before_the_next_card_is_asked(
    small_pack: Path, tmp_path: Path
) -> None:
    if on_network(tmp_path):
        pytest.skip("a network disk has no write-ahead log")
    trace = tmp_path / "trace"
    child = [sys.executable, "-c", _THREE_CARDS, str(small_pack), str(tmp_path / "progress.db")]
    looked = subprocess.run(
        [*TRACED, str(trace), *child],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    if not trace.exists() or "exited" not in trace.read_text():
        pytest.skip(f"strace may not look here: {looked.stderr.strip()}")
    assert looked.returncode == 0, looked.stderr
    for number in range(3):
        calls = calls_on_the_log(trace.read_text(), number)
        # It is written and then synced, and nothing is written after that.
        assert set(calls) - SYNCS
        assert calls[-1] in SYNCS


def calls_on_the_log(trace: str, number: int) -> list[str]:
    """Return what was done to the write-ahead log from one answer until the next card."""
    after = trace.partition(f'"answered {number}\\n"')[2]
    between, asked, _ = after.partition(f'"next asked {number}\\n"')
    assert asked
    # A call that failed is none.
    return re.findall(r"^(\w+)\(\d+<[^>]*/progress\.db-wal>.* = \d+$", between, re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_was_acknowledged_outlives_a_kill_in_mid_study(
    small_pack: Path, tmp_path: Path
) -> None:
    path, acknowledged = tmp_path / "progress.db", list[str]()
    for seed in range(KILLS):
        acknowledged += killed_in_mid_study(small_pack, path, seed)
        progress = open_progress(path, StandingClock(), "here")
        entries, memories, faults = progress.entries(), progress.memories(), progress.verify()
        progress.close()
        kept = {f"{entry.key} {entry.type} {entry.subject}" for entry in entries}
        assert set(acknowledged) <= kept
        assert faults == ()
        assert memories == replayed_by_card(entries)
    kinds = {line.split()[1] for line in acknowledged}
    assert {"review", "retract", "board-move", "board-undo", "board-check"} <= kinds


def killed_in_mid_study(pack: Path, path: Path, seed: int) -> list[str]:
    """Let a student study and kill them at some moment; return what was acknowledged."""
    chance = random.Random(seed)
    child = subprocess.Popen(
        [sys.executable, "-c", _STUDENT, str(pack), str(path), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    watch = Timer(LONGEST_S, child.kill)
    watch.start()
    assert child.stdout is not None
    with child.stdout:
        first = [child.stdout.readline().strip() for _ in range(chance.randint(20, 60))]
        time.sleep(chance.uniform(0, 0.02))
        child.kill()
        # A line that was cut short does not count.
        rest = child.stdout.read().split("\n")[:-1]
    watch.cancel()
    assert child.wait() == -signal.SIGKILL
    assert all(first), "the student has stopped"
    return [*first, *rest]


def replayed_by_card(entries: Sequence[LogEntry]) -> dict[str, Memory]:
    """Return what is known of each card when its entries are replayed one by one."""
    known: dict[str, Memory | None] = defaultdict(lambda: None)
    for entry in standing(entries):
        if "#" in entry.subject:
            known[entry.subject] = after(known[entry.subject], entry, Scheduler())
    return {card: memory for card, memory in known.items() if memory}


def test_a_second_program_keeps_nothing_and_the_next_window_all(
    opens: OpenWindow, small_pack: Path, home: Path
) -> None:
    first = opens(small_pack)
    answered = [answered_in(first)]
    shown = subprocess.run(
        [sys.executable, "-c", _SECOND_WINDOW, str(home), str(small_pack)],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        timeout=LONGEST_S,
    )
    notice, writes, asked, asked_next = json.loads(shown.stdout)
    assert "already open" in notice
    assert not writes
    # It asked what the first window had not answered, and then went on.
    assert len({*answered, asked, asked_next, ""}) == 4
    answered.append(answered_in(first))
    assert reviewed(first) == answered
    first.close()
    third = opens(small_pack)
    assert (third.window.notice.text(), third.window.workspace.can_write) == ("", True)
    answered.append(answered_in(third))
    assert reviewed(third) == answered


def answered_in(driver: WindowDriver) -> str:
    """Answer the card that is asked, by keys, and return its id."""
    test = driver.self_test
    asked = test.asked_card()
    if test.panel.card and test.panel.card.kind == "choice":
        driver.press("1", "Return")
    else:
        test.answer("I do not know.")
    driver.press("4")
    return asked


def reviewed(driver: WindowDriver) -> list[str]:
    progress = driver.window.workspace._progress
    assert progress is not None
    return [entry.subject for entry in progress.entries(("review",))]


@dataclass
class Desk:
    """A student of twelve cards, three new ones a day, whose clock a test sets by hand."""

    progress: Progress
    clock: StandingClock
    session: StudySession
    answered: list[str]

    @property
    def counts(self) -> DueCounts:
        """How many cards are due, and how many new ones are left."""
        return self.session.due_counts()

    def set(self, clock: str, offset: int = 0) -> None:
        """Put the clock to a local time of June 2026, such as "10 23:59", at an offset in hours."""
        day, hour, minute = map(int, re.findall(r"\d+", clock))
        first_of_june = 20_605 * DAY_MS
        local = first_of_june + (day - 1) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS
        self.clock.ms, self.clock.offset_min = local - offset * HOUR_MS, offset * 60

    def answer(self, count: int = 100, rating: Rating = Rating.EASY) -> int:
        """Answer as many cards as are asked, at most `count`; return how many that were."""
        before = len(self.answered)
        while len(self.answered) < before + count and (asked := self.session.next_card()):
            self.session.answer(None)
            self.session.rate(rating)
            self.answered.append(asked.card.id)
        return len(self.answered) - before


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk; at the end all that was answered is in its log once, in the order of answering."""
    clock, path = StandingClock(), tmp_path / "progress.db"
    pack = opened(course(*(typed_question(f"{number}?") for number in range(12))), tmp_path / "a")
    progress = open_progress(path, clock, "here")
    made = Desk(progress, clock, StudySession(pack, progress, clock, Plan(new_a_day=3)), [])
    made.session.scope(WHOLE)
    yield made
    progress.close()
    again = open_progress(path, clock, "here")
    reviews, faults = again.entries(("review",)), again.verify()
    again.close()
    pack.close()
    assert [entry.subject for entry in reviews] == made.answered
    assert [entry.seq for entry in reviews] == list(range(1, len(made.answered) + 1))
    assert faults == ()


def test_a_clock_set_back_by_a_day_gives_no_new_cards_and_takes_none(desk: Desk) -> None:
    desk.set("10 12:00")
    assert desk.answer(2) == 2
    desk.set("09 12:00")
    assert desk.counts == (0, 1)
    assert desk.answer() == 1
    desk.set("10 12:10")
    assert desk.counts == (0, 1)
    assert desk.answer() == 1
    desk.set("11 12:00")
    assert desk.counts == (0, 3)


def test_a_days_cards_stay_used_up_when_its_midnight_passes_again(desk: Desk) -> None:
    desk.set("10 12:00")
    assert desk.answer() == 3
    for clock in ("09 12:00", "10 03:59", "10 04:00", "10 23:59", "11 03:59"):
        desk.set(clock)
        assert desk.counts == (0, 0)
    desk.set("11 04:00")
    assert desk.answer() == 3


def test_a_card_in_its_first_minutes_is_not_lost_by_a_clock_set_back(desk: Desk) -> None:
    desk.set("10 12:00")
    assert desk.answer(1, Rating.AGAIN) == 1
    desk.set("09 12:00")
    assert desk.counts == (0, 2)
    desk.set("10 12:02")
    assert desk.counts == (1, 2)
    # What was answered just now comes after another card.
    assert desk.answer(2) == 2
    assert desk.answered[0] == desk.answered[2]


def test_midnight_in_mid_session_ends_the_day_and_loses_nothing(desk: Desk) -> None:
    desk.set("10 03:58")
    assert desk.answer(2) == 2
    # The third card is asked on one day and answered on the next.
    asked = desk.session.next_card()
    assert asked
    desk.session.answer(None)
    desk.set("10 04:01")
    desk.session.rate(Rating.EASY)
    desk.answered.append(asked.card.id)
    assert desk.counts == (0, 2)
    assert desk.answer() == 2
    # Easy cards come back after eight days, all day long.
    desk.set("18 03:59")
    assert desk.counts == (2, 3)
    desk.set("18 04:00")
    assert desk.counts == (5, 3)


@pytest.mark.parametrize(("offset", "clock"), [(-10, "10 01:00"), (9, "10 20:00")])
def test_another_time_zone_at_the_same_moment_changes_nothing(
    desk: Desk, offset: int, clock: str
) -> None:
    desk.set("10 12:00", offset=1)
    assert desk.answer(2) == 2
    desk.set(clock, offset)
    assert desk.counts == (0, 1)
    assert desk.answer() == 1
    desk.set("10 12:01", offset=1)
    assert desk.counts == (0, 0)
    desk.set("11 12:00", offset=1)
    assert desk.counts == (0, 3)


def test_further_east_the_next_day_begins_earlier(desk: Desk) -> None:
    desk.set("10 12:00", offset=1)
    assert desk.answer(2) == 2
    desk.set("11 03:59", offset=9)
    assert desk.counts == (0, 1)
    desk.set("11 04:00", offset=9)
    assert desk.answer() == 3


def test_a_day_that_begins_twice_has_one_days_new_cards(desk: Desk) -> None:
    desk.set("10 05:00", offset=1)
    assert desk.answer() == 3
    # In the west it is the evening before, and the tenth is still to come.
    desk.set("09 21:00", offset=-7)
    assert desk.counts == (0, 0)
    desk.set("10 05:00", offset=-7)
    assert desk.counts == (0, 0)


def test_answering_again_on_an_earlier_day_does_not_refill_the_later(desk: Desk) -> None:
    desk.set("10 12:00")
    assert desk.answer() == 3
    # By this clock they were answered in the future, so they are asked again.
    desk.set("09 10:00")
    assert desk.counts == (3, 0)
    assert desk.answer() == 3
    desk.set("10 13:00")
    assert desk.counts == (0, 0)


def test_a_clock_that_was_a_year_ahead_does_not_keep_new_cards_away(desk: Desk) -> None:
    desk.set("400 12:00")
    assert desk.answer() == 3
    desk.set("10 12:00")
    assert desk.counts == (3, 3)
