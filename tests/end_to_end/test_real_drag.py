"""A card is dragged with a real pointer, on a real X server, and its move is kept."""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import NamedTuple

import pytest
from PySide6.QtCore import QLibraryInfo

from studyapp.services.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

ROOT = Path(__file__).parents[2]
SERVER = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
STEPS = 12
LONGEST_S = 60

# The program as main.py starts it. It prints where a card and Causes are, then each move.
_PROGRAM = """
import json, os, signal, sys
from PySide6.QtCore import QPointF, QTimer
from studyapp.app import make_application, make_window, places_of, settle
from studyapp.domain.board import Spot, Zone
from studyapp.ui.board import layout

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")
window.preferences.remember_board_is_known()
before = []

def on_screen(view, point):
    place = view.mapFromScene(point)
    assert view.viewport().rect().contains(place), "out of sight"
    place = view.viewport().mapToGlobal(place)
    return [place.x(), place.y()]

def tell():
    panel = window.study_panels.board
    view = panel.zones.board
    scene = view.board
    tray = panel.model.factors_in(Zone.TRAY)
    lying = [card.pos().toTuple() for card in scene.cards.values()]
    # Cards settle for a moment: they lie still once they are twice in the same place.
    if not lying or before != lying:
        before[:] = lying
        QTimer.singleShot(200, tell)
        return
    card = scene.cards[tray[0]].pos() + QPointF(scene.frame.card.width() / 2, 36)
    causes = layout.slot(scene.frame, Spot(Zone.CAUSES, 0)).center()
    found = {"factor": tray[0], "card": on_screen(view, card), "causes": on_screen(view, causes)}
    panel.model.factor_moved.connect(lambda move: print(move.factor, flush=True))
    print(json.dumps(found), flush=True)

def fail(*error):
    sys.__excepthook__(*error)
    application.exit(1)

sys.excepthook = fail
signal.signal(signal.SIGTERM, lambda *_: window.close())
# A signal is heard when Python runs, and Qt runs it for a timer.
ticking = QTimer()
ticking.timeout.connect(lambda: None)
ticking.start(50)
window.completed.connect(settle)
window.completed.connect(lambda: QTimer.singleShot(0, tell))
window.show()
raise SystemExit(application.exec())
"""


class Found(NamedTuple):
    """A factor in the tray, where its card is on the screen, and where Causes is."""

    factor: str
    card: tuple[int, int]
    causes: tuple[int, int]


@contextmanager
def running(*command: str, **environ: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a program that is ended with the block, and after a minute if it hangs."""
    # What a desktop sets would put the window on another screen or scale it.
    kept = {name: each for name, each in os.environ.items() if not name.startswith(("QT_", "WAY"))}
    with subprocess.Popen(
        command, cwd=ROOT, env=kept | environ, stdout=subprocess.PIPE, text=True
    ) as program:
        watch = Timer(LONGEST_S, program.kill)
        watch.start()
        try:
            yield program
        finally:
            # Asked first, an X server takes its lock file away.
            program.terminate()
            with suppress(subprocess.TimeoutExpired):
                program.wait(5)
            program.kill()
            watch.cancel()


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees, with a number that no other has."""
    if not sys.platform.startswith("linux") or not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("a pointer of one's own needs Linux, Xvfb and xdotool")
    if not has_x_libraries():
        pytest.skip("the libraries that Qt needs for a real display are not here")
    with running(*SERVER) as server:
        yield f":{line_of(server)}"


def has_x_libraries() -> bool:
    """Say whether Qt could show a window on a real display."""
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(f"{plugins}/platforms/libqxcb.so")
    except OSError:
        return False
    return True


def line_of(program: "subprocess.Popen[str]") -> str:
    """Wait for the next line that a program prints."""
    assert program.stdout is not None
    line = program.stdout.readline().strip()
    assert line, "the program has ended"
    return line


def drag(display: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the left button, move step by step, and let it go, as a hand does."""
    way = [
        [round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True)]
        for step in range(1, STEPS + 1)
    ]
    words = ["mousemove", *start, "sleep", 0.1, "mousedown", 1]
    for x, y in way:
        words += ["sleep", 0.02, "mousemove", x, y]
    words += ["sleep", 0.1, "mouseup", 1]
    subprocess.run(
        ["xdotool", *map(str, words)],
        check=True,
        env={**os.environ, "DISPLAY": display},
        timeout=LONGEST_S,
    )


def test_a_card_that_is_dragged_into_causes_is_kept_there(display: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    places = {"DISPLAY": display, "STUDYAPP_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    with running(sys.executable, "-c", _PROGRAM, **places) as program:
        found = Found(**json.loads(line_of(program)))
        drag(display, found.card, found.causes)
        assert line_of(program) == found.factor
        program.send_signal(signal.SIGTERM)
        assert program.wait(LONGEST_S) == 0
    progress = open_progress(home / "progress.db", StandingClock(), "here", read_only=True)
    moves, faults = progress.entries((MOVE,)), progress.verify()
    progress.close()
    assert [(move.payload["factor"], move.payload["to"]) for move in moves] == [
        (found.factor, "causes")
    ]
    assert faults == ()
