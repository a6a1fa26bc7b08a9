"""The web of links at its largest: dragging, looking around, opening, marking, laying out.

    python -m bench.board [--factors 1000] [--links 1500] [--frames 120]

All cards are in view. A frame is change and paint: from the event of the mouse to the end of the
paint that shows what came of it. The floor is a bare QWidget of the same size that paints as
many bare areas and lines, each frame all of them.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.generated_course import COURSE, generated_web
from bench.measuring import Row, p95, report
from studyapp.app import make_application, system_clock
from studyapp.domain import web as webs
from studyapp.domain.marking_web import mark_web
from studyapp.domain.ways import Way
from studyapp.domain.web import Drawn
from studyapp.domain.web_layout import laid_out
from studyapp.services.board_session import BoardSession
from studyapp.store.pack import open_pack
from studyapp.store.pack_writer import write_pack
from studyapp.store.progress import open_progress
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.theme import Theme
from studyapp.ui.web.canvas import WebCanvas
from studyapp.ui.web.geometry import SPACING
from studyapp.ui.web.panel import WebPanel

TOPIC = f"{COURSE}/topic/t0"
HUB = 50
SIZE = (1366, 768)
AIMS = {
    "dragging one card, p95": 16,
    "dragging a 50-link hub, p95": 16,
    "dragging 20 cards, p95": 16,
    "zooming, p95": 24,
    "panning, p95": 24,
    "opening": 300,
    "marking": 50,
    "laying out 200 cards": 200,
}


class Floor(QWidget):
    """Paints areas and lines, and nothing else."""

    def __init__(self, areas: list[QRectF], lines: list[QLineF]) -> None:
        super().__init__()
        self._areas, self._lines = areas, lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.scale(0.1, 0.1)
        painter.drawLines(self._lines)
        painter.drawRects(self._areas)


def timed(act: Callable[[], object], widget: QWidget) -> float:
    """Return the milliseconds of a change and of the paint that shows it."""
    began = time.perf_counter()
    act()
    widget.repaint()
    return (time.perf_counter() - began) * 1000


def mouse(canvas: WebCanvas, kind: QEvent.Type, at: QPointF) -> None:
    """Send the canvas an event of the mouse, its left button held or just let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    globally = QPointF(canvas.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, globally, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def dragged(canvas: WebCanvas, name: str, others: list[str], frames: int) -> Iterator[float]:
    """Yield the milliseconds of each frame in which cards are carried about."""
    canvas.model.choose(name, others)
    start = canvas.sight.to_view(canvas.shape.areas[name].center())
    mouse(canvas, QEvent.Type.MouseButtonPress, start)
    mouse(canvas, QEvent.Type.MouseMove, start + QPointF(40, 0))
    QApplication.processEvents()
    for frame in range(frames):
        at = start + QPointF(40 + frame * 2, (frame * 7) % 90)
        yield timed(partial(mouse, canvas, QEvent.Type.MouseMove, at), canvas)
    canvas.cancel()


def looked_around(canvas: WebCanvas, frames: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of frames of zooming and of panning."""
    closer = [1.02 if frame % 40 < 20 else 1 / 1.02 for frame in range(frames)]
    further = [QPointF(3 if frame % 40 < 20 else -3, 1) for frame in range(frames)]
    zoomed = [timed(partial(canvas.zoom, factor), canvas) for factor in closer]
    panned = [timed(partial(canvas.pan, by), canvas) for by in further]
    return zoomed, panned


def filled(session: BoardSession, factors: int) -> None:
    """Lay all factors on the web and draw all links that the course has, in one step each."""
    web = session.webs
    web.open(TOPIC)
    pairs = [(link.cause, link.consequence) for link in session.key.causal_map.links]
    web.do(webs.place(web.web, laid_out(web.offered, pairs, SPACING, 32)))
    web.do(webs.WebStep(links={pair: (None, Drawn()) for pair in pairs}))
    assert len(web.web.cards) == factors


def measured(panel: WebPanel, session: BoardSession, frames: int) -> dict[str, list[float]]:
    """Return the milliseconds of everything that has an aim."""
    canvas, chance = panel.canvas, random.Random(5)
    opened = [timed(lambda: panel.open(session.webs, TOPIC), canvas) for _ in range(7)]
    canvas.fit()
    QApplication.processEvents()
    names = list(panel.model.web.cards)
    hub = next(name for name in names if len(panel.model.web.links_at(name)) == HUB)
    zoomed, panned = looked_around(canvas, frames)
    canvas.fit()
    QApplication.processEvents()
    some = chance.sample(names, 20)
    links = [pair for pair in panel.model.web.links if set(pair) <= set(names[:200])]
    marked, arranged = [], []
    for _ in range(7):
        began = time.perf_counter()
        mark_web(panel.model.web, session.key)
        marked.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        laid_out(names[:200], links, SPACING, 16)
        arranged.append((time.perf_counter() - began) * 1000)
    return {
        "dragging one card, p95": list(dragged(canvas, names[500], [], frames)),
        "dragging a 50-link hub, p95": list(dragged(canvas, hub, [], frames)),
        "dragging 20 cards, p95": list(dragged(canvas, some[0], some, frames)),
        "zooming, p95": zoomed,
        "panning, p95": panned,
        "opening": opened,
        "marking": marked,
        "laying out 200 cards": arranged,
    }


def floor_frames(canvas: WebCanvas, frames: int) -> list[float]:
    """Return the milliseconds of frames of the floor."""
    shape = canvas.shape
    bare = Floor(list(shape.areas.values()), list(shape.lines.values()))
    bare.resize(canvas.size())
    bare.show()
    QApplication.processEvents()
    taken = [timed(bare.update, bare) for _ in range(frames)]
    bare.close()
    return taken


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factors", type=int, default=1000)
    parser.add_argument("--links", type=int, default=1500)
    parser.add_argument("--frames", type=int, default=120)
    options = parser.parse_args()
    make_application(["bench"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course = generated_web(options.factors, options.links, HUB)
        write_pack(course, {topic.id: "" for topic in course.topics}, folder / "web.studypack")
        progress = open_progress(folder / "progress.db", system_clock, "bench")
        with closing(open_pack(folder / "web.studypack")) as pack, closing(progress):
            session = BoardSession(pack, progress)
            filled(session, options.factors)
            board = BoardPanel(Theme())
            board.resize(*SIZE)
            board.set_session(session)
            board.set_scope(TOPIC)
            board.show()
            board.work_by(Way.WEB)
            assert board.web is not None
            QApplication.processEvents()
            found = measured(board.web, session, options.frames)
            rows = [Row("bare areas and lines, all", floor_frames(board.web.canvas, 60), "ms")]
            board.close()
    for what, taken in found.items():
        value = p95(taken) if what.endswith("p95") else sorted(taken)[len(taken) // 2]
        rows.append(Row(what, taken, "ms", value, AIMS[what]))
    return report(f"A web of {options.factors} factors and {options.links} links", rows)


if __name__ == "__main__":
    sys.exit(main())
