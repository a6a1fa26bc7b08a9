"""Set up what is missing and start the window: python3 scripts/start.py.

On a machine without a display, make a picture of the window instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Mapping

import setup_environment

ROOT = setup_environment.ROOT
PICTURE = "build/studyapp.png"
SCREENSHOT = ("screenshot", PICTURE, "--panel", "window", "--scheme", "light")


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can be shown here."""
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def command(python: Path, seen: bool) -> tuple[str, ...]:
    """Return what to start: the window, or where it would not be seen, the picture of it."""
    if seen:
        return (str(python), "main.py")
    return (str(python), "-m", "studyapp", *SCREENSHOT, "--size", "1366x768")


def start(python: Path) -> int:
    """Start it; return its exit status."""
    environ = dict(os.environ)
    seen = has_display(environ, sys.platform)
    if not seen:
        print(f"There is no display here, so the window is drawn to {PICTURE}.", flush=True)
        environ["QT_QPA_PLATFORM"] = "offscreen"
        (ROOT / PICTURE).parent.mkdir(exist_ok=True)
    finished = subprocess.run(command(python, seen), cwd=str(ROOT), env=environ, check=False)
    return finished.returncode


if __name__ == "__main__":
    status = setup_environment.main(["run"])
    sys.exit(status or start(setup_environment.venv_python(ROOT / ".venv")))
