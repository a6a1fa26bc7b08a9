"""Recall: what is due in the selected topic, or in all courses, is asked, marked and planned.

Every rating is on the disk before the next card is asked. In a read-only window cards can be
practised, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain import cards
from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.leeches import REST_DAYS
from studyapp.domain.log import PRACTICE, REVIEW, LogEntry, NewEntry
from studyapp.domain.memory import DAY_MS, Rating
from studyapp.domain.messages import Message
from studyapp.domain.pages import Leads, PassageEntry
from studyapp.domain.plan import Plan
from studyapp.domain.practising import Practice, Wanted
from studyapp.domain.sitting import Sitting
from studyapp.services.asking import AskedCard
from studyapp.services.card_queue import CardQueue, DueCounts
from studyapp.services.card_states import CardStates
from studyapp.services.deck import Deck
from studyapp.services.drafts import Drafts
from studyapp.services.intervals import interval_in_words
from studyapp.services.leeches import Leeches
from studyapp.services.marking_answers import (
    Judging,
    logged_points,
    own_words,
    suggested_rating,
)
from studyapp.services.own_cards import OwnCards
from studyapp.services.pausing import Pause, Pausing
from studyapp.services.practising import Practising
from studyapp.services.scope import Scope
from studyapp.services.taking_back import TakingBack
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.grading import Grade
    from studyapp.domain.grading_points import Said
    from studyapp.domain.kinds.kind import Given
    from studyapp.domain.own_cards import OwnCard
    from studyapp.services.exam_queue import ExamQueue


class Marked(NamedTuple):
    """What is shown after an answer; `grade` is None where the student judges.

    Of an essay, which nobody has judged, no rating is suggested.

    `sure` says that what was not found is wrong: of options and of dates, not of words.
    `guess` is what the program takes an answer for that it cannot mark.
    """

    grade: Grade | None
    answer: str
    explanation: str
    passage: PassageEntry | None
    suggested: Rating | None
    intervals: Mapping[Rating, Message]
    sure: bool
    asked: AskedCard
    guess: Said | None = None


class StudySession:
    """Asks the cards of a topic and of what lies below it."""

    def __init__(
        self,
        pack: Pack,
        progress: Progress,
        clock: Clock,
        plan: Plan,
        others: Callable[[], Sequence[Pack]] = tuple,
        judging: Judging | None = None,
    ) -> None:
        """Ask from `pack` and log to `progress`, as much a day as `plan` says.

        `others` returns the packs of the other courses, for a queue across all of them. `judging`
        guesses whether an answer without key points is right.
        """
        self._progress, self._clock, self._others = progress, clock, others
        self.plan = plan
        self._judging = judging or Judging()
        self.states = CardStates(progress)
        self.leeches = Leeches(progress)
        self._drafts = Drafts(progress)
        self._pausing = Pausing(progress, clock)
        self._deck = Deck(pack, progress)
        self.course: str = pack.cover()["id"]
        self._decks = {self.course: self._deck}
        # None: all courses are asked.
        self._topic: str | None = ""
        self._scopes: tuple[Scope, ...] = ()
        self._lined_up: CardQueue | None = None
        self._whole: CardQueue | None = None
        self._asked: AskedCard | None = None
        self._asked_at = 0
        self._marked: tuple[Given | None, Marked] | None = None
        self._confidence: int | None = None
        self._before: tuple[tuple[str, Given | None], Mapping[int, Said]] = (("", None), {})
        self._done = TakingBack(progress, plan.day_start(clock()))
        self._practising = Practising(progress, clock, self.states)
        self.practice: Practice | None = None
        self.sitting = Sitting()
        # What the card that is asked belongs to, whatever was chosen meanwhile.
        self._practised: Practice | None = None

    @property
    def own(self) -> OwnCards:
        """The student's own cards in this course."""
        return self._deck.own

    def decks(self, *, everywhere: bool) -> tuple[Deck, ...]:
        """Return what the open course gives to recall, or what each course of the library does."""
        if not everywhere:
            return (self._deck,)
        for pack in self._others():
            self._decks.setdefault(pack.cover()["id"], Deck(pack, self._progress))
        return tuple(self._decks.values())

    def elsewhere(self, card: Card) -> str:
        """Return the title of the course a card belongs to, unless that is the open one."""
        deck = self._deck_of(card)
        return "" if deck is self._deck else deck.title

    @property
    def read_only(self) -> bool:
        """Say whether what is done is not kept."""
        return self._progress.read_only

    @property
    def can_undo(self) -> bool:
        """Say whether an answer of today, or a decision on a card, can be taken back."""
        if self.practice:
            return self.practice.can_take_back and not self.read_only
        return self._done.last(self._decks) is not None

    def scope(self, topic: str) -> None:
        """Ask from now on what a topic and those below it hold."""
        self._topic = topic
        self._scopes = (Scope(self._deck, self._deck.topics_of(topic)),)
        self._lined_up = None

    def scope_everything(self) -> None:
        """Ask from now on what all courses hold, as one queue."""
        decks = self.decks(everywhere=True)
        self._topic = None
        self._scopes = tuple(Scope(deck, number=number) for number, deck in enumerate(decks))
        self._lined_up = None

    def due_counts(self) -> DueCounts:
        """Return how many cards of the scope are due, and how many new ones wait."""
        if self.is_planned:
            return DueCounts(*self.exam.counts(self._of_topic))
        return self._queue.counts()

    def course_counts(self) -> DueCounts:
        """Return the same for the whole course, whatever is in scope."""
        if self._has_exam and self.exam.catch_up(self.plan):
            return DueCounts(*self.exam.counts())
        if self._whole is None or not self._whole.catch_up(self._plan_of_today):
            self._whole = self._lined((Scope(self._deck),))
        return self._whole.counts()

    def next_card(self) -> AskedCard | None:
        """Return what to ask next: the due card most at risk, else a new one, else None.

        Before an exam, what the plan to it asks comes first.
        """
        if self.practice:
            return self._next_practised(self.practice)
        while card := self._planned() or self._queue.next():
            asked = self._ask(card)
            if asked:
                return self._begin(asked)
            self._drop(card)
        self._asked = None
        return None

    def to_practise(self, wanted: Wanted) -> list[Card]:
        """Return the cards in scope that can be practised, those most at risk first."""
        return self._practising.choose(self._cards, wanted, self.plan.day_start(self._clock()))

    def practise(self, wanted: Wanted, *, mixed: bool = False) -> None:
        """Ask from now on what is wanted of the scope, until it is done or ended: for practice."""
        cards = self.to_practise(wanted)
        self.practice = self._practising.practice(cards, wanted, mixed=mixed)

    def sit_down(self) -> None:
        """Begin another sitting."""
        self.sitting = Sitting()

    def end_practice(self) -> None:
        """Ask from now on what is due."""
        self.practice = None

    @property
    def is_practised(self) -> bool:
        """Say whether the card that is asked is practised: its answer moves no schedule."""
        return self._practised is not None

    def _next_practised(self, practice: Practice) -> AskedCard | None:
        while card := practice.next():
            asked = self._ask(card)
            if asked:
                return self._begin(asked)
            practice.skip()
        self._asked = None
        return None

    @cached_property
    def exam(self) -> ExamQueue:
        """The plan to the exam of the open course, if one is set."""
        # Most courses have none ahead.
        from studyapp.services.exam_queue import ExamQueue

        every = self._deck.all
        return ExamQueue(self.course, every, self._progress, self._clock, self.states)

    @property
    def _has_exam(self) -> bool:
        return any(course == self.course for course, _ in self.plan.exams)

    @property
    def is_planned(self) -> bool:
        """Say whether what is in scope is asked by a plan to an exam."""
        return self._topic is not None and self._has_exam and self.exam.catch_up(self.plan)

    def _planned(self) -> Card | None:
        if not self.is_planned:
            return None
        return self.exam.next(self._of_topic)

    def _drop(self, card: Card) -> None:
        self._queue.drop(card)
        if self._has_exam:
            self.exam.drop(card.id)

    def pause(self) -> Pause | None:
        """Return why the plan says that it is enough for today, or None."""
        return self._pausing.pause(self.plan)

    def go_on(self) -> None:
        """Ask on today, whatever the plan says."""
        self._pausing.go_on(self.plan)

    def line_up_anew(self) -> None:
        """Look at every card again, since what is known of all has changed."""
        self._lined_up = self._whole = None

    def until_next(self) -> int | None:
        """Return the milliseconds until a card of the scope is asked again, if any will be."""
        return self._queue.until_next()

    def answer(self, given: Given | None, confidence: int | None = None) -> Marked:
        """Mark an answer to the card that was asked last; None gives it up.

        `confidence` is how many per cent sure the student said they were, if they did.
        """
        asked = self._asked
        assert asked is not None
        deck = self._deck_of(asked.card)
        grade = asked.content.grade(given, deck.aliases) if given is not None else None
        before, own = self._before
        if grade and own and before == (asked.card.id, given):
            grade = grade.overruled(own)
        guess = self._judging.guess(asked, given)
        suggested = _suggested(asked, given, grade, guess)
        passage = deck.passage(asked.passage)
        marked = Marked(
            grade,
            asked.answer,
            asked.explanation,
            passage,
            self._practice_rating(suggested) if self._practised else suggested,
            self._intervals(asked.card.id),
            sure=given is None or asked.content.is_sure(given),
            asked=asked,
            guess=guess,
        )
        self._marked, self._confidence = (given, marked), confidence
        return marked

    def overrule(self, point: int) -> Marked:
        """Take the student's word on a key point of the marked answer, or take it back.

        That makes a point that was not found found, and one that was found missing.
        """
        assert self._asked is not None
        assert self._marked is not None
        given, marked = self._marked
        assert marked.grade is not None
        grade = marked.grade.turned(point)
        suggested = _suggested(self._asked, given, grade)
        if self._practised:
            suggested = self._practice_rating(suggested)
        marked = marked._replace(grade=grade, suggested=suggested)
        self._marked = (given, marked)
        return marked

    def _practice_rating(self, suggested: Rating | None) -> Rating | None:
        """Return the one of the two ratings of practice that is nearest; of a preview, Got it."""
        if self._practised and self._practised.is_preview:
            return Rating.GOOD
        return Rating.GOOD if suggested and suggested is not Rating.AGAIN else suggested

    def rate(self, rating: Rating) -> None:
        """Keep the rating of the marked answer: it is on the disk when this returns."""
        asked, marked = self._asked, self._marked
        assert asked is not None
        assert marked is not None
        if self._progress.read_only:
            self._take_unkept(asked.card, rating)
            return
        grade = marked[1].grade
        entry = NewEntry(
            PRACTICE if self._practised else REVIEW,
            asked.card.id,
            {
                "given": _logged(marked[0], asked),
                "suggested": marked[1].suggested,
                **({} if marked[1].sure else logged_points(grade)),
                **({} if self._confidence is None else {"confidence": self._confidence}),
            },
            int(rating),
            None if grade is None or asked.content.is_long else grade.value,
            max(0, self._clock().ms - self._asked_at),
        )
        kept = self._progress.append(entry)
        self._done.add(kept)
        for each in kept:
            self.sitting.take(each)
        if self._practised:
            self._practised.take(right=rating is not Rating.AGAIN)
        self._marked = None

    def _take_unkept(self, card: Card, rating: Rating) -> None:
        if self._practised:
            self._practised.take(right=rating is not Rating.AGAIN)
        else:
            self._drop(card)

    def undo(self) -> AskedCard | None:
        """Take back the last answer of today, or decision on a card, and ask it again.

        What was practised is asked again only as long as that practice goes on.
        """
        entry = self._done.last(self._decks) if self.can_undo else None
        if entry is None:
            return None
        self._done.take_back(entry)
        self.sitting.take_back(entry)
        if entry.type == PRACTICE and self.practice is None:
            return None
        if self.practice:
            self.practice.take_back()
        if entry.type not in (REVIEW, PRACTICE):
            self.states.refresh()
            for deck in self._decks.values():
                deck.refresh()
        asked = self._ask(self._card_of(entry.subject))
        if asked is None:
            return None
        given = asked.content.remembered(entry.payload.get("given"))
        # Who hands in the same words again has said already what they mean.
        self._before = ((asked.card.id, given), own_words(entry.payload.get("overruled")))
        return self._begin(asked._replace(begun=given))

    def _card_of(self, subject: str) -> Card:
        """Return the card of a card's id, or the first one of the student's own by its element."""
        course = self._decks.get(subject.partition("/")[0], self._deck)
        own = course.own.get(subject)
        return cards.card(own.id, own.facets[0], own.topic) if own else cards.card_of(subject)

    def leads(self, passage: str) -> Leads:
        """Return the cards and factors of this course that rest on a passage."""
        return self._deck.leads(passage)

    def ask_card(self, card: str) -> AskedCard | None:
        """Ask one card, whether or not it is due; that ends a practice."""
        self.practice = None
        asked = self._ask(self._card_of(card))
        return self._begin(asked) if asked else None

    def bury(self) -> None:
        """Ask the card that is asked no more today."""
        if self._asked and not self._progress.read_only:
            self._decided(*self.states.bury(self._asked.card.id))

    def rest(self) -> None:
        """Ask the card that was asked no more for two weeks."""
        if self._asked and not self._progress.read_only:
            until_ms = self.plan.day_end(self._clock()) + (REST_DAYS - 1) * DAY_MS
            self._decided(*self.states.rest(self._asked.card.id, until_ms))

    @property
    def is_leech(self) -> bool:
        """Say whether the card that is asked is forgotten again and again."""
        return self._asked is not None and self.leeches.is_leech(self._asked.card.id)

    def place_on_board(self, card: Card) -> tuple[str, str] | None:
        """Return the factor that a card of the open course is about, and its topic, if it is."""
        return self._deck.place_of(card) if self._deck_of(card) is self._deck else None

    def suspend(self) -> None:
        """Ask the card that is asked no more, until it is brought back."""
        if self._asked and not self._progress.read_only:
            self._decided(*self.states.suspend((self._asked.card.id,)))

    def flag(self) -> None:
        """Flag the card that is asked, or take its flag off."""
        if self._asked and not self._progress.read_only:
            self.states.flag(self._asked.card.id, on=not self.is_flagged)

    @property
    def is_flagged(self) -> bool:
        """Say whether the card that is asked is flagged."""
        return self._asked is not None and self._asked.card.id in self.states.flagged

    def own_card(self) -> OwnCard | None:
        """Return the student's own card that is asked, if it is one."""
        card = self._asked.card if self._asked else None
        return self._deck_of(card).own.get(card.element) if card else None

    def delete_own(self) -> None:
        """Delete the student's own card that is asked, until that is taken back."""
        own = self.own_card()
        if own:
            self._decided(*self._own_cards_of(own).remove(own))

    def change_own(self, card: OwnCard) -> None:
        """Keep one of the student's own cards as it is now, until that is taken back."""
        self._decided(*self._own_cards_of(card).change(card))

    def _decided(self, *entries: LogEntry) -> None:
        """Remember what was decided of the card that is asked; it is practised no more."""
        self._done.add(entries)
        if self._practised:
            self._practised.leave()

    def _own_cards_of(self, card: OwnCard) -> OwnCards:
        return self._decks[card.id.partition("/")[0]].own

    def keep_draft(self, given: Given) -> None:
        """Keep what is written by now, if it is an essay: that is long in the making."""
        if self._asked and self._asked.content.is_long:
            self._drafts.keep(self._asked.card.id, self._asked.content.logged(given))

    def _begin(self, asked: AskedCard) -> AskedCard:
        if asked.content.is_long and not asked.begun:
            begun = asked.content.remembered(self._drafts.of(asked.card.id))
            asked = asked._replace(begun=begun)
        self._asked, self._asked_at, self._marked = asked, self._clock().ms, None
        self._practised = self.practice
        return asked

    @property
    def _of_topic(self) -> frozenset[str]:
        """The cards of the topic in scope and of those below it, by their ids."""
        return frozenset(card.id for card in self._cards)

    @property
    def _cards(self) -> tuple[Card, ...]:
        """The cards in scope: the course's, then what the student has made."""
        if self._topic is None:
            return tuple(card for deck in self._decks.values() for card in deck.all())
        topics = self._deck.topics_of(self._topic)
        held = self._deck.placed(self._deck.of_topic(self._topic), topics)
        return (*held, *self._deck.made(topics))

    @property
    def _queue(self) -> CardQueue:
        """The cards in scope, as the log and the clock stand."""
        if self._lined_up is None or not self._lined_up.catch_up(self._plan_of_today):
            self._lined_up = self._lined(self._scopes)
        return self._lined_up

    @property
    def _plan_of_today(self) -> Plan:
        return self._pausing.plan_of_today(self.plan)

    def _lined(self, scopes: Sequence[Scope]) -> CardQueue:
        return CardQueue(scopes, self._progress, self._clock, self._plan_of_today, self.states)

    def _ask(self, card: Card) -> AskedCard | None:
        # The order of options stays until the card is answered, then changes.
        memory = self._progress.memory(card.id)
        salt = f"{card.id} {memory.last_ms if memory else ''}"
        return self._deck_of(card).asked(card, salt)

    def _deck_of(self, card: Card) -> Deck:
        return self._decks.get(card.element.partition("/")[0], self._deck)

    def _intervals(self, card: str) -> dict[Rating, Message]:
        memory, now = self._progress.memory(card), self._clock().ms
        found = self._progress.scheduler.intervals(memory, now)
        return {rating: interval_in_words(length) for rating, length in found.items()}


def _suggested(
    asked: AskedCard, given: Given | None, grade: Grade | None, guess: Said | None = None
) -> Rating | None:
    if given is None:
        return Rating.AGAIN
    # What was long in the making, the student judges alone.
    return None if asked.content.is_long else suggested_rating(grade, guess)


def _logged(given: Given | None, asked: AskedCard) -> object:
    return None if given is None else asked.content.logged(given)
