"""What is likely asked next is read while the student still looks at an answer."""

from __future__ import annotations

from studyapp.domain.cards import Card
from studyapp.domain.log import REVIEW
from studyapp.domain.schedule.memory import Change, Rating
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.decks import Decks
from studyapp.services.study.drafts import Drafts
from studyapp.services.study.leeches import Leeches
from studyapp.services.study.line_up import LineUp
from studyapp.store.progress import Progress


class ReadingAhead:
    """Keeps what one card asks, as long as that cannot have become something else.

    Which card is asked, the line-up says when it is wanted.
    """

    def __init__(
        self, decks: Decks, line_up: LineUp, progress: Progress, leeches: Leeches, drafts: Drafts
    ) -> None:
        """Read from `decks` what `line_up` may ask next; what `progress` logs may change it."""
        self._decks, self._line_up = decks, line_up
        self._progress, self._leeches, self._drafts = progress, leeches, drafts
        self._read: AskedCard | None = None
        self._since = 0

    def read_next(self, answered: str, rating: Rating, now_ms: int) -> AskedCard | None:
        """Read what is likely asked next if a card is rated so; None if nothing can be said."""
        memory = self._progress.memory(answered)
        after = self._progress.scheduler.review(memory, rating, now_ms)
        likely = self._line_up.likely_next(Change(answered, memory, after))
        if likely is None:
            return None
        # In a large log the answers to a card lie far apart; now SQLite has them at hand.
        self._leeches.is_leech(likely.id)
        return self._read_card(likely)

    def _read_card(self, card: Card) -> AskedCard | None:
        if not self._has(card):
            self._read, self._since = self._read_now(card), self._progress.logged
        return self._read

    def forget(self) -> None:
        """Keep nothing: what is known of the cards was made anew."""
        self._read = None

    def asked(self, card: Card) -> AskedCard | None:
        """Return what a card asks, or None if this edition has its element no longer.

        What was written on it and never rated is there again.
        """
        asked = self._read if self._has(card) else self._read_now(card)
        self._read = None
        return asked

    def _read_now(self, card: Card) -> AskedCard | None:
        asked = self._decks.asked(card)
        if asked is None or not asked.content.is_typed:
            return asked
        draft = self._drafts.of(card.id)
        return asked._replace(begun=asked.content.remembered(draft)) if draft else asked

    def _has(self, card: Card) -> bool:
        """Say whether a card was read, and nothing was logged since but answers to others."""
        if self._read is None or self._read.card != card:
            return False
        logged = self._progress.logged_after(self._since)
        return all(entry.type == REVIEW and entry.subject != card.id for entry in logged)
