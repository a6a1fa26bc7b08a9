"""Essays to plan: evidence for both sides, a judgement, and what the best answers do.

The program says which points a plan has; how good it is the student says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, PointMark, grade_of, part_mark
from studyapp.domain.kinds import evidence as weighing
from studyapp.domain.kinds.evidence import Evidence, Piece, Side
from studyapp.domain.kinds.kind import Content, Given, Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, message

_TOP = "top answer"
# What a judgement must have, besides the evidence; said in the interface's words.
JUDGED, REASONED, PLACED = (
    N_("A judgement"),
    N_("A reason for the judgement (because …)"),
    N_("A place on the scale"),
)
_REASONS = re.compile(
    r"\b(?:because|since|therefore|thus|hence|so|due to|owing to|given that|as long as|for this"
    r"|reasons?|outweigh\w*)\b",
    re.IGNORECASE,
)

# An essay weighs two sides, or compares two things.
PAIRS_OF_SIDES = ((Side.FOR, Side.AGAINST), (Side.ALIKE, Side.DIFFERENT))


@dataclass(frozen=True, slots=True)
class EssayPlan(Given):
    """The pieces of both sides, the judgement, and the step of the scale, counted from 0."""

    sides: tuple[tuple[Piece, ...], tuple[Piece, ...]]
    judgement: str = ""
    step: int | None = None

    @property
    def is_begun(self) -> bool:
        """Say whether there is anything of a plan."""
        return any(self.sides) or bool(self.judgement) or self.step is not None


@dataclass(frozen=True, slots=True)
class Essay(Content[EssayPlan]):
    """Evidence for both sides, `top_answer`: what the best answers do, and the steps of a scale."""

    evidence: tuple[Evidence, ...]
    top_answer: str = ""
    scale: tuple[str, ...] = ()

    kind = "essay"
    labels = (*(side.value for pair in PAIRS_OF_SIDES for side in pair), _TOP, weighing.SCALE)
    signs = labels[:-1]
    is_typed = is_long = True
    picks_evidence = True

    @classmethod
    def read(cls, lines: Lines) -> Essay:
        """Return the evidence with its passages."""
        tops = [line.text for line in lines.of(_TOP)]
        sides = (side for pair in PAIRS_OF_SIDES for side in pair)
        evidence = weighing.evidence_of(lines, *sides)
        return cls(evidence, tops[-1] if tops else "", weighing.steps_of(lines))

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two sides that it has evidence for."""
        return next(
            (pair for pair in PAIRS_OF_SIDES if any(item.side in pair for item in self.evidence)),
            PAIRS_OF_SIDES[0],
        )

    @property
    def passages(self) -> tuple[str, ...]:
        """Where the evidence is told."""
        return weighing.passages_of(self.evidence)

    @property
    def explains_itself(self) -> bool:
        """Say whether the top answer explains it."""
        return bool(self.top_answer)

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that a side or the top answer is missing."""
        if {item.side for item in self.evidence} != {*self.sides} or not self.top_answer:
            what = message(N_("“{prompt}” does not say all that an essay needs"), prompt=prompt)
            remedy = message(
                N_("Give “For:” and “Against:”, or “Alike:” and “Different:”, and a “Top answer:”")
            )
            yield Wrong("essay-form", what, remedy)

    def in_words(self) -> str:
        """Return what the best answers do."""
        return self.top_answer

    def grade(self, given: EssayPlan, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each piece of evidence, and whether there is a judgement with a reason."""
        said = dict(zip(self.sides, given.sides, strict=True))
        marks = (*weighing.marked(self.evidence, said, aliases), *self._judged(given))
        return grade_of(marks)

    def _judged(self, given: EssayPlan) -> Iterator[PointMark]:
        yield part_mark(JUDGED, bool(given.judgement))
        yield part_mark(REASONED, bool(_REASONS.search(given.judgement)))
        if self.scale:
            yield part_mark(PLACED, given.step is not None)

    def is_sure(self, given: EssayPlan) -> bool:
        """Say no: other words may say the same, and other evidence may be as good."""
        return False

    def logged(self, given: EssayPlan) -> object:
        """Return the plan by the names of its sides; the step of the scale in its words."""
        said = dict(zip(self.sides, given.sides, strict=True))
        step = "" if given.step is None else self.scale[given.step]
        return weighing.sides_in_words(said) | {"judgement": given.judgement, "scale": step}

    def remembered(self, logged: object) -> EssayPlan | None:
        """Return the plan again; one that was kept as a text alone is a judgement."""
        if isinstance(logged, str):
            return EssayPlan(((), ()), logged) if logged else None
        if not isinstance(logged, Mapping):
            return None
        said = weighing.sides_again(logged, self.sides)
        first, second = (tuple(said[side]) for side in self.sides)
        step = logged.get("scale")
        at = self.scale.index(step) if step in self.scale else None
        plan = EssayPlan((first, second), str(logged.get("judgement", "")), at)
        return plan if plan.is_begun else None
