"""A term of the note is dragged with a real pointer onto a web: it is a card with its name."""

import json
import signal
import sys
from pathlib import Path

from tests.end_to_end.test_real_drag import LONGEST_S, display, drag, line_of, running

__all__ = ["display"]

# The program as main.py starts it. It prints where the first term of the note is, its name, and
# where the middle of the web is, then what stands on the card that was dropped.
_PROGRAM = """
import json, os, signal, sys
from PySide6.QtCore import QPoint, QTimer, QUrl
from studyapp.app import make_application, make_window, places_of, settle
from studyapp.domain.ways import Way

application = make_application(["studyapp"])
window = make_window(application, places_of(os.environ), "light")
window.preferences.remember_board_is_known()

def on_screen(widget, point):
    assert widget.rect().contains(point), "out of sight"
    place = widget.mapToGlobal(point)
    return [place.x(), place.y()]

def begin():
    window.study_panels.board.work_by(Way.WEB)
    QTimer.singleShot(500, tell)

def tell():
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
window.completed.connect(lambda: QTimer.singleShot(500, begin))
window.show()
raise SystemExit(application.exec())
"""


def test_a_term_dragged_onto_a_web_is_a_card_with_its_name(display: str, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    places = {"DISPLAY": display, "STUDYAPP_HOME": home, "QT_QPA_PLATFORM": "xcb"}
    with running(sys.executable, "-c", _PROGRAM, **places) as program:
        found = json.loads(line_of(program))
        drag(display, found["word"], found["web"])
        assert json.loads(line_of(program)) == [found["name"]]
        program.send_signal(signal.SIGTERM)
        assert program.wait(LONGEST_S) == 0
