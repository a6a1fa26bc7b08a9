"""Grading: typed answers are marked by key point."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.grade import grade_typed
from studyapp.domain.grading.points import Said


def found(point: str, answer: str, *wordings: str) -> bool:
    return grade_typed([KeyPoint(point, wordings)], answer).right


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Port Arthur", "It was Port Arthur."),
        ("Port Arthur", "PORT-ARTHUR"),
        ("Yan’an", "in Yan'an"),
        ("Guomindang", "the guomindong"),
        ("lease of the naval base", "the naval base was leased, a lease of 30 years"),
        ("毛泽东", "是毛泽东说的"),
        ("1955", "in May 1955"),
        ("Stalin did not trust Mao", "Stalin did not trust Mao."),
        ("Stalin did not trust Mao", "Mao? Stalin didn’t trust him"),
        ("without a treaty", "they were left without any treaty"),
        ("no", "No."),
        ("1955", "No, it was in 1955."),
        ("1955", "not in 1950 but in 1955"),
        ("1.5 million", "about 1.5 million men"),
        ("300 million", "a loan of 300,000,000 dollars"),
        ("300,000,000", "three hundred million"),
        ("300 million", "300 millions"),
        ("300 million", "three hundred millions of dollars"),
        ("300 million", "300 Mio."),
        ("1,500,000", "1.5 million"),
        ("156", "one hundred and fifty-six projects"),
        ("10,000", "ten thousand, or so"),
        ("1945", "nineteen forty-five"),
        ("between 5 and 10", "between five and ten"),
        ("Zhdanov", "it was Zhdanow"),
        ("ideology", "not only ideology but also borders"),
        ("ideology", "There is no doubt that ideology mattered"),
        ("Communism", "comunnism"),
        ("1 %", "at one per cent"),
        ("14 February 1950", "on 14.2.1950"),
        ("14 February 1950", "on Feb 14, 1950"),
        ("February 1950", "on 14 Feb. 1950"),
    ],
)
def test_a_point_is_found_however_it_is_written(point: str, answer: str) -> None:
    assert found(point, answer)


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Port Arthur", "Port Said"),
        ("1955", "1956"),
        ("1955", "19555"),
        ("Stalin trusted Mao", "Stalin never trusted Mao"),
        ("Stalin trusted Mao", "Stalin was not one who trusted Mao"),
        ("Stalin did not trust Mao", "Stalin did trust Mao"),
        ("production increased", "production decreased"),
        ("unimportant", "important"),
        ("the war", ""),
        ("the war", "?!"),
        ("Mao", "Mai"),
        ("300 million", "300 billion"),
        ("300 million", "300 Mrd"),
        ("300 million", "300"),
        ("10,000", "10,000,000"),
        ("10,000", "10, or 000"),
        ("14 February 1950", "15 February 1950"),
        ("25", "twenty, in May 1905"),
        ("7", "two and five"),
        ("November 1949", "Zhdanov in 1949"),
        ("March", "Weimar"),
        ("northern countryside", "southern countryside"),
        ("majority", "minority"),
        ("imported", "exported"),
        ("immigration", "emigration"),
        ("ideology", "not ideology, only borders"),
    ],
)
def test_a_point_that_is_missing_wrong_or_denied_is_not_found(point: str, answer: str) -> None:
    assert not found(point, answer)


def test_any_of_the_wordings_will_do() -> None:
    assert found("Guomindang", "the KMT", "KMT", "Nationalists")


def test_a_denial_of_something_else_is_no_denial_of_the_point() -> None:
    assert found("Stalin signed the treaty", "Mao was not there; Stalin signed the treaty")


def test_a_word_said_twice_is_taken_where_the_point_is_made() -> None:
    answer = "Stalin did not trust Mao, and yet Stalin recognised Mao"
    assert found("Stalin recognised Mao", answer)


def test_the_grade_is_the_share_of_points_and_names_the_words_that_made_them() -> None:
    points = [KeyPoint("Yalta"), KeyPoint("naval base")]
    grade = grade_typed(points, "They met at Yalta.")
    assert (grade.value, grade.right) == (0.5, False)
    assert [(mark.found, mark.words) for mark in grade.points] == [(True, ("yalta",)), (False, ())]


@given(st.text(), st.text())
def test_anything_typed_gets_a_grade(point: str, answer: str) -> None:
    assert grade_typed([KeyPoint(point)], answer).value in (0.0, 0.5, 1.0)


@given(st.text(alphabet="abcdefg ", min_size=1).filter(lambda text: bool(text.strip())))
def test_the_model_answer_is_always_right(text: str) -> None:
    assert found(text, text)


NAMES = Aliases([("GMD", "KMT", "Guomindang"), ("Jiang Jieshi", "Chiang Kai-shek", "Jiang")])


@pytest.mark.parametrize(
    ("point", "answer", "right"),
    [
        ("GMD was recognised", "the KMT was recognised", True),
        ("Kai-shek", "Chiang Kai-shek", True),
        ("Jiang Jieshi signed", "Chiang Kai-shek signed it", True),
        ("Jiang", "Chiang Kai-shek", True),
        ("GMD", "the CCP", False),
        ("GMD was recognised", "the KMT was not recognised", False),
    ],
)
def test_a_name_is_found_by_any_alias(point: str, answer: str, right: bool) -> None:
    assert grade_typed([KeyPoint(point)], answer, NAMES).right is right


def test_what_said_a_point_is_told_as_it_was_written() -> None:
    [mark] = grade_typed([KeyPoint("300 million")], "some 300,000,000 dollars").points
    assert mark.words == ("300", "000", "000")
    [mark] = grade_typed([KeyPoint("GMD")], "by the KMT", NAMES).points
    assert mark.words == ("kmt",)


def said(point: str, answer: str, *wordings: str) -> Said:
    return grade_typed([KeyPoint(point, wordings)], answer).points[0].said


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("a loan of 300 million dollars", "a loan in dollars"),
        ("November 1949", "in 1949"),
        ("Jiang signed the treaty in Moscow in August 1945", "Jiang signed the treaty in Moscow"),
    ],
)
def test_a_point_of_which_most_is_there_is_found_in_part(point: str, answer: str) -> None:
    assert said(point, answer) is Said.PARTLY


def test_a_point_found_in_part_counts_half() -> None:
    points = [KeyPoint("November 1949"), KeyPoint("Moscow")]
    assert grade_typed(points, "in 1949, in Moscow").value == 0.75


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("lease of the base", "the base was leased"),
        ("industry was building up", "industries were built up"),
        ("money", "they were given cash"),
        ("weapons", "lots of guns"),
        ("Japan was kept busy", "the Japanese were tied down"),
        ("lack of experience", "they had no experience"),
        ("founded the party", "it set up the party"),
        ("disaster of 1927", "the massacre in 27"),
        ("300 million", "$300m"),
    ],
)
def test_other_forms_and_words_of_the_same_meaning_count(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("cash", "it never gave the party any of its cash"),
        ("Soviet army", "the USA never worried about the Soviet army"),
        ("common front against Japan", "not to make any common front with the CCP against Japan"),
        ("Japan was weakened", "they did not help because Japan was not weakened"),
        ("recognised Manchuria as Chinese", "he refused to recognise Manchuria as Chinese"),
        ("the GMD was strong", "the GMD was weak"),
    ],
)
def test_what_is_denied_or_turned_round_is_missing(point: str, answer: str) -> None:
    assert said(point, answer) is Said.MISSING


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("Chinese party founded", "it set the party up for the Chinese"),
        ("few factory workers", "there weren't many factory workers"),
        ("stop supporting the CCP", "he would not support the CCP any more"),
        ("Yalta", "Jalta"),
        ("overthrow of the tsar", "they got rid of the tsar"),
    ],
)
def test_everyday_turns_of_words_count(point: str, answer: str) -> None:
    assert said(point, answer) is Said.FOUND


@pytest.mark.parametrize(
    ("point", "answer"),
    [
        ("end the civil war", "he should never stop the civil war"),
        ("unity against Japan", "it stopped any unity against Japan"),
        ("workers were few", "there was no shortage of workers"),
        ("not keen on the front", "they had nothing against the front"),
    ],
)
def test_a_denial_without_a_plain_word_for_it_is_one(point: str, answer: str) -> None:
    assert said(point, answer) is Said.MISSING


def test_what_a_longer_wording_denies_is_not_said_by_a_shorter_one() -> None:
    assert said("Soviet veto missing", "the Soviet veto wasn't missing", "veto") is Said.MISSING


def test_general_words_alone_make_no_point() -> None:
    assert said("isolated", "it had its own car factories") is Said.MISSING
    assert said("new to industry", "they were new, like the radio") is not Said.FOUND


def test_one_word_of_the_answer_stands_for_one_of_the_wording() -> None:
    assert said("took and seized", "the soldiers took stuff") is not Said.FOUND


def test_one_word_of_two_is_never_the_whole() -> None:
    points = [KeyPoint("helped Jiang")]
    marked = grade_typed(points, "he met Jiang in Shanghai", told="Who helped?").points[0]
    assert marked.said is Said.PARTLY


@pytest.mark.parametrize("answer", ["it gave them more help", "Moscow wanted them to"])
def test_an_answer_that_stays_general_counts_in_part(answer: str) -> None:
    assert said("money came with a demand", answer) is Said.PARTLY


@pytest.mark.parametrize(
    "answer",
    [
        "I don't know",
        "",
        "it did not help them",
        "because of the oil in the north",
        "it was 1936",
    ],
)
def test_what_denies_or_names_something_else_is_not_general(answer: str) -> None:
    assert said("money came with a demand", answer) is Said.MISSING


def test_who_only_repeats_the_question_says_nothing_in_general() -> None:
    points = [KeyPoint("money came with a demand")]
    marked = grade_typed(points, "the party joined", told="Why did the party join?")
    assert marked.points[0].said is Said.MISSING


def test_of_several_points_a_general_answer_means_those_it_has_a_word_of() -> None:
    points = [KeyPoint("it paid the party"), KeyPoint("disaster of the strike")]
    marks = grade_typed(points, "it gave some money").points
    assert [each.said for each in marks] == [Said.PARTLY, Said.MISSING]


def test_two_denials_are_none() -> None:
    assert said("Soviet help", "he could not do without Soviet help") is Said.FOUND


def test_the_student_has_the_last_word() -> None:
    grade = grade_typed([KeyPoint("Yalta"), KeyPoint("naval base")], "They met at Yalta.")
    assert grade.turned(1).right
    assert grade.turned(0).value == 0.0
    assert grade.turned(1).turned(1) == grade


WORDS = st.lists(
    st.sampled_from("Stalin Mao loan treaty weak 1945 railway not cash".split()), max_size=12
)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_denial_before_all_of_it_never_turns_missing_to_found(
    point: list[str], answer: list[str]
) -> None:
    key, typed = " ".join(w for w in point if w != "not"), " ".join(answer)
    if said(key, typed) is not Said.FOUND:
        assert said(key, f"it was never {typed}") is not Said.FOUND


TELLING = WORDS.filter(lambda words: set(words) - {"not"}).map(" ".join)


@settings(deadline=None)
@given(st.lists(TELLING, min_size=1, max_size=4), WORDS)
def test_a_wording_of_the_point_is_always_found(wordings: list[str], point: list[str]) -> None:
    for wording in wordings:
        assert said(" ".join(point), wording, *wordings) is Said.FOUND


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("he was there", Said.FOUND),
        ("I think he was there that day", Said.FOUND),
        ("he was not there", Said.MISSING),
        ("he was there never", Said.MISSING),
        ("was he?", Said.MISSING),
    ],
)
def test_a_wording_of_little_words_alone_counts_as_it_stands(answer: str, said: Said) -> None:
    [mark] = grade_typed([KeyPoint("Eyewitness", ("he was there",))], answer).points
    assert mark.said is said
