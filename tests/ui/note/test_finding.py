"""Where words stand in a text."""

import pytest

from studyapp.ui.note.finding import places_of


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("stalin", "STALIN"),
        ("cafe", "Café"),
        ("café", "Cafe\u0301"),
        ("xi'an", "Xi’an"),
        ('"two"', "“two”"),
        ("1945-49", "1945–49"),
        ("a b", "a\u00a0b"),
    ],
)
def test_case_accents_and_kinds_of_signs_do_not_matter(typed: str, text: str) -> None:
    assert places_of(typed, text) == [(0, len(text))]


def test_every_place_is_found_in_order_and_none_overlaps() -> None:
    assert places_of("aa", "aaaa aa") == [(0, 2), (2, 4), (5, 7)]


def test_positions_count_as_qt_counts_after_a_letter_outside_the_basic_plane() -> None:
    assert places_of("port", "🚂 port") == [(3, 7)]


@pytest.mark.parametrize("typed", ["", "  ", "absent", "\u0301"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert places_of(typed, "some text") == []


def test_one_letter_that_folds_to_two_is_found_by_both() -> None:
    assert places_of("strasse", "Straße") == [(0, 6)]
