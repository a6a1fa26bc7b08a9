"""The command that writes what a course holds to other files: `export PACK --format NAME`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.boards.ways import Way
from studyapp.domain.clock import Moment
from studyapp.domain.messages import N_, say
from studyapp.errors import ExportError

# Qt and what draws take half a second to import, and only this command draws.
if TYPE_CHECKING:
    from studyapp.rendering.paper_board import PaperBoard
    from studyapp.services.boards.board_session import BoardSession
    from studyapp.services.boards.paper import Origin, Paper
    from studyapp.store.pack import Pack

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

# What each format draws of a board, as `studyapp.services.boards.paper.Form` calls it.
FORMATS = {"board-worksheet": "worksheet", "board-key": "key"}


def add_commands(commands: Commands) -> None:
    """Add `export`."""
    command = commands.add_parser(
        "export",
        help="write a board of a course to a file",
        description="Write a board as a worksheet or its key; FILE ends in .pdf, .png or .svg.",
    )
    command.add_argument("pack", type=Path, metavar="PACK", help="the course file")
    command.add_argument("--format", required=True, choices=FORMATS, help="what is wanted")
    command.add_argument(
        "--about", required=True, metavar="TITLE", help="the factor or topic: its title or id"
    )
    command.add_argument(
        "--way",
        default=Way.SORT.value,
        choices=[way.value for way in Way],
        help="the way of working (sort)",
    )
    command.add_argument("--to", required=True, type=Path, metavar="FILE", help="where to write")
    command.set_defaults(run=run_export)


def run_export(options: argparse.Namespace) -> int:
    """Write a board to a file; return the exit status."""
    from studyapp.rendering.application import drawing_application
    from studyapp.rendering.board_pictures import MAKERS
    from studyapp.services.boards.naming import found
    from studyapp.services.whole_files import write_whole
    from studyapp.store.pack import open_pack

    target: Path = options.to
    make = MAKERS.get(target.suffix.lower())
    if make is None:
        raise ExportError(N_("“{file}” must end in .pdf, .png or .svg."), file=target)
    with closing(open_pack(options.pack)) as pack:
        about = found(pack, options.about, Way(options.way))
        # There are no fonts without an application, and none once it is forgotten.
        _application = drawing_application()
        write_whole(target, make(_board(pack, about, Way(options.way), FORMATS[options.format])))
    return 0


def _board(pack: Pack, about: str, way: Way, form: str) -> PaperBoard:
    from studyapp.services.boards.paper import Form, Origin

    with _session(pack) as session:
        origin = Origin(pack.info.title, pack.info.licence)
        make = _web_paper if way is Way.WEB else _board_paper
        return make(session, about, way, origin).make(Form(form))


def _board_paper(session: BoardSession, about: str, way: Way, origin: Origin) -> Paper:
    from studyapp.services.boards.board_paper import BoardPaper

    session.open(about, way)
    _refuse_little(session.task.offered, session.about.title)
    return BoardPaper(session, say, origin)


def _web_paper(session: BoardSession, about: str, _way: Way, origin: Origin) -> Paper:
    from studyapp.services.boards.web_paper import WebPaper

    session.webs.open(about)
    _refuse_little(session.webs.offered, session.webs.about.title)
    return WebPaper(session.webs, say, origin)


def _refuse_little(offered: tuple[str, ...], title: str) -> None:
    if not offered:
        raise ExportError(N_("“{title}” gives too little to work on in this way."), title=title)


@contextmanager
def _session(pack: Pack) -> Iterator[BoardSession]:
    """Open boards that nobody has worked on, nor will: their progress goes when they are closed."""
    from studyapp.services.boards.board_session import BoardSession
    from studyapp.store.progress import open_progress

    with tempfile.TemporaryDirectory(prefix="studyapp-") as folder:
        progress = open_progress(Path(folder) / "progress.db", lambda: Moment(0, 0), "")
        with closing(progress):
            yield BoardSession(pack, progress)
