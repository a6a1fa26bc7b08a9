"""Showing a note: from the key press to the last paint, in a pack of 10,000 notes.

    python -m bench.notes [--topics 10000] [--shown 200]

A frame is change and paint: the clock stops in the paint event of the note, after which nothing
of the topic is left to do. The floor is a bare QTextBrowser that shows the same HTML.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from bench.generated_course import write_generated_pack
from bench.measuring import Row, p95, report
from studyapp.app import Places, make_application, make_window
from studyapp.ui.main_window import MainWindow

LIMIT_MS = 16.0


class PaintClock(QObject):
    """Remembers when a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted = time.perf_counter()
        return False


def settle() -> None:
    """Let everything that is waiting happen."""
    for _ in range(3):  # a paint may ask for a layout, and that for one more paint
        QApplication.processEvents()


def open_window(application: QApplication, home: Path, topics: int) -> MainWindow:
    """Return the real window on a generated pack, with everything loaded and checked."""
    pack = home / "generated.studypack"
    write_generated_pack(topics, pack)
    places = Places(pack, home / "courses", home / "progress.db", home / "set.ini", home / "crash")
    window = make_window(application, places, "light")
    loop = QEventLoop()
    # The check of the whole file, once after opening, shares the processor for some seconds.
    window.course_verified.connect(loop.quit)
    window.take_size(1366, 768)
    window.show()
    loop.exec()
    settle()
    return window


def timed(window: MainWindow, topic: str, clock: PaintClock) -> float:
    """Show a topic and return the milliseconds until everything has been painted."""
    began = time.perf_counter()
    window.show_topic(topic)
    settle()
    assert clock.painted > began
    assert window.topic == topic
    return (max(clock.painted, time.perf_counter()) - began) * 1000


def floor(view: QTextBrowser, html: str) -> float:
    """Show a note's HTML in a bare view and return the milliseconds until it was painted."""
    began = time.perf_counter()
    view.setHtml(html)
    settle()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--topics", type=int, default=10_000)
    parser.add_argument("--shown", type=int, default=200)
    options = parser.parse_args()
    application = make_application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        window = open_window(application, Path(folder), options.topics)
        bare = QTextBrowser()
        bare.resize(window.note_panel.size())
        bare.show()
        clock = PaintClock(window.note_panel.view.viewport())
        assert window.workspace.reader is not None
        reader = window.workspace.reader
        chosen = random.Random(2).sample(reader.topics(), options.shown)
        ours, base = [], []
        for entry in chosen:
            ours.append(timed(window, entry.id, clock))
            base.append(floor(bare, reader.page(entry.id).html))
        window.close()
    rows = [
        Row("bare QTextBrowser", base, "ms", p95(base)),
        Row("note and all panels", ours, "ms", p95(ours), LIMIT_MS),
    ]
    return report(f"Showing one of {options.topics} notes; value: 95th percentile", rows)


if __name__ == "__main__":
    sys.exit(main())
