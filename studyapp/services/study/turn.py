"""The turn of one card: its answer is marked, overruled where the program was wrong, and rated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.log import PRACTICE, REVIEW, NewEntry
from studyapp.domain.messages import Message
from studyapp.domain.pages import PassageEntry
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.practising import Practice
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.deck import Deck
from studyapp.services.study.marking_answers import Judging, logged_points, suggested_rating

if TYPE_CHECKING:
    from studyapp.domain.grading.grade import Grade
    from studyapp.domain.grading.point_passages import Place
    from studyapp.domain.grading.points import Said
    from studyapp.domain.kinds.kind import Given


class Marked(NamedTuple):
    """What is shown after an answer; `grade` is None where the student judges.

    Of an essay, which nobody has judged, no rating is suggested.

    `sure` says that what was not found is wrong: of options and of dates, not of words.
    `guess` is what the program takes an answer for that it cannot mark. Where there are several
    key points, `places` is where the note says each.
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
    places: tuple[Place | None, ...] = ()


class _Marking(NamedTuple):
    """What an answer is marked as: as it was handed in, or as it stands so far."""

    given: Given | None = None
    grade: Grade | None = None
    guess: Said | None = None
    places: tuple[Place | None, ...] = ()


class Before(NamedTuple):
    """An answer that was taken back, and what the student had said of its points."""

    card: str = ""
    given: Given | None = None
    own: Mapping[int, Said] = {}


class Turn:
    """One card from its question to its rating."""

    def __init__(
        self,
        asked: AskedCard,
        deck: Deck,
        judging: Judging,
        practice: Practice | None,
        since_ms: int,
        before: Before,
    ) -> None:
        """Ask a card of `deck`, as part of `practice` if there is one; `judging` guesses.

        Who hands in the same words as `before` has said already what they mean.
        """
        self.asked, self.practice = asked, practice
        self._deck, self._judging = deck, judging
        self._since_ms, self._before = since_ms, before
        self._given: Given | None = None
        self._marked: Marked | None = None
        self._confidence: int | None = None
        self._marking = _Marking()

    @property
    def marked(self) -> Marked | None:
        """What the answer was marked as, until it is rated."""
        return self._marked

    @cached_property
    def passage(self) -> PassageEntry | None:
        """The passage that the answer rests on, if there is one."""
        return self._deck.passage(self.asked.passage)

    def make_ready(self) -> None:
        """Read what is needed to mark an answer, so that it is marked at once."""
        _ = self.passage
        self.asked.content.make_ready(self._deck.aliases)

    def mark_ahead(self, given: Given) -> None:
        """Mark an answer that is not handed in yet: most are handed in as they stand."""
        if self._marked is None and not self.asked.content.is_long:
            self._marking = self._mark(given)

    def _mark(self, given: Given) -> _Marking:
        grade, guess = self._graded(given), self._judging.guess(self.asked, given)
        return _Marking(given, grade, guess, self._places(grade))

    def answer(
        self, given: Given | None, confidence: int | None, intervals: Mapping[Rating, Message]
    ) -> Marked:
        """Mark an answer; None gives it up."""
        if given is None:
            self._marking = _Marking()
        elif given != self._marking.given:
            self._marking = self._mark(given)
        asked, before, (_, grade, guess, places) = self.asked, self._before, self._marking
        if grade and before.own and (before.card, before.given) == (asked.card.id, given):
            grade = grade.overruled(before.own)
            places = self._places(grade)
        self._given, self._confidence = given, confidence
        self._marked = Marked(
            grade,
            asked.answer,
            asked.explanation,
            self.passage,
            self._suggested(grade, guess),
            intervals,
            sure=given is None or asked.content.is_sure(given),
            asked=asked,
            guess=guess,
            places=places,
        )
        return self._marked

    def _graded(self, given: Given) -> Grade | None:
        """Return the mark; what the student said of nearly the same answer before goes into it."""
        from studyapp.domain.kinds.typed import TypedAnswer

        content = self.asked.content
        grade = content.grade(given, self._deck.aliases)
        if not grade or not isinstance(given, TypedAnswer) or content.is_sure(given):
            return grade
        points = len(grade.points)
        said = self._deck.said_before(self.asked.card.id, given.text, points)
        return grade.as_before(said) if said else grade

    def _places(self, grade: Grade | None) -> tuple[Place | None, ...]:
        """Return where the note says the points, if it is not all in the passage shown anyway."""
        from studyapp.domain.grading.point_passages import places_of
        from studyapp.domain.kinds.typed import Typed

        content, passage = self.asked.content, self.passage
        if grade is None or grade.right or passage is None or not isinstance(content, Typed):
            return ()
        if len(content.points) < 2:
            return ()
        note = self._deck.passages_with(passage)
        places = places_of(content.points, note, self._deck.aliases, passage.id)
        # What is all of the passage that is shown anyway need not be told twice.
        return tuple(each if each and each.sentence != passage.text else None for each in places)

    def overrule(self, point: int) -> Marked:
        """Take the student's word on a key point of the marked answer, or take it back."""
        assert self._marked is not None
        assert self._marked.grade is not None
        grade = self._marked.grade.turned(point)
        self._marked = self._marked._replace(grade=grade, suggested=self._suggested(grade))
        return self._marked

    def rated(self, rating: Rating, now_ms: int) -> NewEntry:
        """Return what the log keeps of the marked answer."""
        marked = self._marked
        assert marked is not None
        return NewEntry(
            PRACTICE if self.practice else REVIEW,
            self.asked.card.id,
            {
                "given": self._logged(),
                "suggested": marked.suggested,
                **logged_points(marked.grade, sure=marked.sure),
                **({} if self._confidence is None else {"confidence": self._confidence}),
            },
            int(rating),
            None if marked.grade is None or self.asked.content.is_long else marked.grade.value,
            max(0, now_ms - self._since_ms),
        )

    def end(self) -> None:
        """Be over: the answer was rated, and cannot be rated again."""
        self._marked = None

    def _logged(self) -> object:
        return None if self._given is None else self.asked.content.logged(self._given)

    def _suggested(self, grade: Grade | None, guess: Said | None = None) -> Rating | None:
        suggested = self._by_mark(grade, guess)
        if self.practice is None:
            return suggested
        # Of the two ratings of practice the nearest; of a preview, Got it.
        if self.practice.is_preview:
            return Rating.GOOD
        return Rating.GOOD if suggested and suggested is not Rating.AGAIN else suggested

    def _by_mark(self, grade: Grade | None, guess: Said | None) -> Rating | None:
        if self._given is None:
            return Rating.AGAIN
        # What was long in the making, the student judges alone.
        return None if self.asked.content.is_long else suggested_rating(grade, guess)
