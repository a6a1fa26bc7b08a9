"""Commands on a student's progress: check it, fit the schedule, say how the study stands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_BAR = 40


def add_commands(commands: Commands) -> None:
    """Add `progress` with its own commands."""
    command = commands.add_parser(
        "progress", help="look after a student's progress", description="Work on a progress file."
    )
    own = command.add_subparsers(title="commands", metavar="COMMAND", required=True)
    verify = own.add_parser(
        "verify",
        help="rebuild all from the log and compare",
        description="Read a progress file, make every card's state anew from the log, with the "
        "parameters that hold by it, and say what differs. Nothing is written. Exit status 0 if "
        "nothing does.",
    )
    optimise = own.add_parser(
        "optimise",
        help="fit the schedule to the student",
        description="Fit the parameters of the schedule to the answers in a progress file, all but "
        "the last fifth, and say how much nearer the forecast of those is. Nothing is written, "
        "unless it is nearer and --keep is given.",
    )
    report = own.add_parser(
        "report",
        help="say how your study of all courses stands",
        description="Print the figures of the progress panel for all courses, or write its tables "
        "to a CSV file. Nothing else is written.",
    )
    report.add_argument("--to", type=Path, metavar="FILE", help="a CSV file to write")
    report.set_defaults(run=_report)
    for each, run in ((verify, _verify), (optimise, _optimise)):
        each.add_argument(
            "file", type=Path, nargs="?", metavar="FILE", help="a progress file (default: yours)"
        )
        each.set_defaults(run=run)
    optimise.add_argument("--keep", action="store_true", help="use the parameters from now on")


def _verify(options: argparse.Namespace) -> int:
    from studyapp.domain.messages import say
    from studyapp.services.system_clock import system_clock
    from studyapp.store.progress import open_progress

    path = _path(options)
    opened = open_progress(path, system_clock, "", read_only=True, patient=False)
    with closing(opened) as progress, _bar() as bar:
        faults = progress.verify(bar.show)
        entries, cards = progress.count(), len(progress.memories())
    for fault in faults:
        print(say(fault))
    if not faults:
        print(f"“{path}”: {entries} entries, {cards} cards; all follows from the log.")
    return 1 if faults else 0


def _report(options: argparse.Namespace) -> int:
    from studyapp.domain.messages import say
    from studyapp.domain.progress.figure_words import sections
    from studyapp.services.library import Library
    from studyapp.services.progress.statistics import Scope, Sources, as_csv, gather
    from studyapp.services.study.planning import Planning
    from studyapp.services.system_clock import system_clock
    from studyapp.services.whole_files import write_whole
    from studyapp.store.progress import open_progress

    library = Library(paths.library_folder(os.environ), paths.shipped_pack())
    packs = tuple(entry.path for entry in library.courses() if not entry.wrong)
    path = paths.progress_path(os.environ)
    with closing(open_progress(path, system_clock, "", read_only=True)) as progress:
        plan = Planning(progress, {}).plan
    found = gather(Sources(packs, path, plan, system_clock()), Scope.ALL, "", {})
    held = sections(found.figures)
    if options.to:
        write_whole(options.to, as_csv("StudyApp", held, str))
        return 0
    for section in held:
        print(f"{section.title}: {say(section.words)}")
    return 0


def _optimise(options: argparse.Namespace) -> int:
    from studyapp.domain.messages import say
    from studyapp.services.study.fitting import fit_file, verdict

    path = _path(options)
    with _bar() as bar:
        found = fit_file(path, bar.show)
    print(say(verdict(found)))
    if found.helps and options.keep:
        _keep(path, found.weights)
        print("They are used from now on.")
    return 0


def _keep(path: Path, weights: tuple[float, ...]) -> None:
    from studyapp.app import machine_name
    from studyapp.services.study.planning import Planning
    from studyapp.services.system_clock import system_clock
    from studyapp.store.progress import open_progress

    with closing(open_progress(path, system_clock, machine_name())) as progress:
        Planning(progress, {}).use(weights)
        progress.catch_up()


def _path(options: argparse.Namespace) -> Path:
    return options.file or paths.progress_path(os.environ)


class _Bar:
    """A bar on a terminal, and nothing where what is said goes into a file."""

    def __init__(self) -> None:
        self._shown = -1

    def show(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        done = round(share * _BAR)
        if done != self._shown and sys.stderr.isatty():
            bar = "#" * done + "." * (_BAR - done)
            print(f"\r[{bar}] {share:4.0%}", end="", file=sys.stderr, flush=True)
            self._shown = done

    def clear(self) -> None:
        """Leave the line as it was."""
        if self._shown >= 0:
            print(f"\r{' ' * (_BAR + 8)}\r", end="", file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[_Bar]:
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.clear()
