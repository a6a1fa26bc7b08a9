"""A day as a person writes it: “14 May 2027”, “3.12.2026”, “2027-05-14”, “9 Dec”."""

from __future__ import annotations

from datetime import date

from studyapp.domain.written_dates import WrittenDate, written_dates


def read_day(text: str, today: date) -> date:
    """Return the one day that a text names and that is all it says; ValueError if it is none.

    Without a year it is the next such day from `today` on.
    """
    found = tuple(written_dates(text.strip()))
    if len(found) != 1 or not _is_all(found[0], text.strip()):
        raise ValueError(text)
    year, month, day = found[0].date
    # By “14 May 27” nobody means a year of the Romans.
    if not month or not day or (year and len(year) != 4):
        raise ValueError(text)
    return date(int(year), month, day) if year else _next(month, day, today)


def _is_all(found: WrittenDate, text: str) -> bool:
    return not text[: found.start].strip() and not text[found.end :].strip()


def _next(month: int, day: int, today: date) -> date:
    # The 29th of February may be years away.
    for year in range(today.year, today.year + 9):
        try:
            named = date(year, month, day)
        except ValueError:
            continue
        if named >= today:
            return named
    raise ValueError(f"{day}.{month}.")
