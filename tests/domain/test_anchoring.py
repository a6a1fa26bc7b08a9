"""Anchors: a highlight keeps to its words, and what is lost is said to be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.anchoring import Anchor, anchor, reanchor
from studyapp.domain.pages import Passage

NOTE = "Molotov and Wang Shijie signed the treaty in Moscow on 14 August 1945."


def passage(text: str, name: str = "p") -> Passage:
    return Passage(name, "paragraph", text)


def marked(words: str, text: str = NOTE, name: str = "p") -> Anchor:
    start = text.index(words)
    return anchor(passage(text, name), start, start + len(words))


def test_an_anchor_keeps_the_words_and_what_stood_around_them() -> None:
    mark = marked("Wang Shijie")
    assert (mark.quotation, mark.before, mark.after[:7]) == (
        "Wang Shijie",
        "Molotov and ",
        " signed",
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 999)])
def test_nothing_can_be_anchored_outside_a_passage(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a part"):
        anchor(passage(NOTE), start, end)


def test_in_a_passage_that_did_not_change_the_anchor_stays() -> None:
    mark = marked("treaty")
    assert reanchor(mark, [passage(NOTE)]) is mark


def test_words_that_moved_within_their_passage_are_found() -> None:
    now = reanchor(marked("treaty"), [passage("In Moscow, " + NOTE)])
    assert now is not None
    assert (now.start, now.quotation) == (NOTE.index("treaty") + 11, "treaty")


def test_words_whose_passage_has_a_new_name_are_found() -> None:
    now = reanchor(marked("treaty"), [passage("Another.", "q"), passage(NOTE + " Indeed.", "r")])
    assert now is not None
    assert now.passage == "r"


def test_of_the_same_words_twice_the_ones_with_the_same_neighbours_are_meant() -> None:
    text = "The treaty failed. They signed the treaty in Moscow."
    now = reanchor(marked("treaty"), [passage(text)])
    assert now is not None
    assert now.start == text.rindex("treaty")


def test_of_the_same_words_in_two_other_passages_the_first_is_taken() -> None:
    lost = marked("signed the treaty in Moscow")
    text = "He signed the treaty in Moscow."
    now = reanchor(lost, [passage(text, "q"), passage(text, "r")])
    assert now is not None
    assert now.passage == "q"


def test_words_that_were_mended_are_found_nearly() -> None:
    now = reanchor(
        marked("signed the treaty in Moscow"), [passage("They singed the treaty in Moskow.")]
    )
    assert now is not None
    assert now.quotation == "singed the treaty in Moskow"


def test_words_that_are_gone_are_lost() -> None:
    assert reanchor(marked("signed the treaty"), [passage("Something else altogether.")]) is None
    assert reanchor(marked("treaty"), []) is None


def test_a_short_word_somewhere_else_in_the_note_is_not_the_same_place() -> None:
    lost = marked("Mao", "It was Mao who refused.")
    assert reanchor(lost, [passage("In the spring Mao’s health failed.", "q")]) is None


def test_an_anchor_without_words_is_lost() -> None:
    assert reanchor(Anchor("p", 0, 0, ""), [passage(NOTE)]) is None


@given(st.text(max_size=60), st.data())
def test_what_is_found_is_a_part_of_a_passage_and_says_so(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(NOTE) - 1))
    end = data.draw(st.integers(start + 1, len(NOTE)))
    now = reanchor(anchor(passage(NOTE), start, end), [passage(text, "q"), passage(NOTE[3:], "r")])
    texts = {"q": text, "r": NOTE[3:]}
    assert now is None or texts[now.passage][now.start : now.end] == now.quotation
