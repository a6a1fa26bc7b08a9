"""How someone's study stands, in figures: what a picture, a table and a sentence are made of."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.progress.statistics import DaySums


class Due(NamedTuple):
    """Cards due now, in learning and due later today, new ones for today, and never met at all."""

    now: int = 0
    later: int = 0
    new: int = 0
    never_met: int = 0


class Planned(NamedTuple):
    """What the plan to an exam asks today: cards that were met before, and new ones."""

    again: int
    new: int


class Week(NamedTuple):
    """Of the cards that came back in the week from a day on, so many were recalled."""

    first_day: int
    tested: int
    recalled: int


class Known(NamedTuple):
    """Of the cards of a topic or theme, so many are recalled, being learned, and never met."""

    name: str
    recalled: int
    learning: int
    never_met: int
    hue: str = ""

    @property
    def cards(self) -> int:
        """All cards."""
        return self.recalled + self.learning + self.never_met


class Confidence(NamedTuple):
    """So many answers were given this sure, between two shares, and so many of them were right.

    `mean` is how sure they were on average, in per cent.
    """

    low: int
    high: int
    mean: float
    answers: int
    right: int


class WeakLink(NamedTuple):
    """A link whose reason does not hold in the student's memory.

    So many times it was `wrong` in the self-test and was a mistake on the `board`.
    """

    card: str
    passage: str
    cause: str
    consequence: str
    wrong: int
    board: int
    is_due: bool


class Figures(NamedTuple):
    """All figures of one scope. `forecast` counts cards by day from today on.

    `days` are the last ones, today being the last, as (day, what was done); `pace_ms` is how long
    an answer takes, 0 if nothing tells; `exam_in` is the number of days until the exam, or None.
    Where a plan to it says what is asked today, that is `planned`.
    """

    today: int
    due: Due = Due()
    forecast: tuple[int, ...] = ()
    exam_in: int | None = None
    planned: Planned | None = None
    pace_ms: int = 0
    aim: float = 0.9
    recent: DaySums = DaySums()
    weeks: tuple[Week, ...] = ()
    days: tuple[tuple[int, DaySums], ...] = ()
    whole: DaySums = DaySums()
    streak: int = 0
    topics: tuple[Known, ...] = ()
    themes: tuple[Known, ...] = ()
    confidence: tuple[Confidence, ...] = ()
    links: tuple[WeakLink, ...] = ()
    damaged: int = 0
