"""Practice in the self-test: cram what was chosen, or look at what is new; nothing is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.domain.schedule.practising import Tally, Wanted
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.box import Box

if TYPE_CHECKING:
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Practising(QObject):
    """Begins a practice of what a panel asks, and ends it with a sentence on how it went."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Practise in `panel`."""
        super().__init__(panel)
        self._panel = panel

    @property
    def is_on(self) -> bool:
        """Say whether something is practised."""
        return self._panel.session is not None and self._panel.session.practice is not None

    def cram(self) -> None:
        """Let the person choose what to practise, and begin with it."""
        from studyapp.ui.dialogs.practice_dialog import PracticeDialog

        session = self._ready()
        if session is None:
            return
        kinds = (Wanted.ALL, Wanted.FLAGGED, Wanted.FORGOTTEN)
        counts = {wanted: len(session.to_practise(wanted)) for wanted in kinds}
        if not counts[Wanted.ALL]:
            self._panel.refused.emit(self.tr("There are no cards to practise here."))
            return
        dialog = PracticeDialog(counts, self._panel)
        if dialog.exec():
            self.begin(dialog.wanted(), mixed=dialog.mixed.isChecked())

    def preview(self) -> None:
        """Look through what is new, with the answers."""
        session = self._ready()
        if session is None:
            return
        if session.to_practise(Wanted.NEW):
            self.begin(Wanted.NEW)
        else:
            self._panel.refused.emit(self.tr("Nothing is new here: you have met every card."))

    def begin(self, wanted: Wanted, *, mixed: bool = False) -> None:
        """Practise some cards of the scope."""
        session = self._ready()
        if session:
            self._panel.keep_draft()
            with Saying(self._panel.refused.emit):
                session.practise(wanted, mixed=mixed)
                self._panel.go_on_asking()
                self._panel.setFocus()

    def end(self) -> None:
        """End the practice, and say how it went."""
        session = self._panel.session
        if session is None or session.practice is None:
            return
        practice = session.practice
        session.end_practice()
        words = self._in_words(practice.tally(), previewed=practice.is_preview)
        box = Box(words)
        box.offer(self.tr("&Go on with what is due"), self._panel.go_on_asking)
        self._panel.show_box(box)
        self._panel.answered.emit()

    def _in_words(self, tally: Tally, *, previewed: bool) -> str:
        stays = self.tr("Your schedule stays as it is.")
        if previewed:
            seen = self.tr("New cards that you have looked at: {count}.")
            return f"{seen.format(count=tally.cards)} {stays}"
        if not tally.cards:
            return self.tr("Nothing was practised.")
        right = self.tr("You had {right} of {count} right the first time.")
        return f"{right.format(right=tally.right, count=tally.cards)} {stays}"

    def _ready(self) -> StudySession | None:
        """Return the session, unless an answer waits to be rated: that is done first."""
        if self._panel.session and self._panel.marked and not self.is_on:
            self._panel.refused.emit(self.tr("Rate your answer first; then you can practise."))
            return None
        self._panel.catch_up()
        return self._panel.session
