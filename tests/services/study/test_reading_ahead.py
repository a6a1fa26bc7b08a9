"""What is done while the student thinks changes nothing of what is asked and how it is marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.anchoring import Anchor
from studyapp.domain.course import KeyPoint
from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.study.asking import AskedCard
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import Pack
from studyapp.store.progress import open_progress
from tests.builders import COURSE as COURSE_ID
from tests.builders import (
    TOPIC,
    choice_question,
    cloze_question,
    course,
    distractor,
    factor,
    full_id,
    link,
    paragraph,
    term,
    topic,
    typed_question,
)
from tests.clocks import StandingClock
from tests.packs import opened

OTHER, WEEK = "Another matter", timedelta(days=7)
ABOUT = paragraph("Molotov signed the treaty.")
COURSE = course(
    topic(TOPIC, ABOUT),
    topic(OTHER),
    factor("Yalta agreement", date="1945-02"),
    factor("Treaty of 1945"),
    factor("War", topic=OTHER),
    choice_question("One?"),
    typed_question("Two?", KeyPoint("the ports"), KeyPoint("the railway")),
    typed_question("Three?", KeyPoint("in 1945"), topic=OTHER),
    cloze_question("The {{treaty}} was signed in {{1945}}."),
    term("Guomindang"),
    link("Yalta agreement", "Treaty of 1945", "Stalin had been promised it"),
    link("Treaty of 1945", "War", "it gave the ports away"),
    distractor("Yalta agreement", "War"),
)
PLACE = Anchor(ABOUT.id, 0, 7, "Molotov")
PLANS = (
    Plan(new_a_day=50),
    Plan(new_a_day=2),
    Plan(new_a_day=50, minutes_a_day=1),
    Plan(minutes_a_day=30).with_exam(COURSE_ID, Plan().date_of(StandingClock()()) + WEEK),
)
ANSWERS = st.sampled_from((None, "the ports", "in 1945, by rail", "treaty"))


class Student:
    """One who thinks, or one who does not: then nothing is done between the steps."""

    def __init__(self, session: StudySession, clock: StandingClock, *, thinks: bool) -> None:
        self.session, self.clock, self.thinks = session, clock, thinks
        self.asked: AskedCard | None = None
        self.hurries = False

    def hurry(self, hurries: bool) -> None:
        """Leave the program no pause from now on, or give it some again."""
        self.hurries = hurries

    def think(self, given: Given | None = None) -> None:
        if self.thinks and not self.hurries:
            self.session.read_ahead()
            if given is not None:
                self.session.mark_ahead(given)

    def next(self) -> object:
        self.asked = self.session.next_card()
        self.think()
        return self.asked

    def answer(self, text: str | None, rating: Rating, seconds: float) -> object:
        if self.asked is None:
            return self.next()
        is_typed = text is not None and self.asked.kind not in ("choice", "yes-no", "grouping")
        answer = TypedAnswer(text) if text is not None and is_typed else None
        self.think(answer)
        self.clock.forward(seconds=seconds)
        marked = self.session.answer(answer)
        self.think()
        self.clock.forward(seconds=seconds)
        self.session.rate(rating)
        # What comes next is asked before anything else: then what was foreseen is used.
        return marked, self.next(), self.session.due_counts()

    def look_and(self, act: Callable[[StudySession], object]) -> object:
        """Do something else while an answer waits for its rating, and ask what is next then."""
        if self.asked is not None:
            self.session.answer(None)
            self.think()
        act(self.session)
        return self.next(), self.session.due_counts()


def bury(session: StudySession) -> object:
    return session.deciding.bury()


def suspend(session: StudySession) -> object:
    return session.deciding.suspend()


def undo(session: StudySession) -> object:
    return session.undo()


def own_card(session: StudySession) -> object:
    """Make a card of the student's own, or change the one there is."""
    held = [session.own.get(card.element) for card in session.own.cards()]
    for own in filter(None, held):
        return session.own.change(own._replace(answer=f"{own.answer} indeed"))
    return session.own.make(full_id("topic", TOPIC), PLACE, "Mine?", "Yes")


