"""Essays to plan: evidence for both sides, and what the best answers do. The student judges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Line, Lines
from studyapp.domain.kinds.typed import InWords, TypedAnswer
from studyapp.domain.messages import N_, message

_SEE = re.compile(r"\s*\bSee:\s*", re.IGNORECASE)
_TOP = "top answer"


class Side(StrEnum):
    """What a piece of evidence speaks for, of what an essay has to weigh or compare."""

    FOR = "for"
    AGAINST = "against"
    ALIKE = "alike"
    DIFFERENT = "different"


# An essay weighs two sides, or compares two things.
PAIRS_OF_SIDES = (frozenset({Side.FOR, Side.AGAINST}), frozenset({Side.ALIKE, Side.DIFFERENT}))


class Evidence(NamedTuple):
    """What an essay can rest on, and the passage that says so, if one does."""

    side: Side
    text: str
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Essay(InWords):
    """Evidence for both sides, and `top_answer`: what the best answers do."""

    evidence: tuple[Evidence, ...]
    top_answer: str = ""

    kind = "essay"
    labels = (*(side.value for side in Side), _TOP)
    is_long = True

    @classmethod
    def read(cls, lines: Lines) -> Essay:
        """Return the evidence with its passages."""
        sides = tuple(side.value for side in Side)
        tops = [line.text for line in lines.of(_TOP)]
        evidence = tuple(_evidence(line, lines) for line in lines.of(*sides))
        return cls(evidence, tops[-1] if tops else "")

    @property
    def passages(self) -> tuple[str, ...]:
        """Where the evidence is told."""
        return tuple(item.passage for item in self.evidence if item.passage)

    @property
    def explains_itself(self) -> bool:
        """Say whether the top answer explains it."""
        return bool(self.top_answer)

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that a side or the top answer is missing."""
        sides = {item.side for item in self.evidence}
        if sides not in PAIRS_OF_SIDES or not self.top_answer:
            what = message(N_("“{prompt}” does not say all that an essay needs"), prompt=prompt)
            remedy = message(
                N_("Give “For:” and “Against:”, or “Alike:” and “Different:”, and a “Top answer:”")
            )
            yield Wrong("essay-form", what, remedy)

    def in_words(self) -> str:
        """Return what the best answers do."""
        return self.top_answer

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> None:
        """Mark nothing: the student does."""


def _evidence(line: Line, lines: Lines) -> Evidence:
    said, *where = _SEE.split(line.text, maxsplit=1)
    passage = lines.see(where[0], line.place) if where else None
    return Evidence(Side(line.label), said, passage)
