"""Evidence is dragged with a real pointer from the tray to a side, and on to the other."""

import json
from pathlib import Path

from tests.real_pointer import drag, line_of, window_on

# Prints where the tray's first piece and both lists are, then the plan after each drop.
_TELL = """
from studyapp.paths import shipped_pack
from studyapp.store.pack import open_pack

def tell():
    study = window.study_panels
    study.self_test_dock.focus()
    panel = study.self_test
    pack = open_pack(shipped_pack())
    essay = next(card for card, *_ in pack.every_card() if "to-what-extent-did" in card)
    pack.close()
    panel.ask_card(f"{essay}#answer")
    view = panel.question
    for side in view.sides:
        side.changed.connect(lambda: after_drag(say))
    tell_when_still(places)

def view():
    return window.study_panels.self_test.question

def places():
    lists = [side.list for side in view().sides]
    tray = view().tray.list
    return {
        "piece": on_screen(tray.viewport(), tray.visualItemRect(tray.item(0)).center()),
        "for": on_screen(lists[0].viewport(), lists[0].viewport().rect().center()),
    }

def say():
    lists = [side.list for side in view().sides]
    held = lists[0] if lists[0].count() else lists[1]
    other = lists[1] if held is lists[0] else lists[0]
    plan = view().plan()
    print(json.dumps({
        "plan": [[piece.text for piece in pieces] for pieces in plan.sides],
        "piece": on_screen(held.viewport(), held.visualItemRect(held.item(0)).center()),
        "other": on_screen(other.viewport(), other.viewport().rect().center()),
    }), flush=True)
"""


def test_a_piece_goes_from_the_tray_to_a_side_and_leaves_it_for_the_other(
    display: str, tmp_path: Path
) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        drag(display, tmp_path, found["piece"], found["for"])
        put = json.loads(line_of(program))
        assert put["plan"][1] == []
        [piece] = put["plan"][0]
        drag(display, tmp_path, put["piece"], put["other"])
        # It comes to the one list before it leaves the other.
        for _ in range(2):
            moved = json.loads(line_of(program))
        assert moved["plan"] == [[], [piece]]