def another(number: int) -> Callable[[StudySession], object]:
    """Answer a card that was not asked, as from the list of cards."""

    def answer(session: StudySession) -> object:
        cards = session.decks.open.all()
        if session.ask_card(cards[number % len(cards)].id):
            session.answer(None)
            session.rate(Rating.GOOD)
        return session.due_counts()

    return answer


def moved(session: StudySession) -> object:
    """Travel to another zone of time and back."""
    clock = session._clock
    assert isinstance(clock, StandingClock)
    clock.offset_min = 60 if clock.offset_min < 0 else -540
    return None


def elsewhere(session: StudySession) -> object:
    return session.scope(full_id("topic", OTHER))


def here(session: StudySession) -> object:
    return session.scope(full_id("topic", TOPIC))


def everywhere(session: StudySession) -> object:
    return session.scope_everything()


def plan(number: int) -> Callable[[StudySession], object]:
    return lambda session: setattr(session, "plan", PLANS[number])


ACTS = st.sampled_from(
    (
        *(bury, suspend, undo, own_card, elsewhere, here, everywhere, moved),
        *map(plan, range(1, 4)),
        *map(another, range(4)),
    )
)
SECONDS = st.sampled_from((0, 5, 90, 700, 3600 * 7, 86_400 * 3, -4000))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), ANSWERS, st.sampled_from(Rating), SECONDS),
        st.tuples(st.just("look_and"), ACTS),
        st.tuples(st.just("next")),
        st.tuples(st.just("hurry"), st.booleans()),
    ),
    min_size=3,
    max_size=20,
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pack]:
    with closing(opened(COURSE, tmp_path_factory.mktemp("packs") / "a.db")) as made:
        yield made


@contextmanager
def student(pack: Pack, folder: Path, *, thinks: bool) -> Iterator[Student]:
    clock = StandingClock()
    with closing(open_progress(folder / f"{thinks}.db", clock, "here")) as progress:
        session = StudySession(pack, progress, clock, PLANS[0])
        session.scope_everything()
        yield Student(session, clock, thinks=thinks)


def told(found: object) -> str:
    """Return what was seen, without the ids that are drawn by lot."""
    return re.sub(r"/own/\w+", "/own", repr(found))


@settings(max_examples=30, deadline=None)
@given(steps=STEPS)
def test_who_thinks_is_asked_and_marked_like_who_does_not(
    pack: Pack, steps: list[tuple[object, ...]]
) -> None:
    with TemporaryDirectory() as name, ExitStack() as held:
        pair = [
            held.enter_context(student(pack, Path(name), thinks=thinks)) for thinks in (False, True)
        ]
        for step, *given_ in steps:
            seen = [told(getattr(each, str(step))(*given_)) for each in pair]
            assert seen[0] == seen[1]


@pytest.fixture
def thinking(pack: Pack, tmp_path: Path) -> Iterator[Student]:
    with student(pack, tmp_path, thinks=True) as made:
        yield made


def test_what_was_read_ahead_is_what_is_asked(thinking: Student) -> None:
    session = thinking.session
    assert session.next_card()
    for _ in range(4):
        marked = session.answer(None)
        ahead = session.read_ahead()
        session.rate(marked.suggested or Rating.GOOD)
        assert ahead is not None
        assert session.next_card() is ahead


def test_before_an_exam_what_its_plan_asks_is_read_ahead(thinking: Student) -> None:
    session = thinking.session
    session.plan = PLANS[3]
    assert session.next_card()
    for _ in range(3):
        session.answer(None)
        ahead = session.read_ahead()
        session.rate(Rating.GOOD)
        assert ahead is not None
        assert session.is_planned
        assert session.next_card() is ahead


