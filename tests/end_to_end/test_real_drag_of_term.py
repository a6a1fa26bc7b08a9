"""A term of the note is dragged with a real pointer onto a web: it is a card with its name."""

import json
from pathlib import Path

from tests.real_pointer import drag, line_of, window_on

# Prints where the first term of the note is, its name, and where the middle of the web is, then
# what stands on the card that was dropped.
_TELL = """
from PySide6.QtCore import QUrl
from studyapp.domain.boards.ways import Way

def tell():
    panel = window.study_panels.board
    panel.work_by(Way.WEB)
    web = panel.web
    web.model.changed.connect(lambda step: after_drag(lambda: say(web, step)))
    tell_when_still(places)

def places():
    view, web = window.note_panel.view, window.study_panels.board.web
    cursor = view.textCursor()
    cursor.setPosition(0)
    while not QUrl(cursor.charFormat().anchorHref()).scheme() == "term":
        cursor.setPosition(cursor.position() + 1)
    term = QUrl(cursor.charFormat().anchorHref()).path()
    cursor.setPosition(cursor.position() + 1)
    room = web.canvas.sight.room.center().toPoint()
    return {
        "name": window.workspace.reader.term(term).name,
        "word": on_screen(view.viewport(), view.cursorRect(cursor).center()),
        "web": on_screen(web.canvas, room),
    }

def say(web, step):
    print(json.dumps([web.model.factor(card).title for card in step.cards]), flush=True)
"""


def test_a_term_dragged_onto_a_web_is_a_card_with_its_name(display: str, tmp_path: Path) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        drag(display, tmp_path, found["word"], found["web"])
        assert json.loads(line_of(program)) == [found["name"]]
