"""Leeches: counted by the log alone, told at six and at every third time after."""

from studyapp.domain.log import RETRACT, REVIEW, LogEntry
from studyapp.domain.schedule.forgetting import Forgetting
from studyapp.domain.schedule.leeches import is_worth_telling, times_forgotten
from studyapp.domain.schedule.memory import DAY_MS

CARD = "c/question/q#answer"


def review(seq: int, rating: int) -> LogEntry:
    at_ms = seq * 30 * DAY_MS
    return LogEntry("d", seq, seq, at_ms, 0, REVIEW, 1, CARD, rating, None, 1000, {})


def reviews(*ratings: int) -> list[LogEntry]:
    return [review(seq, rating) for seq, rating in enumerate(ratings, 1)]


def test_again_counts_once_a_card_was_learned() -> None:
    assert times_forgotten(reviews(1, 1, 1), Forgetting()) == 0
    assert times_forgotten(reviews(4, 1), Forgetting()) == 1


def test_what_is_wrong_while_it_is_learned_again_counts_once() -> None:
    assert times_forgotten(reviews(4, 1, 1, 1, 3, 1), Forgetting()) == 2


def test_what_was_taken_back_does_not_count() -> None:
    entries = reviews(4, 1)
    back = LogEntry("d", 9, 9, 9, 0, RETRACT, 1, "d:2", None, None, None, {})
    assert times_forgotten([*entries, back], Forgetting()) == 0


def test_it_is_told_at_six_and_every_third_time_after() -> None:
    assert [count for count in range(14) if is_worth_telling(count)] == [6, 9, 12]
