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
    window.study_panels.board.work_by(Way.WEB)
    QTimer.singleShot(500, tell_word)

def tell_word():
    view, web = window.note_panel.view, window.study_panels.board.web
    cursor = view.textCursor()
    cursor.setPosition(0)
    while not QUrl(cursor.charFormat().anchorHref()).scheme() == "term":
        cursor.setPosition(cursor.position() + 1)
    term = QUrl(cursor.charFormat().anchorHref()).path()
    name = window.workspace.reader.term(term).name
    cursor.setPosition(cursor.position() + 1)
    room = web.canvas.sight.room.center().toPoint()
    place = view.cursorRect(cursor).center()
    found = {
        "name": name,
        "word": on_screen(view.viewport(), place),
        "web": on_screen(web.canvas, room),
    }
    # Qt ends a drag a moment after the drop: a window that is closed before has none to end.
    web.model.changed.connect(lambda step: QTimer.singleShot(300, lambda: say(web, step)))
    print(json.dumps(found), flush=True)

def say(web, step):
    print(json.dumps([web.model.factor(card).title for card in step.cards]), flush=True)
"""


def test_a_term_dragged_onto_a_web_is_a_card_with_its_name(display: str, tmp_path: Path) -> None:
    with window_on(display, tmp_path, _TELL) as program:
        found = json.loads(line_of(program))
        drag(display, found["word"], found["web"])
        assert json.loads(line_of(program)) == [found["name"]]
