"""A check is logged, and the cards of what is to mend become due, in one transaction.

What the last check of the same board found too is not called in again: its card may have been
answered since, and the same slip says nothing new of it.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType

from studyapp.domain.boards.marking import FAULTS, Finding
from studyapp.domain.cards import Facet
from studyapp.domain.ids import card_id, parts
from studyapp.domain.log import FINDING, LogEntry, NewEntry
from studyapp.store.progress import Progress

CHECK = "board-check"
# What of an element is to be recalled after a slip: why a link holds, that a trap is none.
_CALLED_IN = {"link": Facet.WHY, "distractor": Facet.DOES}


def log_check(
    progress: Progress,
    board: str,
    about: str,
    found: Mapping[str, Finding],
    *,
    dates: bool = False,
    waiting: Container[str] = (),
    start: Mapping[str, object] = MappingProxyType({}),
) -> frozenset[str]:
    """Log the check of a board about `about`, and return the cards that it calls in.

    `found` has each finding by a name that stays the same from check to check; `dates` says that
    what has no link is a slip of its date; what is `waiting` is counted, but no slip yet; `start`
    is what a copy began with.
    """
    slips = {name: each for name, each in found.items() if name not in waiting}
    faults = {name: each for name, each in slips.items() if each.kind in FAULTS}
    known = faults_known(progress, board, start)
    new = [each for name, each in faults.items() if name not in known]
    payload = {"findings": _counts(tuple(found.values())), "faults": list(faults)}
    entries = [entry for each in new for entry in _fault(about, each, dates)]
    progress.append(NewEntry(CHECK, board, payload), *entries)
    return frozenset(entry.subject for entry in entries if "#" in entry.subject)


def faults_known(progress: Progress, board: str, start: Mapping[str, object]) -> frozenset[str]:
    """Return what the last check of a board found; of a copy that has none, what it began with."""
    checks = progress.entries((CHECK,), (board,))
    known = checks[-1].payload if checks else start
    faults = known.get("faults")
    return frozenset(map(str, faults)) if isinstance(faults, list) else frozenset()


def last_check_in(entries: Sequence[LogEntry]) -> int | None:
    """Return the place of the last check among entries of a board, if there is one."""
    return max((at for at, entry in enumerate(entries) if entry.type == CHECK), default=None)


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
