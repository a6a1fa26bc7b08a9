"""The command line. Without a command the window opens.

Exit status: 0 done, 1 what was given is wrong (said in one line), 2 the command was misspelt.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say (sys.argv's by default) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _spare_consoles()
    if not arguments:
        # The window opens without what only the commands need, and without looking for garbage
        # in what is made for it.
        gc.disable()
        from studyapp.app import main as open_window

        return open_window(["studyapp"])
    return run_command(arguments)


def _spare_consoles() -> None:
    """Show what an old console has no sign for as “?” rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        # A window's program on Windows has no streams, and tests may have put others in place.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def run_command(arguments: Sequence[str]) -> int:
    """Run one command; a KnownError is one line on stderr and status 1."""
    from studyapp.errors import KnownError

    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except KnownError as error:
        print(f"studyapp: {error}", file=sys.stderr)
        return 1
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; each command's options carry its function, `run`."""
    import argparse

    from studyapp import __version__, cli_authoring, cli_export, cli_progress
    from studyapp.cli_looking import add_commands

    top = argparse.ArgumentParser(
        prog="studyapp",
        description="Read a course, connect causes, recall it. Without a command a window opens.",
    )
    top.add_argument("--version", action="version", version=f"StudyApp {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    cli_authoring.add_commands(commands)
    add_commands(commands)
    cli_export.add_commands(commands)
    cli_progress.add_commands(commands)
    return top
