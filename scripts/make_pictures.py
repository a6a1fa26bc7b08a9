"""Draw the pictures of the user guide with the real window: `make pictures`.

Each is the program at work, in a home folder that exists only for this. They are kept in 256
colours, so that every new set costs the repository little.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    Qt,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from bench.made_up_study import study
from studyapp.app import make_application, make_window, places_of
from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.inspection import screenshot
from studyapp.services.progress.statistics import Scope
from studyapp.ui.browser.browser_window import BrowserWindow
from studyapp.ui.exam.exam_dialog import ExamDialog
from studyapp.ui.main_window import MainWindow
from studyapp.ui.self_test.question_views.placing_view import PlacingView

FOLDER = Path(__file__).resolve().parent.parent / "docs/pictures"
SIZE = (1366, 768)
HIGH = 1060
LARGEST = 150_000
TOPIC = "The treaty of August 1945"
CONTESTED = "What does the treaty say about Stalin's aims?"
MARKED = "He dealt with whoever could sign away ports and railways."
MARGIN_NOTE = "Use this in the essay"
WHY_TOP = "It is why he wanted ports and railways at all."
PLACED = {
    "Secret Yalta agreement on the Far East": Zone.CAUSES,
    "Stalin doubts that the CCP can win": Zone.CAUSES,
    "Soviet army invades Manchuria": Zone.CONSEQUENCES,
    "Mao flies to Chongqing to talk with Jiang": Zone.CONSEQUENCES,
}
PAIRS = "What was agreed in 1945 on each of these?"
ANSWER = "In return Moscow was to deal with Jiang alone: no support for the CCP."


def make_pictures(folder: Path) -> None:
    """Write every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    # The same pictures on every desktop.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application(["studyapp"])
    qInstallMessageHandler(_say)
    for scheme in ("light", "dark"):
        file = folder / f"window-{scheme}.png"
        screenshot(file, "window", scheme, SIZE)
        _save(QImage(str(file)), file)
    with tempfile.TemporaryDirectory(prefix="studyapp-") as home:
        window = _opened(application, home)
        _picture_reading(window, folder)
        _picture_sorting(window, folder)
        _picture_ranking(window, folder)
        _picture_web(window, folder)
        _picture_recalling(window, folder)
        _picture_timeline(window, folder)
        window.close()
    with tempfile.TemporaryDirectory(prefix="studyapp-") as home:
        places = places_of({"STUDYAPP_HOME": home})
        places.progress.parent.mkdir(parents=True, exist_ok=True)
        study(places.progress, places.shipped_pack)
        window = _opened(application, home)
        _picture_progress(window, folder)
        _picture_cards(window, folder)
        _picture_exam(window, folder)
        _picture_matching(window, folder)
        window.close()


def _opened(application: QApplication, home: str) -> MainWindow:
    """Return a finished window at the treaty of 1945."""
    window = make_window(application, places_of({"STUDYAPP_HOME": home}), "light")
    window.preferences.remember_board_is_known()
    window.preferences.remember_web_is_known()
    window.take_size(*SIZE)
    loop = QEventLoop()
    window.completed.connect(loop.quit)
    window.show()
    loop.exec()
    QThreadPool.globalInstance().waitForDone()
    reader = window.workspace.reader
    assert reader is not None
    window.show_topic(next(topic.id for topic in reader.topics() if topic.title == TOPIC))
    _settle()
    return window


def _picture_reading(window: MainWindow, folder: Path) -> None:
    """Picture a term's card, and a note with a contested point and a highlight."""
    note, reader = window.note_panel, window.workspace.reader
    assert reader is not None
    note.term_card.explain(next(term for term in reader.terms() if term.name == "GMD"), note.pos())
    _grab(note.term_card, folder / "term.png")
    note.hide_term()
    note.view.setTextCursor(note.view.document().find(MARKED))
    anchors = note.view.selected_anchors(reader.passages(window.topic))
    note.highlight_requested.emit(anchors, MARGIN_NOTE)
    _settle()
    note.show_passage(reader.search(CONTESTED)[0].element)
    note.view.unmark()
    _grab(note, folder / "note.png")


def _picture_sorting(window: MainWindow, folder: Path) -> None:
    """Picture the board after a check, and the same as an outline."""
    panel = window.study_panels.board
    assert panel is not None
    by_title = {panel.model.factor(name).title: name for name in panel.model.factors_in(Zone.TRAY)}
    for title, zone in PLACED.items():
        panel.model.move(by_title[title], zone)
    panel.check()
    _grab(panel, folder / "board.png")
    panel.zones.show_outline(True)
    _grab(panel, folder / "outline.png")


