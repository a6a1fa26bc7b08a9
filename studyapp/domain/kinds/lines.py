"""The lines below a question's prompt, whatever format they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from studyapp.domain import gaps
from studyapp.domain.course import KeyPoint, Place
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.problems import Problem, error


class Line(NamedTuple):
    """A line: “Answer: Moscow” has the label “answer”, “[ ] Moscow” the label “[ ]”."""

    label: str
    text: str
    place: Place


class Lines(NamedTuple):
    """A prompt and the lines that make its kind.

    `see` returns the passage that words name, `factor` the id of a factor by its title; `problems`
    takes what cannot be read.
    """

    prompt: str
    lines: tuple[Line, ...]
    see: Callable[[str, Place], str | None]
    problems: list[Problem]
    factor: Callable[[str, Place], str | None]

    @property
    def has_gaps(self) -> bool:
        """Say whether the prompt itself has gaps to fill."""
        return any(True for _ in gaps.wordings_of_gaps(self.prompt))

    def of(self, *labels: str) -> Iterator[Line]:
        """Yield the lines of some labels, in their order."""
        return (line for line in self.lines if line.label in labels)

    def only(self, label: str) -> Line | None:
        """Return the one line of a label; what is more than one is reported."""
        found = list(self.of(label))
        for line in found[1:]:
            what = message(N_("There is more than one “{label}:”"), label=label.capitalize())
            self.report(line, what, message(N_("Leave one of them, or make two questions of it")))
        return found[0] if found else None

    def points(self, label: str) -> tuple[KeyPoint, ...]:
        """Return the key points of a label, one a line."""
        points = (key_point(line.text) for line in self.of(label))
        return tuple(point for point in points if point)

    def report(self, line: Line, what: Message, remedy: Message) -> None:
        """Say that a line cannot be read, and what to do about it."""
        self.problems.append(error("question-form", line.place, what, remedy))


def key_point(text: str) -> KeyPoint | None:
    """Return a key point from its wordings, parted by `|`; None without any."""
    first, *others = [part.strip() for part in text.split("|") if part.strip()] or [""]
    return KeyPoint(first, tuple(others)) if first else None
