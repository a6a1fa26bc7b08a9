"""Grounds painted under the words of a note: highlights, and what was just jumped to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QVariantAnimation
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QStyle, QTextEdit, QToolTip

from studyapp.services.annotations import Annotation
from studyapp.ui.plain_text import escape

if TYPE_CHECKING:
    from studyapp.ui.note.note_document import Stretch
    from studyapp.ui.note.note_view import NoteView

SHOWN_MS = 3000
_FULL_UNTIL = 0.85


class Marks(QObject):
    """The marks of one note; the passing one fades, or stays until the next action."""

    def __init__(self, view: NoteView) -> None:
        """Paint in `view`."""
        super().__init__(view)
        self._view = view
        self._annotations: list[Annotation] = []
        self._found: list[tuple[int, int, bool]] = []
        self.passing: Stretch | None = None
        # How strong the passing mark is: the most of the time it just stands.
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=SHOWN_MS)
        self._fading.setKeyValueAt(_FULL_UNTIL, 1.0)
        self._fading.valueChanged.connect(self.paint)
        self._fading.finished.connect(self.take_off)
        view.viewport().installEventFilter(self)

    def show(self, annotations: Sequence[Annotation]) -> None:
        """Show what the student has marked; what has a note is underlined too."""
        self._annotations = [each for each in annotations if not each.lost]
        self.paint()

    def at(self, position: int) -> Annotation | None:
        """Return what the student has marked at a position."""
        for annotation in self._annotations:
            span = self._view.passages.span(annotation.anchor)
            if span and span.start <= position < span.end:
                return annotation
        return None

    def point_out(self, stretch: Stretch) -> None:
        """Mark what was jumped to."""
        self.passing = stretch
        self._fading.stop()
        self.paint()
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._view.style().styleHint(duration, None, self._view) > 0:
            self._fading.start()

    @property
    def is_fading(self) -> bool:
        """Say whether the passing mark is on its way out."""
        return self._fading.state() is QVariantAnimation.State.Running

    def take_off(self) -> None:
        """Take the passing mark off."""
        if self.passing:
            self.passing = None
            self._fading.stop()
            self.paint()

    def show_found(self, places: Sequence[tuple[int, int]], at: int = -1) -> None:
        """Mark the places where words were found, the one that is shown the most."""
        self._found = [(start, end, place == at) for place, (start, end) in enumerate(places)]
        self.paint()

    def paint(self) -> None:
        """Paint every ground anew."""
        grounds: list[QTextEdit.ExtraSelection] = []
        for annotation in self._annotations:
            span = self._view.passages.span(annotation.anchor)
            if span:
                ground = self._ground(span.start, span.end, "highlight")
                if annotation.note:
                    self._underline(ground)
                grounds.append(ground)
        if self.passing:
            grounds.append(self._fading_ground(self.passing))
        grounds.extend(self._found_ground(*each) for each in self._found)
        self._view.setExtraSelections(grounds)

    def _fading_ground(self, stretch: Stretch) -> QTextEdit.ExtraSelection:
        ground = self._ground(stretch.start, stretch.end, "selection")
        if self.is_fading:
            colour = self._view.theme.colour("selection")
            colour.setAlphaF(float(self._fading.currentValue()))
            ground.format.setBackground(colour)
        return ground

    def _found_ground(self, start: int, end: int, shown: bool) -> QTextEdit.ExtraSelection:
        ground = self._ground(start, end, "accent" if shown else "selection")
        if shown:
            ground.format.setForeground(self._view.theme.colour("on accent"))
        return ground

    def _underline(self, ground: QTextEdit.ExtraSelection) -> None:
        ground.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        ground.format.setUnderlineColor(self._view.theme.colour("text"))

    def _ground(self, start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
        ground = QTextEdit.ExtraSelection()
        ground.cursor = self._view.textCursor()
        ground.cursor.setPosition(start)
        ground.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        ground.format = QTextCharFormat()
        ground.format.setBackground(self._view.theme.colour(role))
        return ground

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the note of a highlight under the pointer."""
        if isinstance(event, QHelpEvent):
            at = self._view.cursorForPosition(event.pos()).position()
            annotation = self.at(at)
            if annotation and annotation.note:
                QToolTip.showText(event.globalPos(), f"<p>{escape(annotation.note)}</p>")
                return True
        return super().eventFilter(watched, event)
