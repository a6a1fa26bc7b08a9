"""A month of made-up study, so that the pictures of what was learned show something."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

from studyapp.app import machine_name
from studyapp.domain.clock import Moment
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.memory import DAY_MS, Rating, is_due
from studyapp.services.system_clock import system_clock
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress

DAYS, NEW_A_DAY, SEED = 30, 12, 1956
_SURE = (25, 50, 75, 95)


class _Days:
    """A clock that is set to one evening after the other, up to yesterday's."""

    def __init__(self) -> None:
        self.now = system_clock()
        self._today = self.now.ms

    def set(self, days_ago: int) -> None:
        self.now = Moment(self._today - days_ago * DAY_MS, self.now.offset_min)

    def __call__(self) -> Moment:
        self.now = Moment(self.now.ms + 20_000, self.now.offset_min)
        return self.now


def study(progress_file: Path, pack_file: Path) -> None:
    """Write the answers of a month into a progress file that is not there yet."""
    chance, clock = Random(SEED), _Days()
    with closing(open_pack(pack_file)) as pack:
        waiting = ["#".join(row[:2]) for row in pack.every_card() if row[1] != "does"]
    clock.set(DAYS)
    with closing(open_progress(progress_file, clock, machine_name())) as progress:
        for day in range(DAYS, 0, -1):
            if day % 7 == 3:
                continue
            clock.set(day)
            end = clock.now.ms + DAY_MS // 2
            known = progress.memories()
            due = [card for card, held in known.items() if is_due(held, clock.now.ms, end)]
            new, waiting = waiting[:NEW_A_DAY], waiting[NEW_A_DAY:]
            progress.append(*(_answer(card, chance) for card in (*due, *new)))


def _answer(card: str, chance: Random) -> NewEntry:
    sure = chance.choice(_SURE)
    right = chance.random() < (sure + 55) / 150
    rating = Rating.GOOD if right else Rating.AGAIN
    payload = {"given": "", "suggested": int(rating), "confidence": sure}
    return NewEntry(REVIEW, card, payload, int(rating), float(right), chance.randint(4, 40) * 1000)
