"""Answers to the history questions that people marked by key point, and what the program says."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from studyapp import paths
from studyapp.domain.aliases import Aliases, aliases_of
from studyapp.domain.cards import card_of
from studyapp.domain.kinds.typed import TypedAnswer
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


def agreement(marks: list[HandMark]) -> float:
    """Return the share of points on which both said the same."""
    return sum(mark.agrees for mark in marks) / len(marks) if marks else 0.0


def _marks_of(file: Path, pack: Pack, aliases: Aliases) -> Iterator[HandMark]:
    for question in tomllib.loads(file.read_text(encoding="utf-8"))["question"]:
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
