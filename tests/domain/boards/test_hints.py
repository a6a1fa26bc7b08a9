"""Hints: one fault at a time, a little more with each."""

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.hints import Hint, HintStep, next_hint
from studyapp.domain.boards.marking import Finding, FindingKind
from studyapp.domain.messages import message

WHY = message("So it is.")
RIGHT = Finding(FindingKind.RIGHT, "c/factor/a", Zone.CAUSES, WHY)
WRONG = Finding(FindingKind.REVERSED, "c/factor/b", Zone.CAUSES, WHY, (), "c/passage/t.b")
OTHER = Finding(FindingKind.DISTRACTOR, "c/factor/c", Zone.CONSEQUENCES, WHY)
MISSING = Finding(FindingKind.MISSING, "c/factor/d", Zone.TRAY, WHY)


def steps(*findings: Finding, count: int = 4) -> list[tuple[str, int]]:
    told: list[Hint] = []
    for _ in range(count):
        hint = next_hint(findings, told[-1] if told else None)
        assert hint
        told.append(hint)
    return [(hint.factor[-1], int(hint.step)) for hint in told]


def test_each_hint_gives_a_little_more_away_up_to_the_passage() -> None:
    assert steps(RIGHT, WRONG, OTHER, MISSING) == [("b", 1), ("b", 2), ("b", 3), ("b", 3)]


def test_where_all_is_right_there_is_nothing_to_hint_at() -> None:
    assert next_hint((RIGHT,), None) is None
    assert next_hint((), None) is None


def test_what_was_mended_is_hinted_at_no_more() -> None:
    last = Hint(HintStep.CARD, WRONG.factor, WRONG.zone, WHY, None)
    hint = next_hint((RIGHT, OTHER, MISSING), last)
    assert hint
    assert (hint.factor, hint.step) == (OTHER.factor, HintStep.NUDGE)


def test_what_was_moved_to_another_wrong_place_is_hinted_at_anew() -> None:
    last = Hint(HintStep.PASSAGE, WRONG.factor, Zone.CONSEQUENCES, WHY, None)
    hint = next_hint((WRONG,), last)
    assert hint
    assert (hint.step, hint.zone) == (HintStep.NUDGE, Zone.CAUSES)


def test_what_is_missing_comes_last() -> None:
    assert steps(MISSING, count=2) == [("d", 1), ("d", 2)]
    assert steps(WRONG, MISSING, count=1) == [("b", 1)]
