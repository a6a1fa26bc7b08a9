"""A student's own wording of a card, as it is logged and read."""

from studyapp.domain.card_changes import CardChange, Wording, change_of, payload_of

CHANGE = CardChange("Who?", "He.", "c/topic/a", Wording("Who was it?", "Him."))


def test_a_change_is_read_as_it_was_logged() -> None:
    assert change_of(payload_of(CHANGE)) == CHANGE


def test_a_change_that_says_nothing_is_an_empty_payload() -> None:
    assert payload_of(CardChange(course=Wording("Who?", "He."))) == {}
    assert change_of({}) is None


def test_what_a_newer_program_says_besides_is_passed_over() -> None:
    assert change_of({"prompt": "Who?", "drawing": 1, "course": 7}) == CardChange("Who?")
    assert change_of({"prompt": 3}) is None
