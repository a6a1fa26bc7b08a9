"""What is asked of the person before cards are changed: their words, or another topic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studyapp.domain.cards import Facet
from studyapp.domain.messages import N_, Message
from studyapp.domain.own_cards import OwnCard
from studyapp.errors import KnownError
from studyapp.services.cards.card_acts import CardActs
from studyapp.services.study.card_changes import becomes_typed, may_reword_answer, wording_of


class Editing(QObject):
    """Opens the dialogs that change cards; each returns what was done, or None."""

    def __init__(self, acts: CardActs, window: QWidget) -> None:
        """Change cards by `acts`."""
        super().__init__(window)
        self._acts, self._window = acts, window

    def edit(self, chosen: Sequence[str]) -> Message | None:
        """Let the person say a card in their own words."""
        self._acts.must_be_kept()
        own = self._acts.own(chosen[0])
        return self._edit_own(own) if own else self._reword(chosen[0])

    def move(self, chosen: Sequence[str]) -> Message | None:
        """Let the person choose the topic in which cards are asked."""
        from studyapp.ui.dialogs.topic_dialog import TopicDialog

        self._acts.must_be_kept()
        topics = self._acts.topics_for(chosen)
        dialog = TopicDialog(topics, self._acts.topic_of(chosen[0]), self._window)
        return self._acts.move(chosen, dialog.chosen()) if dialog.exec() else None

    def _edit_own(self, own: OwnCard) -> Message | None:
        from studyapp.ui.dialogs.card_dialog import CardDialog

        dialog = CardDialog(
            own.prompt, own.answer, with_gap=not own.answer, is_new=False, parent=self._window
        )
        if not dialog.exec():
            return None
        prompt, answer = dialog.card()
        return self._acts.change_own(own._replace(prompt=prompt, answer=answer))

    def _reword(self, card: str) -> Message | None:
        from studyapp.ui.dialogs.wording_dialog import WordingDialog

        asked, change = self._acts.as_in_course(card)
        if asked is None or asked.card.facet is Facet.RANK:
            raise KnownError(
                N_("This card is made of what you wrote on a board, and changes there.")
            )
        course = wording_of(asked)
        dialog = WordingDialog(
            course,
            change,
            may_reword_answer(asked),
            parent=self._window,
            becomes_typed=becomes_typed(asked),
        )
        if not dialog.exec():
            return None
        if dialog.takes_back:
            return self._acts.take_change_back((card,))
        said = dialog.wording()
        return self._acts.reword(card, said)
