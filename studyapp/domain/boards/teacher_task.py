"""A teacher's task: a board of the course with a title, a choice of its cards, and some help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.boards.hints import Hint, HintStep, next_hint
from studyapp.domain.boards.marking import FAULTS, Finding, FindingKind, Marking
from studyapp.domain.boards.ways import DIAMONDS, Task, Way, fewest_cards, rank_zone
from studyapp.domain.course import NOWHERE, Place
from studyapp.domain.messages import N_, Message, message

if TYPE_CHECKING:
    from studyapp.domain.boards.marking_web import WebMarking

# A title stands in a box of the window, an instruction above the board.
LONGEST_TITLE, LONGEST_INSTRUCTION = 120, 240


class Help(NamedTuple):
    """What a task allows: hints; a reason for each mark, or only how many are right; passages."""

    hints: bool = True
    reasons: bool = True
    passages: bool = True


class TeacherTask(NamedTuple):
    """What a teacher asks: `about` and `cards` are full ids; no cards are all that there are."""

    id: str
    title: str
    about: str
    way: Way = Way.SORT
    cards: tuple[str, ...] = ()
    instruction: str = ""
    help: Help = Help()
    place: Place = NOWHERE


def task_on(whole: Task, given: TeacherTask) -> Task | None:
    """Return the board of a teacher's task, from the whole board of its way and subject.

    Cards that the whole board has not are left out; None if too few are left.
    """
    wanted = frozenset(given.cards or whole.offered)
    offered = tuple(name for name in whole.offered if name in wanted)
    if len(offered) < fewest_cards(whole.way):
        return None
    narrowed = whole._replace(offered=offered, own_name=given.id)
    if whole.way is not Way.RANK:
        return narrowed
    rooms = {rank_zone(row): room for row, room in enumerate(DIAMONDS[len(offered)], 1)}
    return narrowed._replace(zones=tuple(rooms), rooms=rooms)


def allowed(marking: Marking, given: Help, *, is_whole: bool) -> Marking:
    """Return as much of a marking as a task tells; of a part of the board no count is told."""
    if not given.reasons:
        return Marking((), _counted(marking) if is_whole else ())
    if given.passages:
        return marking
    findings = tuple(found._replace(passage=None) for found in marking.findings)
    return Marking(findings, marking.remarks)


def allowed_of_web(marking: WebMarking, given: Help) -> WebMarking:
    """Return as much of the marking of a whole web as a task tells."""
    if not given.reasons:
        return marking._replace(findings=(), remarks=_counted_links(marking))
    if given.passages:
        return marking
    findings = tuple(
        each._replace(finding=each.finding._replace(passage=None)) for each in marking.findings
    )
    return marking._replace(findings=findings)


def allowed_hint(findings: Sequence[Finding], last: Hint | None, given: Help) -> Hint | None:
    """Return the hint after `last`, with no passage and no reason that the task keeps back."""
    if not given.passages:
        findings = [found._replace(passage=None) for found in findings]
    hint = next_hint(findings, last)
    tells_reason = hint and hint.step is HintStep.PASSAGE and not hint.passage
    if hint and tells_reason and not given.reasons:
        return hint._replace(step=HintStep.CARD)
    return hint


def _counted(marking: Marking) -> tuple[Message, ...]:
    if not marking.findings:
        return marking.remarks
    right = sum(found.kind not in FAULTS for found in marking.findings)
    return (message(N_("{right} of {count} are right."), right=right, count=len(marking.findings)),)


def _counted_links(marking: WebMarking) -> tuple[Message, ...]:
    kinds = [found.kind for found in marking.findings]
    if not kinds:
        return marking.remarks
    lacking = kinds.count(FindingKind.MISSING)
    right = sum(kind not in FAULTS for kind in kinds)
    drawn = len(kinds) - lacking
    told = message(N_("{right} of {count} links are right."), right=right, count=drawn)
    if not lacking:
        return (told,)
    return (told, message(N_("Links still missing: {count}."), count=lacking))
