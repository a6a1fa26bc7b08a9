"""A factor is dragged with a real pointer from the timeline over the board's tab onto the board."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from studyapp.services.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock
from tests.end_to_end.test_real_drag import LONGEST_S, STEPS, display, line_of, running

__all__ = ["display"]

# The program as main.py starts it. It prints where a factor of the board is in the timeline, where
# the board's tab is and where Causes will be, then each move.
_PROGRAM = """
import json, os, signal, sys
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QTabBar
from studyapp.app import make_application, make_window, places_of, settle
from studyapp.domain.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.timeline.painting import AXIS

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")

def on_screen(widget, point):
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]

def tell():
    study = window.study_panels
    board, view = study.board, study.board.zones.board
    slot = layout.slot(view.board.frame, Spot(Zone.CAUSES, 0)).center()
    found = {"causes": on_screen(view.viewport(), view.mapFromScene(slot))}
    study.timeline_dock.focus()
    # Qt ends a drag a moment after the drop: a window that is closed before has none to end.
    board.model.factor_moved.connect(
        lambda move: QTimer.singleShot(300, lambda: print(move.factor, flush=True))
    )
    QTimer.singleShot(300, lambda: tell_more(found))

def tell_more(found):
    study = window.study_panels
    view, tray = study.timeline.view, study.board.model.factors_in(Zone.TRAY)
    factor = next(name for name in view.plan.boxes if name in tray)
    view.select(factor)
    box = view.plan.boxes[factor]
    left = box.left - (view.offset if box.ends else 0)
    point = QPoint(round(left) + 20, round(box.top + AXIS - view.down) + 12)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.count() == 3)
    found |= {
        "factor": factor,
        "box": on_screen(view.viewport(), point),
        "tab": on_screen(bar, bar.tabRect(0).center()),
    }
    QTimer.singleShot(200, lambda: print(json.dumps(found), flush=True))

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


def way(start: list[int], end: list[int]) -> list[str]:
    """Return the words for xdotool that move the pointer step by step."""
    steps = [
        [round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True)]
        for step in range(1, STEPS + 1)
    ]
    return [str(word) for x, y in steps for word in ("sleep", 0.03, "mousemove", x, y)]


def test_a_factor_dragged_over_the_tab_of_the_board_lies_where_it_was_let_go(
    display: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    places = {"DISPLAY": display, "STUDYAPP_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    with running(sys.executable, "-c", _PROGRAM, **places) as program:
        found = json.loads(line_of(program))
        words = ["mousemove", *map(str, found["box"]), "sleep", "0.1", "mousedown", "1"]
        words += way(found["box"], found["tab"])
        # The tab comes to the front after half a second.
        words += [
            "sleep",
            "1.2",
            *way(found["tab"], found["causes"]),
            "sleep",
            "0.3",
            "mouseup",
            "1",
        ]
        subprocess.run(
            ["xdotool", *words],
            check=True,
            env={**os.environ, "DISPLAY": display},
            timeout=LONGEST_S,
        )
        assert line_of(program) == found["factor"]
        program.send_signal(signal.SIGTERM)
        assert program.wait(LONGEST_S) == 0
    progress = open_progress(home / "progress.db", StandingClock(), "here", read_only=True)
    moves = progress.entries((MOVE,))
    progress.close()
    assert [(move.payload["factor"], move.payload["to"]) for move in moves] == [
        (found["factor"], "causes")
    ]
