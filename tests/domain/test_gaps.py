"""Sentences with gaps."""

import pytest

from studyapp.domain.gaps import filled, with_gap, wordings_of_gaps

SIGNED = "Signed in {{Moscow}} by {{ Wang Shijie | Wang }} in {{1945}}."


def test_a_gap_takes_its_wordings() -> None:
    assert list(wordings_of_gaps(SIGNED)) == [("Moscow",), ("Wang Shijie", "Wang"), ("1945",)]


def test_a_filled_sentence_has_the_first_wording_in_each_gap() -> None:
    assert filled(SIGNED) == "Signed in Moscow by Wang Shijie in 1945."


def test_one_gap_is_open_and_the_others_are_filled() -> None:
    assert with_gap(SIGNED, 2) == "Signed in Moscow by […] in 1945."


@pytest.mark.parametrize("number", [0, 4])
def test_a_gap_that_is_not_there_leaves_the_sentence_whole(number: int) -> None:
    assert with_gap(SIGNED, number) == filled(SIGNED)


def test_other_braces_are_words() -> None:
    assert list(wordings_of_gaps("A set {1, 2} and {{}} and { {x} }")) == [()]
    assert filled("a set {1, 2}") == "a set {1, 2}"
