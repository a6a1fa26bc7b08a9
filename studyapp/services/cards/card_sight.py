"""A card as it is looked at: what it asks and answers, where that stands, and its past."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.card_changes import Wording
from studyapp.domain.cards import card_of
from studyapp.domain.messages import Message
from studyapp.domain.pages import PassageEntry
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_history import Answered, history_of
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.card_changes import wording_of


class CardSight(NamedTuple):
    """A card; `course` is the course's own wording where the student has another.

    `moved_on` says that the course's own has changed since; `is_here` that its passage can be
    shown, because its course is the open one.
    """

    asked: AskedCard
    prompt: Message
    answer: str
    explanation: str
    passage: PassageEntry | None
    history: tuple[Answered, ...]
    course: Wording | None
    moved_on: bool
    is_here: bool


def sight_of(browser: CardBrowser, card: str, topic: str = "") -> CardSight | None:
    """Return a card to look at, or None if it is no longer there."""
    deck = browser.deck_of(card)
    known = card_of(card, topic)
    asked, change = deck.asked(known, ""), deck.changes.of(card)
    if asked is None:
        return None
    as_in_course = deck.as_in_course(known) if change else None
    course = wording_of(as_in_course) if as_in_course else None
    return CardSight(
        asked,
        asked.prompt,
        wording_of(asked).answer or asked.content.in_words(),
        asked.explanation,
        deck.passage(asked.passage),
        history_of(card, browser.progress),
        course if change and change.rewords else None,
        bool(change and change.course and course and change.course != course),
        not browser.session.decks.elsewhere(known),
    )
