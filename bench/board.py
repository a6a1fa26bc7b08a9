"""The web of links at its largest: dragging, looking around, opening, marking, laying out.

    python -m bench.board [--factors 1000] [--links 1500] [--frames 120]

All cards are in view. A frame is change and paint: from the event of the mouse to the end of the
paint that shows what came of it. The floor is a bare QWidget of the same size that paints as
many bare areas and lines, each frame all of them.

A second web is as large as one whose words are put clear of each other: 60 cards, 150 links, and
a long reason beside each link.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.generated_course import COURSE, generated_web
from bench.measuring import Row, p95, report
from studyapp.app import make_application
from studyapp.domain.boards import web as webs
from studyapp.domain.boards.marking_web import mark_web
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Drawn
from studyapp.domain.boards.web_layout import laid_out
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.system_clock import system_clock
from studyapp.store.pack import open_pack
from studyapp.store.pack_writer import write_pack
from studyapp.store.progress import open_progress
from studyapp.ui.board.board_panel import BoardPanel
from studyapp.ui.look.theme import Theme
from studyapp.ui.web.canvas import WebCanvas
from studyapp.ui.web.geometry import SPACING
from studyapp.ui.web.panel import WebPanel
from studyapp.ui.web.sight import READABLE

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
    "dragging a card among words, p95": 16,
    "letting a card go among words": 100,
    "drawing a link among words": 100,
}
# The web whose words are put clear of each other: its cards, its links, and those of its hub.
TOLD = (60, 150, 12)
REASON = "each side read the delay as proof that the other had never meant to keep its promise"


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


def filled(session: BoardSession, factors: int, widest: int, because: str = "") -> None:
    """Lay all factors on the web and draw all links that the course has, in one step each."""
    web = session.webs
    web.open(TOPIC)
    pairs = [(link.cause, link.consequence) for link in session.key.causal_map.links]
    web.do(webs.place(web.web, laid_out(web.offered, pairs, SPACING, widest)))
    drawn = Drawn(because=because)
    web.do(webs.WebStep(links=dict.fromkeys(pairs, (None, drawn))))
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


def let_go(canvas: WebCanvas, name: str) -> Iterator[float]:
    """Yield the milliseconds from letting a card go to its paint, back and forth."""
    for by in (40, -40) * 10:
        canvas.model.choose(name)
        start = canvas.sight.to_view(canvas.shape.areas[name].center())
        mouse(canvas, QEvent.Type.MouseButtonPress, start)
        at = start + QPointF(by, by)
        mouse(canvas, QEvent.Type.MouseMove, at)
        yield timed(partial(mouse, canvas, QEvent.Type.MouseButtonRelease, at), canvas)


def drawn_links(canvas: WebCanvas) -> Iterator[float]:
    """Yield the milliseconds from each of twenty new links to its paint."""
    model, names = canvas.model, list(canvas.model.web.cards)
    new = [(one, other) for one in names for other in names if other < one]
    free = [pair for pair in new if not {pair, pair[::-1]} & model.web.links.keys()]
    for pair in free[:20]:
        yield timed(partial(model.draw, pair), canvas)
        model.undo()


def among_words(panel: WebPanel, frames: int) -> dict[str, list[float]]:
    """Return the milliseconds of what has an aim on a web where every link has a reason."""
    canvas = panel.canvas
    canvas.sight.look_at(canvas.shape.bounds().center())
    canvas.zoom(READABLE / canvas.sight.scale)
    QApplication.processEvents()
    middle = canvas.sight.area.center()
    areas = canvas.shape.areas.items()
    name = min(areas, key=lambda each: (each[1].center() - middle).manhattanLength())[0]
    return {
        "dragging a card among words, p95": list(dragged(canvas, name, [], frames)),
        "letting a card go among words": list(let_go(canvas, name)),
        "drawing a link among words": list(drawn_links(canvas)),
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


@contextmanager
def opened_web(
    factors: int, links: int, hub: int, *, widest: int, because: str = ""
) -> Iterator[tuple[WebPanel, BoardSession]]:
    """Open a panel on a web with all factors and links of a generated course."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course = generated_web(factors, links, hub)
        write_pack(course, {topic.id: "" for topic in course.topics}, folder / "web.studypack")
        progress = open_progress(folder / "progress.db", system_clock, "bench")
        with closing(open_pack(folder / "web.studypack")) as pack, closing(progress):
            session = BoardSession(pack, progress)
            filled(session, factors, widest, because)
            board = BoardPanel(Theme())
            board.resize(*SIZE)
            board.set_session(session)
            board.set_scope(TOPIC)
            board.show()
            board.work_by(Way.WEB)
            assert board.web is not None
            QApplication.processEvents()
            yield board.web, session
            board.close()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factors", type=int, default=1000)
    parser.add_argument("--links", type=int, default=1500)
    parser.add_argument("--frames", type=int, default=120)
    options = parser.parse_args()
    make_application(["bench"])
    with opened_web(options.factors, options.links, HUB, widest=32) as (panel, session):
        found = measured(panel, session, options.frames)
        rows = [Row("bare areas and lines, all", floor_frames(panel.canvas, 60), "ms")]
    with opened_web(*TOLD, widest=10, because=REASON) as (panel, _session):
        found |= among_words(panel, options.frames)
    for what, taken in found.items():
        value = p95(taken) if what.endswith("p95") else sorted(taken)[len(taken) // 2]
        rows.append(Row(what, taken, "ms", value, AIMS[what]))
    return report(f"A web of {options.factors} factors and {options.links} links", rows)


if __name__ == "__main__":
    sys.exit(main())
