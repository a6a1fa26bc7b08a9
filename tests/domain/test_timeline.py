"""The timeline's days, lanes and ticks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.dates import civil, day_number, parse
from studyapp.domain.timeline import (
    DAYS_A_YEAR,
    Range,
    Scale,
    TimelineEntry,
    ends_in_words,
    ends_of,
    lanes_of,
    range_of,
    ticks,
)

DATES = ["1917-11-07", "1919-03", "1920", "194X", "1953-01~", "1950?", "1937/1945", "../1937"]
DATES += ["1949/..", "1942~/1944?", "-0043"]
scales = st.builds(Scale, st.floats(-1_000_000, 1_000_000), st.floats(0.0005, 12))
entries = st.builds(
    TimelineEntry,
    st.uuids().map(str),
    st.just("topic"),
    st.text(min_size=1, max_size=40),
    st.sampled_from(["", "land", "belief", "gone"]),
    st.one_of(st.none(), st.sampled_from(DATES).map(parse)),
)
many = st.lists(entries, max_size=30, unique_by=lambda entry: entry.id)


def entry(edtf: str | None, theme: str = "", title: str = "Something") -> TimelineEntry:
    return TimelineEntry(title, "topic", title, theme, parse(edtf) if edtf else None)


@given(st.integers(-3_000_000, 3_000_000))
def test_a_day_number_and_its_date_are_each_others_inverse(day: int) -> None:
    assert day_number(*civil(day)) == day


@given(st.dates())
def test_dates_are_those_of_the_calendar(when: date) -> None:
    days = (when - date(1970, 1, 1)) // timedelta(days=1)
    assert civil(days) == (when.year, when.month, when.day)


@given(scales, st.floats(0.0005, 12), st.floats(0, 4000))
def test_zooming_keeps_the_day_under_the_pointer(scale: Scale, per_day: float, x: float) -> None:
    assert scale.zoomed(per_day, x).day(x) == pytest.approx(scale.day(x), abs=0.01)


@given(scales, st.floats(0, 4000))
def test_pixels_and_days_are_each_others_inverse(scale: Scale, x: float) -> None:
    assert scale.x(scale.day(x)) == pytest.approx(x, abs=0.01)


@given(scales)
def test_a_scale_is_kept_within_the_days_that_there_are(scale: Scale) -> None:
    limits = Range(-10_000, -10_000 + 2 * 400 / scale.per_day)
    held = scale.within(limits, 400)
    assert held.left >= limits.first
    assert held.day(400) <= limits.last + 0.01


@given(scales, st.floats(100, 4000), st.floats(20, 90))
def test_ticks_stand_in_order_where_they_belong_and_never_too_close(
    scale: Scale, width: float, apart: float
) -> None:
    found = ticks(scale, width, apart)
    assert all(0 <= scale.x(tick.day) <= width for tick in found)
    places = [scale.x(tick.day) for tick in found]
    assert all(after - before >= apart for before, after in pairwise(places))
    assert all(civil(tick.day)[2] == 1 for tick in found)


@pytest.mark.parametrize(
    ("per_day", "labels"),
    [
        (0.05, ["1945", "1950"]),
        (0.3, ["1945", "1946"]),
        (0.8, ["1945", "Apr 1945"]),
        (3, ["1945", "Feb 1945"]),
    ],
)
def test_ticks_are_decades_years_quarters_or_months(per_day: float, labels: list[str]) -> None:
    scale = Scale(day_number(1945, 1, 1), per_day)
    found = ticks(scale, 400, 64)
    assert [tick.label for tick in found][:2] == labels


def test_years_before_our_era_are_named_as_the_dates_are() -> None:
    found = ticks(Scale(day_number(-43, 1, 1), 0.3), 100, 64)
    assert found[0].label == "44 BC"


@given(many, st.booleans())
def test_every_entry_stands_in_one_lane(held: list[TimelineEntry], by_theme: bool) -> None:
    lanes = lanes_of(held, ("land", "belief"), by_theme=by_theme)
    shown = [each.id for lane in lanes for each in lane.entries]
    assert sorted(shown) == sorted(each.id for each in held)
    assert all(lane.entries for lane in lanes)


def test_lanes_stand_in_the_order_of_the_themes_and_those_without_a_date_last() -> None:
    held = [entry(None, "land"), entry("1950", "belief"), entry("1940", "land"), entry("1930")]
    lanes = lanes_of(held, ("land", "belief"), by_theme=True)
    assert [(lane.theme, lane.is_dated) for lane in lanes] == [
        ("land", True),
        ("belief", True),
        ("", True),
        ("", False),
    ]


def test_one_lane_holds_all_that_has_a_date_in_order_of_time() -> None:
    held = [entry("1950", "land"), entry("../1937", "belief"), entry("1940-05"), entry("1940-01")]
    [lane] = lanes_of(held, ("land", "belief"), by_theme=False)
    written = [each.date.edtf for each in lane.entries if each.date]
    assert written == ["../1937", "1940-01", "1940-05", "1950"]


@given(many)
def test_every_day_of_what_is_no_span_is_in_range(held: list[TimelineEntry]) -> None:
    limits = range_of(held)
    known = [each.date for each in held if each.date]
    days = [day for date in known if not ends_of(date).is_span for day in date[1:]]
    assert all(limits.first <= day <= limits.last for day in days)
    assert limits.last - limits.first >= 365


@pytest.mark.parametrize("far", ["1936/1990", "1850/1920", "1850/1990"])
def test_what_lasted_far_longer_than_all_else_does_not_press_it_together(far: str) -> None:
    held = [entry(str(year)) for year in range(1917, 1938)]
    assert range_of([*held, entry(far)]) == range_of(held)


@pytest.mark.parametrize(
    "written",
    [
        ["1917", "1920", "1930", "1937", "1936/1950"],
        ["1917", "1920", "1930", "1937", "1936/1990", "1937/1989"],
        ["1900/1990"],
        ["1900/1990", "1910/1980"],
    ],
)
def test_what_reaches_as_far_again_or_is_no_exception_is_shown_whole(written: list[str]) -> None:
    days = [day for edtf in written for day in parse(edtf)[1:]]
    limits = range_of([entry(edtf) for edtf in written])
    assert limits.first < min(days)
    assert limits.last > max(days)


def test_the_ends_of_a_date_say_how_it_is_drawn() -> None:
    assert ends_of(parse("1949/..")).open_end
    assert ends_of(parse("../1937")).open_start
    assert ends_of(parse("1945-08-14")).is_one_day
    assert not ends_of(parse("1945")).is_span
    doubtful = ends_of(parse("1942~/1944"))
    assert doubtful.is_span
    assert (doubtful.doubtful_start, doubtful.doubtful_end) == (True, False)
    assert ends_of(parse("1950?")).doubtful_end


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (10, ("1945", "1954")),
        (2, ("January 1945", "December 1946")),
        (0.2, ("January 1945", "March 1945")),
    ],
)
def test_what_is_in_sight_is_told_by_years_or_by_months_if_they_are_few(
    years: float, words: tuple[str, str]
) -> None:
    left, days = day_number(1945, 1, 1), years * DAYS_A_YEAR
    assert ends_in_words(Scale(left, 2.0), days * 2 - 4) == words


def test_years_before_christ_are_told_as_the_axis_tells_them() -> None:
    left = day_number(-43, 3, 1)
    assert ends_in_words(Scale(left, 1.0), 100) == ("March 44 BC", "June 44 BC")
