"""A source: what it is useful for and where it is limited, by origin, purpose and content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, grade_of
from studyapp.domain.kinds import evidence as weighing
from studyapp.domain.kinds.evidence import Side
from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.two_fields import TwoFields, Weighing
from studyapp.domain.messages import N_, message

_SOURCE = "source"
_SIDES = (Side.USEFUL, Side.LIMITED)
# “Words” — who, when: the last dash parts them, for the words may have one too.
_BY = re.compile(r"(?P<words>.*\S)\s+(?:—|--)\s+(?P<origin>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source(Weighing):
    """The words or the description of a source, and who made it when."""

    words: str = ""
    origin: str = ""

    kind = "source"
    labels = (_SOURCE, *(side.value for side in _SIDES))

    @classmethod
    def read(cls, lines: Lines) -> Source:
        """Return the source and the reasons."""
        evidence = weighing.evidence_of(lines, *_SIDES)
        shown = [line.text for line in lines.of(_SOURCE)]
        found = _BY.fullmatch(shown[-1]) if shown else None
        if found:
            return cls(evidence, found["words"], found["origin"])
        return cls(evidence, shown[-1] if shown else "")

    @property
    def sides(self) -> tuple[Side, Side]:
        """Its value and its limits."""
        return _SIDES

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that the source, its origin, or one of the sides is missing."""
        if not self.origin:
            what = message(N_("“{prompt}” does not say whose source it is"), prompt=prompt)
            remedy = message(N_("Write “Source: “…” — who, when”"))
            yield Wrong("source-form", what, remedy)
        if weighing.one_side_missing(self.evidence, {*_SIDES}):
            remedy = message(N_("Give a “Useful:” and a “Limited:”"))
            yield Wrong("source-form", weighing.one_sided(prompt), remedy)

    def shown_words(self) -> str:
        """Return the source: many are asked about in the same words."""
        return f"{self.words} {self.origin}"

    def grade(self, given: TwoFields, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark each reason."""
        return grade_of(weighing.marked(self.evidence, self.said(given), aliases))
