"""Highlights and margin notes: kept, found again, searched, and never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.domain.anchoring import Anchor, anchor
from studyapp.domain.log import NewEntry
from studyapp.domain.pages import Passage
from studyapp.services.annotations import HIGHLIGHT, Annotations
from studyapp.store.progress import Progress, open_progress
from tests.builders import TOPIC, full_id
from tests.clocks import StandingClock

TREATY = full_id("topic", TOPIC)
PASSAGES = (
    Passage("p1", "paragraph", "Molotov and Wang Shijie signed the treaty in Moscow."),
    Passage("p2", "paragraph", "Port Arthur became a naval base for thirty years."),
)
CLOCK = StandingClock()


@pytest.fixture
def progress(tmp_path: Path) -> Iterator[Progress]:
    made = open_progress(tmp_path / "progress.db", CLOCK, "here")
    yield made
    made.close()


@pytest.fixture
def annotations(progress: Progress) -> Annotations:
    return Annotations(progress, CLOCK)


def words(text: str) -> Anchor:
    passage = next(each for each in PASSAGES if text in each.text)
    start = passage.text.index(text)
    return anchor(passage, start, start + len(text))


def after_a_restart(progress: Progress) -> Annotations:
    return Annotations(progress, CLOCK)


def test_highlights_are_there_after_a_restart_in_reading_order(
    annotations: Annotations, progress: Progress
) -> None:
    annotations.highlight(TREATY, words("naval base"))
    annotations.highlight(TREATY, words("Wang Shijie"), "Who?", "green")
    found = after_a_restart(progress).of_topic(TREATY, PASSAGES)
    assert [each.anchor.quotation for each in found] == ["Wang Shijie", "naval base"]
    assert [(each.note, each.colour) for each in found] == [("Who?", "green"), ("", "yellow")]
    assert found == annotations.of_topic(TREATY, PASSAGES)


def test_the_last_words_of_a_margin_note_stand(
    annotations: Annotations, progress: Progress
) -> None:
    made = annotations.highlight(TREATY, words("naval base"), "first")
    for text in ("second", "third"):
        annotations.set_note(made.id, text)
    [found] = after_a_restart(progress).of_topic(TREATY, PASSAGES)
    assert found.note == "third"


def test_what_was_removed_is_gone_and_stays_in_the_log(
    annotations: Annotations, progress: Progress
) -> None:
    made = annotations.highlight(TREATY, words("naval base"), "a note")
    annotations.remove(made.id)
    assert annotations.of_topic(TREATY, PASSAGES) == ()
    assert after_a_restart(progress).of_topic(TREATY, PASSAGES) == ()
    assert len(progress.entries(types=(HIGHLIGHT,))) == 1


def test_words_that_moved_are_found_and_words_that_are_gone_are_listed(
    annotations: Annotations,
) -> None:
    annotations.highlight(TREATY, words("Wang Shijie"))
    annotations.highlight(TREATY, words("naval base"))
    now = (Passage("p1", "paragraph", "In Moscow, " + PASSAGES[0].text),)
    kept, lost = annotations.of_topic(TREATY, now)
    assert (kept.anchor.start, kept.lost) == (words("Wang Shijie").start + 11, False)
    assert (lost.anchor.quotation, lost.lost) == ("naval base", True)
    assert annotations.lost(TREATY, now) == (lost,)


def test_a_topic_shows_its_own_highlights_only(annotations: Annotations) -> None:
    annotations.highlight(TREATY, words("naval base"))
    assert annotations.of_topic(full_id("topic", "Another"), PASSAGES) == ()


@pytest.mark.parametrize("typed", ["shi", "WANG shijie", "Wáng", "remember wang"])
def test_any_beginning_of_the_last_word_finds_quotation_or_note(
    annotations: Annotations, typed: str
) -> None:
    annotations.highlight(TREATY, words("Wang Shijie"), "Remember him")
    [hit] = annotations.search(typed)
    assert (hit.kind, hit.title, hit.topic, hit.passage) == (
        "margin note",
        "Wang Shijie",
        TREATY,
        "p1",
    )


@pytest.mark.parametrize("typed", ["", "  ", "?!", "wan shijie", "stalin"])
def test_what_is_not_there_is_not_found(annotations: Annotations, typed: str) -> None:
    annotations.highlight(TREATY, words("Wang Shijie"))
    assert annotations.search(typed) == ()


def test_a_hit_shows_what_matched(annotations: Annotations) -> None:
    annotations.highlight(TREATY, words("Wang Shijie signed"))
    [hit] = annotations.search("shijie")
    assert hit.snippet == (("Wang ", False), ("Shijie", True), (" signed", False))
    assert hit.kind == "highlight"


def test_a_search_stays_in_its_course(annotations: Annotations) -> None:
    annotations.highlight("abcd/topic/t", words("naval base"))
    assert annotations.search("naval", "abc") == ()
    assert len(annotations.search("naval", "abcd")) == 1


@pytest.mark.parametrize("payload", [{}, {"start": "0"}, {"start": 1, "end": None}])
def test_a_highlight_that_means_something_else_is_passed_over(
    progress: Progress, payload: dict[str, object]
) -> None:
    progress.append(NewEntry(HIGHLIGHT, TREATY, payload))
    assert after_a_restart(progress).of_topic(TREATY, PASSAGES) == ()


def test_a_highlight_with_more_than_we_know_is_shown(progress: Progress) -> None:
    progress.append(NewEntry(HIGHLIGHT, TREATY, {**words("naval base")._asdict(), "shape": "oval"}))
    assert len(after_a_restart(progress).of_topic(TREATY, PASSAGES)) == 1
