"""Figures in sentences and tables."""

from studyapp.domain.messages import say
from studyapp.domain.progress.figure_words import Section, in_hours, in_words, sections
from studyapp.domain.progress.figures import (
    Confidence,
    Due,
    Figures,
    Known,
    Planned,
    WeakLink,
    Week,
)
from studyapp.domain.progress.statistics import DaySums

# 2024-10-04, a Friday.
DAY = 20_000
LINK = WeakLink("c/link/a#why", "", "Yalta", "Treaty", 2, 1, is_due=True)


def section(name: str, figures: Figures) -> Section:
    return next(each for each in sections(figures) if each.name == name)


def said(name: str, figures: Figures) -> str:
    return say(section(name, figures).words)


def test_today_says_what_is_due_now_later_and_new() -> None:
    assert said("due", Figures(DAY, Due(12, 3, 8, 40))) == "12 due now, 3 more later today, 8 new."


def test_before_an_exam_today_is_what_the_plan_asks_and_the_forecast_says_that_it_decides() -> None:
    figures = Figures(DAY, Due(12, 3, 8, 40), (12, *[0] * 400), planned=Planned(4, 9))
    assert said("due", figures) == "The plan to your exam asks today: 4 again, 9 new."
    assert [row[1] for row in section("due", figures).rows] == [4, 9, 40]
    assert said("forecast", figures).startswith("Until your exam the plan decides what is asked")
    done = figures._replace(planned=Planned(0, 0))
    assert said("due", done) == "The plan to your exam asks nothing more of this today."


def test_the_minutes_of_one_day_are_the_same_in_the_sentence_and_in_the_table() -> None:
    day = DaySums(answers=40, ms=15 * 60_000 + 20_000)
    figures = Figures(DAY, recent=day, whole=day, days=((DAY, day),))
    assert "you studied 15 min, on 1 of them" in said("hours", figures)
    assert section("hours", figures).rows == (("2024-10-04", 40, 15, 0),)


def test_the_forecast_says_the_fullest_day_and_the_time_it_takes() -> None:
    figures = Figures(DAY, forecast=(2, 0, 9, *[0] * 400), pace_ms=12_000)
    assert said("forecast", figures) == (
        "Cards due in the next 30 days: 11, most of them on 6 October: 9. "
        "At your pace, 12 s an answer, that is about 2 min in all."
    )
    assert section("forecast", figures).rows[2] == ("2024-10-06", 9, 2)
    assert len(section("forecast", figures).rows) == 30


def test_the_forecast_reaches_to_the_exam() -> None:
    figures = Figures(DAY, forecast=(1, *[0] * 400), exam_in=41)
    assert len(section("forecast", figures).rows) == 42
    assert said("forecast", figures).endswith("Days until the exam: 41.")


def test_recall_is_held_against_the_aim_and_says_how_sure_it_is() -> None:
    figures = Figures(DAY, recent=DaySums(tested=100, recalled=87), aim=0.9)
    assert said("retention", figures) == (
        "You recalled 87 of 100 cards that came back in the last 30 days – 87 of 100; you aim "
        "for 90. That many answers say that it is somewhere between 79 and 92."
    )


def test_few_answers_are_too_early_to_tell() -> None:
    figures = Figures(DAY, recent=DaySums(tested=19, recalled=19), weeks=(Week(DAY, 19, 19),))
    assert said("retention", figures).startswith(
        "19 cards came back in the last 30 days: too early"
    )
    assert section("retention", figures).rows == (("2024-10-04", 19, 19, 100, "83–100"),)


def test_weeks_in_which_nothing_came_back_are_left_out() -> None:
    figures = Figures(DAY, weeks=(Week(DAY - 7, 0, 0), Week(DAY, 4, 3)))
    assert [row[0] for row in section("retention", figures).rows] == ["2024-10-04"]


def test_time_is_told_in_hours() -> None:
    assert say(in_hours(61_000)) == "1 min"
    assert say(in_hours(5_000)) == "1 min"
    assert say(in_hours(2 * 3_600_000 + 5 * 60_000)) == "2 h 5 min"
    assert say(in_words(DAY)) == "4 October"


def test_days_in_a_row_are_told_from_two_on() -> None:
    names = [each.name for each in sections(Figures(DAY, streak=1))]
    assert "streak" not in names
    assert said("streak", Figures(DAY, streak=6)) == "You have studied 6 days in a row."


def test_themes_are_not_added_up_since_a_card_has_several() -> None:
    held = (Known("Territory", 3, 1, 0, "blue"), Known("Ideology", 1, 1, 6, "orange"))
    assert said("themes", Figures(DAY, themes=held)) == "Best known is “Territory”: 3 of 4."
    assert said("topics", Figures(DAY, topics=held)).startswith(
        "You recall 4 of 12 cards today; 6 were never met."
    )


def test_confidence_is_held_against_what_was_right() -> None:
    held = (Confidence(50, 60, 50, 10, 5), Confidence(90, 100, 100, 10, 6))
    figures = Figures(DAY, confidence=held, whole=DaySums(answers=20, marked=20, overruled=3))
    assert said("confidence", figures) == (
        "In 20 answers you were sure to 75 per cent on average, and right in 55 of 100. "
        "You changed the marking of 3 of 20 marked answers."
    )


def test_the_weakest_link_is_told_first() -> None:
    figures = Figures(DAY, links=(LINK,))
    assert said("links", figures) == "Least of all holds why “Yalta” led to “Treaty”."
    assert section("links", figures).rows[0][:3] == ("Yalta → Treaty", 2, 1)


def test_without_an_answer_each_figure_says_what_it_waits_for() -> None:
    held = {each.name: say(each.words) for each in sections(Figures(DAY))}
    assert all(held.values())
    assert held["hours"] == "Once you have answered, it says here how long you have studied."
    assert all("{" not in words for words in held.values())


def test_a_title_with_braces_is_said_as_it_stands() -> None:
    odd = LINK._replace(cause="{x}")
    assert "{x}" in said("links", Figures(DAY, links=(odd,)))
