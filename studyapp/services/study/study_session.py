"""Recall: what is due in the selected topic, or in all courses, is asked, marked and planned.

Every rating is on the disk before the next card is asked. In a read-only window cards can be
practised, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from studyapp.domain.cards import Card
from studyapp.domain.clock import Clock
from studyapp.domain.log import PRACTICE, REVIEW, LogEntry
from studyapp.domain.messages import Message
from studyapp.domain.pages import Leads
from studyapp.domain.progress.sitting import Sitting
from studyapp.domain.schedule.memory import Memory, Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.practising import Practice, Wanted
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.card_queue import DueCounts
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.deciding import Deciding
from studyapp.services.study.decks import Decks
from studyapp.services.study.drafts import Drafts
from studyapp.services.study.intervals import interval_in_words
from studyapp.services.study.leeches import Leeches
from studyapp.services.study.line_up import LineUp
from studyapp.services.study.marking_answers import Judging, own_words
from studyapp.services.study.own_cards import OwnCards
from studyapp.services.study.pausing import Pause, Pausing
from studyapp.services.study.practising import Practising
from studyapp.services.study.reading_ahead import ReadingAhead
from studyapp.services.study.taking_back import TakingBack
from studyapp.services.study.turn import Before, Marked, Turn
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.kinds.kind import Given
    from studyapp.services.study.exam_queue import ExamQueue

# A card, how much was logged when it was looked up, and what is known of it.
_NOTHING_KNOWN: tuple[str, int, Memory | None] = "", 0, None


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
        self._progress, self._clock = progress, clock
        self.plan = plan
        self._judging = judging or Judging()
        self.states = CardStates(progress)
        self.leeches = Leeches(progress)
        self._drafts = Drafts(progress)
        self._pausing = Pausing(progress, clock)
        self.decks = Decks(pack, progress, others)
        self.course: str = self.decks.open.id
        self._line_up = LineUp(
            self.decks, progress, clock, self.states, self._pausing, lambda: self.plan
        )
        self._ahead = ReadingAhead(self.decks, self._line_up, progress, self.leeches, self._drafts)
        self._turn: Turn | None = None
        self._before = Before()
        self._known = _NOTHING_KNOWN
        self._done = TakingBack(progress, plan.day_start(clock()))
        self.deciding = Deciding(
            self.decks,
            progress,
            self.states,
            lambda: self._asked,
            lambda: self.plan.day_end(clock()),
            self._decided,
        )
        self._practising = Practising(progress, clock, self.states)
        self.practice: Practice | None = None
        self.sitting = Sitting()

    @property
    def own(self) -> OwnCards:
        """The student's own cards in this course."""
        return self.decks.open.own

    def leads(self, passage: str) -> Leads:
        """Return the cards and factors of this course that rest on a passage."""
        return self.decks.open.leads(passage)

    @property
    def now_ms(self) -> int:
        """The time by the student's clock, in milliseconds since 1970 in UTC."""
        return self._clock().ms

    @property
    def read_only(self) -> bool:
        """Say whether what is done is not kept."""
        return self._progress.read_only

    def scope(self, topic: str) -> None:
        """Ask from now on what a topic and those below it hold."""
        self._line_up.scope(topic)

    def scope_course(self) -> None:
        """Ask from now on what the open course holds."""
        self._line_up.scope_course()

    def scope_everything(self) -> None:
        """Ask from now on what all courses hold, as one queue."""
        self._line_up.scope_everything()

    def due_counts(self) -> DueCounts:
        """Return how many cards of the scope are due, and how many new ones wait."""
        return self._line_up.counts()

    def course_counts(self) -> DueCounts:
        """Return the same for the whole course, whatever is in scope."""
        return self._line_up.course_counts()

    def until_next(self) -> int | None:
        """Return the milliseconds until a card of the scope is asked again, if any will be."""
        return self._line_up.until_next()

    def line_up_anew(self) -> None:
        """Look at every card again, since what is known of all has changed."""
        self._line_up.anew()
        self._ahead.forget()
        self._known = _NOTHING_KNOWN

    @property
    def exam(self) -> ExamQueue:
        """The plan to the exam of the open course, if one is set."""
        return self._line_up.exams.of(self.decks.open)

    @property
    def is_planned(self) -> bool:
        """Say whether what is in scope is asked by a plan to an exam."""
        return self._line_up.is_planned

    @property
    def course_is_planned(self) -> bool:
        """Say whether a plan to an exam says what is asked of the open course today."""
        return self._line_up.exams.planned(self.decks.open) is not None

    def planned_today(self, topic: str = "") -> DueCounts | None:
        """Return what the plan to an exam asks today of a topic or of the open course.

        None if there is no such plan; nothing more, once it is enough for today.
        """
        counts = self._line_up.planned_of(topic)
        return counts and (DueCounts(0, 0) if self.pause() else counts)

    @property
    def planned_elsewhere(self) -> int:
        """How many cards the plan to an exam asks today, if it asks no more of the topic."""
        return self._line_up.planned_elsewhere

    def pause(self) -> Pause | None:
        """Return why the plan says that it is enough for today, or None."""
        return self._pausing.pause(self.plan)

    def go_on(self) -> None:
        """Ask on today, whatever the plan says."""
        self._pausing.go_on(self.plan)

    def meet_more(self) -> None:
        """Ask more new cards today than the plan's number of them."""
        self._pausing.meet_more(self.plan)

    @property
    def holds_new_back(self) -> bool:
        """Say whether new cards of the scope wait, since so many were met today."""
        return self._line_up.holds_new_back

    def sit_down(self) -> None:
        """Begin another sitting."""
        self.sitting = Sitting()

    def to_practise(self, wanted: Wanted) -> list[Card]:
        """Return the cards in scope that can be practised, those most at risk first."""
        day_start = self.plan.day_start(self._clock())
        return self._practising.choose(self._line_up.cards, wanted, day_start)

    def practise(self, wanted: Wanted, *, mixed: bool = False) -> None:
        """Ask from now on what is wanted of the scope, until it is done or ended: for practice."""
        cards = self.to_practise(wanted)
        self.practice = self._practising.practice(cards, wanted, mixed=mixed)

    def end_practice(self) -> None:
        """Ask from now on what is due."""
        self.practice = None

    @property
    def is_practised(self) -> bool:
        """Say whether the card that is asked is practised: its answer moves no schedule."""
        return self._practised is not None

    def next_card(self) -> AskedCard | None:
        """Return what to ask next: the due card most at risk, else a new one, else None.

        Before an exam, what the plan to it asks comes first.
        """
        if self.practice:
            return self._next_practised(self.practice)
        while card := self._line_up.next():
            asked = self._ahead.asked(card)
            if asked:
                return self._begin(asked)
            self._line_up.drop(card)
        self._turn = None
        return None

    def mark_ahead(self, given: Given) -> None:
        """Mark what is answered by now, so that it is marked when it is handed in."""
        if self._turn:
            self._turn.mark_ahead(given)

    def read_ahead(self) -> AskedCard | None:
        """Do what can be done while the student thinks; nothing is asked otherwise for it.

        Before there is an answer, what marks it is made ready; then what is likely asked next is
        read, and returned if anything is.
        """
        turn = self._turn
        if turn is None:
            return None
        if turn.marked is None:
            self._intervals(turn.asked.card.id)
            turn.make_ready()
        elif self.practice is None and not self.read_only:
            rating, now = turn.marked.suggested or Rating.GOOD, self._clock().ms
            return self._ahead.read_next(turn.asked.card.id, rating, now)
        return None

    def ask_card(self, card: str) -> AskedCard | None:
        """Ask one card, whether or not it is due; that ends a practice."""
        self.practice = None
        asked = self._ahead.asked(self.decks.card_of(card))
        return self._begin(asked) if asked else None

    def keep_draft(self, given: Given | None) -> None:
        """Keep what is written by now, if it is typed; None is nothing any more."""
        asked = self._asked
        if asked and asked.content.is_typed:
            logged = "" if given is None else asked.content.logged(given)
            self._drafts.keep(asked.card.id, logged)

    def answer(self, given: Given | None, confidence: int | None = None) -> Marked:
        """Mark an answer to the card that was asked last; None gives it up.

        `confidence` is how many per cent sure the student said they were, if they did.
        """
        assert self._turn is not None
        card = self._turn.asked.card
        # Before an exam FSRS's intervals decide nothing.
        intervals = {} if self._line_up.exams.plans(card) else self._intervals(card.id)
        return self._turn.answer(given, confidence, intervals)

    def overrule(self, point: int) -> Marked:
        """Take the student's word on a key point of the marked answer, or take it back.

        That makes a point that was not found found, and one that was found missing.
        """
        assert self._turn is not None
        return self._turn.overrule(point)

    def rate(self, rating: Rating) -> None:
        """Keep the rating of the marked answer: it is on the disk when this returns."""
        turn = self._turn
        assert turn is not None
        entry = turn.rated(rating, self._clock().ms)
        if not self.read_only:
            kept = self._progress.append(entry)
            self._done.add(kept)
            for each in kept:
                self.sitting.take(each)
            turn.end()
        elif turn.practice is None:
            self._line_up.drop(turn.asked.card)
        if turn.practice:
            turn.practice.take(right=rating is not Rating.AGAIN)

    @property
    def to_undo(self) -> str:
        """The type of entry that would be taken back, "" if nothing can be."""
        entry = self._done.last(self.decks.courses) if self.can_undo else None
        return entry.type if entry else ""

    @property
    def can_undo(self) -> bool:
        """Say whether an answer of today, or a decision on a card, can be taken back."""
        if self.practice:
            return self.practice.can_take_back and not self.read_only
        return self._done.last(self.decks.courses) is not None

    def undo(self) -> AskedCard | None:
        """Take back the last answer of today, or decision on a card, and ask it again.

        What was practised is asked again only as long as that practice goes on.
        """
        entry = self._done.last(self.decks.courses) if self.can_undo else None
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
            self.decks.refresh()
        return self._ask_again(entry)

    def _ask_again(self, entry: LogEntry) -> AskedCard | None:
        asked = self._ahead.asked(self.decks.card_of(entry.subject))
        if asked is None:
            return None
        given = asked.content.remembered(entry.payload.get("given"))
        self._before = Before(asked.card.id, given, own_words(entry.payload.get("overruled")))
        return self._begin(asked._replace(begun=given or asked.begun))

    def _next_practised(self, practice: Practice) -> AskedCard | None:
        while card := practice.next():
            asked = self._ahead.asked(card)
            if asked:
                return self._begin(asked)
            practice.skip()
        self._turn = None
        return None

    def _begin(self, asked: AskedCard) -> AskedCard:
        deck, now = self.decks.deck_of(asked.card), self._clock().ms
        # The card belongs to this practice, whatever is chosen before it is answered.
        self._turn = Turn(asked, deck, self._judging, self.practice, now, self._before)
        return asked

    @property
    def _asked(self) -> AskedCard | None:
        return self._turn.asked if self._turn else None

    @property
    def _practised(self) -> Practice | None:
        return self._turn.practice if self._turn else None

    @property
    def is_leech(self) -> bool:
        """Say whether the card that is asked is forgotten again and again."""
        return self._asked is not None and self.leeches.is_leech(self._asked.card.id)

    def _decided(self, *entries: LogEntry) -> None:
        """Remember what was decided of the card that is asked; it is practised no more."""
        self._done.add(entries)
        if self._practised:
            self._practised.leave()

    def _intervals(self, card: str) -> dict[Rating, Message]:
        # What is known of a card changes only by what is logged.
        logged = self._progress.logged
        if self._known[:2] != (card, logged):
            self._known = card, logged, self._progress.memory(card)
        found = self._progress.scheduler.intervals(self._known[2], self._clock().ms)
        return {rating: interval_in_words(length) for rating, length in found.items()}
