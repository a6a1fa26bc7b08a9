"""What narrows the list of cards: a line to type in, and three boxes to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from studyapp.domain.card_search import CardSearch, CardState, search_of
from studyapp.domain.kind_words import kind_word
from studyapp.domain.pages import TopicEntry
from studyapp.ui.browser.wording import FILTERS
from studyapp.ui.translation import translated

_AFTER_TYPING_MS = 120
_TOPIC_WIDTH = 220


class SearchLine(QLineEdit):
    """Takes words; Escape empties it, Down and Enter leave it for the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave, or empty the line."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Filters(QWidget):
    """`changed` says that other cards are wanted, `everywhere_changed` that other courses are."""

    changed = Signal()
    everywhere_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        """Start with nothing asked for."""
        super().__init__(parent)
        self.line = SearchLine(self)
        self.line.setPlaceholderText(self.tr("Words, or is:flagged, topic:…, kind:date"))
        self.line.setAccessibleName(self.tr("Search the cards"))
        self.line.setToolTip(self.tr("Search questions, answers and topics (Ctrl+F)"))
        self.line.setClearButtonEnabled(True)
        self.topic, self.kind, self.state = (QComboBox(self) for _ in range(3))
        self.topic.setAccessibleName(self.tr("Topic, and what is below it"))
        self.topic.setMaximumWidth(_TOPIC_WIDTH)
        self.kind.setAccessibleName(self.tr("Kind of card"))
        self.state.setAccessibleName(self.tr("State of the card"))
        self.everywhere = QCheckBox(self.tr("All &courses"), self)
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.line.textChanged.connect(self._typing.start)
        self._fill_states()
        for box in (self.topic, self.kind, self.state):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self.changed)
        self.everywhere.toggled.connect(self.everywhere_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for widget in (self.topic, self.kind, self.state, self.everywhere):
            row.addWidget(widget)

    def search(self) -> CardSearch:
        """Return what is asked for by the line and the boxes, but for the topic."""
        search = search_of(self.line.text())
        state = self.state.currentData()
        if state:
            search = search._replace(states=search.states | {CardState(state)})
        kind = self.kind.currentData()
        return search._replace(kinds=(*search.kinds, kind)) if kind else search

    def chosen_topic(self) -> str:
        """Return the topic that is chosen, or ""."""
        return str(self.topic.currentData() or "")

    def is_narrow(self) -> bool:
        """Say whether anything at all is asked for."""
        boxes = (self.topic, self.kind, self.state)
        return bool(self.line.text().strip()) or any(box.currentIndex() > 0 for box in boxes)

    def take_all_away(self, typed: str = "") -> None:
        """Ask for nothing but what is `typed`."""
        for widget in (self.line, self.topic, self.kind, self.state):
            widget.blockSignals(True)
        self.line.setText(typed)
        for box in (self.topic, self.kind, self.state):
            box.setCurrentIndex(0)
        for widget in (self.line, self.topic, self.kind, self.state):
            widget.blockSignals(False)
        self.changed.emit()

    def offer(self, topics: Iterable[TopicEntry], kinds: Iterable[str]) -> None:
        """Offer topics as they stand in the tree, and kinds; what is chosen stays if it can."""
        _fill(
            self.topic,
            self.tr("All topics"),
            [(f"{'    ' * topic.depth}{topic.title}", topic.id) for topic in topics],
        )
        named = sorted((translated(kind_word(kind)), kind) for kind in kinds)
        _fill(self.kind, self.tr("All kinds"), named)

    def _fill_states(self) -> None:
        states = [(translated(word), state.value) for state, word in FILTERS.items()]
        _fill(self.state, self.tr("All states"), states)


def _fill(box: QComboBox, everything: str, rows: Iterable[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for words, data in rows:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
