"""The mark of each kind of finding: a sign, a word and a colour role."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from studyapp.domain.marking import FAULTS, FindingKind
from studyapp.ui.marks import Mark

_CONTEXT = "marks"
_WRONG = "wrong"

MARKS = {
    FindingKind.RIGHT: Mark("✓", str(QT_TRANSLATE_NOOP("marks", "Right")), "right"),
    FindingKind.INDIRECT: Mark("✓", str(QT_TRANSLATE_NOOP("marks", "Indirectly")), "right"),
    FindingKind.DEFENSIBLE: Mark("◇", str(QT_TRANSLATE_NOOP("marks", "Defensible")), "defensible"),
    FindingKind.REVERSED: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Reversed")), _WRONG),
    FindingKind.IMPOSSIBLE: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Impossible")), _WRONG),
    FindingKind.DISTRACTOR: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Not so")), _WRONG),
    FindingKind.UNSUPPORTED: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "No reason")), _WRONG),
    FindingKind.MISPLACED: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Elsewhere")), _WRONG),
    FindingKind.MISSING: Mark("✗", str(QT_TRANSLATE_NOOP("marks", "Missing")), _WRONG),
}


class Kinded(Protocol):
    """What has a kind of finding."""

    @property
    def kind(self) -> FindingKind:
        """The kind."""


_Found = TypeVar("_Found", bound=Kinded)


def word_of(mark: Mark) -> str:
    """Return the word of a mark in the interface's language."""
    return QCoreApplication.translate(_CONTEXT, mark.word)


def signed(mark: Mark) -> str:
    """Return sign and word, such as "✓ Right"."""
    return f"{mark.sign} {word_of(mark)}"


def summary(findings: Iterable[Kinded]) -> str:
    """Return such as "3 right, 1 defensible, 2 not right yet"; what is none is left out."""
    kinds = [finding.kind for finding in findings]
    to_mend = sum(kind in FAULTS for kind in kinds)
    defensible = kinds.count(FindingKind.DEFENSIBLE)
    right = len(kinds) - to_mend - defensible
    parts = (
        (right, QCoreApplication.translate(_CONTEXT, "{count} right")),
        (defensible, QCoreApplication.translate(_CONTEXT, "{count} defensible")),
        (to_mend, QCoreApplication.translate(_CONTEXT, "{count} not right yet")),
    )
    return ", ".join(text.format(count=count) for count, text in parts if count)


def by_need(findings: Iterable[_Found]) -> list[_Found]:
    """Return findings with what is to mend first, then what can be defended, then what is right."""
    order = {"wrong": 0, "defensible": 1, "right": 2}
    return sorted(findings, key=lambda finding: order[MARKS[finding.kind].role])
