"""Start-up and memory against an empty PySide6 window, in the same run, alternating.

    python -m bench.startup [--runs 15]

The clock starts before the process does. For the window it stops when the topic tree and the
note have been painted with their real content. It is an everyday start: the course was opened
before, and the panels stand where they were left.

The floor is PySide6 as pip installs it, and every ratio is to that. Our own set-up has PySide's
support modules compiled beforehand (docs/decisions/0027), which an empty window gains from as
well; what it then takes stands in the table too, without an aim.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings

from bench.measuring import Row, report

AIMS = {"painted": 1.6, "answered": 2.2, "kib": 1.45}
NAMES = {"painted": "first paint", "answered": "key answered", "kib": "memory at rest"}


def plain_shiboken(folder: Path) -> str:
    """Put shiboken6 into `folder` as its wheel has it; return the path to import from."""
    import shiboken6

    unpacked = shutil.ignore_patterns("files.dir", "__pycache__")
    shutil.copytree(shiboken6.__path__[0], folder / "shiboken6", ignore=unpacked)
    return str(folder)


def run(module: str, home: str, path: str = "") -> dict[str, float]:
    """Start one process and return its figures: milliseconds from its start, and KiB.

    Its panels are where they were left, but it begins with the first topic: the key that is timed
    goes to the next one.
    """
    settings = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
    settings.remove("place")
    settings.sync()
    environment = {**os.environ, "STUDYAPP_HOME": home, "PYTHONPATH": path}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Everybody's second start finds the bytecode of the first.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    command = [sys.executable, "-m", module]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return {
        "painted": (told["painted"] - began) * 1000,
        "answered": (told["answered"] - began) * 1000,
        "kib": told["kib"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    floor: list[dict[str, float]] = []
    compiled: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        plain = plain_shiboken(Path(folder))
        for _ in range(2):  # the first runs fill the disk cache and make the progress file
            run("bench.empty_window", home, plain)
            run("bench.full_window", home)
        for _ in range(runs):
            floor.append(run("bench.empty_window", home, plain))
            ours.append(run("bench.full_window", home))
            compiled.append(run("bench.empty_window", home))
    rows = []
    for figure, aim in AIMS.items():
        unit, scale = ("MiB", 1024) if figure == "kib" else ("ms", 1)
        base, mine, own = (
            [each[figure] / scale for each in told] for told in (floor, ours, compiled)
        )
        ratio = statistics.median(m / b for m, b in zip(mine, base, strict=True))
        rows.append(Row(f"{NAMES[figure]}, empty window", base, unit))
        rows.append(Row(f"{NAMES[figure]}, StudyApp", mine, unit, ratio, aim))
        rows.append(Row("  an empty window in our set-up", own, unit))
    return report("Start-up; value: StudyApp against the empty window, run by run", rows)


if __name__ == "__main__":
    sys.exit(main())
