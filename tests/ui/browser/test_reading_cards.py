"""What is read on threads for the list of cards, and what is not taken any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.card_search import search_of
from studyapp.domain.log import REVIEW, NewEntry
from studyapp.domain.schedule.leeches import FIRST
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.ui.browser.reading_cards import ReadingCards
from tests.services.study_cards import WHY, Desk, new_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


def read(desk: Desk, *, is_left: bool) -> CardBrowser:
    browser, owner = CardBrowser(desk.session, desk.progress, desk.clock), QObject()
    reading = ReadingCards(browser, owner)
    reading.start()
    if is_left:
        reading.leave()
    for _ in range(6):
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
    assert reading.is_done is not is_left
    return browser


@pytest.mark.usefixtures("qtbot")
def test_once_all_is_read_no_search_waits_for_the_log(desk: Desk) -> None:
    easy, again = (NewEntry(REVIEW, WHY, {}, rating) for rating in (4, 1))
    desk.progress.append(easy, *(again, easy) * FIRST)
    desk.clock.forward(days=300)
    browser = read(desk, is_left=False)
    asked: list[str] = []
    desk.progress._connection.set_trace_callback(asked.append)
    assert browser.find(search_of("is:leech is:due"))
    desk.progress._connection.set_trace_callback(None)
    assert [query for query in asked if "memory" in query or "review" in query] == []


def test_what_is_read_after_the_list_was_left_is_not_taken(desk: Desk, qtbot: QtBot) -> None:
    assert read(desk, is_left=True).find(search_of("")) == []
