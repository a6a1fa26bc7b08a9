"""What a timeline asks of a course: the factors of a topic with their dates, read only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.domain.dates import HistoricalDate
from studyapp.domain.pages import ThemeEntry
from studyapp.domain.telling import most_telling
from studyapp.domain.timeline import TimelineEntry
from studyapp.store.pack import Pack

if TYPE_CHECKING:
    from studyapp.domain.course import Factor


class Timeline:
    """The dated factors of one course. KnownError if its file cannot be read."""

    def __init__(self, pack: Pack) -> None:
        """Read from `pack`."""
        self._pack = pack

    @cached_property
    def themes(self) -> Mapping[str, ThemeEntry]:
        """The course's themes by id, in its own order."""
        return {theme.id: theme for theme in self._pack.themes()}

    def entries(self, topic: str) -> tuple[TimelineEntry, ...]:
        """Return every factor of a topic and below it, with or without a date."""
        return tuple(
            TimelineEntry(
                id, owner, title, theme, HistoricalDate(edtf, earliest, latest) if edtf else None
            )
            for id, owner, title, theme, edtf, earliest, latest in self._pack.timeline(topic)
        )

    def factor(self, factor: str) -> Factor | None:
        """Return all that is known of a factor, or None if this edition has it no longer."""
        return self._pack.factors((factor,)).get(factor)

    def passage(self, factor: str) -> str | None:
        """Return the passage that tells of a factor, if one does: one that a link names, or not."""
        found, named = self.factor(factor), self._pack.passage_of_factor(factor)
        if found is None:
            return None
        rests_on = self._pack.passage(named) if named else None
        telling = most_telling(found.title, self._pack.passages(found.topic), rests_on)
        return telling.id if telling else None
