"""Which sentence of a note says a key point."""

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.point_passages import Place, places_of
from studyapp.domain.pages import PassageEntry

NOTE = (
    PassageEntry("h", "t", "heading", "Prices and officials", ""),
    PassageEntry("a", "t", "paragraph", "Jiang ruled the towns. Prices rose every day.", ""),
    PassageEntry("b", "t", "paragraph", "Officials of the GMD grew rich on bribes.", ""),
    PassageEntry("c", "t", "paragraph", "Prices had been low before the war.", ""),
)


def test_the_sentence_that_has_most_of_a_point_is_its_place() -> None:
    points = [KeyPoint("rising prices", ("inflation",)), KeyPoint("corrupt", ("bribes",))]
    assert places_of(points, NOTE, NO_ALIASES, "a") == (
        Place("a", "Prices rose every day."),
        Place("b", "Officials of the GMD grew rich on bribes."),
    )


def test_a_point_that_the_note_does_not_say_has_no_place() -> None:
    assert places_of([KeyPoint("the atomic bomb")], NOTE, NO_ALIASES) == (None,)


def test_of_two_sentences_the_one_in_the_passage_of_the_question_is_taken() -> None:
    (place,) = places_of([KeyPoint("prices")], NOTE, NO_ALIASES, "c")
    assert place == Place("c", "Prices had been low before the war.")


def test_a_name_is_found_by_any_other() -> None:
    (place,) = places_of([KeyPoint("the Guomindang")], NOTE, Aliases([("GMD", "Guomindang")]))
    assert place == Place("b", "Officials of the GMD grew rich on bribes.")


def test_a_note_without_a_sentence_says_nothing() -> None:
    assert places_of([KeyPoint("prices")], NOTE[:1], NO_ALIASES) == (None,)
