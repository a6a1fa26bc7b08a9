"""What holds for every kind of question that there is."""

from typing import Any

import pytest

from studyapp.domain.kinds.choice import ChoiceAnswer
from studyapp.domain.kinds.essay import EssayPlan
from studyapp.domain.kinds.evidence import Piece
from studyapp.domain.kinds.kind import Given
from studyapp.domain.kinds.ordering import Ordered
from studyapp.domain.kinds.placing import Placed
from studyapp.domain.kinds.table import KINDS, kind_of, nearest_kind
from studyapp.domain.kinds.truth import TruthAnswer
from studyapp.domain.kinds.two_fields import TwoFields
from studyapp.domain.kinds.typed import TypedAnswer
from studyapp.store.content_codec import decode, encode
from tests.domain.kinds.reading import lines_of

LINES: dict[str, tuple[tuple[str, ...], Given]] = {
    "choice": (("[x]: a — why", "[ ]: b"), ChoiceAnswer(frozenset({0}))),
    "truth": (("True", "Point: a | b"), TruthAnswer(True, "a")),
    "essay": (
        ("For: a (factor: x)", "Against: b | c", "Top answer: d", "Scale: no | yes"),
        EssayPlan(((Piece("a", "x/factor/a", ("x/passage/a",)),), (Piece("b"),)), "c", 1),
    ),
    "source": (
        ("Source: a — b", "Useful: c See: d", "Limited: e"),
        TwoFields(("a", "b")),
    ),
    "statement": (("Agree: a", "Disagree: b"), TwoFields(("a", ""), 2)),
    "typed": (("Answer: a | b",), TypedAnswer("a")),
    "number": (("Number: 300 km ± 10 %",), TypedAnswer("300 km")),
    "date": (("Date: 1950-02 ± 1 year",), TypedAnswer("1950")),
    "matching": (("Match: a → x", "Match: b → y", "Match: c → z"), Placed((0, None, 2))),
    "ordering": (("First: a", "Then: b", "Then: c"), Ordered((1, 0, 2))),
    "grouping": (("Group: x: a; b", "Group: y: c; d"), Placed((0, 1, None, 1))),
    "cloze": ((), TypedAnswer("a")),
}


def content_of(kind: str) -> Any:  # noqa: ANN401 - each kind takes answers of its own
    prompt = "A {{gap}}." if kind == "cloze" else "What?"
    lines = lines_of(*LINES[kind][0], prompt=prompt)
    assert kind_of(lines) is KINDS[kind]
    return KINDS[kind].read(lines)


def test_every_kind_is_tried_here() -> None:
    assert set(LINES) == set(KINDS)


@pytest.mark.parametrize("kind", LINES)
def test_what_a_question_holds_is_the_same_after_it_was_kept(kind: str) -> None:
    content = content_of(kind)
    assert decode(kind, encode(content)) == content
    assert type(decode(kind, encode(content))) is type(content)


@pytest.mark.parametrize("kind", LINES)
def test_an_answer_that_was_logged_is_remembered(kind: str) -> None:
    content, given = content_of(kind).asked("salt"), LINES[kind][1]
    assert content.remembered(content.logged(given)) == given


@pytest.mark.parametrize("kind", LINES)
@pytest.mark.parametrize("logged", [None, 1, "", [], {}, ["?"], {"says": 1}, {"?": "?"}])
def test_what_is_no_answer_is_not_remembered(kind: str, logged: object) -> None:
    assert content_of(kind).remembered(logged) is None


@pytest.mark.parametrize("kind", LINES)
def test_the_right_answer_can_be_told(kind: str) -> None:
    assert content_of(kind).in_words()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("typed", '{"points": 1}'),
        ("typed", '{"more": []}'),
        ("typed", '{"points": [[1, []]]}'),
        ("choice", '{"options": [["a"]]}'),
        ("date", '{"date": ["1950", "early", 2], "days": 0, "told": ""}'),
        ("essay", '{"evidence": [["beside", "a", null]], "top_answer": ""}'),
        ("riddle", "{}"),
        ("typed", "[]"),
        ("typed", "no JSON"),
    ],
)
def test_what_is_no_content_is_refused(kind: str, text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        decode(kind, text)


@pytest.mark.parametrize(
    ("written", "kind"),
    [(("Number: 1", "Date: 1950"), "number"), (("True", "Answer: a"), "truth")],
)
def test_lines_of_two_kinds_make_none_and_are_near_to_the_first(
    written: tuple[str, ...], kind: str
) -> None:
    lines = lines_of(*written)
    assert kind_of(lines) is None
    assert nearest_kind(lines) is KINDS[kind]
