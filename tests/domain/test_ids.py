"""Ids: what an element and a passage are called in every edition of a course."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain import ids

names = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(course=names, kind=st.sampled_from(ids.KINDS), slug=names)
def test_an_id_comes_apart_into_what_it_was_made_of(course: str, kind: str, slug: str) -> None:
    full = ids.element_id(course, kind, slug)
    assert ids.parts(full) == (course, kind, slug)
    assert str(ids.parts(full)) == full
    assert ids.slug(full) == slug


@pytest.mark.parametrize("wrong", ["", "treaty", "course/treaty", "course/topic/treaty/more"])
def test_what_has_not_three_parts_is_no_id(wrong: str) -> None:
    with pytest.raises(ValueError, match="unpack"):
        ids.parts(wrong)


@given(course=names, slug=names, facet=st.sampled_from(["why", "answer", "point:2"]))
def test_a_card_knows_its_element(course: str, slug: str, facet: str) -> None:
    element = ids.element_id(course, "link", slug)
    assert ids.element_of(ids.card_id(element, facet)) == element


def test_a_passage_keeps_its_name_when_only_its_punctuation_changes() -> None:
    one, other = "Mao’s China: a start.", "mao's china – a start!"
    assert ids.passage_hash(one) == ids.passage_hash(other)


def test_a_passage_has_another_name_when_a_word_changes() -> None:
    assert ids.passage_hash("Stalin helped Mao.") != ids.passage_hash("Stalin hindered Mao.")


def test_the_hash_that_names_a_passage_is_the_same_in_every_release() -> None:
    # Highlights of students rest on it: whoever changes this breaks them.
    assert ids.passage_hash("The treaty was signed on 14 August 1945.") == "173dcde19e"


def test_a_passage_belongs_to_the_course_and_topic_it_stands_in() -> None:
    assert ids.passage_id("abc/topic/treaty", "x1") == "abc/passage/treaty.x1"
