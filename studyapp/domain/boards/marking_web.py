"""Marking of a web: every drawn link, every word of its *because*, and what was not drawn.

Nearness to the course's own map is never the only measure: what another account supports can be
defended, and what the student adds of their own is theirs to judge.
"""

from collections.abc import Iterator
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.boards.best_account import by_best_account
from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey, mark_pair, missing
from studyapp.domain.boards.ways import WEB
from studyapp.domain.boards.web import TERMS, Drawn, Pair, Web, is_own
from studyapp.domain.course import Link
from studyapp.domain.grading.grade import PointMark, grade_typed
from studyapp.domain.messages import N_, Message, message

_CALLED = {
    "long": N_("The course calls it a long-term cause."),
    "short": N_("The course calls it a short-term cause."),
    "trigger": N_("The course calls it the trigger."),
}
_LACKING = N_("Not found in your reason: {points}.")


class LinkFinding(NamedTuple):
    """What marking says of one link; `points` are those of its reason, where they are marked."""

    pair: Pair
    finding: Finding
    points: tuple[PointMark, ...] = ()
    remark: Message | None = None

    @property
    def kind(self) -> FindingKind:
        """What is said of the link."""
        return self.finding.kind

    @property
    def missing_points(self) -> tuple[str, ...]:
        """The points of the course's reason that the student's lacks."""
        if self.kind is not FindingKind.RIGHT:
            return ()
        return tuple(mark.point.text for mark in self.points if not mark.found)

    @property
    def said(self) -> tuple[Message, ...]:
        """All that there is to say of the link and of its reason."""
        lacking = "; ".join(self.missing_points)
        said = (
            self.finding.reason,
            self.remark,
            message(_LACKING, points=lacking) if lacking else None,
        )
        return tuple(filter(None, said))


class WebMarking(NamedTuple):
    """What marking says of a web: of its links one by one, and of the whole in sentences."""

    findings: tuple[LinkFinding, ...] = ()
    remarks: tuple[Message, ...] = ()


def mark_web(web: Web, key: MarkingKey, aliases: Aliases = NO_ALIASES) -> WebMarking:
    """Mark each drawn link between factors of the course, then name what was not drawn.

    All of it is measured against the account that the web fits best.
    """
    marking, said = by_best_account(
        key,
        lambda each: _mark_against(web, each, aliases),
        lambda marking: (each.finding for each in marking.findings),
    )
    return WebMarking(marking.findings, (*said, *marking.remarks))


def _mark_against(web: Web, key: MarkingKey, aliases: Aliases) -> WebMarking:
    found = tuple(_mark_drawn(pair, drawn, key, aliases) for pair, drawn in _of_course(web))
    not_drawn = tuple(_not_drawn(web, key))
    return WebMarking(found + not_drawn, tuple(_remarks(web, found, not_drawn)))


def _of_course(web: Web) -> Iterator[tuple[Pair, Drawn]]:
    for pair, drawn in web.links.items():
        if not any(map(is_own, pair)):
            yield pair, drawn


def _mark_drawn(pair: Pair, drawn: Drawn, key: MarkingKey, aliases: Aliases) -> LinkFinding:
    finding = mark_pair(*pair, WEB, key)
    link = _settled_link(pair, key) if finding.kind is FindingKind.RIGHT else None
    if link is None:
        return LinkFinding(pair, finding)
    told = " ".join(key.factors[name].title for name in pair)
    points = grade_typed(link.points, drawn.because, aliases, told).points if drawn.because else ()
    term = TERMS.get(drawn.relation)
    remark = message(_CALLED[link.duration.value]) if term not in (None, link.duration) else None
    return LinkFinding(pair, finding, points, remark)


def _settled_link(pair: Pair, key: MarkingKey) -> Link | None:
    links = key.causal_map.links_between(*pair)
    return next((link for link in links if key.settles(link)), None)


def _not_drawn(web: Web, key: MarkingKey) -> Iterator[LinkFinding]:
    """Yield what the course has between cards of the web and the student drew neither way."""
    named: set[Pair] = set()
    for name in web.cards:
        for link in key.causal_map.links_from(name):
            pair = (link.cause, link.consequence)
            drawn = pair in web.links or pair[::-1] in web.links
            if drawn or pair in named or pair[1] not in web.cards or not key.settles(link):
                continue
            named.add(pair)
            yield LinkFinding(pair, missing(link, pair[1], WEB, key))


def _remarks(
    web: Web, found: tuple[LinkFinding, ...], not_drawn: tuple[LinkFinding, ...]
) -> Iterator[Message]:
    shared = sum(each.kind is FindingKind.RIGHT for each in found)
    if shared or not_drawn:
        yield message(
            N_("Links that the course has between these cards: {count}; you drew {drawn} of them."),
            count=shared + len(not_drawn),
            drawn=shared,
        )
    own = sum(any(map(is_own, pair)) for pair in web.links)
    if own:
        yield message(N_("Links of your own cards are yours to judge: {count}."), count=own)
