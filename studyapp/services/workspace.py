"""What is open: one course, the student's progress, and the sessions that join the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.domain.clock import Clock
from studyapp.errors import BusyError, KnownError
from studyapp.services.library import Library
from studyapp.services.reading import Reader

if TYPE_CHECKING:
    from studyapp.domain.messages import Message
    from studyapp.domain.schedule.parameters import Weights
    from studyapp.domain.schedule.plan import Plan
    from studyapp.services.annotations import Annotations
    from studyapp.services.boards.board_session import BoardSession
    from studyapp.services.cards.card_browser import CardBrowser
    from studyapp.services.progress.overview import Overview
    from studyapp.services.progress.statistics import Sources
    from studyapp.services.study.making_ready import Ready
    from studyapp.services.study.planning import Planning
    from studyapp.services.study.study_session import StudySession
    from studyapp.store.pack import Pack
    from studyapp.store.progress import Progress
    from studyapp.store.study_sums import Counted


class Workspace:
    """Opens courses and progress, and hands out the sessions on them.

    The modules of the student's side are imported when progress is opened: the first paint needs
    only the reader.
    """

    def __init__(
        self,
        library: Library,
        progress_path: Path,
        clock: Clock,
        machine: str,
        learned: Path | None = None,
    ) -> None:
        """Remember where things lie; nothing is opened yet.

        `learned` is the file of what was learned about marking answers.
        """
        self.library = library
        self.progress_path = progress_path
        self.reader: Reader | None = None
        self.study: StudySession | None = None
        self.board: BoardSession | None = None
        self.annotations: Annotations | None = None
        self.overview: Overview | None = None
        self.planning: Planning | None = None
        # What the plan was before it stood in the log.
        self.found_plan: Mapping[str, object] = {}
        # Whether the sessions wait until what is known of the cards is made anew, or until a large
        # course is made ready.
        self._waits_for_log = self._lacks_cards = False
        self._others: list[Reader] = []
        self._clock = clock
        self._machine = machine
        self._learned = learned
        self._progress: Progress | None = None

    @property
    def can_write(self) -> bool:
        """Say whether answers, moves and highlights can be kept."""
        return self._progress is not None and not self._progress.read_only

    @property
    def plan(self) -> Plan:
        """What the student has set themselves."""
        if self.planning:
            return self.planning.plan
        from studyapp.domain.schedule.plan import Plan

        return Plan()

    @plan.setter
    def plan(self, plan: Plan) -> None:
        if self.planning:
            self.planning.change(plan)
            self._look_at_cards_anew()

    def today(self) -> date:
        """Return the date of the day that it is by the plan."""
        return self.plan.date_of(self._clock())

    def use_weights(self, weights: Weights) -> None:
        """Plan every card by other weights of FSRS from now on."""
        if self.planning:
            self.planning.use(weights)
            self._look_at_cards_anew()

    @property
    def is_waiting(self) -> bool:
        """Say whether there are no sessions until the cards have been made ready."""
        return self._waits_for_log or self._lacks_cards

    @property
    def is_behind(self) -> bool:
        """Say whether cards are to be made ready, which takes a while."""
        return bool(self._progress and (self._progress.behind or self._lacking()))

    def making_ready(self) -> Callable[[Callable[[float], object]], Ready]:
        """Return what makes the cards ready; it works on any thread."""
        from studyapp.services.study.making_ready import make_ready

        log = self.progress_path if self._progress and self._progress.behind else None
        return partial(make_ready, log, self._lacking())

    def _lacking(self) -> tuple[Path, ...]:
        """Return the large courses whose cards are to be laid out, of those that are open."""
        if not self._progress or not (self._lacks_cards or self._others):
            return ()
        from studyapp.services.study.making_ready import lacks_cards

        here = (self.reader,) if self.reader and self._lacks_cards else ()
        packs = [reader.pack for reader in (*here, *self._others)]
        return tuple(pack.path for pack in packs if lacks_cards(pack, self._progress))

    def taking(self, ready: Ready) -> Iterator[float]:
        """Take in what was made ready, a step at a time, and go on with it."""
        from studyapp.services.study.making_ready import take_in

        if self._progress:
            yield from take_in(ready, self._progress)
            if self.is_waiting:
                self._waits_for_log = False
                self._join()
            else:
                self._look_at_cards_anew()

    def _look_at_cards_anew(self) -> None:
        if self.study and self.reader and self._progress:
            from studyapp.services.progress.overview import Overview

            self.study.plan = self.plan
            self.study.line_up_anew()
            self.overview = Overview(self.reader.pack, self._progress, self._clock, self.plan)

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

    def cards(self, *, everywhere: bool = False) -> CardBrowser | None:
        """Return a list of the cards of this course or of all, if progress is open."""
        from studyapp.services.cards.card_browser import CardBrowser

        if self.study is None or self._progress is None:
            return None
        return CardBrowser(self.study, self._progress, self._clock, everywhere=everywhere)

    def _close_others(self) -> None:
        for reader in self._others:
            reader.close()
        self._others.clear()

    def sources(self, *, all_courses: bool, topic: str = "") -> Sources | None:
        """Return where figures of the study come from, or None without a course or progress.

        Of one `topic` of the course, what is planned to an exam is that topic's part.
        """
        from studyapp.domain.progress.figures import Planned
        from studyapp.services.progress.statistics import Sources

        if not self.reader or not self._progress:
            return None
        others = tuple(pack.path for pack in self.other_packs()) if all_courses else ()
        packs = (self.reader.path, *others)
        counts = self.study.planned_today(topic) if self.study and not all_courses else None
        planned = Planned(*counts) if counts else None
        return Sources(packs, self._progress.path, self.plan, self._clock(), planned)

    def keep_counted(self, counted: Counted) -> None:
        """Keep what was counted of the log, so that the next time only what is new is read."""
        if self._progress:
            self._progress.keep_counted(counted)

    def close_course(self) -> None:
        """Close the course and the sessions on it; the progress stays open."""
        self._close_others()
        if self.reader:
            self.reader.close()
        self.reader, self._lacks_cards = None, False
        self._end_sessions()

    def _end_sessions(self) -> None:
        self.study = self.board = self.annotations = self.overview = None

    def open_progress(self) -> None:
        """Open the student's progress; BusyError opens it read-only and is passed on."""
        try:
            self._open(read_only=False)
        except BusyError:
            self._open(read_only=True)
            raise
        finally:
            self._join()

    def wrong_clock(self) -> Message | None:
        """Return by how much the computer's clock seems to be wrong, if it seems so."""
        from studyapp.services.wrong_clock import wrong_clock

        return wrong_clock(self._progress, self._clock) if self._progress else None

    def _open(self, *, read_only: bool) -> None:
        from studyapp.services.study.planning import Planning
        from studyapp.store.progress import open_progress

        self._progress = open_progress(
            self.progress_path, self._clock, self._machine, read_only=read_only, patient=False
        )
        self._waits_for_log = self._progress.behind
        self.planning = Planning(self._progress, self.found_plan)

    def close(self) -> None:
        """Close the course and the progress."""
        self.close_course()
        if self._progress:
            self._progress.close()
        self._progress = self.planning = None
        self._waits_for_log = False

    def _join(self) -> None:
        if not self.reader or not self._progress:
            return
        from studyapp.services.annotations import Annotations
        from studyapp.services.boards.board_session import BoardSession
        from studyapp.services.progress.overview import Overview
        from studyapp.services.study.making_ready import lacks_cards
        from studyapp.services.study.marking_answers import Judging
        from studyapp.services.study.study_session import StudySession

        pack, progress = self.reader.pack, self._progress
        self._lacks_cards = lacks_cards(pack, progress)
        if self.is_waiting:
            self._end_sessions()
            return
        judging = Judging(self._learned)
        self.study = StudySession(pack, progress, self._clock, self.plan, self.other_packs, judging)
        self.board = BoardSession(pack, progress)
        self.annotations = Annotations(progress, self._clock)
        self.overview = Overview(pack, progress, self._clock, self.plan)
