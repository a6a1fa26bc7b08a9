"""Commands on a student's progress: see that all it says follows from its log."""

from __future__ import annotations

import argparse
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Add `progress` with its own commands."""
    command = commands.add_parser(
        "progress", help="look after a student's progress", description="Work on a progress file."
    )
    own = command.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verify = own.add_parser(
        "verify",
        help="rebuild all from the log and compare",
        description="Read a progress file, make every card's state anew from the log, and say what "
        "differs. Nothing is written. Exit status 0 if nothing does.",
    )
    verify.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a progress file (default: yours)"
    )
    verify.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    from studyapp.app import system_clock
    from studyapp.domain.messages import say
    from studyapp.store.progress import open_progress

    path = options.file or paths.progress_path(os.environ)
    with closing(open_progress(path, system_clock, "", read_only=True)) as progress:
        faults = progress.verify()
        entries, cards = len(progress.entries()), len(progress.memories())
    for fault in faults:
        print(say(fault))
    if not faults:
        print(f"“{path}”: {entries} entries, {cards} cards; all follows from the log.")
    return 1 if faults else 0
