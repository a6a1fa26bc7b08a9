"""The ways to work on a board: what each puts into the tray, and the zones it has.

A way of its own is one more member, one function here, one that marks (`marking_ways`) and a row
of words in the interface.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.boards.board import SIDES, Zone, offered_factors
from studyapp.domain.causality import CausalMap
from studyapp.domain.course import Distractor, Duration, Factor, Link

MOST_CARDS = 9
FEWEST_CARDS = 3
# How far what follows is followed, when a factor is taken away.
_STEPS = 3


class Way(StrEnum):
    """How the factors of a board are worked on."""

    SORT = "sort"
    TERM = "term"
    THEME = "theme"
    ORDER = "order"
    WEB = "web"
    RANK = "rank"
    WHAT_IF = "what-if"


_FEWEST = {Way.SORT: 1, Way.WEB: 2}
# These are about a topic; the others are about one factor.
OF_TOPICS = frozenset({Way.THEME, Way.ORDER, Way.WEB})
ORDER, WEB = Zone("order"), Zone("web")
FALLS, STANDS = Zone("falls"), Zone("stands")
TERMS = {Zone(duration.value): duration for duration in Duration}
# A diamond for so many cards: how many lie in each row, the weightiest first.
DIAMONDS: Mapping[int, tuple[int, ...]] = {
    3: (1, 1, 1),
    4: (1, 2, 1),
    5: (1, 3, 1),
    6: (1, 2, 2, 1),
    7: (2, 3, 2),
    8: (1, 2, 2, 2, 1),
    9: (1, 2, 3, 2, 1),
}


class Material(NamedTuple):
    """What a task is made of: the course's links and distractors, and some of its factors."""

    causal_map: CausalMap
    distractors: Sequence[Distractor]
    factors: Mapping[str, Factor]
    themes: Sequence[str] = ()


class Task(NamedTuple):
    """A board to work on: which way, what about, what is offered, and the zones beside the tray.

    `rooms` says of a zone how many cards it takes, if that is not any number. `own_name` is that
    of a board which is not the only one of its way and subject.
    """

    way: Way
    about: str
    offered: tuple[str, ...]
    zones: tuple[Zone, ...]
    rooms: Mapping[Zone, int]
    own_name: str = ""

    @property
    def name(self) -> str:
        """What the question, and its first board, is called in the log."""
        return self.own_name or name_in_log(self.about, self.way)


def name_in_log(about: str, way: Way) -> str:
    """Return what the log calls a question: its first board, and the beginning of the others."""
    return about if way is Way.SORT else f"{about}@{way}"


def make_task(way: Way, about: str, material: Material) -> Task | None:
    """Return the task of a way about a factor or topic, or None if there is too little for it."""
    task = _MAKERS[way](about, material)
    known = tuple(name for name in task.offered if name in material.factors)
    task = task._replace(offered=known)
    return task if len(known) >= fewest_cards(way) and task.zones else None


def fewest_cards(way: Way) -> int:
    """Return how many cards it takes to work in a way."""
    return _FEWEST.get(way, FEWEST_CARDS)


def rank_zone(row: int) -> Zone:
    """Return the zone of a row of the diamond, counted from 1 at the top."""
    return Zone(f"rank-{row}")


def row_of(zone: Zone) -> int:
    """Return the row of a rank zone, counted from 1 at the top."""
    return int(zone.removeprefix("rank-"))


def without_support(about: str, causal_map: CausalMap) -> frozenset[str]:
    """Return what nothing in the course leads to any more once a factor is taken away."""
    gone, waiting = {about}, [about]
    while waiting:
        for link in causal_map.links_from(waiting.pop()):
            causes = {other.cause for other in causal_map.links_to(link.consequence)}
            if link.consequence not in gone and causes <= gone:
                gone.add(link.consequence)
                waiting.append(link.consequence)
    return frozenset(gone - {about})


def _sort(about: str, material: Material) -> Task:
    offered = offered_factors(about, material.causal_map, material.distractors)
    return Task(Way.SORT, about, offered, SIDES, {})


def _term(about: str, material: Material) -> Task:
    """Ask of each cause whether it is a long-term one, a short-term one or the trigger."""
    links = material.causal_map.links_to(about)
    durations = {link.duration for link in links}
    zones = tuple(TERMS) if len(durations) > 1 else ()
    return Task(Way.TERM, about, _causes(links), zones, {})


def _theme(about: str, material: Material) -> Task:
    """Ask of each factor which lens it is seen through best."""
    used = [theme for factor in material.factors.values() for theme in factor.themes]
    common = sorted(set(used), key=lambda theme: (-used.count(theme), used.index(theme)))[:4]
    zones = tuple(Zone(theme) for theme in material.themes if theme in common)
    offered = [
        factor.id for factor in material.factors.values() if set(factor.themes) & set(common)
    ]
    few = _spread(offered, MOST_CARDS)
    return Task(Way.THEME, about, few, zones if len(zones) > 1 else (), {})


def _order(about: str, material: Material) -> Task:
    """Ask for the order of time of what has a date."""
    dated = [factor for factor in material.factors.values() if factor.date]
    dated.sort(key=lambda factor: (factor.date.earliest, factor.id) if factor.date else (0, ""))
    # Of what has the same date no order can be asked.
    apart: list[Factor] = []
    for factor in dated:
        if not apart or apart[-1].date != factor.date:
            apart.append(factor)
    offered = _spread([factor.id for factor in apart], MOST_CARDS)
    return Task(Way.ORDER, about, offered, (ORDER,), {})


def _web(about: str, material: Material) -> Task:
    """Ask what led to what, among all that the course joins in a topic."""
    pairs = ((link.cause, link.consequence) for link in material.causal_map.links)
    joined = {end for pair in pairs if material.factors.keys() >= set(pair) for end in pair}
    offered = tuple(name for name in material.factors if name in joined)
    return Task(Way.WEB, about, offered, (WEB,), {})


def _rank(about: str, material: Material) -> Task:
    """Ask which causes weighed most."""
    offered = _causes(material.causal_map.links_to(about))[:MOST_CARDS]
    shape = DIAMONDS.get(len(offered), ())
    rooms = {rank_zone(row): room for row, room in enumerate(shape, 1)}
    return Task(Way.RANK, about, offered, tuple(rooms), rooms)


def _what_if(about: str, material: Material) -> Task:
    """Ask what would have lost all support, had a factor not been."""
    reached: dict[str, None] = {}
    here = [about]
    for _ in range(_STEPS):
        links = [link for name in here for link in material.causal_map.links_from(name)]
        here = [link.consequence for link in links if link.consequence not in reached]
        reached |= dict.fromkeys(here)
    reached.pop(about, None)
    offered = tuple(reached)[:MOST_CARDS]
    falls = without_support(about, material.causal_map)
    # Where all falls or all stands there is nothing to weigh.
    zones = (FALLS, STANDS) if 0 < len(falls.intersection(offered)) < len(offered) else ()
    return Task(Way.WHAT_IF, about, offered, zones, {})


_MAKERS: Mapping[Way, Callable[[str, Material], Task]] = {
    Way.SORT: _sort,
    Way.TERM: _term,
    Way.THEME: _theme,
    Way.ORDER: _order,
    Way.WEB: _web,
    Way.RANK: _rank,
    Way.WHAT_IF: _what_if,
}


def _causes(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.cause for link in links))


def _spread(names: Sequence[str], most: int) -> tuple[str, ...]:
    """Return at most so many of some names, from all over them."""
    if len(names) <= most:
        return tuple(names)
    return tuple(names[at * (len(names) - 1) // (most - 1)] for at in range(most))
