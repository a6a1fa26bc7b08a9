"""A teacher's task: a board of the course with a title, a choice of its cards, and some help."""

from typing import NamedTuple

from studyapp.domain.course import NOWHERE, Place
from studyapp.domain.marking import FAULTS
from studyapp.domain.marking_ways import Marking
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.ways import DIAMONDS, FEWEST_CARDS, Task, Way, rank_zone

# A title stands in a box of the window, an instruction above the board.
LONGEST_TITLE, LONGEST_INSTRUCTION = 120, 240
# A web asks for links and not for places, and has helps of its own.
TASK_WAYS = tuple(way for way in Way if way is not Way.WEB)


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
    if len(offered) < (1 if whole.way is Way.SORT else FEWEST_CARDS):
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


def _counted(marking: Marking) -> tuple[Message, ...]:
    if not marking.findings:
        return marking.remarks
    right = sum(found.kind not in FAULTS for found in marking.findings)
    return (message(N_("{right} of {count} are right."), right=right, count=len(marking.findings)),)
