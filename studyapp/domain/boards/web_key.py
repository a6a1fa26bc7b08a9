"""The key to a web: the links that the course itself has between its cards, and why."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.domain.boards.marking import Finding, FindingKind, MarkingKey, mark_pair
from studyapp.domain.boards.ways import WEB
from studyapp.domain.boards.web import TERMS, Card, Drawn, Pair, Point, Web
from studyapp.domain.course import Link

_SHOWN = frozenset({FindingKind.RIGHT, FindingKind.DEFENSIBLE})


class WebKey(NamedTuple):
    """A web with which marking finds no fault, and what marking says of each of its links.

    Its cards have no places yet: where they lie hangs on the paper.
    """

    web: Web
    findings: tuple[tuple[Pair, Finding], ...]


def web_key(about: str, offered: Sequence[str], key: MarkingKey) -> WebKey:
    """Return the links between the cards that are offered: the settled, and what can be argued.

    It is the default account's; what only others say is there as something to argue.
    """
    own = key._replace(rivals={}, against="")
    drawn: dict[Pair, Drawn] = {}
    findings = []
    for pair, link in _links_among(offered, own):
        found = mark_pair(*pair, WEB, own)
        # A disputed link beside a settled way round by others is no answer to give.
        if found.kind in _SHOWN:
            drawn[pair] = _as_drawn(link)
            findings.append((pair, found))
    cards = dict.fromkeys(offered, Card(Point(0, 0)))
    return WebKey(Web(about, cards, drawn), tuple(findings))


def _links_among(offered: Sequence[str], key: MarkingKey) -> Iterator[tuple[Pair, Link]]:
    """Yield each pair that any account joins, once, with the link that counts first."""
    known = frozenset(offered)
    for name in offered:
        ends = dict.fromkeys(link.consequence for link in key.causal_map.links_from(name))
        for end in ends:
            if end in known and end != name:
                yield (
                    (name, end),
                    key.best_first(key.causal_map.links_between(name, end))[0],
                )


def _as_drawn(link: Link) -> Drawn:
    relation = next(relation for relation, duration in TERMS.items() if duration is link.duration)
    return Drawn(relation, link.because)
