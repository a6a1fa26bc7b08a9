"""Marking of boards in each way of working, with a reason from the course for every card."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from studyapp.domain.board import Board, Zone
from studyapp.domain.course import Factor, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.marking import Finding, FindingKind, MarkingKey, is_settled, mark
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.ways import FALLS, ORDER, TERMS, Way, without_support

_TERM_SENTENCES = {
    "long": N_("“{cause}” is a long-term cause of “{consequence}”: {because}"),
    "short": N_("“{cause}” is a short-term cause of “{consequence}”: {because}"),
    "trigger": N_("“{cause}” triggered “{consequence}”: {because}"),
}


class Marking(NamedTuple):
    """What marking says of a board: of its cards one by one, and of the whole in sentences."""

    findings: tuple[Finding, ...]
    remarks: tuple[Message, ...] = ()


def mark_by(way: Way, board: Board, key: MarkingKey) -> Marking:
    """Mark a board in the way in which it was worked on."""
    return _MARKERS[way](board, key)


def _sorted(board: Board, key: MarkingKey) -> Marking:
    return Marking(mark(board, key))


def _by_term(board: Board, key: MarkingKey) -> Marking:
    """Any term that a link of any account has will do; if none that is settled has it, it can."""
    found = []
    for zone, factor in _placed(board):
        links = key.causal_map.links_between(factor, board.focus)
        fitting = [link for link in links if TERMS[zone] is link.duration]
        settled = [link for link in fitting if is_settled(link, key)]
        link = (settled or fitting or _settled_first(links, key))[0]
        kind = FindingKind.RIGHT if settled else FindingKind.DEFENSIBLE
        reason = message(
            _TERM_SENTENCES[link.duration.value],
            cause=key.factors[factor].title,
            consequence=key.factors[board.focus].title,
            because=link.because,
        )
        kind = kind if fitting else FindingKind.MISPLACED
        found.append(Finding(kind, factor, zone, reason, (link.id,), link.passage))
    return Marking(tuple(found))


def _by_theme(board: Board, key: MarkingKey) -> Marking:
    """Any theme that the course gives a factor will do."""
    found = []
    for zone, factor in _placed(board):
        known = key.factors[factor]
        names = ", ".join(key.names[theme] for theme in known.themes if theme in key.names)
        kind = FindingKind.RIGHT if zone in known.themes else FindingKind.MISPLACED
        template = N_("“{factor}” is about: {themes}. {detail}")
        reason = message(template, factor=known.title, themes=names, detail=known.detail)
        found.append(Finding(kind, factor, zone, reason))
    return Marking(tuple(found))


def _by_order(board: Board, key: MarkingKey) -> Marking:
    """Mark by what surely came before what: of spans that overlap either may stand first.

    What stands rightly to the most others is right, so that one slip does not spoil the rest.
    """
    order = [key.factors[name] for name in board.zones[ORDER]]
    run = longest_run(order)
    found = []
    for at, factor in enumerate(order):
        before, after = ([one for one in part if one in run] for part in (order[:at], order[at:]))
        early = next((one for one in before if surely_before(factor.date, one.date)), None)
        late = next((one for one in after if surely_before(one.date, factor.date)), None)
        kind = FindingKind.RIGHT if factor in run else FindingKind.MISPLACED
        found.append(Finding(kind, factor.id, ORDER, _order_reason(factor, early, late)))
    return Marking(tuple(found), tuple(_order_remarks(order, run)))


def _order_reason(factor: Factor, early: Factor | None, late: Factor | None) -> Message:
    """Say which of two came first, with both dates."""
    if early is None and late is None:
        return message(N_("“{factor}”: {date}."), factor=factor.title, date=str(factor.date))
    first, second = (factor, early) if early else (late or factor, factor)
    return message(
        N_("“{first}” ({first_date}) came before “{second}” ({second_date})."),
        first=first.title,
        second=second.title,
        first_date=str(first.date),
        second_date=str(second.date),
    )


def _order_remarks(order: Sequence[Factor], run: Sequence[Factor]) -> Iterator[Message]:
    if len(order) < 2:
        return
    right = sum(not surely_before(two.date, one.date) for one, two in pairwise(order))
    yield message(
        N_(
            "{placed} of {count} stand at their place, {right} of {pairs} neighbours follow each "
            "other rightly, and {run} stand rightly to each other."
        ),
        placed=sum(_at_its_place(at, order) for at in range(len(order))),
        count=len(order),
        right=right,
        pairs=len(order) - 1,
        run=len(run),
    )
    moved = best_move(order)
    if moved:
        factor, place = moved
        rest = [each for each in order if each is not factor]
        where = (
            message(N_("after “{factor}”"), factor=rest[place - 1].title)
            if place
            else message(N_("at the beginning"))
        )
        yield message(
            N_("One move mends most: put “{factor}” {where}."), factor=factor.title, where=where
        )


def _at_its_place(at: int, order: Sequence[Factor]) -> bool:
    """Say whether so many came before a factor, and so many after it, that it can stand there."""
    factor = order[at]
    before = sum(surely_before(one.date, factor.date) for one in order)
    after = sum(surely_before(factor.date, one.date) for one in order)
    return before <= at < len(order) - after


def longest_run(order: Sequence[Factor]) -> tuple[Factor, ...]:
    """Return the most factors of an order that stand rightly to each other, others between them.

    All of at most a dozen are tried: what overlaps makes this no mere longest rising sequence.
    """
    for length in range(len(order), 0, -1):
        for some in combinations(order, length):
            if not any(surely_before(two.date, one.date) for one, two in combinations(some, 2)):
                return some
    return ()


def best_move(order: Sequence[Factor]) -> tuple[Factor, int] | None:
    """Return the factor whose move mends most pairs, and its place among the others.

    None if all stand rightly.
    """
    best: tuple[int, int, int] | None = None
    slips = _slips(order)
    for at, factor in enumerate(order):
        rest = [*order[:at], *order[at + 1 :]]
        for place in range(len(order)):
            mended = slips - _slips([*rest[:place], factor, *rest[place:]])
            if mended > 0 and (best is None or mended > best[0]):
                best = (mended, at, place)
    return (order[best[1]], best[2]) if best else None


def _slips(order: Sequence[Factor]) -> int:
    return sum(surely_before(two.date, one.date) for one, two in combinations(order, 2))


def _ranked(_board: Board, _key: MarkingKey) -> Marking:
    """What weighs most is for the student to say, and to defend."""
    said = N_("No ranking is right or wrong: what counts is how you defend its top and its bottom.")
    return Marking((), (message(said),))


def _by_support(board: Board, key: MarkingKey) -> Marking:
    """Mark what would have lost all support, had the factor in question not been."""
    falls = without_support(board.focus, key.causal_map)
    found = []
    for zone, factor in _placed(board):
        right = (zone == FALLS) == (factor in falls)
        link = _holding(factor, falls | {board.focus}, key)
        template = (
            N_("Without “{focus}” nothing in the course leads to “{factor}” any more.")
            if factor in falls
            else N_("“{cause}” would still lead to “{factor}”, because {because}")
        )
        reason = message(
            template,
            focus=key.factors[board.focus].title,
            factor=key.factors[factor].title,
            cause=key.factors[link.cause].title,
            because=link.because,
        )
        kind = FindingKind.RIGHT if right else FindingKind.MISPLACED
        found.append(Finding(kind, factor, zone, reason, (link.id,), link.passage))
    return Marking(tuple(found))


def _holding(factor: str, gone: frozenset[str], key: MarkingKey) -> Link:
    """Return the link that would still hold a factor, or the one that it hung on."""
    links = _settled_first(key.causal_map.links_to(factor), key)
    return next((link for link in links if link.cause not in gone), links[0])


def _settled_first(links: Sequence[Link], key: MarkingKey) -> list[Link]:
    return sorted(links, key=lambda link: not is_settled(link, key))


def _placed(board: Board) -> Iterator[tuple[Zone, str]]:
    for zone, factors in board.zones.items():
        if zone != Zone.TRAY:
            yield from ((zone, factor) for factor in factors)


_MARKERS: Mapping[Way, Callable[[Board, MarkingKey], Marking]] = {
    Way.SORT: _sorted,
    Way.TERM: _by_term,
    Way.THEME: _by_theme,
    Way.ORDER: _by_order,
    Way.RANK: _ranked,
    Way.WHAT_IF: _by_support,
}
