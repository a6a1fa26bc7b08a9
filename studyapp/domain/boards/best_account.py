"""Which account of the course a student's work fits best: it is the one to be measured against."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey
from studyapp.domain.messages import N_, Message, message

_Marked = TypeVar("_Marked")
_SUPPORTED = frozenset({FindingKind.RIGHT, FindingKind.INDIRECT, FindingKind.DEFENSIBLE})


def by_best_account(
    key: MarkingKey,
    mark: Callable[[MarkingKey], _Marked],
    findings_of: Callable[[_Marked], Iterable[Finding]],
) -> tuple[_Marked, tuple[Message, ...]]:
    """Return the marking by the account that fits best, and a remark if it is not the default."""
    keys = (key, *(key._replace(against=rival) for rival in key.rivals))
    marked = [(mark(each), each) for each in keys]
    # The first of those that fit equally well is taken: the default account before all others.
    best, account = max(marked, key=lambda pair: _fit(findings_of(pair[0]), pair[1]))
    if not account.against:
        return best, ()
    said = N_("Measured against “{account}”, which it fits best.")
    return best, (message(said, account=key.rivals[account.against]),)


def _fit(findings: Iterable[Finding], key: MarkingKey) -> int:
    """Return how much of the work an account supports, less what it misses."""
    held = {link.id for link in key.causal_map.links if key.holds(link)}
    fit = 0
    for found in findings:
        if found.kind in _SUPPORTED and found.links and held.issuperset(found.links):
            fit += 1
        elif found.kind is FindingKind.MISSING:
            fit -= 1
    return fit
