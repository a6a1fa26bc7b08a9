"""The real program, started by its own `main`, with a clock on what it paints.

Prints when tree and note were painted with their real content, when a key was answered with
everything loaded, and how big it is at rest. The visible text is asserted when the clock stops.
"""

import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bench.empty_window import resident_kib
from studyapp import app
from studyapp.ui.main_window import MainWindow


class Stopwatch(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.tree = window.topics_panel.tree
        self.note = window.note_panel.view
        self.painted: dict[QObject, float] = {}
        self.told: dict[str, float] = {}
        self.loaded = False
        self.asked_for = ""
        for view in (self.tree, self.note):
            view.viewport().installEventFilter(self)
        window.completed.connect(self.press_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: self.was_painted(watched, time.monotonic()))
        return False

    def was_painted(self, view: QObject, at: float) -> None:
        self.painted[view] = at
        if len(self.painted) == 2 and "painted" not in self.told:
            self.assert_visible()
            self.told["painted"] = at
        elif self.asked_for and view is self.note.viewport():
            assert self.note.toPlainText().strip().startswith(self.window.note_panel.title())
            assert self.window.topic != self.asked_for
            self.told["answered"] = at
            self.asked_for = ""
            QTimer.singleShot(500, self.tell)

    def assert_visible(self) -> None:
        topics = self.window.workspace.reader.topics() if self.window.workspace.reader else ()
        top = self.tree.indexAt(self.tree.viewport().rect().topLeft())
        assert top.data() == topics[0].title
        text = self.note.toPlainText()
        assert self.window.note_panel.title() in text
        assert len(text) > 300

    def press_key(self) -> None:
        self.asked_for = self.window.topic
        self.tree.setFocus()
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, none)
        QApplication.sendEvent(self.tree, press)

    def tell(self) -> None:
        print(json.dumps({**self.told, "kib": resident_kib()}))
        self.window.close()


def main() -> int:
    really_show = MainWindow.show

    def show(window: MainWindow) -> None:
        window.stopwatch = Stopwatch(window)  # type: ignore[attr-defined]
        really_show(window)

    MainWindow.show = show  # type: ignore[method-assign, assignment]
    return app.main(sys.argv[:1])


if __name__ == "__main__":
    sys.exit(main())
