"""What is said of a plan to an exam is no more than is expected."""

import pytest
from pytestqt.qtbot import QtBot

from studyapp.services.study.exam_planning import Outlook
from studyapp.ui.exam.wording import Wording, hundredths


@pytest.fixture
def wording(qtbot: QtBot) -> Wording:
    return Wording()


def outlook(**others: int) -> Outlook:
    figures = {"unbegun": 0, "left_alone": 0} | others
    return Outlook(20, 150, (0.41, 0.84), (0.41, 0.88), **figures)


@pytest.mark.parametrize(
    ("recall", "of_100"), [(0.0, 0), (0.844, 84), (0.846, 85), (0.996, 99), (1.0, 100)]
)
def test_a_hundred_of_a_hundred_is_said_only_of_all(recall: float, of_100: int) -> None:
    assert hundredths(recall) == of_100


def test_the_plan_says_what_the_minutes_come_to_and_what_more_would(wording: Wording) -> None:
    assert wording.outlook(outlook()) == (
        "With 20 minutes a day you will probably recall 84 of 100 on the day; with 5 minutes more: "
        "88. If you stopped today: 41."
    )


def test_where_there_is_time_for_all_nothing_is_left_out(wording: Wording) -> None:
    assert wording.left_out(outlook()) == ""


def test_what_there_is_no_time_for_is_said(wording: Wording) -> None:
    assert wording.left_out(outlook(unbegun=60, left_alone=3)) == (
        "For 60 of 150 cards there is no time: they are not begun. "
        "A new card helps more by the minute than one that you forgot: what you rate Again may "
        "not come back before the exam. "
        "3 cards that you have met are left alone: others gain more."
    )
