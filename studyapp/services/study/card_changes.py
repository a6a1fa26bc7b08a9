"""The student's own wording of cards of a course: entries of the log, the last one holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from studyapp.domain import cards
from studyapp.domain.card_changes import CardChange, Wording, change_of, payload_of
from studyapp.domain.cards import Card, Facet
from studyapp.domain.course import KeyPoint
from studyapp.domain.log import RETRACT, VERSION, LogEntry, NewEntry, standing
from studyapp.domain.messages import Message, say
from studyapp.services.study.asking import AskedCard
from studyapp.store.progress import Progress

CARD_CHANGE = "card-change"


class CardChanges:
    """The changes that a student has made to the cards of one course."""

    def __init__(
        self, course: str, progress: Progress, topics: Callable[[], Collection[str]]
    ) -> None:
        """Read them from `progress`, and keep them there.

        Of `topics`, which are the course's, only what was moved to one that is there is moved.
        """
        self._course, self._progress, self._topics = course, progress, topics
        self.refresh()

    def refresh(self) -> None:
        """Read the changes anew, as after one was taken back."""
        self._all: dict[str, CardChange] = {}
        for entry in standing(self._progress.entries((CARD_CHANGE, RETRACT))):
            self._take(entry)

    def of(self, card: str) -> CardChange | None:
        """Return what the student has changed of a card, if anything."""
        return self._all.get(card)

    @property
    def moved(self) -> dict[str, str]:
        """The topic of each card that the student has moved."""
        return {card: change.topic for card, change in self._all.items() if change.topic}

    @property
    def all(self) -> Mapping[str, CardChange]:
        """Every change that stands, by the id of its card."""
        return self._all

    def change(self, changes: Mapping[str, CardChange]) -> tuple[LogEntry, ...]:
        """Keep changes of some cards, by their ids; one that says nothing takes back the last."""
        new = (NewEntry(CARD_CHANGE, card, payload_of(each)) for card, each in changes.items())
        entries = self._progress.append(*new)
        for entry in entries:
            self._take(entry)
        return entries

    def placed(self, held: Sequence[Card], topics: Collection[str]) -> tuple[Card, ...]:
        """Return the cards of some topics without those moved elsewhere, and with those moved in.

        `held` are the course's cards of these topics.
        """
        moved = self.moved
        if not moved:
            return tuple(held)
        here = {card.id for card in held}
        placed = (each._replace(topic=moved.get(each.id, each.topic)) for each in held)
        come = [card for card, topic in moved.items() if topic in topics and card not in here]
        return (
            *(each for each in placed if each.topic in topics),
            *filter(None, (_card(each, moved[each]) for each in come)),
        )

    def _take(self, entry: LogEntry) -> None:
        if not entry.subject.startswith(f"{self._course}/") or entry.version > VERSION:
            return
        change = change_of(entry.payload)
        if change and change.topic and change.topic not in self._topics():
            change = change._replace(topic="")
        if change and (change.rewords or change.topic) and "#" in entry.subject:
            self._all[entry.subject] = change
        else:
            self._all.pop(entry.subject, None)


def _card(id: str, topic: str) -> Card | None:
    """Return a card of a topic, or None if only a newer program knows what it asks."""
    try:
        return cards.card_of(id, topic)
    except ValueError:
        return None


def wording_of(asked: AskedCard) -> Wording:
    """Return question and answer as they stand in words; the answer to “why” explains it."""
    if asked.card.facet is Facet.WHY:
        return Wording(say(asked.prompt), asked.explanation)
    return Wording(say(asked.prompt), asked.answer)


def may_reword_answer(asked: AskedCard) -> bool:
    """Say whether a card's answer can be said in other words: not that of a trap, which is No."""
    return asked.card.facet is not Facet.DOES


def becomes_typed(asked: AskedCard) -> bool:
    """Say whether a card is answered otherwise once its answer is said in other words."""
    from studyapp.domain.kinds.typed import InWords

    content = asked.content
    return may_reword_answer(asked) and not content.is_long and not isinstance(content, InWords)


def reworded(asked: AskedCard, change: CardChange | None) -> AskedCard:
    """Return a card as the student has worded it; of a changed answer, it is its own key point."""
    if change is None:
        return asked
    if change.prompt:
        asked = asked._replace(prompt=Message("{text}", {"text": change.prompt}))
    if not change.answer or not may_reword_answer(asked):
        return asked
    if asked.content.is_long:
        return asked._replace(answer=change.answer)
    return _in_words(asked, change.answer)


def _in_words(asked: AskedCard, answer: str) -> AskedCard:
    """Return a card whose answer is typed, whatever it was before."""
    from studyapp.domain.kinds.typed import Typed

    is_why = asked.card.facet is Facet.WHY
    content = Typed((KeyPoint(answer),), told=say(asked.prompt) if is_why else "")
    if is_why:
        return asked._replace(content=content, explanation=answer)
    return asked._replace(content=content, answer=answer)
