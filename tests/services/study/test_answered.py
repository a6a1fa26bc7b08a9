"""What was answered today, and what an answer would add to it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.cards import Card, Facet
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.siblings import Kin, Place
from studyapp.services.study.answered import Answered
from studyapp.store.progress import open_progress
from tests.builders import TOPIC, full_id
from tests.clocks import StandingClock

FIRST, SECOND = (
    Card(f"{element}#answer", element, Facet.ANSWER, full_id("topic", TOPIC))
    for element in (full_id("question", "one"), full_id("question", "two"))
)
PLACES = {card.id: Place(card, Kin(frozenset((card.element,)))) for card in (FIRST, SECOND)}


@pytest.fixture
def answered(tmp_path: Path) -> Iterator[Answered]:
    with closing(open_progress(tmp_path / "progress.db", StandingClock(), "here")) as progress:
        progress.append(NewEntry(REVIEW, FIRST.id, rating=Rating.GOOD))
        yield Answered(progress, lambda wanted: {card: PLACES[card] for card in wanted})


def test_what_is_imagined_comes_beside_what_the_log_says(answered: Answered) -> None:
    imagined = answered.copy()
    imagined.take(SECOND.id)
    assert imagined.family.own == {FIRST.element, SECOND.element}
    assert imagined.last == PLACES[SECOND.id]


def test_what_is_imagined_was_not_answered(answered: Answered) -> None:
    answered.copy().take(SECOND.id)
    assert answered.family.own == {FIRST.element}
    assert answered.last == PLACES[FIRST.id]
