"""A real pointer on a real X server, and the program under it: for drags that Qt cannot play."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QLibraryInfo

from studyapp.services.boards.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

ROOT = Path(__file__).parents[1]
SERVER = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
STEPS = 12
LONGEST_S = 60
# A tab comes to the front half a second after something is carried onto it.
REST_S = 1.2

# The program as main.py starts it; what is put between these calls `tell` once it is complete.
_BEGIN = """
import json, os, signal, sys
from PySide6.QtCore import QTimer
from studyapp.app import make_application, make_window, places_of, settle

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")
window.preferences.remember_board_is_known()

def on_screen(widget, point):
    assert widget.rect().contains(point), "out of sight"
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]
"""
_END = """
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
window.completed.connect(lambda: QTimer.singleShot(500, tell))
window.show()
raise SystemExit(application.exec())
"""


@contextmanager
def screen() -> Iterator[str]:
    """Give a screen that nobody sees, with a number that no other has."""
    if not sys.platform.startswith("linux") or not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("a pointer of one's own needs Linux, Xvfb and xdotool")
    if not _has_x_libraries():
        pytest.skip("the libraries that Qt needs for a real display are not here")
    with running(*SERVER) as server:
        yield f":{line_of(server)}"


def _has_x_libraries() -> bool:
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(f"{plugins}/platforms/libqxcb.so")
    except OSError:
        return False
    return True


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


@contextmanager
def window_on(display: str, home: Path, tell: str) -> Iterator["subprocess.Popen[str]"]:
    """Run the window until the block ends, then close it; `tell` prints what there is to see."""
    places = {"DISPLAY": display, "STUDYAPP_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    with running(sys.executable, "-c", _BEGIN + tell + _END, **places) as program:
        yield program
        program.send_signal(signal.SIGTERM)
        assert program.wait(LONGEST_S) == 0


def line_of(program: "subprocess.Popen[str]") -> str:
    """Wait for the next line that a program prints."""
    assert program.stdout is not None
    line = program.stdout.readline().strip()
    assert line, "the program has ended"
    return line


def drag(display: str, *stops: Sequence[int]) -> None:
    """Press the left button, move from stop to stop with a rest at each, and let it go."""
    words: list[object] = ["mousemove", *stops[0], "sleep", 0.1, "mousedown", 1]
    for start, end in pairwise(stops):
        for x, y in _way(start, end):
            words += ["sleep", 0.03, "mousemove", x, y]
        words += ["sleep", REST_S if end is not stops[-1] else 0.3]
    subprocess.run(
        ["xdotool", *map(str, (*words, "mouseup", 1))],
        check=True,
        env={**os.environ, "DISPLAY": display},
        timeout=LONGEST_S,
    )


def _way(start: Sequence[int], end: Sequence[int]) -> Iterator[list[int]]:
    for step in range(1, STEPS + 1):
        yield [round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True)]


def moves_kept(home: Path) -> list[tuple[object, object]]:
    """Return each move in a home's progress file, factor and zone; nothing in it is damaged."""
    path = home / "progress.db"
    with closing(open_progress(path, StandingClock(), "here", read_only=True)) as progress:
        assert progress.verify() == ()
        moves = progress.entries((MOVE,))
    return [(move.payload["factor"], move.payload["to"]) for move in moves]
