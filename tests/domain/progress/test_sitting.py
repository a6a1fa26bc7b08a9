"""A sitting: what was answered in it and for how long, as the log has it."""

from studyapp.domain.log import FINDING, REVIEW, LogEntry
from studyapp.domain.progress.sitting import Done, Sitting


def answer(seq: int, rating: int = 3, ms: int = 60_000, type: str = REVIEW) -> LogEntry:
    card = "c/question/q#answer"
    return LogEntry("d", seq, seq, seq, 0, type, 1, card, rating, None, ms, {})


def test_answers_right_ones_and_time_are_added_up() -> None:
    sitting = Sitting()
    sitting.take(answer(1))
    sitting.take(answer(2, rating=1))
    assert sitting.done() == Done(2, 1, 120_000)


def test_what_is_no_answer_counts_for_nothing() -> None:
    sitting = Sitting()
    sitting.take(answer(1, type=FINDING))
    assert sitting.done() == Done()


def test_what_is_taken_back_counts_no_more() -> None:
    sitting = Sitting()
    sitting.take(answer(1))
    sitting.take_back(answer(1))
    assert sitting.done() == Done()


def test_it_is_over_when_the_answers_took_so_long() -> None:
    sitting = Sitting()
    for seq in range(10):
        assert not sitting.is_over(10)
        sitting.take(answer(seq))
    assert sitting.is_over(10)
    assert not sitting.is_over(0)


def test_an_answer_that_was_left_lying_does_not_end_it() -> None:
    sitting = Sitting()
    sitting.take(answer(1, ms=3_600_000))
    assert not sitting.is_over(10)
