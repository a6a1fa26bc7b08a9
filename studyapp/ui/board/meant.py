"""Which cards of a board or a web are meant by a topic or a term that another panel gives it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.boards.board import Zone
from studyapp.domain.text import normalised
from studyapp.ui.board.wording import tr
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.domain.course import Factor
    from studyapp.ui.board.model import BoardModel


class Meant(NamedTuple):
    """The cards to put; if there is none, `why` says so in a sentence."""

    cards: tuple[str, ...] = ()
    why: str = ""


def meant_by_topic(factors: Collection[str], cards: Iterable[str], tray: Sequence[str]) -> Meant:
    """Return which cards of the tray are among a topic's factors."""
    left = tuple(card for card in tray if card in factors)
    if left:
        return Meant(left)
    if any(card in factors for card in cards):
        return Meant(why=tr("All cards of this topic are laid already."))
    return Meant(why=tr("This board has no cards of this topic."))


def meant_on(model: BoardModel, topic: str) -> Meant:
    """Return the cards of a board's tray that are a topic's, or why there is none."""
    with Saying(model.refused.emit):
        if model.session and model.board:
            factors = model.session.factors_of(topic)
            cards = (name for zone in model.zones for name in model.factors_in(zone))
            return meant_by_topic(factors, cards, model.factors_in(Zone.TRAY))
    return Meant()


def meant_by_term(names: Iterable[str], factors: Iterable[Factor]) -> tuple[str, ...]:
    """Return the cards whose very title is one of a term's names."""
    said = set(filter(None, map(normalised, names)))
    return tuple(factor.id for factor in factors if normalised(factor.title) in said)
