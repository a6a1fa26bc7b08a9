"""The plan to an exam: what is asked today, and what that comes to on the day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.domain.schedule.exam_forecast import Forecast, forecast
from studyapp.domain.schedule.exam_plan import ExamPlanner, Known, Seconds, Today, usual_seconds
from studyapp.domain.schedule.outcomes import Outcomes

PLANNER = ExamPlanner(Outcomes())
DAY = 600.0

known_cards = st.builds(Known, st.floats(0.05, 300), st.floats(1, 10), st.integers(0, 200))
many_known = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), known_cards, max_size=30)
new_cards = st.integers(0, 30).map(lambda count: [f"new {number}" for number in range(count)])
spans = st.lists(st.sampled_from((0.0, 60.0, DAY, 1800.0)), min_size=1, max_size=40)


def planned(known: dict[str, Known], new: tuple[str, ...] = (), days: int = 10) -> Today:
    return PLANNER.today(known, new, [DAY] * days)


@given(many_known, new_cards, spans)
def test_what_is_asked_fits_into_the_day(
    known: dict[str, Known], new: list[str], days: list[float]
) -> None:
    today = PLANNER.today(known, new, days)
    assert today.seconds <= days[0]
    assert len(today.asked) <= len(today.order)


@given(many_known, new_cards, spans)
def test_no_card_is_asked_twice_and_none_from_elsewhere(
    known: dict[str, Known], new: list[str], days: list[float]
) -> None:
    order = PLANNER.today(known, new, days).order
    assert len(set(order)) == len(order)
    assert set(order) <= {*known, *new}


def test_without_days_before_an_exam_nothing_is_chosen() -> None:
    assert PLANNER.today({"a": Known(2, 5, 9)}, ["b"], ()) == Today((), 0, 0.0)


def test_a_card_that_will_surely_be_recalled_is_not_asked() -> None:
    assert planned({"sure": Known(1e9, 5, 3), "shaky": Known(2, 5, 3)}).order == ("shaky",)


def test_a_card_that_was_answered_today_is_left_alone() -> None:
    assert planned({"today": Known(0.5, 8, 0), "before": Known(0.5, 8, 1)}).order == ("before",)


def test_new_cards_keep_the_order_of_the_course() -> None:
    assert planned({}, ("b", "a", "c")).order == ("b", "a", "c")


def test_where_time_is_short_a_new_card_comes_before_one_that_is_half_known() -> None:
    today = PLANNER.today({"half": Known(4, 6, 6)}, [f"{n}" for n in range(50)], [60.0] * 3)
    assert "half" not in today.asked


def test_on_the_last_day_what_is_gone_furthest_comes_before_what_is_fresh() -> None:
    today = planned({"fresh": Known(20, 5, 2), "gone": Known(20, 5, 90)}, days=1)
    assert today.order[0] == "gone"


def test_a_card_gains_less_today_where_there_is_time_for_it_later() -> None:
    plenty, scarce = PLANNER.day(10, 0, [DAY] * 30), PLANNER.day(10_000, 0, [DAY] * 30)
    assert plenty.worth(3, 5, 6) < scarce.worth(3, 5, 6) / 2


def test_days_without_time_before_the_exam_put_the_last_round_before_them() -> None:
    assert PLANNER.day(10, 0, [DAY] * 6 + [0.0] * 4).round == 5


@settings(deadline=None, max_examples=40)
@given(many_known, st.integers(0, 30), st.integers(1, 20), st.sampled_from((60.0, 180.0, DAY)))
def test_more_minutes_never_lower_the_forecast_beyond_rounding(
    known: dict[str, Known], new: int, days: int, seconds: float
) -> None:
    less = forecast(PLANNER, list(known.values()), new, [seconds] * days)
    more = forecast(PLANNER, list(known.values()), new, [seconds + 300] * days)
    assert more.recall >= less.recall - 0.01


@settings(deadline=None, max_examples=40)
@given(many_known, st.integers(0, 30), spans)
def test_a_forecast_starts_with_what_is_known_and_rises_with_every_day(
    known: dict[str, Known], new: int, days: list[float]
) -> None:
    foreseen = forecast(PLANNER, list(known.values()), new, days)
    assert len(foreseen.recalls) == len(days) + 1
    assert all(0 <= recall <= 1 for recall in foreseen.recalls)
    assert list(foreseen.recalls) == sorted(foreseen.recalls)


def test_without_minutes_the_forecast_is_what_is_left_of_today() -> None:
    foreseen = forecast(PLANNER, [Known(10, 5, 0)], 1, [0.0] * 10)
    assert foreseen.recall == pytest.approx(0.45)


def test_cards_for_which_there_is_no_time_are_counted() -> None:
    foreseen = forecast(PLANNER, [Known(0.01, 9, 100)] * 40, 1000, [60.0] * 5)
    assert foreseen.unbegun > 900
    assert foreseen.left_alone == 40


def test_a_forecast_of_very_many_cards_is_that_of_a_sample() -> None:
    few = forecast(PLANNER, [Known(3, 5, 4)] * 100, 100, [DAY] * 5)
    many = forecast(PLANNER, [Known(3, 5, 4)] * 10_000, 10_000, [100 * DAY] * 5)
    assert many.recall == pytest.approx(few.recall, abs=0.02)


def test_without_cards_there_is_nothing_to_foresee() -> None:
    assert forecast(PLANNER, [], 0, [DAY] * 2) == Forecast((0.0, 0.0, 0.0), 0, 0)


def test_few_answers_of_ones_own_change_what_is_usual_a_little() -> None:
    usual = Seconds()
    own = usual_seconds([usual.new * 3] * 20, [], [])
    assert own.new == pytest.approx(usual.new * 2)
    assert own.recalled == usual.recalled
