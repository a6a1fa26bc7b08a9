"""A date to type, in whatever form; its year, month and day are what counts."""

from __future__ import annotations

from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.dates import HistoricalDate
from studyapp.domain.dating import grade_date
from studyapp.domain.grading import Grade
from studyapp.domain.kinds.typed import InWords, TypedAnswer


@dataclass(frozen=True, slots=True)
class Date(InWords):
    """The date that is asked for."""

    date: HistoricalDate

    kind = "date"

    def in_words(self) -> str:
        """Return the date in words."""
        return str(self.date)

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each part of the date, or each end of a span."""
        return grade_date(self.date, given.text)
