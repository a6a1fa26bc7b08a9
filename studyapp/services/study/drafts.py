"""Answers that are typed: kept while they are written, so that none is lost."""

from __future__ import annotations

from studyapp.domain.log import PRACTICE, RETRACT, REVIEW, NewEntry, standing
from studyapp.store.progress import Progress

DRAFT = "draft"


class Drafts:
    """What was written on a card and not yet rated. The last entry on a card is what holds."""

    def __init__(self, progress: Progress) -> None:
        """Read them from `progress`, and keep them there."""
        self._progress = progress

    def keep(self, card: str, text: object) -> None:
        """Keep what is written by now; in a read-only window it goes with the window."""
        if not self._progress.read_only and text != self.of(card):
            self._progress.append(NewEntry(DRAFT, card, {"text": text}))

    def of(self, card: str) -> object:
        """Return what was written on a card since it was last rated; "" if nothing was."""
        # Most cards have none, and every card that is typed is asked for its own.
        if not self._progress.entries((DRAFT,), (card,)):
            return ""
        about = self._progress.entries((DRAFT, REVIEW, PRACTICE), (card,))
        keys = tuple(entry.key for entry in about)
        taken_back = self._progress.entries((RETRACT,), keys) if keys else ()
        text: object = ""
        for entry in standing((*about, *taken_back)):
            text = entry.payload.get("text", "") if entry.type == DRAFT else ""
        return text
