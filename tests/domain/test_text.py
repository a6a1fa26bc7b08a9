"""Folding: what a person types finds what an author wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.text import APOSTROPHES, fold, normalised, slug_of, words


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_yanan_is_found_however_its_apostrophe_is_written(apostrophe: str) -> None:
    assert words(f"Yan{apostrophe}an") == ["yanan"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Stalin’s aims", "stalin aims"),
        ("Łódź", "lodz"),
        ("STRASSE", "straße"),
        ("Sino-Soviet", "sino soviet"),
        ("Ｍａｏ", "mao"),
        ("Guómíndǎng", "guomindang"),
    ],
)
def test_writings_of_the_same_words_are_alike(written: str, typed: str) -> None:
    assert normalised(written) == normalised(typed)


def test_every_chinese_character_is_a_word_of_its_own() -> None:
    assert words("蒋介石 and 毛") == ["蒋", "介", "石", "and", "毛"]


def test_words_that_differ_stay_apart() -> None:
    assert normalised("causes") != normalised("cause")


@given(text=st.text())
def test_what_was_normalised_is_not_changed_by_doing_it_again(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once


@given(text=st.text())
def test_no_capital_survives_folding(text: str) -> None:
    assert fold(text) == fold(text).casefold()


@given(text=st.text(), longest=st.integers(8, 60))
def test_a_slug_is_never_empty_and_of_plain_letters(text: str, longest: int) -> None:
    slug = slug_of(text, longest)
    assert 0 < len(slug) <= longest
    assert slug.replace("-", "").isalnum()
    assert slug.isascii()


def test_a_slug_is_cut_between_words() -> None:
    assert slug_of("The treaty of August 1945", 15) == "the-treaty-of"
