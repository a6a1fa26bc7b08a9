"""What a list tells of a card: its question, and what is known of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.card_search import CardState
from studyapp.domain.cards import Facet, card_of
from studyapp.domain.clock import Moment
from studyapp.domain.log import REVIEW
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.schedule.memory import DAY_MS, Memory, Rating, is_due
from studyapp.domain.schedule.plan import Plan
from studyapp.services.cards.card_order import Listed
from studyapp.services.study.intervals import interval_in_words
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.services.study.deck import Deck

RATING_WORDS = {
    Rating.AGAIN: N_("Again"),
    Rating.HARD: N_("Hard"),
    Rating.GOOD: N_("Good"),
    Rating.EASY: N_("Easy"),
}
_NOTHING = message("")


class Day(NamedTuple):
    """Now, and the day it is in, in UTC milliseconds; `planned` are the courses with an exam."""

    now: int
    start: int
    end: int
    planned: frozenset[str] = frozenset()


class CardRow(NamedTuple):
    """A row of the list; `due`, `held` and `last` say nothing where there is nothing to say."""

    id: str
    question: Message
    kind: str
    topic: str
    due: Message
    held: Message
    last: Message
    states: tuple[CardState, ...]


def day_of(now: Moment, plan: Plan) -> Day:
    """Return the day of a moment as a plan has it."""
    today = plan.date_of(now).isoformat()
    planned = frozenset(course for course, exam in plan.exams if exam > today)
    return Day(now.ms, plan.day_start(now), plan.day_end(now), planned)


def row_of(
    card: Listed, deck: Deck, progress: Progress, day: Day, states: tuple[CardState, ...]
) -> CardRow:
    """Return what a list tells of a card."""
    asked, memory = deck.asked(card_of(card.id, card.topic), ""), progress.memory(card.id)
    topic = deck.topics.get(card.topic)
    return CardRow(
        card.id,
        asked.prompt if asked else message(N_("This card is no longer in the course.")),
        card.kind,
        topic.title if topic else "",
        _due(memory, card, day, states),
        _held(memory),
        _last(memory, card, progress, day),
        states,
    )


def _due(memory: Memory | None, card: Listed, day: Day, states: tuple[CardState, ...]) -> Message:
    would_come = memory is None or is_due(memory, day.now, day.end)
    if CardState.SUSPENDED in states or (CardState.BURIED in states and would_come):
        return message(N_("Rests"))
    if memory is None:
        waits = card.kind == Facet.DOES
        return message(N_("After a mistake")) if waits else message(N_("New"))
    # Before an exam its plan says what is asked, each day anew.
    if card.id.partition("/")[0] in day.planned:
        return message(N_("By the plan"))
    if would_come:
        return message(N_("Today"))
    return message(N_("In {time}"), time=interval_in_words(memory.due_ms - day.now))


def _held(memory: Memory | None) -> Message:
    """Say how long a card is held in mind: FSRS's stability, in words."""
    if memory is None or memory.stability is None:
        return _NOTHING
    return interval_in_words(int(memory.stability * DAY_MS))


def _last(memory: Memory | None, card: Listed, progress: Progress, day: Day) -> Message:
    if memory is None or memory.last_ms is None:
        return _NOTHING
    when = ago(memory.last_ms, day)
    # By subject alone: there are few entries of a card, and very many of a type.
    reviews = (each for each in progress.entries((), (card.id,)) if each.type == REVIEW)
    rating = next((each.rating for each in reviews if each.at_ms == memory.last_ms), None)
    if rating not in RATING_WORDS:
        return when
    return message(N_("{rating}, {when}"), rating=message(RATING_WORDS[Rating(rating)]), when=when)


def ago(at_ms: int, day: Day) -> Message:
    """Say how long ago something was, in days as the student counts them."""
    days = (day.end - 1 - at_ms) // DAY_MS
    if days <= 0:
        return message(N_("today"))
    if days == 1:
        return message(N_("yesterday"))
    return message(N_("{time} ago"), time=interval_in_words(days * DAY_MS))
