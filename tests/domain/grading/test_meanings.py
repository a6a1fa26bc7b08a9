"""Meanings: groups of words and phrases, and opposites, whichever form they have."""

from studyapp.domain.grading.meanings import Meanings, english
from studyapp.domain.grading.stems import stem

MEANINGS = Meanings("money cash / set-up found", "strong weak / few many")


def test_words_of_a_group_share_a_sign() -> None:
    money, cash, other = MEANINGS.of(["money", "cash", "port"])
    assert money & cash
    assert not other


def test_a_phrase_has_its_sign_at_its_last_word() -> None:
    first, last, founded = MEANINGS.of(["set", "up", stem("found")])
    assert last & founded
    assert not first & founded


def test_opposites_are_so_both_ways() -> None:
    assert MEANINGS.opposed("few", "many")
    assert MEANINGS.opposed("many", "few")
    assert not MEANINGS.opposed("few", "weak")


def test_no_english_word_is_its_own_opposite_or_means_it() -> None:
    known = english()
    for one, other in (("strong", "weak"), ("victory", "defeat"), ("friend", "enemy")):
        assert known.opposed(one, other)
        means, opposite = known.of([one, other])
        assert not means & opposite
