"""Grounds painted under the words of a note: highlights, and what was just jumped to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QStyle, QTextEdit

from studyapp.services.annotations import Annotation

if TYPE_CHECKING:
    from studyapp.ui.note.note_document import Stretch
    from studyapp.ui.note.note_view import NoteView

_SHOWN_MS = 3000
_FULL_UNTIL = 0.85


class Marks(QObject):
    """The marks of one note; the passing one fades, or stays until the next action."""

    def __init__(self, view: NoteView) -> None:
        """Paint in `view`."""
        super().__init__(view)
        self._view = view
        self._annotations: list[Annotation] = []
        self.passing: Stretch | None = None
        # How strong the passing mark is: the most of the time it just stands.
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_SHOWN_MS)
        self._fading.setKeyValueAt(_FULL_UNTIL, 1.0)
        self._fading.valueChanged.connect(self.paint)
        self._fading.finished.connect(self.take_off)

    def show(self, annotations: Sequence[Annotation]) -> None:
        """Show what the student has marked; what has a note is underlined too."""
        self._annotations = [each for each in annotations if not each.lost]
        self.paint()

    def at(self, position: int) -> Annotation | None:
        """Return what the student has marked at a position."""
        for annotation in self._annotations:
            span = self._view.passages.span(annotation.anchor)
            if span and span[0] <= position < span[1]:
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

    def paint(self) -> None:
        """Paint every ground anew."""
        grounds: list[QTextEdit.ExtraSelection] = []
        for annotation in self._annotations:
            span = self._view.passages.span(annotation.anchor)
            if span:
                grounds.append(self._ground(span, "highlight", bool(annotation.note)))
        if self.passing:
            grounds.append(self._ground(self.passing[1:], "selection"))
        self._view.setExtraSelections(grounds)

    def _ground(
        self, span: tuple[int, int], role: str, underlined: bool = False
    ) -> QTextEdit.ExtraSelection:
        colour = self._view.theme.colour(role)
        if role == "selection" and self.is_fading:
            colour.setAlphaF(float(self._fading.currentValue()))
        ground = QTextEdit.ExtraSelection()
        ground.cursor = self._view.textCursor()
        ground.cursor.setPosition(span[0])
        ground.cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        ground.format = QTextCharFormat()
        ground.format.setBackground(colour)
        if underlined:
            ground.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            ground.format.setUnderlineColor(self._view.theme.colour("text"))
        return ground
