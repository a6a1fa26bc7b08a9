"""The key to a board: where the course itself would put each card, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from studyapp.domain.boards.board import Board, Zone, apply, move, new_board
from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey
from studyapp.domain.boards.marking_ways import mark_by
from studyapp.domain.boards.ways import FALLS, ORDER, STANDS, TERMS, Task, Way
from studyapp.domain.course import Certainty, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.sought import time_of


class AnswerKey(NamedTuple):
    """A board on which marking finds nothing wrong, and a reason for every card on it.

    What belongs nowhere lies in the tray; its finding says why it only looks as if it did. Of an
    order, `either` has the places (from 1) of each two whose dates do not say which came first.
    """

    board: Board
    findings: tuple[Finding, ...]
    either: tuple[tuple[int, int], ...] = ()


def answer_key(task: Task, key: MarkingKey) -> AnswerKey | None:
    """Return the key to a task, or None where there is no right answer, as in a ranking."""
    place = _PLACERS.get(task.way)
    if place is None:
        return None
    board = new_board(task.about, task.offered, task.zones)
    for factor, zone in place(task, key).items():
        board = apply(board, move(board, factor, zone))
    # With everything placed, another account might fit better; the key is the course's own.
    placed = mark_by(task.way, board, key._replace(rivals={})).findings
    either = tuple(_either(board.zones.get(ORDER, ()), key))
    return AnswerKey(board, (*placed, *_aside(board, key)), either)


def _by_side(task: Task, key: MarkingKey) -> dict[str, Zone]:
    """What a settled link says goes before what only some historians say."""
    placed = {}
    for factor in task.offered:
        causing = [(link, Zone.CAUSES) for link in _between(key, factor, task.about)]
        following = [(link, Zone.CONSEQUENCES) for link in _between(key, task.about, factor)]
        sides = [*causing, *following]
        sides.sort(key=lambda side: not _is_settled(side[0], key))
        if sides:
            placed[factor] = sides[0][1]
    return placed


def _by_term(task: Task, key: MarkingKey) -> dict[str, Zone]:
    zones = {duration: zone for zone, duration in TERMS.items()}
    placed = {}
    for factor in task.offered:
        links = sorted(
            _between(key, factor, task.about), key=lambda link: not _is_settled(link, key)
        )
        if links:
            placed[factor] = zones[links[0].duration]
    return placed


def _by_theme(task: Task, key: MarkingKey) -> dict[str, Zone]:
    """The first of its themes that the board has is the one that the author put first."""
    fitting = {
        factor: [theme for theme in key.factors[factor].themes if theme in task.zones]
        for factor in task.offered
    }
    return {factor: Zone(themes[0]) for factor, themes in fitting.items() if themes}


def _by_order(task: Task, key: MarkingKey) -> dict[str, Zone]:
    dated = [factor for factor in task.offered if key.factors[factor].date]
    return dict.fromkeys(sorted(dated, key=lambda name: time_of(key.factors[name])), ORDER)


def _either(order: Sequence[str], key: MarkingKey) -> Iterator[tuple[int, int]]:
    """Yield the places of each two that may change with each other, as marking allows."""
    dates = [key.factors[factor].date for factor in order]
    for (place, one), (later, other) in combinations(enumerate(dates, 1), 2):
        if not surely_before(one, other):
            yield place, later


def _by_support(task: Task, key: MarkingKey) -> dict[str, Zone]:
    """What falls is for marking to say, which judges each card by itself: what is sure goes first.

    Of what may do either by some reading, falling is what the task asks about.
    """
    return {
        factor: max((FALLS, STANDS), key=lambda zone: _worth(factor, zone, task, key))
        for factor in task.offered
    }


def _worth(factor: str, zone: Zone, task: Task, key: MarkingKey) -> int:
    board = new_board(task.about, (factor,), task.zones)
    marking = mark_by(task.way, apply(board, move(board, factor, zone)), key)
    kinds = {found.kind for found in marking.findings}
    return 2 * (FindingKind.RIGHT in kinds) + (FindingKind.DEFENSIBLE in kinds)


_PLACERS: Mapping[Way, Callable[[Task, MarkingKey], dict[str, Zone]]] = {
    Way.SORT: _by_side,
    Way.TERM: _by_term,
    Way.THEME: _by_theme,
    Way.ORDER: _by_order,
    Way.WHAT_IF: _by_support,
}


def _is_settled(link: Link, key: MarkingKey) -> bool:
    return link.account == key.account and link.certainty is Certainty.AGREED


def _between(key: MarkingKey, cause: str, consequence: str) -> tuple[Link, ...]:
    return key.causal_map.links_between(cause, consequence)


def _aside(board: Board, key: MarkingKey) -> Iterator[Finding]:
    """Say of what is left in the tray why it tempts, and why it belongs nowhere."""
    for factor in board.zones[Zone.TRAY]:
        yield Finding(FindingKind.DISTRACTOR, factor, Zone.TRAY, _why_aside(factor, board, key))


def _why_aside(factor: str, board: Board, key: MarkingKey) -> Message:
    found = key.distractor(factor, board.focus) or key.distractor(board.focus, factor)
    if found is None:
        template = N_("The course gives no reason to put “{factor}” anywhere here.")
        return message(template, factor=key.factors[factor].title)
    template = N_("Tempting: {tempting} But: {wrong}")
    return message(template, tempting=_ended(found.tempting), wrong=_ended(found.wrong))


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
