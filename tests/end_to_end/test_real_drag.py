"""A card is dragged with a real pointer, on a real X server, and its move is kept."""

import json
from pathlib import Path

from tests.real_pointer import drag, line_of, moves_kept, window_on

# Prints where a card and Causes are, then each move.
_TELL = """
from PySide6.QtCore import QPointF
from studyapp.domain.boards.board import Spot, Zone
from studyapp.ui.board import layout

def tell():
    panel = window.study_panels.board
    panel.model.factor_moved.connect(lambda move: print(move.factor, flush=True))
    tell_when_still(places)

def places():
    panel = window.study_panels.board
    view = panel.zones.board
    scene = view.board
    tray = panel.model.factors_in(Zone.TRAY)
    if not scene.cards:
        return {"card": None}
    card = scene.cards[tray[0]].pos() + QPointF(scene.frame.card.width() / 2, 36)
    causes = layout.slot(scene.frame, Spot(Zone.CAUSES, 0)).center()
    return {
        "factor": tray[0],
        "card": on_screen(view.viewport(), view.mapFromScene(card)),
        "causes": on_screen(view.viewport(), view.mapFromScene(causes)),
    }
"""


def test_a_card_that_is_dragged_into_causes_is_kept_there(display: str, tmp_path: Path) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        drag(display, tmp_path, found["card"], found["causes"])
        assert line_of(program) == found["factor"]
    assert moves_kept(tmp_path) == [(found["factor"], "causes")]
