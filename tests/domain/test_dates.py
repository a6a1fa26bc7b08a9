"""Dates: the days that EDTF means, by another reader of EDTF, and words for persons."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.dates import (
    OPEN,
    HistoricalDate,
    day_number,
    in_few_words,
    parse,
    surely_before,
)

EPOCH = date(1970, 1, 1).toordinal()
SPELLING = [
    ("1945-08-14", "14 August 1945"),
    ("1945-08", "August 1945"),
    ("1945", "1945"),
    ("194X", "the 1940s"),
    ("19XX", "1900–1999"),
    ("1950?", "1950 (?)"),
    ("1950~", "about 1950"),
    ("1950-02%", "about February 1950 (?)"),
    ("1937/1945", "1937–45"),
    ("1899/1901", "1899–1901"),
    ("0960/0962", "960 – 962"),
    ("1945-08/1949", "August 1945 – 1949"),
    ("1949/..", "from 1949"),
    ("../1949", "until 1949"),
    ("-0043", "44 BC"),
]


def spelled(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def a_day(year: int, month: int, day: int) -> str:
    return f"{spelled(year)}-{month:02d}-{day:02d}"


years = st.integers(-999, 2999)
months = st.integers(1, 12)
# The 29th of February is left to a test of its own: the other reader lets every year have one.
points = st.one_of(
    st.builds(spelled, years),
    st.builds(lambda year, month: f"{spelled(year)}-{month:02d}", years, months),
    st.builds(a_day, years, months, st.integers(1, 28)),
    st.builds(lambda decade: f"{decade:03d}X", st.integers(0, 299)),
    st.builds(lambda century: f"{century:02d}XX", st.integers(0, 29)),
)
doubted = st.builds(
    lambda point, doubt: point if "X" in point else point + doubt, points, st.sampled_from("?~% ")
).map(str.strip)


def days_by_oracle(edtf: str) -> tuple[int, int]:
    """Return the earliest and latest day as the `edtf` package reads them."""
    found = parse_edtf(edtf)
    first, last = found.lower_strict(), found.upper_strict()
    return day_number(*first[:3]), day_number(*last[:3])


@given(edtf=doubted)
@settings(max_examples=80, deadline=None)
def test_a_date_means_the_days_that_another_reader_finds(edtf: str) -> None:
    assert parse(edtf)[1:] == days_by_oracle(edtf)


@given(start=points, end=points)
@settings(max_examples=30, deadline=None)
def test_an_interval_reaches_from_its_first_day_to_its_last(start: str, end: str) -> None:
    expected = (parse(start).earliest, parse(end).latest)
    if expected[0] > expected[1]:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse(f"{start}/{end}")
    else:
        assert parse(f"{start}/{end}")[1:] == expected == days_by_oracle(f"{start}/{end}")


@given(day=st.dates())
def test_days_are_counted_as_in_the_gregorian_calendar(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal() - EPOCH


@given(day=st.dates())
def test_the_days_of_a_month_are_those_of_the_calendar(day: date) -> None:
    [first, last] = parse(f"{day:%Y-%m}".zfill(7))[1:]
    assert first <= day.toordinal() - EPOCH <= last
    assert last - first in (27, 28, 29, 30)


@pytest.mark.parametrize(("edtf", "words"), SPELLING)
def test_a_date_is_said_in_words(edtf: str, words: str) -> None:
    assert str(parse(edtf)) == words


@pytest.mark.parametrize("end", ["", ".."])
def test_an_open_end_lies_beyond_every_day(end: str) -> None:
    assert parse(f"1949/{end}").latest == OPEN
    assert parse(f"{end}/1949").earliest == -OPEN


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("14 August 1945", "write 1945-08-14"),
        ("1945-13", "no month 13"),
        ("1945-02-29", "no day 29: that month has 28"),
        ("1900-02-29", "no day 29"),
        ("194X-08", "unspecified year"),
        ("1946/1945", "ends before it begins"),
        ("../..", "open at both ends"),
        ("", "is not a date"),
        ("1945–49", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(edtf: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse(edtf)


def test_a_leap_day_is_one_day_of_a_leap_year() -> None:
    assert parse("2000-02-29")[1:] == (11016, 11016)


@given(one=st.builds(parse, points), other=st.builds(parse, points))
@settings(deadline=None)
def test_one_date_is_surely_before_another_only_if_no_day_of_theirs_is_the_other_way_round(
    one: HistoricalDate, other: HistoricalDate
) -> None:
    assert surely_before(one, other) == (one.latest < other.earliest)
    assert not (surely_before(one, other) and surely_before(other, one))


@given(one=st.builds(parse, doubted), other=st.builds(parse, doubted))
@settings(deadline=None)
def test_doubt_makes_nothing_surer(one: HistoricalDate, other: HistoricalDate) -> None:
    assert not surely_before(one, other) or one.latest < other.earliest


@pytest.mark.parametrize(
    ("one", "other", "surely"),
    [
        ("1949", "1950", True),
        ("1949", "1950~", False),
        ("1949?", "1950", False),
        ("1948", "1950~", True),
        ("1950-02%", "1950-03", False),
        ("1950-02%", "1950-05", True),
        ("1937/1949?", "1950", False),
        ("1937?/1949", "1950", True),
    ],
)
def test_what_is_in_doubt_may_be_off_by_its_own_length(one: str, other: str, surely: bool) -> None:
    assert surely_before(parse(one), parse(other)) == surely


def test_what_has_no_date_is_surely_before_nothing() -> None:
    assert not surely_before(None, parse("1945"))
    assert not surely_before(parse("1945"), None)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1949-12-16", "16 Dec 1949"),
        ("1945-06-30/1945-08-14", "30 Jun 1945 – 14 Aug 1945"),
        ("1945-05", "May 1945"),
        ("1945", "1945"),
    ],
)
def test_a_date_in_few_words_has_short_months(edtf: str, words: str) -> None:
    assert in_few_words(edtf) == words
