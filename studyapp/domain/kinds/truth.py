"""True or false, and why: the verdict counts for half, the key points of the reason for half."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import Grade, grade_of, grade_typed, part_mark
from studyapp.domain.kinds.kind import Content, Given, Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, message

TRUE, FALSE = N_("True"), N_("False")


@dataclass(frozen=True, slots=True)
class TruthAnswer(Given):
    """What a student says of a sentence, and why."""

    says: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Truth(Content[TruthAnswer]):
    """Whether the prompt is true, and the key points of the reason."""

    true: bool
    points: tuple[KeyPoint, ...]

    kind = "truth"
    labels = ("true", "false", "point")
    bare = ("true", "false")
    signs = bare
    is_typed = True

    @classmethod
    def read(cls, lines: Lines) -> Truth:
        """Return the verdict and the points; two verdicts are one too many."""
        verdict, *others = lines.of(*cls.bare)
        for line in others:
            what = message(N_("Something is either true or false"))
            lines.report(line, what, message(N_("Leave “True” or “False”")))
        return cls(verdict.label == "true", lines.points("point"))

    @property
    def verdict(self) -> str:
        """The word that is right, marked for translation."""
        return TRUE if self.true else FALSE

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that no reason is asked for."""
        if not self.points:
            what = message(N_("“{prompt}” asks for no reason"), prompt=prompt)
            yield Wrong("no-answer", what, message(N_("Add a “Point:” that the reason must make")))

    def in_words(self) -> str:
        """Return what the reason must say."""
        return "; ".join(point.text for point in self.points)

    def grade(self, given: TruthAnswer, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark the verdict first, then each point; no reason makes a wrong verdict right."""
        verdict = part_mark(self.verdict, found=given.says == self.true)
        reason = grade_typed(self.points, given.reason, aliases)
        half = 0.5 if verdict.found else 0.0
        weights = (half, *(half / len(reason.points) for _ in reason.points))
        return grade_of((verdict, *reason.points), weights)

    def is_sure(self, given: TruthAnswer) -> bool:
        """Say whether the verdict is wrong: a reason may be right in other words."""
        return given.says != self.true

    def logged(self, given: TruthAnswer) -> object:
        """Return the verdict and the reason."""
        return {"says": given.says, "reason": given.reason}

    def remembered(self, logged: object) -> TruthAnswer | None:
        """Return them again."""
        says = logged.get("says") if isinstance(logged, dict) else None
        reason = logged.get("reason") if isinstance(logged, dict) else None
        if not isinstance(says, bool) or not isinstance(reason, str):
            return None
        return TruthAnswer(says, reason)
