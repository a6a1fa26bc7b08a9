"""Options to choose from, one or several of them right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.grading.grade import Grade
from studyapp.domain.kinds.kind import Content, Given, Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.messages import N_, message

RIGHT_BOX, WRONG_BOX = "[x]", "[ ]"
_WHY = re.compile(r"\s+(?:—|--)\s+")


class Option(NamedTuple):
    """One answer to choose; `why` says why it is right or wrong."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceAnswer(Given):
    """Chosen options, by their place as shown."""

    chosen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Choice(Content[ChoiceAnswer]):
    """Options, each right or wrong and with its reason."""

    options: tuple[Option, ...]

    kind = "choice"
    labels = (RIGHT_BOX, WRONG_BOX)

    @property
    def several(self) -> bool:
        """Say whether more than one option is right."""
        return sum(option.right for option in self.options) > 1

    @classmethod
    def read(cls, lines: Lines) -> Choice:
        """Return the options, parted from their reasons by a dash."""
        boxes = list(lines.of(RIGHT_BOX, WRONG_BOX))
        if [line.label for line in lines.lines] == [RIGHT_BOX]:
            what = message(N_("There is one option only"))
            remedy = message(N_("Add wrong ones with [ ], or write “Answer:” for [x]"))
            lines.report(boxes[0], what, remedy)
        return cls(tuple(_option(line.text, right=line.label == RIGHT_BOX) for line in boxes))

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that no option is right."""
        if not any(option.right for option in self.options):
            what = message(N_("“{prompt}” has no right option"), prompt=prompt)
            yield Wrong("no-answer", what, message(N_("Mark the right one with [x]")))

    def asked(self, salt: str) -> Choice:
        """Return it with its options shuffled."""

        def place(option: Option) -> float:
            return Random(f"{salt} {option.text}").random()

        return replace(self, options=tuple(sorted(self.options, key=place)))

    def in_words(self) -> str:
        """Return the right options."""
        return "; ".join(option.text for option in self.options if option.right)

    def grade(self, given: ChoiceAnswer, aliases: Aliases = NO_ALIASES) -> Grade:
        """Mark chosen options: a right one counts for, a wrong one against."""
        right = {index for index, option in enumerate(self.options) if option.right}
        hits, slips = len(right & given.chosen), len(given.chosen - right)
        return Grade(max(0.0, (hits - slips) / len(right)) if right else 0.0)

    def logged(self, given: ChoiceAnswer) -> object:
        """Return the words of the chosen options."""
        return sorted(self.options[index].text for index in given.chosen)

    def remembered(self, logged: object) -> ChoiceAnswer | None:
        """Return the options that have these words."""
        texts = logged if isinstance(logged, list) else []
        chosen = (at for at, option in enumerate(self.options) if option.text in texts)
        return ChoiceAnswer(found) if (found := frozenset(chosen)) else None


class YesNo(Choice):
    """Yes or no, whose words are the interface's own."""

    __slots__ = ()

    kind = "yes-no"


def _option(text: str, *, right: bool) -> Option:
    answer, *why = _WHY.split(text, maxsplit=1)
    return Option(answer.strip(), right, why[0].strip() if why else "")
