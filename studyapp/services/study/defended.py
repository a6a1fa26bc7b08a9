"""What a student has said in defence of a ranking is asked again: it is theirs to know."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from studyapp.domain import cards
from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import rank_zone
from studyapp.domain.cards import Card, Facet
from studyapp.domain.log import RETRACT, standing
from studyapp.domain.messages import N_, message
from studyapp.services.study.asking import AskedCard
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

DEFENCE = "board-defence"
_PROMPTS = {
    "most": N_("Why did “{cause}” weigh most among the causes of “{effect}”, as you saw it?"),
    "least": N_("Why did “{cause}” weigh least among the causes of “{effect}”, as you saw it?"),
}
# Of words that were kept before their place was.
_OF_ANY_RANK = N_("How did you defend the rank of “{cause}” among the causes of “{effect}”?")


class _Said(NamedTuple):
    """What was said of a cause, and whether it stood at the end that weighs "most" or "least"."""

    text: str
    end: str


class Defended:
    """The links of one course whose weight the student has defended; the last words hold."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        """Read the words from `progress`."""
        self._pack, self._progress = pack, progress
        self._course = pack.cover()["id"]

    def cards(self, topics: Collection[str] | None = None) -> tuple[Card, ...]:
        """Return a card for each link that was defended, of some topics or of all."""
        words = self._words()
        if not words:
            return ()
        # A factor may lead to another by links of several accounts: the first stands for all.
        first = {(link.cause, link.consequence): link for link in reversed(self._pack.links())}
        links = (first.get(ends) for ends in words)
        return tuple(
            cards.card(link.id, Facet.RANK, link.topic)
            for link in links
            if link and (topics is None or link.topic in topics)
        )

    def asked(self, card: Card) -> AskedCard | None:
        """Return what such a card asks, or None if nothing was said or the link is gone."""
        from studyapp.domain.kinds.typed import Typed

        link = self._pack.link(card.element)
        ends = self._pack.factors((link.cause, link.consequence)) if link else {}
        said = self._words().get((link.cause, link.consequence)) if link else None
        if link is None or said is None or len(ends) < 2:
            return None
        prompt = message(
            _PROMPTS.get(said.end, _OF_ANY_RANK),
            cause=ends[link.cause].title,
            effect=ends[link.consequence].title,
        )
        asked = Typed(answer=said.text)
        return AskedCard(card, prompt, asked, said.text, passage=link.passage)

    def _words(self) -> dict[tuple[str, str], _Said]:
        """Return the last words on each cause and its consequence."""
        words: dict[tuple[str, str], _Said] = {}
        for entry in standing(self._progress.entries((DEFENCE, RETRACT))):
            about, _, _way = entry.subject.partition("@")
            factor, text = entry.payload.get("factor"), entry.payload.get("text")
            if entry.subject.startswith(f"{self._course}/") and isinstance(factor, str):
                zone = entry.payload.get("zone")
                end = _end(zone) if isinstance(zone, str) else ""
                words[factor, about] = _Said(text if isinstance(text, str) else "", end)
        return {ends: said for ends, said in words.items() if said.text}


def _end(zone: str) -> str:
    """Return at which end of the diamond a zone is; "" if it is no row of one."""
    if not zone.startswith("rank-"):
        return ""
    return "most" if Zone(zone) == rank_zone(1) else "least"
