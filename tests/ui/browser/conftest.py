"""A list of the cards of a small course, in its window."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.browser.browser_window import BrowserWindow
from tests.services.study_cards import Desk, new_desk
from tests.ui.hearing import heard_from


@dataclass
class Shown:
    """The window, and the desk it is of."""

    window: BrowserWindow
    desk: Desk
    qtbot: QtBot

    def cards(self) -> list[str]:
        """Return the ids of the cards on show."""
        return [card.id for card in self.window.model.cards]

    def type(self, words: str) -> None:
        """Type into the search line and wait for what it finds."""
        self.window.filters.line.setFocus()
        with self.qtbot.waitSignal(self.window.filters.changed):
            self.window.filters.line.setText(words)

    def choose(self, *cards: str) -> None:
        """Select cards, and have them looked at."""
        self.window.table.choose(set(cards), cards[0])
        self.window.table.setFocus()
        self.window.look()

    def press(self, key: Qt.Key) -> None:
        """Press a key in the table."""
        QTest.keyClick(self.window.table, key)

    def texts(self) -> str:
        """Return what the preview says."""
        return texts_of(self.window.preview)

    def cell(self, card: str, column: int) -> str:
        """Return what a cell says."""
        index = self.window.model.index(self.cards().index(card), column)
        return str(index.data())


def texts_of(widget: QWidget) -> str:
    """Return the words of the labels in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[Shown]:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = BrowserWindow(parent)
    window.show_cards(desk.browser)
    window.show()
    qtbot.waitUntil(lambda: window.reading is not None and window.reading.is_done)
    yield Shown(window, desk, qtbot)
    window.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    return heard_from(monkeypatch, "browser.browser_window")
