"""What becomes of the card that is asked: buried, suspended, flagged, or changed by its author."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.announce import announce
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.domain.own_cards import OwnCard
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Deciding(QObject):
    """Decides about the card of a panel, as long as there is one and decisions are kept."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Decide about the card of `panel`."""
        super().__init__(panel)
        self._panel = panel

    @property
    def is_possible(self) -> bool:
        """Say whether there is a card that can be buried, suspended or flagged."""
        return self._session() is not None

    @property
    def has_card(self) -> bool:
        """Say whether a card is asked."""
        return self._panel.card is not None

    def _session(self) -> StudySession | None:
        session = self._panel.session
        can_decide = self._panel.card is not None and session and not session.read_only
        return session if can_decide else None

    def bury(self) -> None:
        """Ask the card no more today."""
        if session := self._session():
            self._decide(session.deciding.bury, self.tr("Not asked again today."))

    def suspend(self) -> None:
        """Ask the card no more until it is brought back."""
        if session := self._session():
            self._decide(session.deciding.suspend, self.tr("Not asked until you bring it back."))

    def flag(self) -> None:
        """Flag the card, or take its flag off."""
        if session := self._session():
            with Saying(self._panel.refused.emit):
                session.deciding.flag()
                self._panel.show_flag()
                on = session.deciding.is_flagged
                words = self.tr("Flagged") if on else self.tr("No longer flagged")
                announce(self._panel, words)

    def own_card(self) -> OwnCard | None:
        """Return the student's own card that is asked, if it is one that can be changed."""
        session = self._session()
        return session.deciding.own_card() if session else None

    def change_own(self) -> None:
        """Let the person change their own card that is asked."""
        from studyapp.ui.dialogs.card_dialog import CardDialog

        own, session = self.own_card(), self._session()
        if own is None or session is None:
            return
        dialog = CardDialog(
            own.prompt, own.answer, with_gap=not own.answer, is_new=False, parent=self._panel
        )
        if dialog.exec():
            prompt, answer = dialog.card()
            changed = own._replace(prompt=prompt, answer=answer)
            self._decide(
                lambda: session.deciding.change_own(changed), self.tr("Your card was changed.")
            )

    def delete_own(self) -> None:
        """Ask the person's own card never again; undo brings it back."""
        session = self._session()
        if session and self.own_card():
            self._decide(session.deciding.delete_own, self.tr("Your card was deleted."))

    @property
    def asks_confidence(self) -> bool:
        """Say whether the student is asked how sure they are."""
        preferences = self._panel.preferences
        return preferences is not None and preferences.asks_confidence

    def ask_confidence(self) -> None:
        """Ask how sure the student is before answers are shown, or ask no more."""
        preferences = self._panel.preferences
        if preferences:
            preferences.asks_confidence = not preferences.asks_confidence
            asked = self.tr("From now on you are asked how sure you are.")
            not_asked = self.tr("You are no longer asked how sure you are.")
            self._panel.confiding.withdraw()
            announce(self._panel, asked if preferences.asks_confidence else not_asked)

    def show_set_aside(self) -> None:
        """List what the person buried or suspended, to bring it back."""
        self._panel.cards_wanted.emit("is:aside", "")

    def show_in_list(self) -> None:
        """Show the card that is asked in the list of all cards."""
        if self._panel.card:
            self._panel.cards_wanted.emit("", self._panel.card.card.id)

    def _decide(self, decide: Callable[[], object], said: str) -> None:
        self._panel.keep_draft()
        with Saying(self._panel.refused.emit):
            decide()
            self._panel.leave_card()
            announce(self._panel, said)
