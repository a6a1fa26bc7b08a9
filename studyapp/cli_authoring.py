"""The commands for authors: `build SOURCE PACK` and `check SOURCE [--fix]`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.messages import say

# Checks, importers and the parsers under them take 100 ms to import, so each command brings its
# own: the window starts through the same command line.
if TYPE_CHECKING:
    from studyapp.domain.problems import Problem


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `build` and `check`; the chosen one's function is the argument `run`."""
    build = subparsers.add_parser("build", help="build a course pack from a course folder")
    build.add_argument("source", type=Path, metavar="SOURCE", help="the course folder")
    build.add_argument("pack", type=Path, metavar="PACK", help="the pack to write, *.studypack")
    build.set_defaults(run=run_build)
    check = subparsers.add_parser("check", help="name what is wrong with a course folder")
    check.add_argument("source", type=Path, metavar="SOURCE", help="the course folder")
    check.add_argument("--fix", action="store_true", help="give an id to all that is new")
    check.set_defaults(run=run_check)


def run_check(arguments: argparse.Namespace) -> int:
    """Check a course folder, mending its ids first if asked to; return the exit status."""
    from studyapp.errors import SourceError
    from studyapp.services.course_building import check_course, fix_course

    folder: Path = arguments.source
    if arguments.fix:
        try:
            _report_fixed(fix_course(folder))
        except SourceError as wrong:
            _complain(str(wrong))
    problems = check_course(folder)
    _report(folder, problems)
    errors = sum(problem.severity == "error" for problem in problems)
    _tell(_summary(folder, problems))
    return 1 if errors else 0


def run_build(arguments: argparse.Namespace) -> int:
    """Build a pack from a course folder; return the exit status."""
    from studyapp.errors import KnownError
    from studyapp.services.course_building import CourseProblemsError, build_course

    folder: Path = arguments.source
    try:
        built = build_course(folder, arguments.pack)
    except CourseProblemsError as wrong:
        _report(folder, wrong.problems)
        _complain(f"{wrong}.")
        return 1
    except KnownError as wrong:
        _complain(f"{wrong}.")
        return 1
    _report(folder, built.problems)
    held = ", ".join(_counted(count, name) for name, count in built.counts.items() if count)
    _tell(f"{arguments.pack}: {held}; digest {built.digest}")
    return 0


def _report(folder: Path, problems: "Iterable[Problem]") -> None:
    for problem in problems:
        where = folder / problem.place.file
        said = f"{say(problem.what)}. {say(problem.remedy)}."
        if problem.severity == "error":
            _complain(f"{where}:{problem.place.line}: {said}")
        else:
            _tell(f"{where}:{problem.place.line}: {problem.severity}: {said}")


def _report_fixed(problems: "Iterable[Problem]") -> None:
    fixed = Counter(problem.code for problem in problems)
    if fixed["missing-id"]:
        _tell(f"Given an id: {fixed['missing-id']}.")
    if fixed["renamed"]:
        _tell(f"Renamed, with their old id: {fixed['renamed']}.")


def _summary(folder: Path, problems: "Iterable[Problem]") -> str:
    found = Counter(problem.severity for problem in problems)
    if not found:
        return f"{folder}: nothing is wrong."
    said = [f"{_counted(found[kind], kind)}" for kind in ("error", "warning") if found[kind]]
    return f"{folder}: {', '.join(said) or 'nothing is wrong'}."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")
