"""Stems: the forms of a word are one, and other words are others."""

import pytest

from studyapp.domain.grading.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "evaporate evaporated evaporates evaporating evaporation",
        "ally allies allied",
        "industry industries industrial",
        "fight fights fighting fought",
        "weapon weapons",
        "separate separated separating",
        "connect connected connection",
        "army armies",
        "begin began begun",
        "press presses pressed pressing",
        "loss losses",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("theory", "the"), ("ally", "all"), ("party", "part"), ("army", "arm"), ("united", "union")],
)
def test_words_that_only_look_alike_have_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_plane_is_no_plan() -> None:
    assert stem("planes") != stem("plans")
