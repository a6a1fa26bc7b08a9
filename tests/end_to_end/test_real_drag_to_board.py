"""A factor is dragged with a real pointer from the timeline over the board's tab onto the board."""

import json
from pathlib import Path

from tests.real_pointer import drag, line_of, moves_kept, window_on

# Prints where a factor of the board is in the timeline, where the board's tab is and where Causes
# will be, then each move.
_TELL = """
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTabBar
from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout
from studyapp.ui.timeline.painting import AXIS

def tell():
    study = window.study_panels
    study.board.model.factor_moved.connect(
        lambda move: after_drag(lambda: print(move.factor, flush=True))
    )
    when_still(causes, go_to_timeline)

def causes():
    view = window.study_panels.board.zones.board
    slot = layout.slot(view.board.frame, Spot(Zone.CAUSES, 0)).center()
    return {"causes": on_screen(view.viewport(), view.mapFromScene(slot))}

def go_to_timeline(found):
    study = window.study_panels
    study.timeline_dock.focus()
    study.board_dock.visibilityChanged.connect(lambda shown: shown and print("shown", flush=True))
    tell_when_still(lambda: found | places())

def places():
    study = window.study_panels
    view = study.timeline.view
    tray = study.board.model.factors_in(Zone.TRAY)
    factor = next((name for name in view.plan.boxes if name in tray), None)
    if factor is None:
        return {"box": None}
    view.select(factor)
    box = view.plan.boxes[factor]
    left = box.left - (view.offset if box.ends else 0)
    point = QPoint(round(left) + 20, round(box.top + AXIS - view.down) + 12)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.count() == 4)
    return {
        "factor": factor,
        "box": on_screen(view.viewport(), point),
        "tab": on_screen(bar, bar.tabRect(0).center()),
    }
"""


def test_a_factor_dragged_over_the_tab_of_the_board_lies_where_it_was_let_go(
    display: str, tmp_path: Path
) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        stops = found["box"], found["tab"], found["causes"]
        drag(display, tmp_path, *stops, rest=lambda: line_of(program))
        assert line_of(program) == found["factor"]
    assert moves_kept(tmp_path) == [(found["factor"], "causes")]
