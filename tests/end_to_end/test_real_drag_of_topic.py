"""A topic is dragged with a real pointer from the tree onto the board, and is not opened by it."""

import json
from contextlib import closing
from pathlib import Path

from studyapp.services.boards.board_log import MOVE
from studyapp.store.progress import open_progress
from tests.clocks import StandingClock
from tests.real_pointer import drag, line_of, moves_kept, window_on

# Prints where a topic below the open one is in the tree and where Causes is, then how many cards
# went together, and which topic is open.
_TELL = """
from studyapp.domain.boards.board import Zone

def belonging(board, topic):
    return board.taking.meant_by(topic).cards

def tell():
    tree, board = window.topics_panel.tree, window.study_panels.board
    for row in range(tree.topics.rowCount()):
        above = tree.topics.index(row, 0)
        window.show_topic(tree.topics.topic_at(above))
        below = [tree.topics.index(at, 0, above) for at in range(tree.topics.rowCount(above))]
        found = [index for index in below if len(belonging(board, tree.topics.topic_at(index))) > 1]
        if found:
            tree.scrollTo(found[0])
            topic = tree.topics.topic_at(found[0])
            board.model.factors_moved.connect(lambda steps: after_drag(lambda: say(steps)))
            tell_when_still(lambda: places(topic))
            return
    raise SystemExit("no topic has two cards of a board")

def places(topic):
    tree, board = window.topics_panel.tree, window.study_panels.board
    index = tree.topics.index_of(topic)
    view = board.zones.board
    causes = view.mapFromScene(view.board.frame.zones[Zone.CAUSES].center())
    return {
        "open": window.topic,
        "topic": topic,
        "title": on_screen(tree.viewport(), tree.visualRect(index).center()),
        "causes": on_screen(view.viewport(), causes),
        "cards": belonging(board, topic),
    }

def say(steps):
    print(json.dumps([window.topic, len(steps)]), flush=True)
"""


def test_a_topic_dragged_onto_causes_puts_its_cards_there_and_stays_closed(
    display: str, tmp_path: Path
) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        drag(display, tmp_path, found["title"], found["causes"])
        assert json.loads(line_of(program)) == [found["open"], len(found["cards"])]
    assert moves_kept(tmp_path) == [(factor, "causes") for factor in found["cards"]]
    path = tmp_path / "progress.db"
    with closing(open_progress(path, StandingClock(), "here", read_only=True)) as progress:
        assert len({move.payload["go"] for move in progress.entries((MOVE,))}) == 1
