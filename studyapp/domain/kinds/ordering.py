"""Steps to be put in order again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade, part_mark
from studyapp.domain.kinds.kind import Content, Given, Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, message

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Ordered(Given):
    """The steps by their numbers in the right order, from 0, as the student has put them."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ordering(Content[Ordered]):
    """Steps in their right order; `shown` are their numbers in the order of the question."""

    steps: tuple[str, ...]
    shown: tuple[int, ...] = ()

    kind = "ordering"
    labels = ("first", "then")

    @classmethod
    def read(cls, lines: Lines) -> Ordering:
        """Return the steps; “First:” stands at the top and only there."""
        for at, line in enumerate(lines.lines):
            if (line.label == "first") != (at == 0):
                what = message(N_("“First:” does not stand first, or not alone"))
                remedy = message(N_("Write “First:” once, and “Then:” for all that follow"))
                lines.report(line, what, remedy)
        return cls(tuple(line.text for line in lines.lines))

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that there is too little to put in order, or one step twice."""
        if len(set(self.steps)) < max(_FEWEST, len(self.steps)):
            what = message(N_("“{prompt}” has too little to put in order"), prompt=prompt)
            remedy = message(N_("Give three different steps or more: one “First:”, and “Then:”"))
            yield Wrong("no-answer", what, remedy)

    def asked(self, salt: str) -> Ordering:
        """Return it shuffled, in any order but the right one."""
        right = list(range(len(self.steps)))
        shown = sorted(right, key=lambda at: Random(f"{salt} {self.steps[at]}").random())
        return replace(self, shown=tuple(shown if shown != right else [*right[1:], *right[:1]]))

    def in_words(self) -> str:
        """Return the steps in their order."""
        return "\n".join(f"{at}. {step}" for at, step in enumerate(self.steps, 1))

    def grade(self, given: Ordered, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark the steps in their right order: right are the most that stand rightly to each other.

        One step that is out of place is one slip, though it moves all the others. One step alone
        stands rightly to nothing.
        """
        run = longest_rising(given.order)
        kept = set(run) if len(run) > 1 else set()
        marks = tuple(part_mark(step, found=at in kept) for at, step in enumerate(self.steps))
        return Grade(max(0, len(run) - 1) / max(1, len(self.steps) - 1), marks)

    def logged(self, given: Ordered) -> object:
        """Return the steps in the student's order."""
        return [self.steps[at] for at in given.order]

    def remembered(self, logged: object) -> Ordered | None:
        """Return that order, if the steps are still the same."""
        steps = logged if isinstance(logged, list) else []
        if sorted(map(str, steps)) != sorted(self.steps):
            return None
        return Ordered(tuple(self.steps.index(step) for step in steps))


def longest_rising(order: Sequence[int]) -> tuple[int, ...]:
    """Return the longest run of rising numbers in an order, others between them; the first such."""
    best: list[tuple[int, ...]] = []
    for number in order:
        before = (run for run in best if run[-1] < number)
        best.append((*max(before, key=len, default=()), number))
    return max(best, key=len, default=())
