"""The table of cards keeps Qt's rules, and reads only the rows that are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studyapp.domain.card_search import CardSearch
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_order import Column, Listed
from studyapp.services.cards.card_rows import CardRow
from studyapp.ui.browser.card_table_model import COLUMNS, CardTableModel
from tests.services.study_cards import CHOICE, Desk


@pytest.fixture
def model(desk: Desk) -> CardTableModel:
    made = CardTableModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(desk.browser, desk.browser.find(CardSearch()))
    return made


def test_the_model_keeps_the_rules_through_every_change(
    qtbot: QtBot, desk: Desk, model: CardTableModel
) -> None:
    desk.acts.flag([CHOICE])
    desk.browser.catch_up()
    model.show(desk.browser, desk.browser.find(CardSearch()))
    model.show(desk.browser, [])
    assert model.rowCount() == 0
    model.show(desk.browser, desk.browser.find(CardSearch(words=("korea",))))
    assert (model.rowCount(), model.columnCount()) == (2, 7)


def test_the_same_cards_are_told_anew_without_a_reset(
    qtbot: QtBot, desk: Desk, model: CardTableModel
) -> None:
    desk.acts.flag([CHOICE])
    desk.browser.catch_up()
    with (
        qtbot.waitSignal(model.dataChanged),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.show(desk.browser, desk.browser.find(CardSearch()))
    assert model.index(0, COLUMNS.index(Column.STATE)).data() == "⚑ Flagged"


def test_columns_have_names(model: CardTableModel) -> None:
    across = Qt.Orientation.Horizontal
    names = [model.headerData(at, across) for at in range(model.columnCount())]
    assert names == ["Question", "Kind", "Topic", "Due", "Held for", "Last answer", "State"]


def test_only_rows_that_are_asked_for_are_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    row_of = CardBrowser.row

    def row(browser: CardBrowser, card: Listed) -> CardRow:
        read.append(card.id)
        return row_of(browser, card)

    monkeypatch.setattr(CardBrowser, "row", row)
    # Without a tester, which reads every row for itself.
    model = CardTableModel()
    model.show(desk.browser, desk.browser.find(CardSearch()))
    for column in range(model.columnCount()):
        model.index(0, column).data()
    assert read == [model.cards[0].id]
