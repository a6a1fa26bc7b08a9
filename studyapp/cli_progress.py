"""Commands on a student's progress: see that it follows from its log, and say how study stands."""

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
    report = own.add_parser(
        "report",
        help="say how your study of all courses stands",
        description="Print the figures of the progress panel for all courses, or write its tables "
        "to a CSV file. Nothing else is written.",
    )
    report.add_argument("--to", type=Path, metavar="FILE", help="a CSV file to write")
    report.set_defaults(run=_report)


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


def _report(options: argparse.Namespace) -> int:
    from studyapp.app import system_clock
    from studyapp.domain.figure_words import sections
    from studyapp.domain.messages import say
    from studyapp.domain.plan import Plan
    from studyapp.services.library import Library
    from studyapp.services.statistics import Scope, Sources, as_csv, gather
    from studyapp.services.whole_files import write_whole

    library = Library(paths.library_folder(os.environ), paths.shipped_pack())
    packs = tuple(entry.path for entry in library.courses() if not entry.wrong)
    progress = paths.progress_path(os.environ)
    found = gather(Sources(packs, progress, Plan(), system_clock()), Scope.ALL, "", {})
    held = sections(found.figures)
    if options.to:
        write_whole(options.to, as_csv("StudyApp", held, str))
        return 0
    for section in held:
        print(f"{section.title}: {say(section.words)}")
    return 0
