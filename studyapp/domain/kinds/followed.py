"""What followed from something: each consequence is a key point, and is told with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, grade_of, grade_typed
from studyapp.domain.kinds.typed import Typed, TypedAnswer

# Of what led to more, this many are asked for.
ENOUGH = 3


class Reason(NamedTuple):
    """Why one consequence followed, and the passage that says so, if one does."""

    because: str
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Followed(Typed):
    """The consequences as key points, and for each of them the reason."""

    reasons: tuple[Reason, ...] = ()

    kind = "followed"
    labels = ()

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade | None:
        """Mark every consequence; who names enough of them has named all that was asked."""
        if not self.points:
            return None
        grade = grade_typed(self.points, given.text, aliases, self.told, named=True)
        if len(self.points) <= ENOUGH:
            return grade
        return grade_of(grade.points, enough=ENOUGH)
