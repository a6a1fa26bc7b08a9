"""The commands for authors: `build SOURCE PACK` and `check SOURCE [--fix]`."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.messages import say

# Checks, importers and the parsers under them take 100 ms to import, so each command brings its
# own: the window starts through the same command line.
if TYPE_CHECKING:
    from studyapp.domain.problems import Problem

_IDS_SHOWN = 3
_DIGITS_SHOWN = 12


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
    from studyapp.domain.problems import has_errors
    from studyapp.services.course_building import check_course

    folder: Path = arguments.source
    if arguments.fix:
        _fix(folder)
    problems = check_course(folder)
    _report(folder, problems, _tell)
    _tell(_summary(folder, problems))
    return 1 if has_errors(problems) else 0


def run_build(arguments: argparse.Namespace) -> int:
    """Build a pack from a course folder; return the exit status."""
    from studyapp.services.course_building import CourseProblemsError, build_course

    folder: Path = arguments.source
    try:
        built = build_course(folder, arguments.pack)
    except CourseProblemsError as wrong:
        _report(folder, wrong.problems, _complain)
        _complain(str(wrong))
        return 1
    _report(folder, built.problems, _tell)
    held = ", ".join(_counted(count, name) for name, count in built.counts.items() if count)
    _tell(f"{arguments.pack}: {held}; digest {built.digest[:_DIGITS_SHOWN]}")
    return 0


def _fix(folder: Path) -> None:
    from studyapp.services.course_building import CourseProblemsError, fix_course

    try:
        fixed = fix_course(folder)
        _report_fixed(fixed)
        _report(folder, [problem for problem in fixed if problem.code == "gone"], _tell)
    except CourseProblemsError:
        _tell("No ids were given, because course.md or ids.toml cannot be read.")


def _report(folder: Path, problems: "Sequence[Problem]", write: Callable[[str], None]) -> None:
    """Write a line for each problem, but one for all ids when many are missing."""
    new = [problem for problem in problems if problem.code == "missing-id"]
    together = len(new) > _IDS_SHOWN
    for problem in problems:
        if not (together and problem.code == "missing-id"):
            write(f"{folder / problem.place.file}:{problem.place.line}: {_told(problem)}")
    if together:
        write(_missing_ids(folder, new))


def _told(problem: "Problem") -> str:
    severity = "" if problem.severity == "error" else f"{problem.severity}: "
    what, remedy = _sentence(say(problem.what)), _sentence(say(problem.remedy))
    return f"{severity}{what} {remedy} [{problem.code}]"


def _missing_ids(folder: Path, new: "Sequence[Problem]") -> str:
    named = f'"{folder}"' if " " in str(folder) else folder
    return (
        f"{folder}: {len(new)} things have no id yet, the first at {new[0].place}."
        f" Run “studyapp check --fix {named}”. [{new[0].code}]"
    )


def _sentence(text: str) -> str:
    """End a text with a full stop, unless it has its own end."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


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
