"""The learned grader: what it looks at, and what it makes of it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.learning import Answer, Asked, counted, fit, read_file
from studyapp.domain.grading.learned import Judge, Regression
from studyapp.domain.grading.likeness import Known, Rarity, features, features_of_known, read
from studyapp.domain.grading.points import Said

RARITY = Rarity(100, {"water": 90, "salt": 30})
MODEL = "The water was evaporated, leaving the salt."
QUESTION = "How did you separate the salt from the water?"


def numbers(answer: str) -> tuple[float, ...]:
    return features((MODEL,), answer, QUESTION, RARITY)


def test_the_model_answer_covers_itself() -> None:
    recall, precision, balance, *_ = numbers(MODEL)
    assert (recall, precision) == (1.0, 1.0)
    assert balance == pytest.approx(1.0)


def test_other_forms_count() -> None:
    assert numbers("evaporating the water leaves salt")[0] == pytest.approx(1.0)


def test_what_is_nearly_spelt_right_counts_in_part() -> None:
    assert 0.8 < features(("electricity flows",), "electricty flows", "", RARITY)[0] < 1.0


def test_what_the_question_says_already_covers_nothing_new() -> None:
    assert numbers("salt and water")[3] == 0.0


def test_the_nearest_of_several_models_counts() -> None:
    models = (MODEL, "By leaving it in the sun.")
    found = features(models, "By leaving it in the sun.", QUESTION, RARITY)
    assert found[0] == 1.0


def test_known_answers_speak_for_what_is_like_them() -> None:
    known = [Known(read("it evaporated"), True), Known(read("we poured it away"), False)]
    like_right = features_of_known("the water evaporated", known, RARITY)
    like_wrong = features_of_known("we poured the water", known, RARITY)
    assert sum(like_right[-5:]) > 0 > sum(like_wrong[-5:])


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_anything_can_be_judged(model: str, answer: str, question: str) -> None:
    found = features((model,), answer, question, RARITY)
    plain = Regression(0.0, (0.1,) * len(found), (0.0,) * len(found), (1.0,) * len(found))
    judge = Judge(RARITY, plain, plain)
    assert 0.0 <= judge.probability((model,), answer, question) <= 1.0
    assert judge.judge((model,), answer, question) in Said


def test_a_fit_tells_apart_what_a_line_can_tell_apart() -> None:
    rows = [(float(at % 7), float(at)) for at in range(400)]
    right = [at >= 200 for at in range(400)]
    learned = fit(rows, right)
    assert all(
        (learned.probability(row) >= 0.5) is one for row, one in zip(rows, right, strict=True)
    )
    assert abs(learned.weights[1]) > abs(learned.weights[0])


def test_what_never_changes_weighs_nothing() -> None:
    learned = fit([(1.0, float(at)) for at in range(50)], [at >= 25 for at in range(50)])
    assert learned.weights[0] == pytest.approx(0.0)


def test_stems_are_counted_once_a_text_and_only_if_they_stand_in_two() -> None:
    asked = Asked("q", "", "Salt and salt?", ("salt",), (Answer("pepper", False),))
    assert counted([asked]) == (3, {"salt": 2})


def test_a_file_of_the_task_is_read(tmp_path: Path) -> None:
    file = tmp_path / "EM-1.xml"
    file.write_text(
        '<question id="EM_1" module="EM"><questionText>How?</questionText><referenceAnswers>'
        '<referenceAnswer id="a">So.</referenceAnswer></referenceAnswers><studentAnswers>'
        '<studentAnswer id="b" accuracy="correct">So</studentAnswer>'
        '<studentAnswer id="c" accuracy="incorrect">Not so</studentAnswer>'
        "</studentAnswers></question>",
        encoding="utf-8",
    )
    answers = (Answer("So", True), Answer("Not so", False))
    assert read_file(file) == Asked("EM_1", "EM", "How?", ("So.",), answers)
