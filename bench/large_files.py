"""A large course and years of progress in it, for what is measured against them.

Making them takes minutes. With `--keep FOLDER` they are made there once and used again; the times
in them are those of the day on which they were made, so that after some days more is due.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.generated_course import write_generated_pack
from bench.generated_progress import Size, write_generated_progress
from studyapp.services.system_clock import system_clock

# What one topic of the generated course has to ask.
CARDS_A_TOPIC = 19


def add_options(parser: argparse.ArgumentParser) -> None:
    """Have a size of the files, and a place to keep them, be given on the command line."""
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path)


@contextmanager
def large_files(options: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    """Give a pack, and a copy of a progress file to write to, named in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        kept = (options.keep or Path(name)) / f"{options.cards}-{options.reviews}"
        pack, progress = kept / "large.studypack", kept / "progress.db"
        kept.mkdir(parents=True, exist_ok=True)
        if not pack.exists():
            write_generated_pack(options.cards // CARDS_A_TOPIC, pack)
        if not progress.exists():
            # Under another name until it is whole: who stops it half-way begins anew.
            begun = kept / "begun.db"
            begun.unlink(missing_ok=True)
            write_generated_progress(pack, begun, system_clock(), Size(options.reviews))
            begun.rename(progress)
        copy = Path(name) / "home" / "progress.db"
        copy.parent.mkdir()
        shutil.copy(progress, copy)
        yield pack, copy
