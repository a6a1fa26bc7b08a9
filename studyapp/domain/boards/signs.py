"""The sign of each kind of finding: its shape and word tell it without a colour."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

from studyapp.domain.boards.marking import FindingKind
from studyapp.domain.messages import N_

_RIGHT, _DEFENSIBLE, _WRONG = "right", "defensible", "wrong"


class Sign(NamedTuple):
    """A shape, its word as a template, and whether it says right, defensible or wrong."""

    shape: str
    word: str
    role: str


SIGNS = {
    FindingKind.RIGHT: Sign("✓", N_("Right"), _RIGHT),
    FindingKind.INDIRECT: Sign("✓", N_("Indirectly"), _RIGHT),
    FindingKind.DEFENSIBLE: Sign("◇", N_("Defensible"), _DEFENSIBLE),
    FindingKind.REVERSED: Sign("✗", N_("Reversed"), _WRONG),
    FindingKind.IMPOSSIBLE: Sign("✗", N_("Impossible"), _WRONG),
    FindingKind.DISTRACTOR: Sign("✗", N_("Not so"), _WRONG),
    FindingKind.UNSUPPORTED: Sign("✗", N_("No reason"), _WRONG),
    FindingKind.MISPLACED: Sign("✗", N_("Elsewhere"), _WRONG),
    FindingKind.MISSING: Sign("✗", N_("Missing"), _WRONG),
}


class Kinded(Protocol):
    """What has a kind of finding."""

    @property
    def kind(self) -> FindingKind:
        """The kind."""


_Found = TypeVar("_Found", bound=Kinded)


def by_need(findings: Iterable[_Found]) -> list[_Found]:
    """Return findings with what is to mend first, then what can be defended, then what is right."""
    order = {_WRONG: 0, _DEFENSIBLE: 1, _RIGHT: 2}
    return sorted(findings, key=lambda finding: order[SIGNS[finding.kind].role])
