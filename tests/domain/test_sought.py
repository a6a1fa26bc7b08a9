"""What is typed to find a title."""

import pytest

from studyapp.domain.aliases import Aliases
from studyapp.domain.sought import is_sought, time_of
from tests.builders import factor

ALIASES = Aliases([("Guomindang", "GMD", "Nationalist Party"), ("Jiang Jieshi", "Chiang Kai-shek")])


@pytest.mark.parametrize(
    "typed", ["", " ", "gmd", "GMD war", "civ", "fight  civil", "Guomindang", "nationalist party"]
)
def test_the_beginnings_of_words_and_other_names_find_a_title(typed: str) -> None:
    assert is_sought(typed, "GMD and CCP fight the Civil War", ALIASES)


@pytest.mark.parametrize("typed", ["ivil", "war 1950", "CCP Jiang", "Chiang"])
def test_what_a_title_has_not_does_not_find_it(typed: str) -> None:
    assert not is_sought(typed, "GMD and CCP fight the Civil War", ALIASES)


@pytest.mark.parametrize("typed", ["yanan", "YAN’AN", "elan", "chiang kai-shek elan"])
def test_case_accents_and_apostrophes_do_not_matter(typed: str) -> None:
    assert is_sought(typed, "Jiang Jieshi loses his élan at Yan'an", ALIASES)


def test_cards_stand_by_their_likely_beginning_and_the_undated_last_by_title() -> None:
    dates = {
        "Word": "1936-12",
        "Arrest": "1936-12/1990",
        "Incident": "1936-12-12",
        "Before": "1936",
    }
    held = [*(factor(title, date) for title, date in dates.items()), factor("Z"), factor("Éclat")]
    found = [each.title for each in sorted(held, key=time_of)]
    assert found == ["Before", "Incident", "Word", "Arrest", "Éclat", "Z"]
