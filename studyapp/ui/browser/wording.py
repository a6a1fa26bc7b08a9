"""The words and signs of the list of cards."""

from __future__ import annotations

from collections.abc import Iterable

from studyapp.domain.card_search import FILTER_NAMES, CardSearch, CardState
from studyapp.domain.kind_words import kind_word
from studyapp.domain.messages import N_, Message, message
from studyapp.services.cards.card_browser import is_kind
from studyapp.services.cards.card_order import Column
from studyapp.ui.translation import sentence, translated

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


def what_is_unknown(search: CardSearch, kinds: Iterable[str]) -> str:
    """Name what looks like a filter and is none, with those that there are; "" if nothing does."""
    told = [_unknown(typed) for typed in search.unknown]
    known = tuple(kinds)
    for kind in search.kinds:
        if known and not any(is_kind(kind, each) for each in known):
            named = ", ".join(translated(kind_word(each)) for each in known)
            what = N_("No card here is of the kind “{kind}”. There are: {kinds}.")
            told.append(message(what, kind=kind, kinds=named))
    return " ".join(map(sentence, told))


def _unknown(typed: str) -> Message:
    if typed.casefold() == "is:":
        what = N_("After “{typed}” comes a state of a card. There are: {states}.")
        return message(what, typed=typed, states=", ".join(CardState))
    if typed.casefold().startswith("is:"):
        states = ", ".join(CardState)
        what = N_("“{typed}” is no state of a card. There are: {states}.")
        return message(what, typed=typed, states=states)
    if typed.endswith(":"):
        what = N_("After “{typed}” comes what is looked for, as in topic:war or kind:date.")
        return message(what, typed=typed)
    filters = ", ".join(f"{name}:" for name in FILTER_NAMES)
    what = N_("“{typed}” is no filter, but looked for as it stands. There are: {filters}.")
    return message(what, typed=typed, filters=filters)
