"""Reasons on two sides: which of them a plan has, and where they stand."""

import pytest

from studyapp.domain.grading.grade import Grade
from studyapp.domain.kinds.essay import Essay, EssayPlan
from studyapp.domain.kinds.evidence import Evidence, Piece, Side
from studyapp.domain.kinds.source import Source
from studyapp.domain.kinds.statement import Statement
from studyapp.domain.kinds.two_fields import TwoFields

PORTS = Evidence(Side.FOR, "Stalin was promised the ports.", "c/passage/ports", ("the ports",))
WEAK = Evidence(
    Side.FOR, "The CCP was weak.", "c/passage/weak", ("weak CCP",), ("c/factor/doubts",)
)
ARMS = Evidence(Side.AGAINST, "Weapons went to the CCP.", "c/passage/arms", ("weapons",))
ESSAY = Essay((PORTS, WEAK, ARMS), "Weighs both.")
SCALED = Essay((PORTS, ARMS), "Weighs both.", ("hardly", "largely"))
SOURCE = Source(
    (
        Evidence(Side.USEFUL, "He was there.", None, ("eyewitness",)),
        Evidence(Side.LIMITED, "He wrote later.", None, ("years later",)),
    ),
    "A letter",
    "Mao, 1957",
)
STATEMENT = Statement(
    (
        Evidence(Side.AGREE, "Nobody was asked.", None, ("not asked",)),
        Evidence(Side.DISAGREE, "The turn came in 1958.", None, ("turn in 1958",)),
    )
)


def plan(*first: Piece, against: tuple[Piece, ...] = (), judgement: str = "") -> EssayPlan:
    return EssayPlan((first, against), judgement)


def found(grade: Grade) -> list[str]:
    return [mark.point.text for mark in grade.points if mark.found]


def elsewhere(grade: Grade) -> list[str]:
    return [mark.point.text for mark in grade.points if mark.elsewhere]


def test_what_is_picked_makes_the_piece_that_rests_on_the_same_passage() -> None:
    picked = Piece("Yalta", "c/factor/yalta", ("c/passage/other", "c/passage/ports"))
    assert found(ESSAY.grade(plan(picked))) == [PORTS.text]


def test_what_is_picked_makes_the_piece_that_names_its_factor() -> None:
    assert found(ESSAY.grade(plan(Piece("Doubts", "c/factor/doubts")))) == [WEAK.text]


def test_what_is_picked_and_rests_on_nothing_makes_no_piece_without_a_passage() -> None:
    bare = Essay((Evidence(Side.FOR, "Fear."), Evidence(Side.AGAINST, "Gain.")), "Weighs.")
    assert found(bare.grade(plan(Piece("Elsewhere", "c/factor/elsewhere")))) == []


def test_own_words_make_the_piece_that_they_say() -> None:
    grade = ESSAY.grade(plan(Piece("He wanted the ports"), against=(Piece("weapons for the CCP"),)))
    assert found(grade) == [PORTS.text, ARMS.text]


def test_what_stands_on_the_wrong_side_is_said_to_stand_there() -> None:
    grade = ESSAY.grade(plan(Piece("captured weapons")))
    assert found(grade) == []
    assert elsewhere(grade) == [ARMS.text]


def test_a_passage_that_serves_both_sides_stands_on_neither_wrongly() -> None:
    both = ARMS._replace(passage=PORTS.passage)
    picked = Piece("A passage", "c/passage/ports", ("c/passage/ports",))
    grade = Essay((PORTS, both), "Weighs.").grade(plan(picked))
    assert found(grade) == [PORTS.text]
    assert elsewhere(grade) == []


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        ("", []),
        ("Mostly gain.", ["A judgement"]),
        (
            "Mostly gain, because he asked for it.",
            ["A judgement", "A reason for the judgement (because …)"],
        ),
    ],
)
def test_a_judgement_is_there_and_says_why(judgement: str, said: list[str]) -> None:
    assert found(ESSAY.grade(plan(judgement=judgement))) == said


def test_any_place_on_the_scale_of_an_essay_will_do() -> None:
    for step in (0, 1):
        assert found(SCALED.grade(EssayPlan(((), ()), step=step))) == ["A place on the scale"]


def test_a_plan_is_read_from_the_log_as_it_was_written() -> None:
    picked = Piece("Yalta (1945)", "c/factor/yalta", ("c/passage/ports",))
    whole = EssayPlan(((picked, Piece("own words")), ()), "Because.", 1)
    assert SCALED.remembered(SCALED.logged(whole)) == whole


def test_a_step_that_a_later_edition_has_not_is_forgotten_alone() -> None:
    logged = SCALED.logged(EssayPlan(((Piece("x"),), ()), step=1))
    later = Essay(SCALED.evidence, "Weighs.", ("not at all", "wholly"))
    assert later.remembered(logged) == EssayPlan(((Piece("x"),), ()))


def test_a_plan_that_was_kept_as_text_comes_back_as_the_judgement() -> None:
    assert ESSAY.remembered("For: fear") == EssayPlan(((), ()), "For: fear")
    assert ESSAY.remembered("") is None


@pytest.mark.parametrize("logged", [None, 3, ["x"]])
def test_what_is_no_plan_is_not_remembered(logged: object) -> None:
    assert ESSAY.remembered(logged) is None
    assert SOURCE.remembered(logged) is None


def test_pieces_of_a_form_that_is_not_known_are_left_out() -> None:
    logged = {"for": [["x", "", []], ["y"], 5], "against": "z"}
    assert ESSAY.remembered(logged) == EssayPlan(((Piece("x"),), ()))


def test_a_source_is_marked_by_point_in_each_field() -> None:
    grade = SOURCE.grade(TwoFields(("an eyewitness", "")))
    assert grade.value == 0.5
    assert found(grade) == ["He was there."]
    assert elsewhere(SOURCE.grade(TwoFields(("years later", "")))) == ["He wrote later."]


def test_a_source_is_read_from_the_log_as_it_was_written() -> None:
    given = TwoFields(("there", "late"))
    assert SOURCE.remembered(SOURCE.logged(given)) == given


@pytest.mark.parametrize("step", range(5))
def test_every_place_on_the_scale_of_a_statement_is_accepted_if_it_is_argued(step: int) -> None:
    argued = STATEMENT.grade(TwoFields(("they were not asked", ""), step))
    assert "A place on the scale, with a reason" in found(argued)
    bare = STATEMENT.grade(TwoFields(("", ""), step))
    assert found(bare) == []


def test_a_statement_is_read_from_the_log_with_its_place() -> None:
    given = TwoFields(("not asked", ""), 3)
    assert STATEMENT.remembered(STATEMENT.logged(given)) == given
