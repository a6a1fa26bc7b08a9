"""The words and signs of the list of cards."""

from __future__ import annotations

from collections.abc import Iterable

from studyapp.domain.card_search import CardState
from studyapp.domain.messages import N_
from studyapp.services.card_order import Column
from studyapp.ui.translation import translated

HEADERS = {
    Column.QUESTION: N_("Question"),
    Column.KIND: N_("Kind"),
    Column.TOPIC: N_("Topic"),
    Column.DUE: N_("Due"),
    Column.HELD: N_("Held for"),
    Column.LAST: N_("Last answer"),
    Column.STATE: N_("State"),
}
SIGNS = {
    CardState.FLAGGED: ("⚑", N_("Flagged")),
    CardState.SUSPENDED: ("‖", N_("Suspended")),
    CardState.BURIED: ("◌", N_("Buried")),
    CardState.LEECH: ("↻", N_("Often forgotten")),
    CardState.CHANGED: ("✎", N_("Changed by you")),
    CardState.OWN: ("◆", N_("Your own")),
}
FILTERS = {
    CardState.DUE: N_("Due today"),
    CardState.NEW: N_("New"),
    CardState.LEARNED: N_("Learned"),
    CardState.FLAGGED: N_("Flagged"),
    CardState.ASIDE: N_("Set aside"),
    CardState.SUSPENDED: N_("Suspended"),
    CardState.BURIED: N_("Buried"),
    CardState.LEECH: N_("Often forgotten"),
    CardState.OWN: N_("Your own"),
    CardState.CHANGED: N_("Changed by you"),
}


def in_words(states: Iterable[CardState]) -> str:
    """Return what is said of a card, each by a shape and a word."""
    signs = (SIGNS[state] for state in states if state in SIGNS)
    return ", ".join(f"{shape} {translated(word)}" for shape, word in signs)
