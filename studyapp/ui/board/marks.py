"""The mark of each kind of finding: a sign, a word and a colour role."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from studyapp.domain.boards.marking import FAULTS, FindingKind
from studyapp.domain.boards.signs import SIGNS, Kinded
from studyapp.ui.look.marks import Mark
from studyapp.ui.translation import translated

_CONTEXT = "marks"

MARKS = {kind: Mark(*sign) for kind, sign in SIGNS.items()}


def word_of(mark: Mark) -> str:
    """Return the word of a mark in the interface's language."""
    return translated(mark.word)


def signed(mark: Mark) -> str:
    """Return sign and word, such as "✓ Right"."""
    return f"{mark.sign} {word_of(mark)}"


def summary(findings: Iterable[Kinded]) -> str:
    """Return such as "3 right, 1 defensible, 2 not right yet"; what is none is left out."""
    return summary_of(finding.kind for finding in findings)


def summary_of(found: Iterable[FindingKind]) -> str:
    """Return the summary of findings of some kinds."""
    kinds = list(found)
    to_mend = sum(kind in FAULTS for kind in kinds)
    defensible = kinds.count(FindingKind.DEFENSIBLE)
    right = len(kinds) - to_mend - defensible
    parts = (
        (right, QCoreApplication.translate(_CONTEXT, "{count} right")),
        (defensible, QCoreApplication.translate(_CONTEXT, "{count} defensible")),
        (to_mend, QCoreApplication.translate(_CONTEXT, "{count} not right yet")),
    )
    return ", ".join(text.format(count=count) for count, text in parts if count)
