"""The list of cards in a window of its own: found, looked at, decided about, changed.

It stands beside the main window and waits for nothing: what is done in the one is seen in the
other.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QSplitter, QVBoxLayout, QWidget

from studyapp.services.cards.card_acts import CardActs
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_order import Column
from studyapp.services.cards.card_sight import sight_of
from studyapp.ui.announce import announce
from studyapp.ui.board.empty_view import EmptyView
from studyapp.ui.browser.acting import Acting
from studyapp.ui.browser.card_table import CardTable
from studyapp.ui.browser.card_table_model import CardTableModel
from studyapp.ui.browser.filters import Filters
from studyapp.ui.browser.preview import Preview
from studyapp.ui.browser.reading_cards import ReadingCards
from studyapp.ui.browser.wording import what_is_unknown
from studyapp.ui.notice_bar import NoticeBar
from studyapp.ui.refusing import Saying

HOME_SIZE = (1180, 680)
# So long the arrow keys rest on a card before it is looked at.
_LOOK_AFTER_MS = 60


class BrowserWindow(QDialog):
    """Shows what a `CardBrowser` finds; `changed` says that cards were decided about."""

    changed = Signal()
    card_wanted = Signal(str)
    passage_requested = Signal(str)
    everywhere_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no cards; `show_cards` gives them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cards"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowFlag(Qt.WindowType.WindowMinimizeButtonHint)
        self.browser: CardBrowser | None = None
        self.reading: ReadingCards | None = None
        self._by: Column | None = None
        self._backwards = False
        self._wanted = ""
        self.model = CardTableModel(self)
        self.table = CardTable(self.model, self)
        self.filters, self.preview, self.notice = Filters(self), Preview(self), NoticeBar(self)
        self.acting = Acting(self.table, self)
        self.empty = EmptyView(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._lay_out()
        self._join()
        self.resize(*HOME_SIZE)

    def stay_on_screen(self) -> None:
        """Be no larger than the screen, and wholly on it: it may be another than the last time."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry().size() - self.size()
        self.resize(self.size().boundedTo(room.size() - frame))
        shown = QRect(self.pos(), self.size() + frame)
        shown.moveRight(min(shown.right(), room.right()))
        shown.moveBottom(min(shown.bottom(), room.bottom()))
        shown.moveLeft(max(shown.left(), room.left()))
        shown.moveTop(max(shown.top(), room.top()))
        self.move(shown.topLeft())

    def _lay_out(self) -> None:
        upper = QWidget(self)
        rows = QVBoxLayout(upper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.empty, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.notice)
        layout.addWidget(self.filters)
        layout.addLayout(self.acting.buttons())
        layout.addWidget(split, 1)
        layout.addWidget(self.count)

    def _join(self) -> None:
        self.filters.changed.connect(self._find)
        self.filters.everywhere_changed.connect(self.everywhere_wanted)
        self.filters.line.left.connect(self.table.setFocus)
        self.model.sort_wanted.connect(self._sort)
        self.table.acted.connect(self._act)
        self.table.doubleClicked.connect(lambda _index: self._act("preview"))
        self.table.selectionModel().selectionChanged.connect(self._looking.start)
        self.table.selectionModel().currentChanged.connect(self._looking.start)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._looking.timeout.connect(self.look)
        self.acting.done.connect(self._say_done)
        self.acting.refused.connect(self.notice.say)
        self.acting.card_wanted.connect(self.card_wanted)
        self.preview.passage_requested.connect(self.passage_requested)
        self.preview.take_back_requested.connect(self._take_change_back)
        self.empty.topic_requested.connect(lambda _topic: self.filters.take_all_away())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_to_search)

    def show_cards(self, browser: CardBrowser, typed: str = "", card: str = "") -> None:
        """List the cards of `browser` that are like what is `typed`, with one card selected."""
        self.browser, self._wanted = browser, card
        self.acting.act_on(CardActs(browser))
        self.reading = ReadingCards(browser, self)
        self.reading.read.connect(self._take_what_was_read)
        self.reading.refused.connect(self.notice.say)
        self.reading.start()
        self.notice.hide()
        self.filters.take_all_away(typed)

    def look_for(self, typed: str, card: str = "") -> None:
        """List what is like what is `typed`, and select a card."""
        self._wanted = card
        self.filters.take_all_away(typed)

    def catch_up(self) -> None:
        """Show what was logged elsewhere since."""
        if self.browser and self.browser.catch_up():
            self._find()

    def leave(self) -> None:
        """Close for good: what was listed is about to be closed too."""
        self._looking.stop()
        if self.reading:
            self.reading.leave()
        self.browser = None
        self.close()
        self.deleteLater()

    def _take_what_was_read(self) -> None:
        if self.browser is None:
            return
        topics = [topic for deck in self.browser.decks.values() for topic in deck.topics.values()]
        self.filters.offer(topics, self.browser.kinds)
        self._find()

    def _find(self) -> None:
        browser = self.browser
        if browser is None:
            return
        chosen, current = set(self.table.chosen()), self._wanted or self.table.current()
        row, had_cards = self.table.currentIndex().row(), bool(self.model.cards)
        topic = self.filters.chosen_topic()
        within = browser.deck_of(topic).topics_of(topic) if topic else None
        with Saying(self.notice.say):
            self.model.show(
                browser,
                browser.find(
                    self.filters.search(), within=within, by=self._by, backwards=self._backwards
                ),
            )
        if self._wanted:
            chosen = {self._wanted}
            if any(card.id == self._wanted for card in self.model.cards):
                self._wanted = ""
        self.table.choose(chosen, current, row if had_cards else 0)
        self._show_count(browser)
        self._looking.start()

    def _show_count(self, browser: CardBrowser) -> None:
        shown = len(self.model.cards)
        counted = self.tr("1 card") if shown == 1 else self.tr("{count} cards").format(count=shown)
        unknown = what_is_unknown(self.filters.search(), browser.kinds)
        self.count.setText(f"{counted}. {unknown}" if unknown else counted)
        is_reading = self.reading is not None and not self.reading.is_done
        had_focus = self.table.hasFocus()
        self.empty.setVisible(not shown)
        if had_focus and not shown:
            # Else the keys would go to the line, where Ctrl+Z takes back what was typed.
            self.empty.setFocus()
        self.table.setVisible(bool(shown))
        if shown:
            if self.filters.line.hasFocus():
                announce(self.filters.line, self.count.text())
            return
        if is_reading:
            self.empty.say(self.tr("The cards are being read…"))
        elif self.filters.is_narrow():
            self.empty.say(self.tr("No card is like this."))
            self.empty.button.setText(self.tr("Show all cards"))
            self.empty.button.show()
        else:
            self.empty.say(
                self.tr(
                    "This course asks nothing yet. Select words in a note and press Ctrl+M to make "
                    "a card of them."
                )
            )
        announce(self.empty, f"{self.empty.label.text()} {unknown}".strip())

    def look(self) -> None:
        """Show the card that the keys are at, and what can be done with what is selected."""
        self.acting.look()
        chosen, card = self.table.chosen(), self.table.current()
        if self.browser is None:
            return
        if len(chosen) > 1:
            words = self.tr("{count} cards selected").format(count=len(chosen))
            announce(self.table, words)
        listed = next((each for each in self.model.cards if each.id == card), None)
        with Saying(self.notice.say):
            sight = sight_of(self.browser, card, listed.topic) if listed else None
            if sight:
                self.preview.show_card(sight)
                return
        self.preview.show_nothing(self.tr("Select a card to see its answer and its past."))

    def _act(self, name: str) -> None:
        if name == "preview":
            self.look()
            self.preview.sheet.setFocus()
            announce(self.preview.sheet, self.preview.words())
        else:
            self.acting.act(name)

    def _take_change_back(self) -> None:
        self.acting.act("take back")
        # The button that was pressed is gone.
        self.table.setFocus()

    def _say_done(self, words: str) -> None:
        self.notice.hide()
        self.catch_up()
        self.look()
        self.count.setText(words)
        announce(self, words)
        self.changed.emit()

    def _sort(self, by: Column | None, backwards: bool) -> None:
        self._by, self._backwards = by, backwards
        self._find()

    def _show_menu(self) -> None:
        at = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        self.acting.menu.popup(self.table.viewport().mapToGlobal(at))

    def _go_to_search(self) -> None:
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Show what was answered in the main window meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.catch_up()