def _picture_ranking(window: MainWindow, folder: Path) -> None:
    """Picture causes ranked as a diamond, in a window that is high enough for all of it."""
    panel = window.study_panels.board
    assert panel is not None
    window.take_size(SIZE[0], HIGH)
    panel.zones.show_outline(False)
    panel.work_by(Way.RANK)
    for zone, room in panel.model.rooms.items():
        for factor in panel.model.factors_in(Zone.TRAY)[:room]:
            panel.model.move(factor, zone)
    panel.zones.defending.fields[0].setText(WHY_TOP)
    _grab(panel, folder / "rank.png")
    panel.work_by(Way.SORT)
    window.take_size(*SIZE)


def _picture_web(window: MainWindow, folder: Path) -> None:
    """Picture a web of the first cards of the topic: a link round the wrong way, one missing."""
    panel, boards = window.study_panels.board, window.workspace.board
    assert panel is not None
    assert boards is not None
    window.take_size(SIZE[0], HIGH)
    panel.work_by(Way.WEB)
    assert panel.web is not None
    model = panel.web.model
    for name in model.tray[:7]:
        panel.web.canvas.place_near(name)
    on_web = [
        (link.cause, link.consequence)
        for link in boards.key.causal_map.links
        if model.web.cards.keys() >= {link.cause, link.consequence}
    ]
    for cause, consequence in on_web[:-2]:
        model.draw((cause, consequence))
    model.draw(on_web[-2][::-1])
    panel.web.lay_out_web()
    panel.check()
    _grab(panel, folder / "web.png")
    panel.work_by(Way.SORT)
    window.take_size(*SIZE)


def _picture_recalling(window: MainWindow, folder: Path) -> None:
    """Picture an answer to what went wrong on the board, marked and ready to be rated."""
    window.actions_table["test_me"].trigger()
    _settle()
    panel = window.study_panels.self_test
    assert panel is not None
    field = panel.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText(ANSWER)
    panel.submit()
    _grab(panel, folder / "self-test.png")


def _picture_timeline(window: MainWindow, folder: Path) -> None:
    """Picture the factors of a topic in time."""
    window.actions_table["show_timeline"].trigger()
    _settle()
    panel = window.study_panels.timeline
    assert panel is not None
    _grab(panel, folder / "timeline.png")


def _picture_progress(window: MainWindow, folder: Path) -> None:
    """Picture how a month of study stands, in a window that is high enough for the half of it."""
    window.take_size(SIZE[0], HIGH)
    window.preferences.progress_scope = Scope.COURSE.value
    window.actions_table["show_progress"].trigger()
    panel = window.study_panels.progress
    assert panel is not None
    _wait()
    _grab(panel, folder / "progress.png")
    window.take_size(*SIZE)


def _picture_cards(window: MainWindow, folder: Path) -> None:
    """Picture the list of cards, with what is known of each."""
    window.actions_table["cards"].trigger()
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, BrowserWindow))
    # The screen of the offscreen platform is smaller than any real one.
    shown.resize(1180, 680)
    shown.filters.line.setText("is:learned Comintern")
    _wait()
    _grab(shown, folder / "cards.png")
    shown.close()


def _picture_exam(window: MainWindow, folder: Path) -> None:
    """Picture what twenty minutes a day come to on the day of an exam."""

    def picture() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExamDialog)
        _wait()
        _grab(dialog, folder / "exam.png")
        dialog.reject()

    QTimer.singleShot(500, picture)
    window.actions_table["plan_exam"].trigger()


def _picture_matching(window: MainWindow, folder: Path) -> None:
    """Picture pairs after they were checked, of which two are wrong."""
    panel, reader = window.study_panels.self_test, window.workspace.reader
    assert panel is not None
    assert reader is not None
    window.study_panels.self_test_dock.focus()
    [question] = [hit.element for hit in reader.search(PAIRS) if "/question/" in hit.element][:1]
    panel.ask_card(f"{question}#answer")
    assert isinstance(panel.question, PlacingView)
    for at, box in enumerate(panel.question.boxes):
        box.setCurrentIndex(1 + at % 2)
    panel.submit()
    _grab(panel, folder / "matching.png")


def _wait() -> None:
    """Let what works beside the window bring what it found."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QTest.qWait(300)


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # The offscreen platform names what it cannot do; everything else is worth reading.
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _grab(widget: QWidget, file: Path) -> None:
    _settle()
    _save(widget.grab().toImage(), file)


def _save(image: QImage, file: Path) -> None:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    # The colours that most of the picture has stay exactly as they are.
    palette = [colour for colour, _count in Counter(pixels).most_common(256)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = image.convertToFormat(QImage.Format.Format_Indexed8, palette, flags)
    small.save(str(file), quality=0)
    if file.stat().st_size > LARGEST:
        raise SystemExit(f"{file} has {file.stat().st_size} bytes, more than {LARGEST}.")


if __name__ == "__main__":
    make_pictures(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
