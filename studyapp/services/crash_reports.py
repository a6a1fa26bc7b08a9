"""Crash reports: what a bug was and where, without a word of the person's."""

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from studyapp.domain.clock import Moment


def report_text(
    kind: type[BaseException], trace: TracebackType | None, versions: dict[str, str]
) -> str:
    """Return a report: versions, the exception's type, and the calls that led to it.

    Neither the exception's message nor any value is in it: they may quote a note, an answer or
    a path with a name in it.
    """
    head = [f"{name}: {version}" for name, version in versions.items()]
    system = f"system: {platform.system()} {platform.release()} {platform.machine()}"
    return "\n".join([*head, system, "", f"{kind.__module__}.{kind.__qualname__}", *_calls(trace)])


def write_report(folder: Path, text: str, now: Moment) -> Path:
    """Write a report to a file of its own in `folder`, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"crash-{now.ms}.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _calls(trace: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(trace, limit=50):
        yield f"  {_inside(frame.filename)}:{frame.lineno} in {frame.name}"


def _inside(filename: str) -> str:
    """Return a path from its package on: what lies above names the person's folders."""
    parts = Path(filename).parts
    for package in ("studyapp", "site-packages"):
        if package in parts:
            at = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[at:])
    return Path(filename).name
