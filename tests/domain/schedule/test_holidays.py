"""Days off as they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.schedule.holidays import read_dates, written_dates

TODAY = date(2026, 11, 27)
DAYS = st.sets(st.integers(0, 60)).map(
    lambda days: {(date(2026, 12, 1) + timedelta(days=day)).isoformat() for day in days}
)


def test_dates_and_ranges_are_read_in_order_and_once() -> None:
    text = "2027-05-01, 2026-12-31 to 2027-01-02; 2027-01-02–2027-01-03"
    assert read_dates(text, TODAY) == (
        *("2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"),
        "2027-05-01",
    )


def test_days_are_written_as_dates_are_in_answers_and_run_over_the_turn_of_the_year() -> None:
    assert read_dates("31 Dec to 1 Jan, 1.5.2027", TODAY) == (
        "2026-12-31",
        "2027-01-01",
        "2027-05-01",
    )


def test_nothing_written_is_no_day() -> None:
    assert read_dates(" , ", TODAY) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2026-12-24, soon", "soon"),
        ("2026-02-30", "2026-02-30"),
        ("2026-12-31 to 2026-12-30", "2026-12-31 to 2026-12-30"),
        ("2026-12-24 to 2026-12-25 to 2026-12-26", "2026-12-24 to 2026-12-25 to 2026-12-26"),
        ("2026-12-24 to 2036-12-24", "2026-12-24 to 2036-12-24"),
    ],
)
def test_what_is_no_date_is_named(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read_dates(text, TODAY)


def test_days_in_a_row_are_written_as_a_range() -> None:
    days = ("2026-12-31", "2027-01-01", "2027-05-01")
    assert written_dates(days) == "2026-12-31 to 2027-01-01, 2027-05-01"


@given(DAYS)
def test_what_is_written_is_read_again(days: set[str]) -> None:
    assert read_dates(written_dates(days), TODAY) == tuple(sorted(days))
