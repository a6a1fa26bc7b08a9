"""What followed from something: each consequence is a key point, and is told with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from studyapp.domain.kinds.typed import Typed


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
