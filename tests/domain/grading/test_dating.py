"""Typed dates: whatever way they are written, what counts is the year, the month and the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.dates import parse
from studyapp.domain.grading.dating import date_given, grade_date
from studyapp.domain.grading.points import Said


@pytest.mark.parametrize(
    "answer",
    [
        "14 August 1945",
        "It was August 14, 1945.",
        "1945-08-14",
        "14.8.1945",
        "14/08/1945",
        "8/14/1945",
        "the 14th of August 1945",
        "14 Aug. 1945",
        "on 14 August, of 1945",
        "14/8/45",
        "8/14/45",
        "14.8.45",
        "14.8. 1945",
        "on 14.8., in 1945",
    ],
)
def test_every_way_of_writing_a_day_is_understood(answer: str) -> None:
    assert grade_date(parse("1945-08-14"), answer).right


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("August 1945", ["August", "1945"]),
        ("1945", ["1945"]),
        ("13 August 1945", ["August", "1945"]),
        ("14 August", ["14", "August"]),
        ("14.8.", ["14", "August"]),
        ("8/14", ["14", "August"]),
        ("14.8.46", ["14", "August"]),
        ("30.14.", []),
        ("15 September 1946", []),
        ("the 14th, perhaps", []),
        ("19450", []),
        ("", []),
    ],
)
def test_each_part_of_a_date_is_a_key_point(answer: str, found: list[str]) -> None:
    grade = grade_date(parse("1945-08-14"), answer)
    assert [mark.point.text for mark in grade.points if mark.found] == found
    assert grade.value == len(found) / 3


@pytest.mark.parametrize("answer", ["1954 or 1955", "1955 or 1954"])
def test_of_two_years_left_open_the_right_one_is_there_in_part(answer: str) -> None:
    assert grade_date(parse("1954"), answer).value == 0.5


def test_what_both_of_two_dates_say_is_sure() -> None:
    grade = grade_date(parse("1945-08-14"), "14 August 1945 or 15 August 1945")
    assert [mark.said for mark in grade.points] == [Said.PARTLY, Said.FOUND, Said.FOUND]


def test_a_month_above_twelve_is_the_day() -> None:
    assert grade_date(parse("1937-08-21"), "8/21/1937").right


def test_a_short_year_of_another_century_is_not_guessed() -> None:
    assert not grade_date(parse("0476-09-04"), "4 September 76").right
    assert date_given("14/8/45") is None


def test_no_more_is_asked_than_the_course_says() -> None:
    assert grade_date(parse("1950?"), "1950").right
    assert grade_date(parse("1945-08"), "2 August 1945").right
    assert grade_date(parse("1949/.."), "from 1949 on").right


@pytest.mark.parametrize(
    ("edtf", "answer", "value"),
    [
        ("1937/1945", "1937-45", 1),
        ("1937/1945", "1937 to 1945", 1),
        ("1937/1945", "from 1937 to 1944", 0.5),
        ("1937/1945", "1945", 0.5),
        ("1945-06-30/1945-08-14", "30 June to 14 August 1945", 1),
        ("1945-06-30/1945-08-14", "June to August 1945", 0),
        ("1945-08/1949", "August 1945 – 1949", 1),
        ("1956-02-24/1956-02-25", "24 February 1956 – 25 February 1956", 1),
        ("1956-02-24/1956-02-25", "24–25 February 1956", 1),
        ("1956-02-24/1956-02-25", "from the 24 to 25 Feb. 1956", 1),
        ("1956-02-24/1956-02-25", "24–26 February 1956", 0.5),
        ("1956-02-24/1956-02-25", "24/25 February 1956", 1),
        ("1956-02-24/1956-02-25", "24.2.–25.2.1956", 1),
        ("1904/1905", "1904-05", 1),
        ("1904/1905", "1904 – 05", 1),
        ("1904/1905", "1904-06", 0.5),
        ("1949-11", "It was Zhdanov, 1949", 0.5),
    ],
)
def test_each_end_of_a_span_is_a_key_point(edtf: str, answer: str, value: float) -> None:
    assert grade_date(parse(edtf), answer).value == value


@pytest.mark.parametrize(
    ("edtf", "answer", "right"),
    [
        ("194X", "the 1940s", True),
        ("194X", "1944", True),
        ("194X", "the 1930s", False),
        ("1944", "the 1940s", False),
        ("19XX", "1944", True),
        ("-0044", "45 BC", True),
        ("-0044", "45", False),
        ("0476", "476", True),
    ],
)
def test_decades_centuries_and_years_before_christ(edtf: str, answer: str, right: bool) -> None:
    assert grade_date(parse(edtf), answer).right is right


@given(st.text())
def test_anything_typed_has_a_mark(answer: str) -> None:
    for edtf in ("1945-08-14", "1937/1945", "194X", "../1949"):
        assert 0 <= grade_date(parse(edtf), answer).value <= 1


@given(st.dates(date(1000, 1, 1)), st.integers(1, 9999))
def test_a_span_in_its_own_words_is_right(first: date, days: int) -> None:
    last = first + timedelta(min(days, (date.max - first).days))
    for start, end in ((first, last), (f"{first:%Y-%m}", f"{last:%Y-%m}"), (first.year, last.year)):
        span = parse(f"{start}/{end}")
        assert grade_date(span, str(span)).right


@given(st.dates())
def test_a_date_in_its_own_words_is_right(day: object) -> None:
    parsed = parse(str(day))
    assert grade_date(parsed, str(parsed)).right
    assert grade_date(parsed, str(day)).right
