"""The queue reads the heads of its lines, and asks as if it had read them whole."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from studyapp.domain.cards import Card
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.schedule.siblings import are_siblings
from studyapp.services.study.card_queue import CardQueue
from studyapp.services.study.card_states import CardStates
from studyapp.services.study.deck import Deck
from studyapp.services.study.scope import Scope
from studyapp.store.progress import Progress, open_progress
from tests.builders import course, topic, typed_question
from tests.clocks import StandingClock
from tests.packs import opened

TOPICS = ("One", "Two", "Three")
EACH = 150
PLAN = Plan(new_a_day=999)
KEPT = "INSERT INTO memory VALUES (?, 2, NULL, ?, 5.0, ?, ?)"


@dataclass
class Desk:
    deck: Deck
    progress: Progress
    clock: StandingClock

    def queue(self, plan: Plan = PLAN) -> CardQueue:
        states = CardStates(self.progress)
        return CardQueue((Scope(self.deck),), self.progress, self.clock, plan, states)

    def met(self, cards: list[Card]) -> None:
        """Have some cards be due, each less at risk than the one before."""
        last = self.clock.ms - 30 * DAY_MS
        rows = [(card.id, 5 + at, last + DAY_MS, last) for at, card in enumerate(cards)]
        self.progress._connection.executemany(KEPT, rows)


@pytest.fixture(scope="module")
def pack_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    questions = [
        typed_question(f"{name} {number}?", topic=name) for name in TOPICS for number in range(EACH)
    ]
    path: Path = tmp_path_factory.mktemp("packs") / "a.db"
    opened(course(*(topic(name) for name in TOPICS), *questions), path).close()
    return path


@pytest.fixture
def desk(pack_path: Path, tmp_path: Path) -> Iterator[Desk]:
    from studyapp.store.pack import open_pack

    clock = StandingClock()
    with (
        closing(open_pack(pack_path)) as pack,
        closing(open_progress(tmp_path / "progress.db", clock, "here")) as progress,
    ):
        yield Desk(Deck(pack, progress), progress, clock)


def asked(queue: CardQueue) -> list[Card]:
    """Ask each card once, until nothing is asked."""
    found = []
    while card := queue.next():
        found.append(card)
        queue.drop(card)
    return found


def test_every_due_card_is_asked_once_and_before_every_new_one(desk: Desk) -> None:
    due, new = list(desk.deck.of_course[::2]), list(desk.deck.of_course[1::2])
    desk.met(due)
    queue = desk.queue()
    assert queue.counts() == (len(due), len(new))
    order = asked(queue)
    assert sorted(order[: len(due)]) == sorted(due)
    assert order[len(due) :] == new
    assert queue.counts() == (0, 0)


def test_the_same_state_is_asked_in_the_same_order(desk: Desk) -> None:
    desk.met(list(desk.deck.of_course[::3]))
    assert asked(desk.queue()) == asked(desk.queue())


def test_the_most_at_risk_come_first_wherever_they_stand(desk: Desk) -> None:
    desk.met(list(reversed(desk.deck.of_course)))
    assert asked(desk.queue())[:3] == list(reversed(desk.deck.of_course))[:3]


def test_an_answer_to_a_card_that_was_not_read_yet_is_counted(desk: Desk) -> None:
    every = desk.deck.of_course
    desk.met(list(every[:300]))
    queue = desk.queue()
    assert queue.next()
    for card in (every[299], every[449]):
        desk.progress.append(NewEntry(REVIEW, card.id, {}, 4))
    assert queue.catch_up(PLAN)
    assert queue.counts() == desk.queue().counts() == (299, 149)
    rest = asked(queue)
    assert len(rest) == len(set(rest)) == 448
    assert not {every[299], every[449]} & set(rest)


def test_an_answer_taken_back_is_counted_again(desk: Desk) -> None:
    desk.met(list(desk.deck.of_course[:300]))
    queue = desk.queue()
    new = desk.deck.of_course[440]
    [entry] = desk.progress.append(NewEntry(REVIEW, new.id, {}, 4))
    assert queue.catch_up(PLAN)
    desk.progress.append(NewEntry("retract", entry.key))
    assert queue.catch_up(PLAN)
    assert queue.counts() == (300, 150)


def test_what_is_set_aside_is_neither_counted_nor_asked(desk: Desk) -> None:
    every = desk.deck.of_course
    desk.met(list(every[:300]))
    CardStates(desk.progress).suspend([card.id for card in (*every[:200], *every[300:310])])
    queue = desk.queue()
    assert queue.counts() == (100, 140)
    assert len(queue.set_aside()) == 210
    assert asked(queue) == [*every[200:300], *every[310:]]


def test_who_opens_the_program_again_is_asked_the_same(desk: Desk) -> None:
    queue = desk.queue()
    for _ in range(3):
        card = queue.next()
        assert card
        desk.progress.append(NewEntry(REVIEW, card.id, {}, 4))
        assert queue.catch_up(PLAN)
        assert queue.next() == desk.queue().next()
        assert queue.counts() == desk.queue().counts()


def test_no_sibling_follows_in_the_course_that_is_full_of_them(tmp_path: Path) -> None:
    from studyapp import paths
    from studyapp.store.pack import open_pack

    clock = StandingClock()
    with (
        closing(open_pack(paths.shipped_pack())) as pack,
        closing(open_progress(tmp_path / "progress.db", clock, "here")) as progress,
    ):
        desk = Desk(Deck(pack, progress), progress, clock)
        queue = desk.queue(Plan(new_a_day=40))
        order = []
        for _ in range(40):
            card = queue.next()
            assert card
            order.append(card)
            progress.append(NewEntry(REVIEW, card.id, {}, 4))
            assert queue.catch_up(Plan(new_a_day=40))
        found = desk.deck.lines.of([card.id for card in order])
        kin = {each.place.card: each.place.kin for each in found}
        assert not [two for two in pairwise(order) if are_siblings(*map(kin.__getitem__, two))]
