"""Speaks of a card that is forgotten again and again, and offers what may help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.ui.announce import announce
from studyapp.ui.refusing import Saying
from studyapp.ui.self_test.box import Box
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.study.asking import AskedCard
    from studyapp.services.study.leeches import Leech
    from studyapp.services.study.study_session import StudySession
    from studyapp.ui.self_test.self_test_panel import SelfTestPanel


class Leeching(QObject):
    """Has its say between the rating of a card and the next one; who goes on has put it off."""

    def __init__(self, panel: SelfTestPanel) -> None:
        """Speak of the cards of `panel`."""
        super().__init__(panel)
        self._panel = panel

    def tell(self) -> bool:
        """Speak of the card that was just rated, if it is worth a word; say whether it was."""
        session, card = self._panel.session, self._panel.card
        if session is None or card is None or session.is_practised:
            return False
        leech = None
        with Saying(self._panel.refused.emit):
            leech = session.leeches.news(card.card.id)
        if leech:
            self._panel.show_box(self._box(session, card, leech), card)
        return leech is not None

    def _box(self, session: StudySession, card: AskedCard, leech: Leech) -> Box:
        words = self.tr(
            "You have forgotten this {count} times. What will not stay is better changed, or seen "
            "in its place, than asked once more."
        )
        box = Box(words.format(count=leech.times), sentence(card.prompt))
        place = session.decks.place_on_board(card.card)
        surroundings = session.decks.open.surroundings(card.card) if place else None
        if place and surroundings:
            # Few cards are forgotten so often.
            from studyapp.ui.self_test.place_picture import PlacePicture

            picture = PlacePicture(surroundings, self._panel.sheet.theme)
            picture.clicked.connect(lambda: self._panel.board_wanted.emit(*place))
            box.show_picture(picture)
        box.offer(self.tr("&Not now"), self._panel.go_on_asking, self.tr("Go on with the next"))
        box.offer(self.tr("&Word it in your own way…"), self._reword)
        if place:
            factor, topic = place
            box.offer(
                self.tr("Show its &place on the board"),
                lambda: self._panel.board_wanted.emit(factor, topic),
            )
        box.offer(self.tr("Let it &rest for two weeks"), self._rest)
        return box

    def _reword(self) -> None:
        deciding = self._panel.deciding
        if deciding.own_card():
            deciding.change_own()
        else:
            deciding.show_in_list()

    def _rest(self) -> None:
        session = self._panel.session
        if session:
            with Saying(self._panel.refused.emit):
                session.deciding.rest()
                self._panel.leave_card()
                announce(self._panel, self.tr("Not asked for two weeks."))
