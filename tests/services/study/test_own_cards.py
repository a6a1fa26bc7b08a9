"""The student's own cards: kept, asked, changed, deleted, and never lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studyapp.domain.anchoring import Anchor, anchor
from studyapp.domain.course import Course
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import NewEntry
from studyapp.domain.messages import say
from studyapp.domain.notes import passages
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.errors import KnownError
from studyapp.services.study.own_cards import OWN_CARD, OwnCards
from studyapp.services.study.study_session import StudySession
from studyapp.store.pack import Pack
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, full_id, paragraph, topic
from tests.clocks import StandingClock
from tests.packs import opened

ABOUT = paragraph("Wang Shijie signed the treaty in Moscow.")
BELOW = "After the treaty"
COURSE = course(topic(TOPIC, ABOUT), topic(BELOW, paragraph("It failed."), parent=TOPIC))
WHOLE, PART = full_id("topic", TOPIC), full_id("topic", BELOW)


def place(words: str, of: Course = COURSE) -> Anchor:
    found = next(each for each in passages(of.topics[0].blocks) if words in each.text)
    start = found.text.index(words)
    return anchor(found, start, start + len(words))


@dataclass
class Desk:
    pack: Pack
    progress: Progress
    session: StudySession

    def again(self, pack: Pack | None = None) -> StudySession:
        """Return a session as after a restart."""
        session = StudySession(pack or self.pack, self.progress, StandingClock(), Plan())
        session.scope(WHOLE)
        return session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    pack = opened(COURSE, tmp_path / "a.db")
    progress = open_progress(tmp_path / "progress.db", clock, "here")
    session = StudySession(pack, progress, clock, Plan())
    session.scope(WHOLE)
    yield Desk(pack, progress, session)
    progress.close()
    pack.close()


def prompts(session: StudySession) -> list[str]:
    asked = []
    while card := session.next_card():
        asked.append(say(card.prompt))
        session.answer(TypedAnswer("?"))
        session.rate(Rating.EASY)
    return asked


def test_a_gap_is_asked_and_marked_with_the_passage_it_was_made_of(desk: Desk) -> None:
    desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow | the Kremlin}}.")
    assert desk.session.due_counts() == desk.session.course_counts() == (0, 1)
    card = desk.session.next_card()
    assert card
    assert (say(card.prompt), card.kind) == ("Signed in […].", "typed")
    marked = desk.session.answer(TypedAnswer("in the kremlin"))
    assert marked.grade
    assert (marked.grade.right, marked.answer) == (True, "Moscow")
    assert marked.passage
    assert marked.passage.text == "Wang Shijie signed the treaty in Moscow."


def test_an_own_question_is_judged_by_the_student(desk: Desk) -> None:
    desk.session.own.make(WHOLE, place("Wang Shijie"), "Who signed?", "Wang Shijie")
    assert desk.session.next_card()
    marked = desk.session.answer(TypedAnswer("the minister"))
    assert (marked.grade, marked.answer, marked.suggested) == (None, "Wang Shijie", Rating.GOOD)


def test_a_card_belongs_to_its_topic(desk: Desk) -> None:
    desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")
    desk.session.scope(PART)
    assert desk.session.next_card() is None
    desk.session.own.make(PART, place("Moscow"), "Where?", "There.")
    assert prompts(desk.session) == ["Where?"]


def test_own_cards_and_what_is_known_of_them_are_there_after_a_restart(desk: Desk) -> None:
    desk.session.own.make(WHOLE, place("Moscow"), "{{Wang}} signed in {{Moscow}}.")
    assert prompts(desk.session) == ["[…] signed in Moscow.", "Wang signed in […]."]
    assert desk.again().next_card() is None
    assert len(desk.again().own.cards()) == len(desk.progress.memories()) == 2


def test_a_changed_card_is_asked_as_it_is_now(desk: Desk) -> None:
    own = desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")
    desk.session.own.change(own._replace(prompt="Signed {{where?}}"))
    assert prompts(desk.again()) == ["Signed […]"]


def test_a_deleted_card_is_asked_no_more_until_that_is_taken_back(desk: Desk) -> None:
    own = desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")
    desk.session.next_card()
    assert desk.session.deciding.own_card() == own
    desk.session.deciding.delete_own()
    assert desk.session.next_card() is None
    assert desk.again().next_card() is None
    card = desk.session.undo()
    assert card
    assert say(card.prompt) == "Signed in […]."
    assert desk.again().own.get(own.id) == own


def test_the_passage_is_found_again_in_a_newer_edition(desk: Desk, tmp_path: Path) -> None:
    desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")
    moved = paragraph("Late at night Wang Shijie signed the treaty in Moscow.")
    newer = opened(course(topic(TOPIC, moved)), tmp_path / "b.db")
    session = desk.again(newer)
    card = session.next_card()
    assert card
    assert card.passage == moved.id
    newer.close()


def test_cards_of_another_course_and_of_a_newer_program_are_left_alone(desk: Desk) -> None:
    desk.progress.append(
        NewEntry(OWN_CARD, "other/own/1", {"prompt": "?", "answer": "!", "start": 0, "end": 1}),
        NewEntry(OWN_CARD, f"{WHOLE.split('/')[0]}/own/2", {"drawing": "…"}),
        NewEntry(OWN_CARD, "strange", {"prompt": 1}),
    )
    assert OwnCards(desk.pack, desk.progress).cards() == ()


def test_a_change_is_taken_back_like_an_answer(desk: Desk) -> None:
    card = desk.session.own.make(WHOLE, place("Moscow"), "{{Wang}} signed in {{Moscow}}.")
    desk.session.ask_card(f"{card.id}#gap:2")
    desk.session.deciding.change_own(card._replace(prompt="{{Wang}} signed."))
    assert desk.session.ask_card(f"{card.id}#gap:2") is None
    undone = desk.session.undo()
    assert undone
    assert desk.session.own.get(card.id) == card
    assert desk.session.ask_card(f"{card.id}#gap:2") is not None


def test_no_card_is_made_twice(desk: Desk) -> None:
    desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")
    with pytest.raises(KnownError, match="already"):
        desk.session.own.make(WHOLE, place("Moscow"), "Signed in {{Moscow}}.")


@pytest.mark.parametrize("prompt", ["Signed in {{}}.", "Who?"])
def test_a_logged_card_that_asks_nothing_is_passed_over(desk: Desk, prompt: str) -> None:
    payload = {"start": 0, "end": 1, "topic": WHOLE, "prompt": prompt, "answer": ""}
    desk.progress.append(NewEntry(OWN_CARD, full_id("own", "x"), payload))
    assert OwnCards(desk.pack, desk.progress).cards() == ()
