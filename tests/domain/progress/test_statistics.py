"""What a log says of someone's study, with figures worked out by hand."""

import pytest

from studyapp.domain.log import PRACTICE, REVIEW, LogEntry
from studyapp.domain.progress.statistics import (
    DaySums,
    Sums,
    Sure,
    by_day,
    day_of,
    exchange,
    span,
    streak,
    time_spent,
    together,
    weeks,
)
from studyapp.domain.schedule.memory import DAY_MS
from tests.sums import sums_of

# Day 20,000 is 2024-10-04, a Friday.
DAY = 20_000
FOUR = 4 * 60
_HOUR_MS = 3_600_000


def review(
    seq: int,
    *,
    day: float,
    rating: int = 3,
    card: str = "c/link/a#why",
    type: str = REVIEW,
    version: int = 1,
    **payload: object,
) -> LogEntry:
    """Return an answer at so many days after midnight of `DAY`, in UTC, that took ten seconds."""
    at_ms = int((DAY + day) * DAY_MS)
    grade = None if "overruled" not in payload else 1.0
    return LogEntry("d", seq, seq, at_ms, 0, type, version, card, rating, grade, 10_000, payload)


def days(*entries: LogEntry, turnover: int = FOUR) -> dict[int, DaySums]:
    return by_day(sums_of(entries, turnover))


def test_an_answer_after_a_night_tests_and_one_of_the_same_day_does_not() -> None:
    found = days(
        review(1, day=0.5),
        review(2, day=0.6),
        review(3, day=1.5, rating=1),
        review(4, day=1.6),
        review(5, day=9.5),
    )
    assert found[DAY] == DaySums(answers=2, ms=20_000, met=1)
    assert found[DAY + 1] == DaySums(answers=2, ms=20_000, tested=1, recalled=0)
    assert found[DAY + 9] == DaySums(answers=1, ms=10_000, tested=1, recalled=1)


def test_each_card_is_met_once_and_is_tested_by_itself() -> None:
    found = days(review(1, day=0.5), review(2, day=1.5, card="c/link/b#why"))
    assert (found[DAY + 1].met, found[DAY + 1].tested) == (1, 0)


def test_a_day_begins_with_the_turnover() -> None:
    late = review(1, day=1 + 3 / 24)
    assert list(days(late)) == [DAY]
    assert list(days(late, turnover=0)) == [DAY + 1]


def test_the_day_is_that_of_the_clock_on_the_wall() -> None:
    at_ms = DAY * DAY_MS + 23 * _HOUR_MS
    assert day_of(at_ms, 0, 0) == DAY
    assert day_of(at_ms, 120, 0) == DAY + 1
    assert day_of(at_ms, 120, FOUR) == DAY


def test_what_means_something_newer_counts_for_nothing() -> None:
    assert days(review(1, day=0.5), review(2, day=0.7, version=2)) == {DAY: DaySums(1, 10_000, 1)}


def test_ratings_that_nobody_gives_and_subjects_that_are_no_cards_count_for_nothing() -> None:
    assert days(review(1, day=0.5, rating=7), review(2, day=0.5, card="c/link/a")) == {}


def test_practice_counts_as_time_and_neither_meets_nor_tests() -> None:
    found = days(
        review(1, day=0.5, type=PRACTICE), review(2, day=1.5), review(3, day=2.5, type=PRACTICE)
    )
    assert found[DAY] == DaySums(1, 10_000)
    assert found[DAY + 1] == DaySums(1, 10_000, met=1)
    assert found[DAY + 2] == DaySums(1, 10_000)


def test_a_clock_that_was_set_back_tests_nothing() -> None:
    assert days(review(1, day=5.5), review(2, day=3.5))[DAY + 3] == DaySums(1, 10_000)


def test_confidence_is_held_against_what_was_right() -> None:
    sums = sums_of(
        [
            review(1, day=0.5, confidence=80),
            review(2, day=1.5, confidence=80, rating=1),
            review(3, day=2.5, confidence=100),
            review(4, day=3.5, confidence=101),
            review(5, day=4.5, confidence="80"),
            review(6, day=5.5, confidence=True),
        ],
        FOUR,
    )
    assert sums.sure == {("c", 80): Sure(2, 1), ("c", 100): Sure(1, 1)}


def test_the_student_s_own_word_on_the_marking_is_counted() -> None:
    found = days(
        review(1, day=0.5, overruled={"2": "found"}),
        review(2, day=0.6, overruled={}),
        review(3, day=0.7),
    )
    assert (found[DAY].marked, found[DAY].overruled) == (2, 1)


@pytest.mark.parametrize(
    ("took_ms", "given", "counts_ms"),
    [
        (9_000, "Yalta", 9_000),
        (7_200_000, None, 120_000),
        (7_200_000, "x" * 1000, 620_000),
        (7_200_000, {"for": [{"text": "x" * 600}], "judgement": "x" * 400, "scale": None}, 620_000),
        (7_200_000, {"says": True, "reason": "xx"}, 121_000),
        (-5, "Yalta", 0),
        (None, "Yalta", 0),
    ],
)
def test_what_was_left_lying_is_not_counted_as_study(
    took_ms: int | None, given: object, counts_ms: int
) -> None:
    entry = review(1, day=0.5, given=given)._replace(duration_ms=took_ms)
    assert time_spent(entry) == counts_ms


def test_few_answers_leave_much_open() -> None:
    # Wilson's interval for 9 of 10, and for 90 of 100, as tables have it.
    assert span(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
    assert span(90, 100) == pytest.approx((0.826, 0.945), abs=0.001)
    assert span(0, 0) == (0.0, 1.0)
    assert span(5, 5)[1] == 1.0


def test_days_in_a_row_are_counted_back_from_today_or_yesterday() -> None:
    never = {DAY: False}.get
    studied = {DAY, DAY - 1, DAY - 2, DAY - 5}
    assert streak(studied, DAY, lambda day: bool(never(day))) == 3
    assert streak(studied, DAY + 1, lambda _day: False) == 3
    assert streak(studied, DAY + 2, lambda _day: False) == 0
    assert streak((), DAY, lambda _day: True) == 0


def test_a_free_day_neither_breaks_nor_lengthens_the_row() -> None:
    free = {DAY - 1, DAY - 2}
    assert streak({DAY, DAY - 3, DAY - 4}, DAY, free.__contains__) == 3
    assert streak({DAY, DAY - 1, DAY - 3}, DAY, free.__contains__) == 3
    assert streak({DAY}, DAY, lambda _day: True) == 1


def test_an_answer_of_a_wrong_clock_lies_outside_the_row() -> None:
    assert streak({DAY, DAY + 400}, DAY, lambda _day: False) == 1


def test_weeks_begin_on_monday() -> None:
    assert list(weeks(DAY, 2)) == [(DAY - 11, DAY - 5), (DAY - 4, DAY + 2)]


def test_days_are_added_up_from_one_to_another() -> None:
    found = {DAY + at: DaySums(answers=1, ms=5) for at in range(5)}
    assert together(found, DAY + 1, DAY + 3) == DaySums(answers=3, ms=15)


def test_a_part_is_exchanged_and_what_is_empty_is_left_out() -> None:
    one, two = review(1, day=0.5, confidence=50), review(2, day=3.5)
    whole = sums_of([one, two], FOUR)
    assert exchange(whole, whole, sums_of([one], FOUR)) == sums_of([one], FOUR)
    assert exchange(whole, whole, Sums({}, {})) == Sums({}, {})
