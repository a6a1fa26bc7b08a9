"""What the rules of marking make of denials, idioms, choices, and who did what to whom."""

import pytest

from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import grade_typed
from studyapp.domain.grading.points import Said


def said(point: str, answer: str, *wordings: str) -> Said:
    return grade_typed([KeyPoint(point, wordings)], answer).points[0].said


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("hunger", "there was nothing to eat"),
        ("backward country", "a country that was not modern"),
        ("railway free", "they got the trains for nothing"),
        ("no friends", "they had nobody on their side"),
    ],
)
def test_a_denial_within_an_idiom_denies_nothing(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("hunger", "there was no hunger"),
        ("modern country", "a country that was not modern"),
        ("hardly any interest", "the interest was not low any more"),
    ],
)
def test_a_denial_outside_of_an_idiom_still_denies(point: str, answer: str) -> None:
    assert said(point, answer) is not Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("party split", "without him the party fell apart"),
        ("ports returned", "they hardly asked for money and the ports were returned"),
        ("GMD larger", "Stalin did not like Mao and the GMD was larger"),
    ],
)
def test_a_denial_reaches_no_further_than_what_it_is_about(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Germany would win", "they would win against Germany"),
        ("Soviet help", "they got help from the Soviet side"),
        ("Soviet help", "Moscow helped"),
        ("Soviet help", "the help the Soviets gave them"),
    ],
)
def test_who_acts_may_stand_behind_if_something_says_so(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Germany would win", "the USSR would beat the Germans"),
        ("Soviet help", "they helped the Soviets"),
        ("Japan would attack", "China would attack Japan"),
    ],
)
def test_what_is_done_to_somebody_is_not_done_by_them(point: str, answer: str) -> None:
    assert said(point, answer) is not Said.FOUND


def test_a_choice_is_found_where_it_is_left_open() -> None:
    assert said("town or countryside", "whether in the towns or the countryside") is Said.FOUND


def test_a_choice_is_not_found_where_both_are_named() -> None:
    answer = "Mao went into the countryside and others stayed in the towns"

    assert said("town or countryside", answer) is not Said.FOUND


def test_what_is_only_hinted_at_is_there_in_part() -> None:
    assert said("livelihood", "something to do with their livelihood") is Said.PARTLY


def test_two_words_of_three_by_their_meaning_are_a_part() -> None:
    assert said("cheap Soviet planes", "there were Russian jets") is Said.PARTLY


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("he needed Stalin", "he could not manage without Stalin"),
        ("no help for Mao", "there was nothing more for Mao"),
        ("only the Soviet version", "he would not hear of any version but the Soviet one"),
    ],
)
def test_what_is_said_by_denying_is_read_plainly(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


def test_a_verb_that_tells_nothing_beside_two_words_need_not_be_there() -> None:
    assert said("Japan was kept busy", "the Japanese were tied down") is Said.FOUND


def test_a_little_adverb_does_not_make_two_words_of_three() -> None:
    assert said("win back Manchuria", "give Manchuria back to Mao") is not Said.FOUND


@pytest.mark.parametrize("answer", ["to stop the united front", "he should end the front"])
def test_who_is_to_stop_what_should_work_has_said_the_opposite(answer: str) -> None:
    assert said("to make the front work", answer, "for the United Front") is Said.MISSING


def test_who_wants_to_stop_a_war_may_mean_just_that() -> None:
    assert said("fear of a war", "he wanted to stop a war", "a war") is Said.FOUND


@pytest.mark.parametrize(
    ("points", "answer"),
    [
        (("more soldiers", "larger army"), "a smaller army"),
        (("Japan weakened", "Japan kept troops there"), "Japan was stronger"),
        (("keep the ports", "risk to the gains"), "he wanted to lose the ports"),
    ],
)
def test_the_opposite_of_one_point_is_no_part_of_any(points: tuple[str, ...], answer: str) -> None:
    marks = grade_typed([KeyPoint(point) for point in points], answer).points
    assert {mark.said for mark in marks} == {Said.MISSING}


def test_what_is_feared_is_not_what_is_wanted() -> None:
    assert (
        said("keep the ports safe", "he was afraid to lose ports that were safe")
        is not Said.MISSING
    )


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("role model", "it was a rolemodel"),
        ("role model", "it was a role-model"),
        ("ceasefire", "a cease fire"),
        ("Marshall", "it was Marschal"),
        ("Marshall", "marshal"),
    ],
)
def test_compounds_and_double_letters_are_spelling(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize("answer", ["1954 or 1955", "in 1955 or in 1954", "1953, 1954 or 1955"])
def test_of_two_numbers_left_open_the_right_one_is_there_in_part(answer: str) -> None:
    assert said("1954", answer) is Said.PARTLY


def test_a_number_named_to_be_denied_leaves_nothing_open() -> None:
    assert said("1954", "in 1954, not in 1955") is Said.FOUND


def test_from_is_not_to() -> None:
    assert said("Taiwan", "from Taiwan", "to Taiwan") is Said.MISSING


@pytest.mark.parametrize("answer", ["Taiwan", "from China to Taiwan", "to the island of Taiwan"])
def test_where_somebody_went_may_follow_where_from(answer: str) -> None:
    assert said("Taiwan", answer, "to Taiwan") is Said.FOUND


@pytest.mark.parametrize(
    ("answer", "found"),
    [("he was afraid of Kim", Said.MISSING), ("he was afraid", Said.PARTLY)],
)
def test_a_feeling_for_somebody_else_is_not_general(answer: str, found: Said) -> None:
    points = [KeyPoint("a port")]
    told = "Why did Stalin approve Kim's plan?"

    assert grade_typed(points, answer, told=told).points[0].said is found


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("nobody had asked", "no one had asked"),
        ("nobody had asked", "noone had asked"),
        ("little help", "there was not much help"),
        ("the USA", "in December the US"),
        ("the USA", "1. US troops"),
        ("Jiang got no help", "there was nothing left over for Jiang"),
        ("school founded", "he set the school up"),
        ("to keep Japan from attacking", "so that Japan would not attack"),
        ("talks collapsed", "the talks failed"),
        ("Kosygin", "Kosigyn"),
    ],
)
def test_other_plain_turns_of_words_count(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


def test_what_failed_is_not_said_by_naming_it() -> None:
    assert said("coalition failed", "they formed a coalition") is not Said.FOUND


def test_us_who_speak_are_no_country() -> None:
    assert said("the USA", "it helped us") is not Said.FOUND
