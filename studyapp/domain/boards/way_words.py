"""What ways of working and their zones are called, on the screen and on paper."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import FALLS, ORDER, STANDS, Way, row_of
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.pages import ThemeEntry


class Words(NamedTuple):
    """Templates: what a way of working is called, what it asks, and what it is for."""

    name: str
    question: str
    purpose: str


WAYS = {
    Way.SORT: Words(
        N_("Sort"),
        N_("What led to this, and what followed?"),
        N_("Sort causes and consequences"),
    ),
    Way.TERM: Words(
        N_("By term"),
        N_("Which causes reach far back, and which set it off?"),
        N_("Sort the causes by long term, short term and trigger"),
    ),
    Way.THEME: Words(
        N_("By theme"),
        N_("Through which lens is each best seen, in this topic?"),
        N_("Sort the factors of the topic by theme"),
    ),
    Way.ORDER: Words(
        N_("Order"),
        N_("In which order did it happen, in this topic?"),
        N_("Put the factors of the topic in order of time"),
    ),
    Way.WEB: Words(
        N_("Web"),
        N_("What led to what, in this topic?"),
        N_("Draw links between the factors of the topic"),
    ),
    Way.RANK: Words(
        N_("Rank"),
        N_("Which causes of this weighed most?"),
        N_("Rank the causes in a diamond, and defend top and bottom"),
    ),
    Way.WHAT_IF: Words(
        N_("What if"),
        N_("Had this not been, what would have lost its causes?"),
        N_("Take a factor away and see what hangs on it"),
    ),
}
_ZONES = {
    Zone.CAUSES: N_("Causes"),
    Zone.CONSEQUENCES: N_("Consequences"),
    Zone.TRAY: N_("Tray"),
    Zone("long"): N_("Long-term causes"),
    Zone("short"): N_("Short-term causes"),
    Zone("trigger"): N_("Triggers"),
    ORDER: N_("In order of time, the earliest first"),
    FALLS: N_("Falls with it"),
    STANDS: N_("Still has a cause"),
}
_ROW = N_("Row {row} of {count}")
_TOP_ROW = N_("Weighed most")
_LAST_ROW = N_("Weighed least")


def zone_name(zone: Zone, rooms: Mapping[Zone, int], themes: Mapping[str, ThemeEntry]) -> Message:
    """Return what a zone is called; that of a theme has the course's own name."""
    if zone in rooms:
        row, count = row_of(zone), len(rooms)
        ends = {1: _TOP_ROW, count: _LAST_ROW}
        return message(ends.get(row, _ROW), row=row, count=count)
    if zone in _ZONES:
        return message(_ZONES[zone])
    theme = themes.get(zone)
    return message("{theme}", theme=theme.name if theme else "")


def without(title: str) -> Message:
    """Return the question what would have happened without a factor."""
    return message(N_("What would have happened without “{factor}”?"), factor=title)
