"""Reads what a list needs on threads: which cards there are, their words, what is known of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from studyapp.errors import KnownError, StoppedError
from studyapp.services.cards.card_browser import CardBrowser
from studyapp.services.cards.card_index import Texts, read_listed, read_texts
from studyapp.ui.background import Job, LongJob
from studyapp.ui.translation import sentence

if TYPE_CHECKING:
    from studyapp.services.cards.card_order import Listed
    from studyapp.services.cards.known_cards import KnownCards


_Found = TypeVar("_Found")


class ReadingCards(QObject):
    """Gives what it reads to a browser, and says so."""

    read = Signal()
    refused = Signal(str)

    def __init__(self, browser: CardBrowser, parent: QObject) -> None:
        """Read for `browser`."""
        super().__init__(parent)
        self._browser = browser
        self.is_done = False
        self._is_left = False
        self._last: LongJob | None = None

    def leave(self) -> None:
        """Take nothing any more: what was listed is about to be closed."""
        self._is_left = True
        if self._last:
            self._last.stop()

    def start(self) -> None:
        """Begin with which cards there are."""
        paths = [deck.path for deck in self._browser.decks.values()]
        self._do(lambda: read_listed(paths), lambda cards: self._take_cards(paths, cards))

    def _take_cards(self, paths: list[Path], cards: list[Listed]) -> None:
        self._browser.take(cards)
        self.read.emit()
        self._do(lambda: read_texts(paths, cards), self._take_texts)

    def _take_texts(self, texts: Texts) -> None:
        self._browser.take_texts(texts)
        self.read.emit()
        reading = self._browser.reading_known()
        if reading:
            self._do(reading, self._take_known)
        else:
            self.is_done = True

    def _take_known(self, known: KnownCards) -> None:
        self._browser.take_known(known)
        self.is_done = True
        # Of a long log that takes as long as all before, and is seldom asked for.
        self._last = LongJob(self._browser.reading_leeches(), self)
        self._start(self._last, self._browser.take_leeches)

    def _do(self, work: Callable[[], _Found], take: Callable[[_Found], None]) -> None:
        self._start(Job(work, self), take)

    def _start(self, job: Job, take: Callable[[_Found], None]) -> None:
        job.finished.connect(lambda found: None if self._is_left else take(found))
        job.failed.connect(self._fail)
        job.start()

    def _fail(self, error: KnownError) -> None:
        if not isinstance(error, StoppedError):
            self.refused.emit(sentence(error.message))
