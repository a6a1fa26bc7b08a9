"""Where a factor stands among causes and consequences: little enough for a small picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from studyapp.domain.course import Link

# So many stand on each side; of the rest it is said how many they are.
MOST = 3


class Side(NamedTuple):
    """The titles at one side of a factor, and how many more there are."""

    titles: tuple[str, ...]
    more: int = 0


class Surroundings(NamedTuple):
    """A factor by its title, with what led to it and what followed.

    `asked` is the title of the cause whose link to it is asked for, or "" where none is.
    """

    title: str
    causes: Side
    consequences: Side
    asked: str = ""


def surroundings(
    factor: str, links: Sequence[Link], titles: Mapping[str, str], asked: str = ""
) -> Surroundings:
    """Return where a factor stands by the `links` at it; `asked` is the id of one of its causes."""
    causes = [link.cause for link in links if link.consequence == factor]
    consequences = [link.consequence for link in links if link.cause == factor]
    # The cause that is asked for is always among those that are named.
    causes.sort(key=lambda cause: cause != asked)
    return Surroundings(
        titles[factor], _side(causes, titles), _side(consequences, titles), titles.get(asked, "")
    )


def _side(factors: Iterable[str], titles: Mapping[str, str]) -> Side:
    named = [titles[factor] for factor in dict.fromkeys(factors) if factor in titles]
    return Side(tuple(named[:MOST]), max(0, len(named) - MOST))
