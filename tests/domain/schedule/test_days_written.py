"""One day as it is written."""

from datetime import date

import pytest

from studyapp.domain.schedule.days_written import read_day

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "text", ["2026-12-03", "3.12.2026", "3 December 2026", "Dec 3, 2026", "3rd of Dec", "3/12/2026"]
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, TODAY) == date(2026, 12, 3)


def test_without_a_year_it_is_the_next_such_day() -> None:
    assert read_day("27 Nov", TODAY) == TODAY
    assert read_day("26 Nov", TODAY) == date(2027, 11, 26)
    assert read_day("29 Feb", TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "soon", "May 2027", "1945", "30 Feb", "2026-02-30", "14 May 27", "9 Dec and more"]
)
def test_what_is_no_day_or_says_more_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_day(text, TODAY)
