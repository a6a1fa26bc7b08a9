"""Words to type, marked by key point; a sentence with gaps asks for the words of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from studyapp.domain import gaps
from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import Grade, grade_typed
from studyapp.domain.kinds.kind import Content, Given, Wrong, no_answer
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, message


@dataclass(frozen=True, slots=True)
class TypedAnswer(Given):
    """Typed words."""

    text: str


class InWords(Content[TypedAnswer]):
    """What is answered in words, however it is marked."""

    __slots__ = ()

    is_typed = True

    def make_ready(self, aliases: Aliases) -> None:
        """Have the wordings read: marking remembers what it has read."""
        self.grade(TypedAnswer(""), aliases)

    def sought(self, prompt: str) -> Iterator[tuple[str, str]]:
        """Yield the answer as it is told."""
        yield prompt, self.in_words()

    def logged(self, given: TypedAnswer) -> object:
        """Return the words."""
        return given.text

    def remembered(self, logged: object) -> TypedAnswer | None:
        """Return the words again."""
        return TypedAnswer(logged) if isinstance(logged, str) and logged else None


@dataclass(frozen=True, slots=True)
class Typed(InWords):
    """Key points that an answer must make; without any, the student compares with `answer`.

    Who only says again what the question has `told` makes no point.
    """

    points: tuple[KeyPoint, ...] = ()
    answer: str = ""
    told: str = ""

    kind = "typed"
    labels: ClassVar[tuple[str, ...]] = ("answer", "point")

    @classmethod
    def read(cls, lines: Lines) -> Typed:
        """Return the key points: all lines “Answer:” are wordings of the one answer."""
        return cls((*_as_one(lines.points("answer")), *lines.points("point")))

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that there is no answer."""
        if not self.points or not all(point.text for point in self.points):
            yield no_answer(prompt, N_("Add options with [x] and [ ], an “Answer:”, or a “Point:”"))

    def sought(self, prompt: str) -> Iterator[tuple[str, str]]:
        """Yield each key point."""
        return ((prompt, point.text) for point in self.points)

    def in_words(self) -> str:
        """Return the key points, or the answer to compare with."""
        return "; ".join(point.text for point in self.points) or self.answer

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade | None:
        """Mark the key points, if there are any."""
        return grade_typed(self.points, given.text, aliases, self.told) if self.points else None

    def is_sure(self, given: TypedAnswer) -> bool:
        """Say no: other words may say the same."""
        return False

    def for_prompt(self, prompt: str) -> Typed:
        """Return it so that marking knows of whom the question asks."""
        return ForPrompt(self.points, self.answer, self.told, prompt)


@dataclass(frozen=True, slots=True)
class ForPrompt(Typed):
    """Key points of a question whose words may be said again, but tell who is meant."""

    prompt: str = ""

    def grade(self, given: TypedAnswer, aliases: Aliases = NO_ALIASES) -> Grade | None:
        """Mark the key points, if there are any."""
        if not self.points:
            return None
        return grade_typed(self.points, given.text, aliases, self.told, self.prompt)


class Cloze(Typed):
    """A sentence with gaps; a card asks for each, and its key points are what fills them."""

    __slots__ = ()

    kind = "cloze"
    labels = ()

    def for_prompt(self, prompt: str) -> Typed:
        """Return it as it is: its prompt is a sentence, and says what is right."""
        return self

    @classmethod
    def fits(cls, lines: Lines) -> bool:
        """Say whether the prompt has gaps, and nothing stands below it."""
        return lines.has_gaps and not lines.lines

    @classmethod
    def read(cls, lines: Lines) -> Cloze:
        """Return what fills the gaps; an empty one takes nothing, which `check` says."""
        held = gaps.wordings_of_gaps(lines.prompt)
        return cls(
            tuple(KeyPoint(first, tuple(more)) for first, *more in (w or ("",) for w in held))
        )

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that nothing fills a gap."""
        if not all(point.text for point in self.points):
            what = message(N_("“{prompt}” has an empty gap"), prompt=prompt)
            yield Wrong("no-answer", what, message(N_("Write what fills it between the braces")))

    def sought(self, prompt: str) -> Iterator[tuple[str, str]]:
        """Yield what fills each gap, after the sentence with that gap."""
        for number, point in enumerate(self.points, 1):
            yield gaps.with_gap(prompt, number), point.text

    @property
    def facets(self) -> tuple[str, ...]:
        """A card for each gap."""
        return tuple(f"gap:{number}" for number in range(1, len(self.points) + 1))


def _as_one(answers: tuple[KeyPoint, ...]) -> tuple[KeyPoint, ...]:
    if not answers:
        return ()
    first, *others = answers
    wordings = (wording for other in others for wording in (other.text, *other.wordings))
    return (KeyPoint(first.text, (*first.wordings, *wordings)),)
