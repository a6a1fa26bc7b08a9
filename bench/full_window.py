"""The real program, started by its own `main`, with a clock on what it paints.

Prints when tree and note were painted with their real content, when a key was answered with
everything loaded, and how big it is at rest. The visible text is asserted when the clock stops.
"""

import gc
import json
import sys
import time

import main as program

gc.disable()  # as the program does before it imports anything

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from bench.empty_window import resident_kib
from studyapp.ui.main_window import MainWindow
from studyapp.ui.note.note_view import NoteView
from studyapp.ui.topics.topic_tree import TopicTree


class Stopwatch(QObject):
    """Listens to the paint events of tree and note, without a filter that Qt itself would feel."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.tree = window.topics_panel.tree
        self.note = window.note_panel.view
        self.painted: dict[QObject, float] = {}
        self.told: dict[str, float] = {}
        self.asked_for = ""
        window.completed.connect(self.press_key)

    def was_painted(self, view: QObject, at: float) -> None:
        self.painted[view] = at
        if len(self.painted) == 2 and "painted" not in self.told:
            self.assert_visible()
            self.told["painted"] = at
        elif self.asked_for and view is self.note:
            assert self.note.toPlainText().strip().startswith(self.window.note_panel.title())
            assert self.window.topic != self.asked_for
            self.told["answered"] = at
            self.asked_for = ""
            QTimer.singleShot(2000, self.tell)

    def assert_visible(self) -> None:
        topics = self.window.workspace.reader.topics() if self.window.workspace.reader else ()
        top = self.tree.indexAt(QPoint(5, 5))
        assert top.data() == topics[0].title
        text = self.note.toPlainText()
        assert self.window.note_panel.title() in text
        assert len(text) > 300

    def press_key(self) -> None:
        self.asked_for = self.window.topic
        self.tree.setFocus()
        # Not before the clock has stopped for the first paint.
        from PySide6.QtCore import Qt

        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, none)
        QApplication.sendEvent(self.tree, press)

    def tell(self) -> None:
        print(json.dumps({**self.told, "kib": resident_kib()}))
        self.window.close()


def watch(view: type[TopicTree] | type[NoteView], stopwatches: list[Stopwatch]) -> None:
    """Have a kind of view tell the stopwatch each time it has painted itself."""
    really_paint = view.paintEvent

    def paint(self: TopicTree | NoteView, event: QPaintEvent) -> None:
        really_paint(self, event)  # type: ignore[arg-type]
        for stopwatch in stopwatches:
            stopwatch.was_painted(self, time.monotonic())

    view.paintEvent = paint  # type: ignore[method-assign, assignment]


def main() -> int:
    stopwatches: list[Stopwatch] = []
    really_show = MainWindow.show

    def show(window: MainWindow) -> None:
        stopwatches.append(Stopwatch(window))
        # An everyday start, without the introduction that only the first one has.
        window.preferences.remember_board_is_known()
        # As large as the empty window; offscreen, the screen is smaller.
        window.take_size(1366, 768)
        really_show(window)

    MainWindow.show = show  # type: ignore[method-assign, assignment]
    watch(TopicTree, stopwatches)
    watch(NoteView, stopwatches)
    return program.main()


if __name__ == "__main__":
    sys.exit(main())
