"""Two answers that are as good as the same."""

import pytest

from studyapp.domain.grading.same_answer import is_nearly_same


@pytest.mark.parametrize(
    "other",
    [
        "they gave up the naval base",
        "They gave up the naval base!",
        "they gave up their naval base",
        "they gave up the navel base",
    ],
)
def test_spelling_and_little_words_make_no_other_answer(other: str) -> None:
    assert is_nearly_same("they gave up the naval base", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mao beat Jiang in 1949", "Mao beat Jiang in 1948"),
        ("they gave up the naval base", "they did not give up the naval base"),
        ("Mao beat Jiang", "Jiang beat Mao"),
        ("they gave up the naval base", "the railway was run by both"),
        ("they gave up the naval base", "they gave up the naval base and took the whole north"),
    ],
)
def test_a_number_a_denial_the_order_or_more_words_do(one: str, other: str) -> None:
    assert not is_nearly_same(one, other)
