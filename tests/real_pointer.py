"""A real pointer on a real X server, and the program under it: for drags that Qt cannot play."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QLibraryInfo

from studyapp.services.boards.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock

ROOT = Path(__file__).parents[1]
SERVER = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
STEPS = 12
LONGEST_S = 60
# The file in a home in which the program says where it has seen the pointer last.
SEEN = "pointer"

# The program as main.py starts it; what is put between these calls `tell` once it is complete.
_BEGIN = """
import json, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDrag
from studyapp.app import make_application, make_window, places_of, settle

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")
window.preferences.remember_board_is_known()

class Seeing(QObject):
    MOVES = (QEvent.Type.MouseMove, QEvent.Type.DragEnter, QEvent.Type.DragMove)
    file = Path(os.environ["STUDYAPP_HOME"], "pointer")

    def eventFilter(self, watched, event):
        if event.type() in self.MOVES and watched.isWindowType():
            place = watched.mapToGlobal(event.position().toPoint())
            self.file.write_text(f"{place.x()} {place.y()}")
        return False

seeing = Seeing()
application.installEventFilter(seeing)

def on_screen(widget, point):
    if not widget.isVisible() or not widget.rect().contains(point):
        return None
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]

# What was just laid out may still move: it lies still once it is twice in the same place.
def when_still(measure, then, before=None, tries=100):
    found = measure()
    if found == before and None not in found.values():
        then(found)
    else:
        assert tries, f"out of sight, or never still: {found}"
        QTimer.singleShot(200, lambda: when_still(measure, then, found, tries - 1))

def tell_when_still(measure):
    when_still(measure, lambda found: print(json.dumps(found), flush=True))

# Qt ends a drag a moment after the drop: a window that is closed before has none to end.
def after_drag(say):
    if window.findChildren(QDrag):
        QTimer.singleShot(50, lambda: after_drag(say))
    else:
        say()
"""
_END = """
def fail(*error):
    sys.__excepthook__(*error)
    application.exit(1)

sys.excepthook = fail
# A signal is heard wherever Python is, in the middle of a slot too; Qt runs it for a timer.
signal.signal(signal.SIGTERM, lambda *_: QTimer.singleShot(0, window.close))
ticking = QTimer()
ticking.timeout.connect(lambda: None)
ticking.start(50)
window.completed.connect(settle)
window.completed.connect(lambda: QTimer.singleShot(0, tell))
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


def drag(
    display: str, home: Path, *stops: Sequence[int], rest: Callable[[], object] = lambda: None
) -> None:
    """Press the left button, move from stop to stop, and let it go.

    The program whose home it is has seen the pointer at each stop before it goes on; at those in
    between `rest` is called besides.
    """
    _point(display, "mousemove", *stops[0], "sleep", 0.1, "mousedown", 1)
    for start, end in pairwise(stops):
        for x, y in _way(start, end):
            _point(display, "sleep", 0.03, "mousemove", x, y)
        _wait_until_seen(home, end)
        if end is not stops[-1]:
            rest()
    _point(display, "mouseup", 1)


def _point(display: str, *words: object) -> None:
    environ = {**os.environ, "DISPLAY": display}
    subprocess.run(["xdotool", *map(str, words)], check=True, env=environ, timeout=LONGEST_S)


def _wait_until_seen(home: Path, place: Sequence[int]) -> None:
    """Wait until a program has heard of the pointer at a place, however slow the machine is."""
    seen, wanted = home / SEEN, " ".join(map(str, place))
    until = monotonic() + LONGEST_S
    while not seen.exists() or seen.read_text() != wanted:
        assert monotonic() < until, f"the pointer was not seen at {wanted}"
        sleep(0.02)


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
