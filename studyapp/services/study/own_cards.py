"""The student's own cards: kept in the log, asked like those of the course."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping

from studyapp.domain import cards
from studyapp.domain.anchoring import Anchor, reanchor
from studyapp.domain.cards import Card, Facet
from studyapp.domain.course import KeyPoint
from studyapp.domain.gaps import filled, with_gap, wordings_of_gaps
from studyapp.domain.ids import element_id
from studyapp.domain.log import RETRACT, VERSION, LogEntry, NewEntry, standing
from studyapp.domain.messages import N_, Message
from studyapp.domain.own_cards import OwnCard, is_complete
from studyapp.domain.pages import Passage
from studyapp.errors import KnownError
from studyapp.services.study.asking import AskedCard
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

OWN_CARD = "own-card"
KIND = "own"


class OwnCards:
    """The cards that a student has made in one course. The last entry on a card is what holds."""

    def __init__(self, pack: Pack, progress: Progress) -> None:
        """Read them from `progress`, and keep them there."""
        self._pack, self._progress = pack, progress
        self._course = pack.cover()["id"]
        self.refresh()

    def refresh(self) -> None:
        """Read the cards anew, as after a removal was taken back."""
        self._all: dict[str, OwnCard] = {}
        for entry in standing(self._progress.entries((OWN_CARD, RETRACT))):
            self._take(entry)

    def make(self, topic: str, anchor: Anchor, prompt: str, answer: str = "") -> OwnCard:
        """Keep a new card of the words at `anchor`; KnownError if there is one just like it."""
        if any((own.prompt, own.answer) == (prompt, answer) for own in self._all.values()):
            raise KnownError(N_("You have made this card already:"))
        name = element_id(self._course, KIND, os.urandom(6).hex())
        card = OwnCard(name, topic, anchor, prompt, answer)
        self.change(card)
        return card

    def change(self, *changed: OwnCard) -> tuple[LogEntry, ...]:
        """Keep cards as they are now, all or none, and return the entries that say so."""
        return self._keep(NewEntry(OWN_CARD, card.id, _payload(card)) for card in changed)

    def remove(self, *removed: OwnCard) -> tuple[LogEntry, ...]:
        """Ask cards never again, and return the entries that say so; their reviews stay."""
        return self._keep(NewEntry(OWN_CARD, card.id, {"removed": True}) for card in removed)

    def get(self, element: str) -> OwnCard | None:
        """Return the own card of an element id, if it is one that stands."""
        return self._all.get(element)

    def of_passage(self, passage: str) -> list[OwnCard]:
        """Return the cards that were made of a passage."""
        return [card for card in self._all.values() if card.anchor.passage == passage]

    def cards(self, topics: Collection[str] | None = None) -> tuple[Card, ...]:
        """Return what is asked of the own cards of some topics, or of all."""
        held = (own for own in self._all.values() if topics is None or own.topic in topics)
        return tuple(cards.card(own.id, facet, own.topic) for own in held for facet in own.facets)

    def asked(self, card: Card) -> AskedCard | None:
        """Return what one of them asks, or None if it is no longer there."""
        from studyapp.domain.kinds.typed import Typed

        own = self._all.get(card.element)
        if own is None:
            return None
        passage = self._passage(own)
        if card.facet is Facet.GAP:
            gaps = [KeyPoint(first, tuple(more)) for first, *more in wordings_of_gaps(own.prompt)]
            if card.number > len(gaps):
                return None
            point = gaps[card.number - 1]
            prompt = Message("{text}", {"text": with_gap(own.prompt, card.number)})
            whole = filled(own.prompt)
            return AskedCard(card, prompt, Typed((point,)), point.text, whole, passage)
        prompt = Message("{text}", {"text": own.prompt})
        # Whether an own answer is right is for the student to say.
        asked = Typed(answer=own.answer)
        return AskedCard(card, prompt, asked, own.answer, passage=passage)

    def _passage(self, own: OwnCard) -> str | None:
        if self._pack.passage(own.anchor.passage):
            return own.anchor.passage
        rows = self._pack.passages(own.topic)
        found = reanchor(own.anchor, [Passage(row.id, row.kind, row.text) for row in rows])
        return found.passage if found else None

    def _keep(self, new: Iterable[NewEntry]) -> tuple[LogEntry, ...]:
        entries = self._progress.append(*new)
        for entry in entries:
            self._take(entry)
        return entries

    def _take(self, entry: LogEntry) -> None:
        if not entry.subject.startswith(f"{self._course}/{KIND}/") or entry.version > VERSION:
            return
        card = _card(entry.subject, entry.payload)
        if card:
            self._all[entry.subject] = card
        else:
            self._all.pop(entry.subject, None)


def _payload(card: OwnCard) -> dict[str, object]:
    """Return a card as it is logged."""
    said = {"topic": card.topic, "prompt": card.prompt, "answer": card.answer}
    return {**card.anchor._asdict(), **said}


def _card(name: str, payload: Mapping[str, object]) -> OwnCard | None:
    """Return a logged card, or None if it was removed or means something newer."""
    topic, passage, quotation, before, after, prompt, answer = (
        text if isinstance(text := payload.get(key, ""), str) else ""
        for key in ("topic", "passage", "quotation", "before", "after", "prompt", "answer")
    )
    start, end = payload.get("start"), payload.get("end")
    if payload.get("removed") or not (isinstance(start, int) and isinstance(end, int)):
        return None
    if not is_complete(prompt, answer):
        return None
    return OwnCard(
        name, topic, Anchor(passage, start, end, quotation, before, after), prompt, answer
    )
