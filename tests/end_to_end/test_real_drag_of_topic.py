"""A topic is dragged with a real pointer from the tree onto the board, and is not opened by it."""

import json
import signal
import sys
from pathlib import Path

from studyapp.services.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock
from tests.end_to_end.test_real_drag import LONGEST_S, display, drag, line_of, running

__all__ = ["display"]

# The program as main.py starts it. It prints where a topic below the open one is in the tree and
# where Causes is, then how many cards went together, and which topic is open.
_PROGRAM = """
import json, os, signal, sys
from PySide6.QtCore import QTimer
from studyapp.app import make_application, make_window, places_of, settle
from studyapp.domain.board import Zone

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")
window.preferences.remember_board_is_known()

def on_screen(widget, point):
    assert widget.rect().contains(point), "out of sight"
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]

def belonging(board, topic):
    return board.taking.meant_by(topic).cards

def choose():
    tree, board = window.topics_panel.tree, window.study_panels.board
    for row in range(tree.topics.rowCount()):
        above = tree.topics.index(row, 0)
        window.show_topic(tree.topics.topic_at(above))
        below = [tree.topics.index(at, 0, above) for at in range(tree.topics.rowCount(above))]
        found = [index for index in below if len(belonging(board, tree.topics.topic_at(index))) > 1]
        if found:
            tree.scrollTo(found[0])
            QTimer.singleShot(500, lambda: tell(found[0]))
            return
    raise SystemExit("no topic has two cards of a board")

def tell(index):
    tree, board = window.topics_panel.tree, window.study_panels.board
    view = board.zones.board
    causes = view.mapFromScene(view.board.frame.zones[Zone.CAUSES].center())
    found = {
        "open": window.topic,
        "topic": tree.topics.topic_at(index),
        "title": on_screen(tree.viewport(), tree.visualRect(index).center()),
        "causes": on_screen(view.viewport(), causes),
        "cards": belonging(board, tree.topics.topic_at(index)),
    }
    # Qt ends a drag a moment after the drop: a window that is closed before has none to end.
    board.model.factors_moved.connect(lambda steps: QTimer.singleShot(300, lambda: say(steps)))
    print(json.dumps(found), flush=True)

def say(steps):
    print(json.dumps([window.topic, len(steps)]), flush=True)

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
window.completed.connect(lambda: QTimer.singleShot(500, choose))
window.show()
raise SystemExit(application.exec())
"""


def test_a_topic_dragged_onto_causes_puts_its_cards_there_and_stays_closed(
    display: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    places = {"DISPLAY": display, "STUDYAPP_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    with running(sys.executable, "-c", _PROGRAM, **places) as program:
        found = json.loads(line_of(program))
        drag(display, found["title"], found["causes"])
        assert json.loads(line_of(program)) == [found["open"], len(found["cards"])]
        program.send_signal(signal.SIGTERM)
        assert program.wait(LONGEST_S) == 0
    progress = open_progress(home / "progress.db", StandingClock(), "here", read_only=True)
    moves = progress.entries((MOVE,))
    progress.close()
    told = [(move.payload["factor"], move.payload["to"]) for move in moves]
    assert told == [(factor, "causes") for factor in found["cards"]]
    assert len({move.payload["go"] for move in moves}) == 1
