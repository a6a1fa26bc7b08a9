"""Cards of a student's own: what gap a selection makes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.gaps import filled
from studyapp.domain.proposing_gaps import whole_words, with_a_gap

TEXT = (
    "The treaty was signed on 14 February 1950 and came into force on 11 April. Mao felt "
    "undervalued. “No,” said Stalin. In Xi’an Zhang Xueliang acted, at 5.30 a.m. on a Saturday."
)


def gapped(words: str) -> str:
    start = TEXT.index(words)
    return with_a_gap(TEXT, start, start + len(words))


@pytest.mark.parametrize(
    ("selected", "card"),
    [
        (
            "14 February 1950",
            "The treaty was signed on {{14 February 1950}} and came into force on 11 April.",
        ),
        ("Mao", "{{Mao}} felt undervalued."),
        ("Stalin", "“No,” said {{Stalin}}."),
        ("5.30", "In Xi’an Zhang Xueliang acted, at {{5.30}} a.m. on a Saturday."),
        ("undervalued. “No", "Mao felt {{undervalued. “No}},” said Stalin."),
    ],
)
def test_words_become_the_gap_of_their_sentence(selected: str, card: str) -> None:
    assert gapped(selected) == card


@pytest.mark.parametrize(
    ("sentence", "card"),
    [
        (
            "The treaty was signed on 14 February 1950 and came into force on 11 April.",
            "The treaty was signed on {{14 February 1950}} and came into force on 11 April.",
        ),
        ("Mao felt undervalued", "Mao felt {{undervalued}}."),
        ("“No,” said Stalin.", "“No,” said {{Stalin}}."),
    ],
)
def test_a_whole_sentence_gets_a_gap_where_it_is_likeliest_to_be_asked(
    sentence: str, card: str
) -> None:
    assert gapped(sentence) == card


@given(st.text(min_size=1), st.data())
def test_any_selection_makes_one_gap_in_the_words_of_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    card = with_a_gap(text, start, end)
    assert card.count("{{") == card.count("}}") == 1
    bare = text.replace("{{", "").replace("}}", "")
    if "{" not in text and "}" not in text and "|" not in text:
        assert "".join(filled(card).split()) in "".join(bare.split())


@pytest.mark.parametrize(
    ("selected", "kept"),
    [
        ("igned the trea", "signed the treaty"),
        (" Wang Shijie ", "Wang Shijie"),
        ("in Moscow. Th", "in Moscow"),
        ("Moscow. They left", "Moscow. They left"),
        (". ", ". "),
    ],
)
def test_a_selection_cuts_no_word(selected: str, kept: str) -> None:
    text = "There Wang Shijie signed the treaty in Moscow. They left at once."
    start = text.index(selected)
    first, last = whole_words(text, start, start + len(selected))
    assert text[first:last] == kept
