"""Answers to the history questions that people marked by key point, and what the program says."""

import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from studyapp import paths
from studyapp.domain.aliases import Aliases, aliases_of
from studyapp.domain.cards import Facet, card_of
from studyapp.domain.kinds.typed import Typed, TypedAnswer
from studyapp.services.study.asking import what_is_asked
from studyapp.store.pack import Pack, open_pack

FOLDER = Path(__file__).resolve().parent / "answers"


class HandMark(NamedTuple):
    """One key point of one answer: whose hand, of what kind, what the hand said and the program."""

    hand: str
    kind: str
    by_hand: str
    by_program: str

    @property
    def agrees(self) -> bool:
        """Say whether both said the same."""
        return self.by_hand == self.by_program


def hand_marks(pack: Path | None = None, folder: Path = FOLDER) -> list[HandMark]:
    """Return every point that was marked by hand, with what the program says of it."""
    opened = open_pack(pack or paths.shipped_pack())
    try:
        aliases = aliases_of(opened.terms())
        files = sorted(folder.glob("*.toml"))
        return [mark for file in files for mark in _marks_of(file, opened, aliases)]
    finally:
        opened.close()


def seconds_on_the_largest_card() -> list[float]:
    """Return how long each answer takes on the card that has the most wordings.

    Its wordings are read already, as they are while the student thinks.
    """
    opened = open_pack(paths.shipped_pack())
    try:
        aliases = aliases_of(opened.terms())
        cards = [card_of(f"{factor}#{Facet.FOLLOWED}") for factor in opened.factors()]
        asked = (what_is_asked(opened, card, "") for card in cards)
        typed = (each.content for each in asked if each and isinstance(each.content, Typed))
        largest = max(typed, key=_how_many_wordings)
        largest.make_ready(aliases)
        return [
            _seconds(partial(largest.grade, TypedAnswer(answer["text"]), aliases))
            for file in sorted(FOLDER.glob("*.toml"))
            for question in _questions(file)
            for answer in question["answer"]
        ]
    finally:
        opened.close()


def _how_many_wordings(content: Typed) -> int:
    return sum(len(point.wordings) for point in content.points)


def _seconds(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def agreement(marks: list[HandMark]) -> float:
    """Return the share of points on which both said the same."""
    return sum(mark.agrees for mark in marks) / len(marks) if marks else 0.0


def _marks_of(file: Path, pack: Pack, aliases: Aliases) -> Iterator[HandMark]:
    for question in _questions(file):
        asked = what_is_asked(pack, card_of(question["id"]), "")
        # Another edition of the course may ask something else.
        if asked is None:
            continue
        for answer in question["answer"]:
            grade = asked.content.grade(TypedAnswer(answer["text"]), aliases)
            if grade is None or len(grade.points) != len(answer["points"]):
                continue
            for mark, by_hand in zip(grade.points, answer["points"], strict=True):
                yield HandMark(file.stem, answer["kind"], by_hand, str(mark.said))


def _questions(file: Path) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    return questions
