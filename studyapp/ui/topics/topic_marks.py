"""The mark before each topic: a disc that fills by quarters, and a tick when all is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPixmap

from studyapp.domain.progress.knowledge import Level
from studyapp.ui.look.theme import Theme

if TYPE_CHECKING:
    from studyapp.domain.progress.knowledge import Knowledge
    from studyapp.services.progress.overview import Overview

SIZE = 12


class TopicMarks(QObject):
    """What the tree shows of how far each topic is known; nothing until it is known."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start without an overview."""
        super().__init__()
        self._theme = theme
        self._overview: Overview | None = None
        self._shapes: dict[Level, QPixmap] = {}
        self._shown: dict[str, Level] = {}
        # Titles must not move when the marks come.
        self._blank = QPixmap(SIZE, SIZE)
        self._blank.fill(QColor(0, 0, 0, 0))
        theme.changed.connect(self._recolour)

    def show(self, overview: Overview | None) -> None:
        """Show the marks of an overview, or none."""
        self._overview = overview
        self._shown.clear()
        self.changed.emit()

    def refresh(self) -> None:
        """Show what was learned since, if any mark is another for it."""
        overview = self._overview
        if overview is None:
            return
        overview.catch_up()
        # Of a large course most topics are as they were.
        touched = overview.take_touched() & self._shown.keys()
        if any(overview.of(topic).level != self._shown[topic] for topic in touched):
            self._shown.clear()
            self.changed.emit()

    def shape(self, topic: str) -> QPixmap:
        """Return a topic's mark."""
        if self._overview is None:
            return self._blank
        level = self._shown[topic] = self._overview.of(topic).level
        if level not in self._shapes:
            from studyapp.ui.topics.topic_mark_painting import painted

            self._shapes[level] = painted(level, SIZE, self._theme)
        return self._shapes[level]

    def reason(self, topic: str) -> str:
        """Return in words why a topic has its mark, or ""."""
        return self._in_words(self._overview.of(topic)) if self._overview else ""

    def _in_words(self, known: Knowledge) -> str:
        lines = (
            (known.notes, known.read, self.tr("Notes read: {done} of {all}")),
            (known.boards, known.sorted, self.tr("Boards without a mistake: {done} of {all}")),
            (known.cards, known.recalled, self.tr("Cards you know now: {done} of {all}")),
        )
        return "\n".join(words.format(done=done, all=of) for of, done, words in lines if of)

    def _recolour(self) -> None:
        self._shapes.clear()
        self.changed.emit()
