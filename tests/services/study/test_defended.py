"""What was said in defence of a ranking is asked again, as long as there is something to ask."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

import pytest

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way, rank_zone
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.domain.log import NewEntry
from studyapp.domain.messages import say
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.study.defended import DEFENCE
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, course, factor, full_id, link, topic
from tests.clocks import StandingClock
from tests.packs import opened

COURSE = course(
    topic(),
    topic("Elsewhere"),
    *(factor(name) for name in ("Yalta", "Ruin", "Fear", "Treaty")),
    *(link(name, "Treaty") for name in ("Yalta", "Ruin", "Fear")),
)
TREATY, YALTA = full_id("factor", "Treaty"), full_id("factor", "Yalta")
CARD = f"{COURSE.links[0].id}#rank"
ASKED = "Why did “Yalta” weigh most among the causes of “Treaty”, as you saw it?"


class Desk(NamedTuple):
    board: BoardSession
    study: StudySession
    progress: Progress


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = StandingClock()
    with ExitStack() as stack:
        pack = stack.enter_context(closing(opened(COURSE, tmp_path / "a.db")))
        progress = open_progress(tmp_path / "progress.db", clock, "here")
        stack.enter_context(closing(progress))
        study = StudySession(pack, progress, clock, Plan())
        study.scope(full_id("topic", TOPIC))
        board = BoardSession(pack, progress)
        board.open(TREATY, Way.RANK)
        board.move(YALTA, rank_zone(1))
        yield Desk(board, study, progress)


def prompts(study: StudySession) -> list[str]:
    asked = []
    while card := study.next_card():
        asked.append(say(card.prompt))
        study.answer(TypedAnswer("?"))
        study.rate(Rating.EASY)
    return asked


def test_a_defence_is_asked_again_in_the_words_that_stand_last(desk: Desk) -> None:
    new = desk.study.due_counts().new
    desk.board.defend(YALTA, "It gave him ports.")
    desk.board.defend(YALTA, "It promised him ports.")
    assert desk.study.due_counts().new == new + 1
    card = desk.study.ask_card(CARD)
    assert card
    assert (say(card.prompt), card.answer) == (ASKED, "It promised him ports.")
    marked = desk.study.answer(TypedAnswer("ports"))
    # Whether it was that is for the student to say.
    assert marked.grade is None
    assert ASKED in prompts(desk.study)
    assert desk.progress.verify() == ()


def test_what_was_said_of_the_cause_that_weighed_least_is_asked_so(desk: Desk) -> None:
    desk.board.move(YALTA, Zone("rank-3"))
    desk.board.defend(YALTA, "It only settled the price.")
    card = desk.study.ask_card(CARD)
    assert card
    assert say(card.prompt) == ASKED.replace("most", "least")


def test_words_that_were_kept_without_their_place_are_asked_without_it(desk: Desk) -> None:
    payload = {"factor": YALTA, "text": "It gave him ports."}
    desk.progress.append(NewEntry(DEFENCE, desk.board.here.subject, payload))
    card = desk.study.ask_card(CARD)
    assert card
    assert (
        say(card.prompt) == "How did you defend the rank of “Yalta” among the causes of “Treaty”?"
    )


def test_what_was_taken_back_is_not_asked(desk: Desk) -> None:
    desk.board.defend(YALTA, "It gave him ports.")
    desk.board.defend(YALTA, "")
    assert desk.study.ask_card(CARD) is None
    assert ASKED not in prompts(desk.study)


def test_it_belongs_to_the_topic_of_the_link(desk: Desk) -> None:
    desk.board.defend(YALTA, "It gave him ports.")
    desk.study.scope(full_id("topic", "Elsewhere"))
    assert desk.study.due_counts() == (0, 0)
    desk.study.scope_everything()
    assert ASKED in prompts(desk.study)


def test_what_would_have_happened_is_not_asked_again(desk: Desk) -> None:
    before = desk.study.due_counts()
    desk.board.open(YALTA, Way.WHAT_IF)
    desk.board.defend(YALTA, "Stalin had no ports.")
    assert desk.study.due_counts() == before
    desk.board.open(TREATY)
    desk.board.open(YALTA, Way.WHAT_IF)
    assert desk.board.defences == {YALTA: "Stalin had no ports."}


def test_it_is_asked_after_its_link_and_not_behind_all_that_is_new(desk: Desk) -> None:
    desk.board.defend(YALTA, "It gave him ports.")
    asked = prompts(desk.study)
    why = next(at for at, prompt in enumerate(asked) if "Yalta" in prompt and prompt != ASKED)
    assert why < asked.index(ASKED) < len(asked) - 1
