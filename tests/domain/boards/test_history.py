"""Histories: what another machine did in between hides nothing that was undone from its redo."""

from studyapp.domain.boards.history import Steps


def test_a_step_is_taken_back_out_of_the_middle_and_comes_last_when_done_again() -> None:
    history = Steps(("a", "b", "c"))
    found, back = history.take_back("b".__eq__)
    assert (found, back) == ("b", Steps(("a", "c"), ("b",)))
    assert back.do_again("b".__eq__) == ("b", Steps(("a", "c", "b")))


def test_of_equal_steps_the_last_is_meant() -> None:
    _, history = Steps(("a", "b", "a")).take_back("a".__eq__)
    assert history.done == ("a", "b")


def test_a_step_that_was_forgotten_is_done_again_once() -> None:
    _, history = Steps(("a",)).take_back("a".__eq__)
    forgotten = history.after("b")
    assert forgotten == Steps(("b",), (), ("a",))
    found, again = forgotten.do_again("a".__eq__)
    assert (found, again) == ("a", Steps(("b", "a")))
    assert again.do_again("a".__eq__) == (None, again)


def test_what_was_forgotten_is_beyond_the_cursor() -> None:
    history = Steps(("a",)).undo().after("b")
    assert history.redo() == history
    assert history.undo().redo() == history


def test_a_step_that_is_not_there_changes_nothing() -> None:
    history = Steps(("a",), ("b",))
    assert history.take_back("b".__eq__) == (None, history)
    assert history.do_again("a".__eq__) == (None, history)
