"""Marking of boards in each way of working, with a reason from the course for every card."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from studyapp.domain.boards.best_account import by_best_account
from studyapp.domain.boards.board import Board, Zone
from studyapp.domain.boards.marking import Finding, FindingKind, Marking, MarkingKey, mark, sentence
from studyapp.domain.boards.marking_what_if import mark_what_if
from studyapp.domain.boards.ways import ORDER, TERMS, Way
from studyapp.domain.course import Factor, Link
from studyapp.domain.dates import surely_before
from studyapp.domain.messages import N_, Message, message

_TERM_SENTENCES = {
    "long": N_("“{cause}” is a long-term cause of “{consequence}”: {because}"),
    "short": N_("“{cause}” is a short-term cause of “{consequence}”: {because}"),
    "trigger": N_("“{cause}” triggered “{consequence}”: {because}"),
}
_CAN_BE_DEFENDED = N_("Historians differ, and this can be defended: {claim}")
_TO_SOME = N_("Historians differ, but to those who say so {claim}")
_IN_ORDER = N_(
    "{placed} of {count} stand at their place, {right} of {pairs} neighbours follow each other "
    "rightly, and {run} stand rightly to each other."
)
_ALL_WRONG = N_("{placed} of {count} stand at their place, and no two stand rightly to each other.")
# These rest on links, of which each account has its own; themes and dates are everyone's.
_BY_ACCOUNT = frozenset({Way.SORT, Way.TERM, Way.WHAT_IF})


def mark_by(way: Way, board: Board, key: MarkingKey) -> Marking:
    """Mark a board in the way in which it was worked on, by the account that it fits best."""
    marker = _MARKERS[way]
    if way not in _BY_ACCOUNT:
        return marker(board, key)
    marking, said = by_best_account(
        key, lambda each: marker(board, each), lambda marking: marking.findings
    )
    return Marking(marking.findings, (*said, *marking.remarks))


def _sorted(board: Board, key: MarkingKey) -> Marking:
    return Marking(mark(board, key))


def _by_term(board: Board, key: MarkingKey) -> Marking:
    """Any term that a link of any account has will do; if none that is settled has it, it can."""
    found = []
    for zone, factor in _placed(board):
        links = key.best_first(key.causal_map.links_between(factor, board.focus))
        fitting = [link for link in links if TERMS[zone] is link.duration]
        link = (fitting or links)[0]
        settled = key.settles(link)
        kind = FindingKind.MISPLACED
        if fitting:
            kind = FindingKind.RIGHT if settled else FindingKind.DEFENSIBLE
        reason = _in_term(link, key)
        if not settled:
            template = _CAN_BE_DEFENDED if fitting else _TO_SOME
            reason = message(template, claim=reason)
        found.append(Finding(kind, factor, zone, reason, (link.id,), link.passage))
    return Marking(tuple(found))


def _in_term(link: Link, key: MarkingKey) -> Message:
    return message(
        _TERM_SENTENCES[link.duration.value],
        cause=key.factors[link.cause].title,
        consequence=key.factors[link.consequence].title,
        because=sentence(link.because),
    )


def _by_theme(board: Board, key: MarkingKey) -> Marking:
    """Any theme that the course gives a factor will do."""
    found = []
    for zone, factor in _placed(board):
        known = key.factors[factor]
        names = ", ".join(key.names[theme] for theme in known.themes if theme in key.names)
        kind = FindingKind.RIGHT if zone in known.themes else FindingKind.MISPLACED
        plain, told = (
            N_("“{factor}” is about: {themes}."),
            N_("“{factor}” is about: {themes}. {detail}"),
        )
        template = told if known.detail else plain
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
        _IN_ORDER if len(run) > 1 else _ALL_WRONG,
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


def _what_if(board: Board, key: MarkingKey) -> Marking:
    return Marking(tuple(mark_what_if(board, key)))


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
    Way.WHAT_IF: _what_if,
}
