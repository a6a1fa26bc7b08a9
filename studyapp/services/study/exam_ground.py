"""What a plan to an exam rests on: how each card of the course stands, and how long answers take.

Of a large course that is read on a thread, by a connection of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.domain.schedule.exam_line import ExamLine
from studyapp.domain.schedule.exam_plan import ExamPlanner, Known, Seconds
from studyapp.domain.schedule.memory import DAY_MS
from studyapp.domain.schedule.outcomes import Outcomes
from studyapp.domain.schedule.parameters import Weights
from studyapp.services.study.deck import Deck
from studyapp.services.study.exam_planning import Preparation
from studyapp.store.lines import CardStanding, states_in
from studyapp.store.progress import Progress


class Ground(NamedTuple):
    """All of it but for the course's own cards, as plain values that may go to another thread.

    Days are counted as the student has them: who answered yesterday evening may answer today.
    """

    file: Path
    course: str
    made: Sequence[CardStanding]
    moved: Mapping[str, str]
    left_out: frozenset[str]
    seconds: Seconds
    weights: Weights
    day_end_ms: int
    spent_s: float

    def read(self) -> Preparation:
        """Read how the course's cards stand, on any thread, and return what a plan rests on."""
        return self.prepared(states_in(self.file, self.course))

    def prepared(self, states: Iterable[CardStanding]) -> Preparation:
        """Return what a plan rests on, where the course's own cards stand like that."""
        asked = [each for each in (*states, *self.made) if each.card not in self.left_out]
        # Where the student has made cards, they stand among the others.
        asked.sort(key=lambda each: each.rank)
        known = dict(self._known(asked))
        new = [each for each in asked if each.card not in known]
        # What a mistake has called in comes before what nothing has.
        new.sort(key=lambda each: not each.is_known)
        topics = {each.card: each.topic for each in asked} | {**self.moved}
        planner = ExamPlanner(Outcomes(self.weights), self.seconds)
        return Preparation(planner, known, tuple(each.card for each in new), self.spent_s, topics)

    def _known(self, asked: Sequence[CardStanding]) -> Iterator[tuple[str, Known]]:
        for _, card, _, _, stability, difficulty, last_ms in asked:
            if stability and difficulty and last_ms is not None:
                days = max(0, self.day_end_ms - 1 - last_ms) // DAY_MS
                yield card, Known(stability, difficulty, days)


def line_of(prepared: Preparation, studied: Sequence[float], minutes: int) -> ExamLine:
    """Return what is asked today, with so many minutes a day, of which a part is `studied`."""
    today = prepared.today(studied, minutes)
    return ExamLine(today, prepared.known.keys(), prepared.topics)


def states_of_made(deck: Deck, progress: Progress) -> tuple[CardStanding, ...]:
    """Return how the cards stand that the student has made: few enough to be all looked at."""
    made = deck.made()
    if not made:
        return ()
    ranks, memories = deck.ranks_of_made(made), progress.memories([card.id for card in made])
    states = []
    for card in made:
        memory = memories.get(card.id)
        held = (memory.stability, memory.difficulty, memory.last_ms) if memory else (None,) * 3
        states.append(CardStanding(ranks[card.id], card.id, card.topic, memory is not None, *held))
    return tuple(states)
