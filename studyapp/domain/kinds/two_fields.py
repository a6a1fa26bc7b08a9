"""What is typed in two fields, one for each side: what sources and statements share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studyapp.domain.kinds import evidence as weighing
from studyapp.domain.kinds.evidence import Evidence, Piece, Side
from studyapp.domain.kinds.kind import Content, Given


@dataclass(frozen=True, slots=True)
class TwoFields(Given):
    """What is typed for each side, and the step of the scale, counted from 0."""

    texts: tuple[str, str]
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Weighing(Content[TwoFields]):
    """Reasons on two sides, to be typed."""

    evidence: tuple[Evidence, ...]

    in_parts = is_typed = True

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two sides."""
        raise NotImplementedError

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the scale, if it has one: the course's words, or marked for translation."""
        return ()

    @property
    def passages(self) -> tuple[str, ...]:
        """Where the reasons are told."""
        return weighing.passages_of(self.evidence)

    def in_words(self) -> str:
        """Return all reasons."""
        return "; ".join(item.text.rstrip(".") for item in self.evidence)

    def said(self, given: TwoFields) -> weighing.Sides:
        """Return what is typed as one piece a side."""
        return {
            side: (Piece(text),) for side, text in zip(self.sides, given.texts, strict=True) if text
        }

    def is_sure(self, given: TwoFields) -> bool:
        """Say no: other words may say the same."""
        return False

    def logged(self, given: TwoFields) -> object:
        """Return the words of each side by its name, and the step in its words."""
        texts = zip((side.value for side in self.sides), given.texts, strict=True)
        return dict(texts) | ({} if given.step is None else {"scale": self.steps[given.step]})

    def remembered(self, logged: object) -> TwoFields | None:
        """Return them again."""
        if not isinstance(logged, Mapping):
            return None
        first, second = (str(logged.get(side.value, "")) for side in self.sides)
        step = logged.get("scale")
        at = self.steps.index(step) if step in self.steps else None
        return TwoFields((first, second), at) if first or second or at is not None else None
