"""A check is logged, and the cards of what is to mend become due, in one transaction.

What the last check of the same board found too is not called in again: its card may have been
answered since, and the same slip says nothing new of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from studyapp.domain.cards import Facet
from studyapp.domain.ids import card_id, parts
from studyapp.domain.log import FINDING, NewEntry
from studyapp.domain.marking import FAULTS, Finding
from studyapp.store.progress import Progress

CHECK = "board-check"
# What of an element is to be recalled after a slip: why a link holds, that a trap is none.
_CALLED_IN = {"link": Facet.WHY, "distractor": Facet.DOES}


def log_check(
    progress: Progress, board: str, about: str, found: Mapping[str, Finding], dates: bool = False
) -> frozenset[str]:
    """Log the check of a board about `about`, and return the cards that it calls in.

    `found` has each finding by a name that stays the same from check to check; `dates` says that
    what has no link is a slip of its date.
    """
    faults = {name: each for name, each in found.items() if each.kind in FAULTS}
    known = _faults_of_last_check(progress, board)
    new = [each for name, each in faults.items() if name not in known]
    payload = {"findings": _counts(tuple(found.values())), "faults": list(faults)}
    entries = [entry for each in new for entry in _fault(about, each, dates)]
    progress.append(NewEntry(CHECK, board, payload), *entries)
    return frozenset(entry.subject for entry in entries if "#" in entry.subject)


def _faults_of_last_check(progress: Progress, board: str) -> frozenset[str]:
    checks = progress.entries((CHECK,), (board,))
    faults = checks[-1].payload.get("faults") if checks else None
    return frozenset(map(str, faults)) if isinstance(faults, list) else frozenset()


def _fault(about: str, found: Finding, dates: bool) -> Iterator[NewEntry]:
    """Yield an entry for each card that a fault calls in, or one for what has no card."""
    payload = {"focus": about, "factor": found.factor, "kind": found.kind.value}
    for element in found.links or (found.factor,):
        is_late = dates and element == found.factor
        facet = Facet.DATE if is_late else _CALLED_IN.get(parts(element).kind)
        subject = card_id(element, facet) if facet else element
        yield NewEntry(FINDING, subject, payload)


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    kinds = [found.kind.value for found in findings]
    return {kind: kinds.count(kind) for kind in sorted(set(kinds))}
