"""The student's own cards: what of them is asked."""

import pytest

from studyapp.domain.anchoring import Anchor
from studyapp.domain.own_cards import OwnCard, is_complete


@pytest.mark.parametrize(
    ("prompt", "answer", "complete"),
    [
        ("Signed in {{Moscow}}.", "", True),
        ("Signed in {{ }}.", "", False),
        ("Who signed?", "Wang", True),
        ("Who signed?", " ", False),
        (" ", "Wang", False),
    ],
)
def test_a_card_asks_something_that_has_an_answer(prompt: str, answer: str, complete: bool) -> None:
    assert is_complete(prompt, answer) is complete


def test_each_gap_is_asked_on_its_own() -> None:
    anchor = Anchor("c/passage/t.a", 0, 4, "text")
    assert OwnCard("c/own/1", "t", anchor, "{{a}} and {{b}}", "").facets == ["gap:1", "gap:2"]
    assert OwnCard("c/own/1", "t", anchor, "Who?", "Wang").facets == ["answer"]