def test_a_card_that_was_changed_meanwhile_is_read_anew(thinking: Student) -> None:
    session = thinking.session
    own = session.own.make(full_id("topic", TOPIC), PLACE, "Mine?", "Yes")
    session.scope(full_id("topic", TOPIC))
    assert session.next_card()
    while read_ahead(session) != "Mine?":
        session.rate(Rating.AGAIN)
        assert session.next_card()
    session.own.change(own._replace(answer="Yes indeed"))
    session.rate(Rating.AGAIN)
    asked = session.next_card()
    assert asked
    assert (say(asked.prompt), asked.answer) == ("Mine?", "Yes indeed")


def read_ahead(session: StudySession) -> str:
    session.answer(None)
    ahead = session.read_ahead()
    return say(ahead.prompt) if ahead else ""


def test_an_answer_marked_while_it_was_typed_is_marked_by_what_is_handed_in(
    thinking: Student,
) -> None:
    session = thinking.session
    while (asked := session.next_card()) and say(asked.prompt) != "Two?":
        session.answer(None)
        session.rate(Rating.EASY)
    session.mark_ahead(TypedAnswer("the"))
    session.mark_ahead(TypedAnswer("the ports"))
    grade = session.answer(TypedAnswer("the ports and the railway")).grade
    assert grade
    assert grade.right


def test_what_is_foreseen_is_chosen_without_looking_at_the_lines_again(thinking: Student) -> None:
    session = thinking.session
    assert session.next_card()
    session.answer(None)
    ahead = session.read_ahead()
    session.rate(Rating.GOOD)
    queue = session._line_up._lined_up
    assert queue is not None
    seen = queue._seen
    assert session.next_card() is ahead
    assert queue._seen == seen


def test_a_new_card_that_is_answered_counts_when_what_comes_next_is_foreseen(
    thinking: Student,
) -> None:
    session = thinking.session
    session.plan = Plan(new_a_day=1)
    session.scope_everything()
    first, *_ = (card for card in session.decks.open.all() if not card.waits_for_a_mistake)
    assert session.ask_card(first.id)
    session.answer(None)
    session.read_ahead()
    session.rate(Rating.AGAIN)
    again = session.next_card()
    assert again
    assert again.card == first


def test_what_was_foreseen_is_forgotten_once_something_else_was_answered(
    thinking: Student,
) -> None:
    session = thinking.session
    first = session.next_card()
    session.answer(None)
    ahead = session.read_ahead()
    assert first
    assert ahead
    for card in (ahead.card, first.card):
        assert session.ask_card(card.id)
        session.answer(None)
        session.rate(Rating.GOOD)
        if card == ahead.card:
            session.due_counts()
    asked = session.next_card()
    assert asked
    assert asked.card not in (first.card, ahead.card)


def test_on_another_side_of_the_world_nothing_foreseen_is_asked(thinking: Student) -> None:
    session, clock = thinking.session, thinking.clock
    assert session.next_card()
    session.answer(None)
    assert session.read_ahead()
    clock.offset_min -= 600
    session.rate(Rating.GOOD)
    queue = session._line_up._lined_up
    assert session.next_card()
    assert session._line_up._lined_up is not queue


def test_whose_time_has_come_meanwhile_goes_before_what_was_foreseen(thinking: Student) -> None:
    session, clock = thinking.session, thinking.clock
    first = session.next_card()
    session.answer(None)
    session.rate(Rating.AGAIN)
    assert session.next_card() != first
    session.answer(None)
    session.read_ahead()
    clock.forward(seconds=90)
    session.rate(Rating.GOOD)
    again = session.next_card()
    assert first
    assert again
    assert again.card == first.card


def test_nothing_is_kept_of_thinking(thinking: Student) -> None:
    thinking.next()
    thinking.session.answer(None)
    thinking.think()
    assert thinking.session._progress.count() == 0
