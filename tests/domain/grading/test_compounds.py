"""Compounds are taken as the wordings of a question write them."""

from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.compounds import as_the_points_write

POINTS = (KeyPoint("role model", ("ceasefire", "air force", "airforce")),)


def test_what_the_points_write_apart_is_parted_and_what_they_join_is_joined() -> None:
    assert (
        as_the_points_write("A rolemodel of a cease-fire", POINTS) == "A role model of a ceasefire"
    )


def test_what_the_points_write_either_way_is_left_as_it_stands() -> None:
    assert as_the_points_write("airforce, air force", POINTS) == "airforce, air force"
