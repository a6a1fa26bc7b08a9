"""A statement to evaluate: any place between agreeing and disagreeing will do, if it is argued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, grade_of, part_mark
from studyapp.domain.kinds import evidence as weighing
from studyapp.domain.kinds.evidence import Side
from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.two_fields import TwoFields, Weighing
from studyapp.domain.messages import N_, message

_SIDES = (Side.AGREE, Side.DISAGREE)
STEPS = (
    N_("I agree"),
    N_("I mostly agree"),
    N_("As much for it as against it"),
    N_("I mostly disagree"),
    N_("I disagree"),
)
ARGUED = N_("A place on the scale, with a reason")


@dataclass(frozen=True, slots=True)
class Statement(Weighing):
    """The reasons on both sides, and the course's own steps, if it has any."""

    scale: tuple[str, ...] = ()

    kind = "statement"
    labels = (*(side.value for side in _SIDES), weighing.SCALE)
    signs = labels[:-1]
    is_long = True

    @classmethod
    def read(cls, lines: Lines) -> Statement:
        """Return the reasons and the scale."""
        return cls(weighing.evidence_of(lines, *_SIDES), weighing.steps_of(lines))

    @property
    def sides(self) -> tuple[Side, Side]:
        """What speaks for it, and what against."""
        return _SIDES

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps from agreeing to disagreeing."""
        return self.scale or STEPS

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that it has reasons on one side only."""
        if weighing.one_side_missing(self.evidence, {*_SIDES}):
            remedy = message(N_("Give an “Agree:” and a “Disagree:”"))
            yield Wrong("statement-form", weighing.one_sided(prompt), remedy)

    def grade(self, given: TwoFields, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each reason, and last whether the place on the scale is argued, wherever it is."""
        reasons = weighing.marked(self.evidence, self.said(given), aliases)
        argued = given.step is not None and any(given.texts)
        marks = (*reasons, part_mark(ARGUED, argued))
        return grade_of(marks)
