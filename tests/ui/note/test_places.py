"""Back and forward, without a window."""

from studyapp.ui.note.places import Place, Places


def visited(*topics: str) -> Places:
    places = Places()
    for topic in topics:
        places.visit(topic)
    return places


def test_at_the_start_there_is_nowhere_to_go() -> None:
    places = Places()
    assert places.current is None
    assert places.back() is None
    assert places.forward() is None


def test_back_leads_to_where_the_reader_was_in_the_topic_before() -> None:
    places = visited("a")
    places.note_position(120)
    places.visit("b")
    assert places.back() == Place("a", 120)
    assert places.forward() == Place("b", 0)


def test_a_topic_that_is_shown_again_is_not_noted_twice() -> None:
    assert not visited("a", "a").can_go_back


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    places = visited("a", "b")
    places.back()
    places.visit("c")
    assert not places.can_go_forward
    assert places.back() == Place("a", 0)


def test_a_leap_within_a_topic_can_be_taken_back() -> None:
    places = visited("a")
    places.leap(75)
    assert places.back() == Place("a", 75)


def test_another_course_begins_with_no_places() -> None:
    places = visited("a", "b")
    places.clear()
    assert places.current is None
    assert not places.can_go_back
