"""What a timeline asks of a course."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.services.reading import Reader
from studyapp.services.timeline import Timeline
from tests.builders import TOPIC, course, factor, full_id, link, paragraph, theme, topic
from tests.packs import opened

BELOW, OTHER = "After the treaty", "Elsewhere"
OWN = paragraph("The treaty was signed in Moscow.")
ELSEWHERE = paragraph("It is told here too.", OTHER)


@pytest.fixture
def timeline(tmp_path: Path) -> Iterator[Timeline]:
    made = course(
        theme("Territory"),
        theme("Ideology", "orange"),
        topic(TOPIC, OWN),
        topic(BELOW, parent=TOPIC),
        topic(OTHER, ELSEWHERE),
        factor("Yalta", "1945-02-11", themes=["Ideology", "Territory"]),
        factor("Treaty", "1945-08-14~"),
        factor("Return", "1955-05", BELOW),
        factor("Doubts", topic=BELOW),
        factor("Far away", "1900", OTHER),
        link("Yalta", "Treaty", topic=OTHER, passage=ELSEWHERE.id),
        link("Treaty", "Return", passage=OWN.id),
    )
    pack = opened(made, tmp_path / "course.studypack")
    yield Reader(pack).timeline
    pack.close()


def test_a_topic_has_its_factors_and_those_below_it_dated_or_not(timeline: Timeline) -> None:
    found = {each.title: each for each in timeline.entries(full_id("topic", TOPIC))}
    assert list(found) == ["Yalta", "Treaty", "Return", "Doubts"]
    assert found["Return"].topic == full_id("topic", BELOW)
    assert [str(found[name].date) for name in ("Yalta", "Treaty", "Doubts")] == [
        "11 February 1945",
        "about 14 August 1945",
        "None",
    ]


def test_of_several_themes_the_first_counts(timeline: Timeline) -> None:
    yalta, treaty, *_ = timeline.entries(full_id("topic", TOPIC))
    assert yalta.theme == full_id("theme", "Ideology")
    assert treaty.theme == ""
    assert list(timeline.themes) == [full_id("theme", "Territory"), full_id("theme", "Ideology")]


def test_a_factor_rests_on_a_passage_of_its_own_note_before_any_other(timeline: Timeline) -> None:
    assert timeline.passage(full_id("factor", "Treaty")) == OWN.id
    assert timeline.passage(full_id("factor", "Yalta")) == ELSEWHERE.id


def test_a_factor_without_a_link_rests_on_nothing(timeline: Timeline) -> None:
    assert timeline.passage(full_id("factor", "Doubts")) is None


def test_all_that_is_known_of_a_factor_is_told_when_asked(timeline: Timeline) -> None:
    known = timeline.factor(full_id("factor", "Yalta"))
    assert known is not None
    assert known.detail == "More of Yalta."
    assert timeline.factor(full_id("factor", "nowhere")) is None


def test_a_topic_that_is_not_there_has_nothing(timeline: Timeline) -> None:
    assert timeline.entries("nowhere") == ()
