"""What is open: one course, the student's progress, and the sessions that join the two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.clock import Clock
from studyapp.domain.plan import Plan
from studyapp.errors import BusyError, KnownError
from studyapp.services.library import Library
from studyapp.services.reading import Reader

if TYPE_CHECKING:
    from studyapp.services.annotations import Annotations
    from studyapp.services.board_session import BoardSession
    from studyapp.services.overview import Overview
    from studyapp.services.statistics import Sources
    from studyapp.services.study_session import StudySession
    from studyapp.store.pack import Pack
    from studyapp.store.progress import Progress
    from studyapp.store.study_sums import Counted


class Workspace:
    """Opens courses and progress, and hands out the sessions on them.

    The modules of the student's side are imported when progress is opened: the first paint needs
    only the reader.
    """

    def __init__(self, library: Library, progress_path: Path, clock: Clock, machine: str) -> None:
        """Remember where things lie; nothing is opened yet."""
        self.library = library
        self.progress_path = progress_path
        self.reader: Reader | None = None
        self.study: StudySession | None = None
        self.board: BoardSession | None = None
        self.annotations: Annotations | None = None
        self.overview: Overview | None = None
        self._plan = Plan()
        self._others: list[Reader] = []
        self._clock = clock
        self._machine = machine
        self._progress: Progress | None = None

    @property
    def can_write(self) -> bool:
        """Say whether answers, moves and highlights can be kept."""
        return self._progress is not None and not self._progress.read_only

    @property
    def plan(self) -> Plan:
        """How much is new each day, and when the day begins."""
        return self._plan

    @plan.setter
    def plan(self, plan: Plan) -> None:
        self._plan = plan
        if self.study and self.reader and self._progress:
            from studyapp.services.overview import Overview

            self.study.plan = plan
            self.overview = Overview(self.reader.pack, self._progress, self._clock, plan)

    def open_course(self, course: str) -> Reader:
        """Open a course and leave the one before; a KnownError leaves that one open."""
        reader = self.library.open(course)
        try:
            reader.topics()
        except KnownError:
            reader.close()
            raise
        before, self.reader = self.reader, reader
        self._join()
        self._close_others()
        if before:
            before.close()
        return reader

    def other_packs(self) -> tuple[Pack, ...]:
        """Return the packs of the other courses in the library, for a queue across all of them.

        They stay open until another course is opened; one that cannot be read is left out.
        """
        if not self._others:
            here = self.reader.id if self.reader else ""
            usable = [entry for entry in self.library.courses() if not entry.wrong]
            self._others = [self.library.open(each.id) for each in usable if each.id != here]
        return tuple(reader.pack for reader in self._others)

    def _close_others(self) -> None:
        for reader in self._others:
            reader.close()
        self._others.clear()

    def sources(self, *, all_courses: bool) -> Sources | None:
        """Return where figures of the study come from, or None without a course or progress."""
        from studyapp.services.statistics import Sources

        if not self.reader or not self._progress:
            return None
        others = tuple(pack.path for pack in self.other_packs()) if all_courses else ()
        packs = (self.reader.path, *others)
        return Sources(packs, self._progress.path, self._plan, self._clock())

    def keep_counted(self, counted: Counted) -> None:
        """Keep what was counted of the log, so that the next time only what is new is read."""
        if self._progress:
            self._progress.keep_counted(counted)

    def close_course(self) -> None:
        """Close the course and the sessions on it; the progress stays open."""
        self._close_others()
        if self.reader:
            self.reader.close()
        self.reader = self.study = self.board = self.annotations = self.overview = None

    def open_progress(self) -> None:
        """Open the student's progress; BusyError opens it read-only and is passed on."""
        from studyapp.store.progress import open_progress

        try:
            self._progress = open_progress(self.progress_path, self._clock, self._machine)
        except BusyError:
            self._progress = open_progress(
                self.progress_path, self._clock, self._machine, read_only=True
            )
            raise
        finally:
            self._join()

    def close(self) -> None:
        """Close the course and the progress."""
        self.close_course()
        if self._progress:
            self._progress.close()
        self._progress = None

    def _join(self) -> None:
        if not self.reader or not self._progress:
            return
        from studyapp.services.annotations import Annotations
        from studyapp.services.board_session import BoardSession
        from studyapp.services.overview import Overview
        from studyapp.services.study_session import StudySession

        pack, progress = self.reader.pack, self._progress
        self.study = StudySession(pack, progress, self._clock, self._plan, self.other_packs)
        self.board = BoardSession(pack, progress)
        self.annotations = Annotations(progress, self._clock)
        self.overview = Overview(pack, progress, self._clock, self._plan)
