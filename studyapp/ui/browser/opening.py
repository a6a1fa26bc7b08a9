"""Opens the list of cards beside the main window, and keeps the two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut

from studyapp.ui.browser.browser_window import BrowserWindow

if TYPE_CHECKING:
    from studyapp.ui.main_window import MainWindow


class CardsOpener(QObject):
    """Makes the list when it is first wanted; it goes with its course."""

    def __init__(self, window: MainWindow) -> None:
        """Open it for `window`."""
        super().__init__(window)
        self._window = window
        self.list: BrowserWindow | None = None
        window.study_panels.joined.connect(self.leave)

    def open(self, typed: str = "", card: str = "") -> None:
        """Show the list in front, with what is `typed` looked for and a card selected."""
        if self.list is None:
            self._make(typed, card)
        else:
            self.list.look_for(typed, card)
            self.list.catch_up()
        if self.list:
            self.list.show()
            # Only now is it known how much room its frame takes.
            self.list.stay_on_screen()
            self.list.raise_()
            self.list.activateWindow()
            self.list.table.setFocus()

    def _make(self, typed: str, card: str) -> None:
        browser = self._window.workspace.cards()
        if browser is None:
            self._window.notice.say(self.tr("There is no list of cards without your progress."))
            return
        # Without a parent: a child would always lie over the main window, where cards are asked.
        shown = BrowserWindow()
        geometry = self._window.preferences.cards_layout()
        if not geometry.isEmpty():
            shown.restoreGeometry(geometry)
        # The keys of the menu are the main window's: here they would do nothing.
        QShortcut(QKeySequence("Ctrl+Q"), shown, self._window.close)
        shown.installEventFilter(self)
        shown.changed.connect(self._take_in)
        shown.card_wanted.connect(self._ask)
        shown.passage_requested.connect(self._show_passage)
        shown.everywhere_wanted.connect(self._list_courses)
        shown.show_cards(browser, typed, card)
        self.list = shown

    def _list_courses(self, everywhere: bool) -> None:
        browser = self._window.workspace.cards(everywhere=everywhere)
        if browser and self.list:
            self.list.show_cards(browser, self.list.filters.line.text(), self.list.table.current())

    def _take_in(self) -> None:
        self._window.study_panels.refresh()
        self._window.show_status()

    def _ask(self, card: str) -> None:
        self._come_to_front()
        self._window.study_panels.ask_card(card)

    def _show_passage(self, passage: str) -> None:
        self._come_to_front()
        self._window.visit_passage(passage)

    def _come_to_front(self) -> None:
        self._window.raise_()
        self._window.activateWindow()

    def leave(self) -> None:
        """Close the list with the sessions that it was of."""
        if self.list:
            self.list.leave()
            self.list = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember the size of the list when it is closed."""
        if event.type() in (QEvent.Type.Close, QEvent.Type.Hide) and watched is self.list:
            self._window.preferences.remember_cards_layout(self.list.saveGeometry())
        return super().eventFilter(watched, event)
