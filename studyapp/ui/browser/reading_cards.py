"""Reads the cards of the courses on threads: first which there are, then all their words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studyapp.services.card_browser import CardBrowser
from studyapp.services.card_index import read_listed, read_texts
from studyapp.ui.background import Job
from studyapp.ui.translation import sentence


class ReadingCards(QObject):
    """Gives what it reads to a browser, and says so."""

    read = Signal()
    refused = Signal(str)

    def __init__(self, browser: CardBrowser, parent: QObject) -> None:
        """Read for `browser`."""
        super().__init__(parent)
        self._browser = browser
        self.is_done = False

    def start(self) -> None:
        """Begin with which cards there are."""
        paths = [deck.path for deck in self._browser.decks.values()]
        cards, texts = Job(lambda: read_listed(paths), self), Job(lambda: read_texts(paths), self)
        cards.finished.connect(self._browser.take)
        cards.finished.connect(texts.start)
        cards.finished.connect(self._tell)
        texts.finished.connect(self._browser.take_texts)
        texts.finished.connect(self._finish)
        for job in (cards, texts):
            job.failed.connect(lambda error: self.refused.emit(sentence(error.message)))
        cards.start()

    def _tell(self) -> None:
        self.read.emit()

    def _finish(self) -> None:
        self.is_done = True
        self.read.emit()
