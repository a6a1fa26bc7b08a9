"""The timeline with ten thousand factors in one topic: shown, zoomed and panned.

    python -m bench.timeline [--factors 10000] [--frames 20]

A frame is change and paint. Nothing is left out: each of the factors has its place.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from bench.measuring import Row, p95, report
from studyapp.app import make_application
from studyapp.domain.dates import parse
from studyapp.domain.pages import ThemeEntry
from studyapp.domain.timeline import TimelineEntry
from studyapp.ui.look.theme import Theme
from studyapp.ui.timeline.content import Content
from studyapp.ui.timeline.timeline_view import TimelineView

THEMES = {name: ThemeEntry(name, name.title(), "blue", "map", "") for name in ("land", "belief")}
SHOWN_MS, ZOOM_MS, PAN_MS = 500.0, 250.0, 33.0


def entries(count: int, seed: int = 1) -> Iterator[TimelineEntry]:
    """Yield factors over a century, some of them spans, one in twenty without a date."""
    chance = random.Random(seed)
    for number in range(count):
        year, month = chance.randrange(1900, 2000), chance.randrange(1, 13)
        edtf = chance.choice((f"{year}", f"{year}-{month:02d}", f"{year}/{year + 3}", f"{year}~"))
        date = parse(edtf) if number % 20 else None
        title = f"Something of weight number {number} comes about"[: chance.randrange(20, 48)]
        yield TimelineEntry(f"f{number}", "topic", title, chance.choice((*THEMES, "")), date)


def contents(count: int) -> Iterator[Content]:
    """Yield five topics, each with factors of its own."""
    for seed in range(5):
        yield Content(tuple(entries(count, seed)), THEMES, by_theme=True)


def timed(act: Callable[[], object], view: TimelineView) -> float:
    """Return the milliseconds that a change and the paint after it take."""
    start = time.perf_counter()
    act()
    view.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--factors", type=int, default=10_000)
    options.add_argument("--frames", type=int, default=20)
    chosen = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(["bench"])
    view = TimelineView(Theme())
    view.resize(500, 700)
    view.show()
    QApplication.processEvents()
    shown = [timed(partial(view.show_content, each), view) for each in contents(chosen.factors)]
    assert len(view.plan.boxes) == chosen.factors
    zoomed = [timed(lambda: view.zoom_by(1.2, 250), view) for _ in range(chosen.frames)]
    panned = [timed(lambda: view.pan(60, 40), view) for _ in range(chosen.frames)]
    rows = (
        Row("shown", shown, "ms", p95(shown), SHOWN_MS),
        Row("zoomed", zoomed, "ms", p95(zoomed), ZOOM_MS),
        Row("panned", panned, "ms", p95(panned), PAN_MS),
    )
    return report(f"A timeline of {chosen.factors} factors", rows)


if __name__ == "__main__":
    sys.exit(main())
