"""Joins the note panel's highlights and margin notes to the service that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.services.workspace import Workspace
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from studyapp.domain.anchoring import Anchor


class Annotating(QObject):
    """Passes on what the person marks, and shows what is kept of the topic in sight.

    `refused` carries a sentence for the person.
    """

    refused = Signal(str)

    def __init__(self, panel: NotePanel, workspace: Workspace) -> None:
        """Listen to `panel`."""
        super().__init__(panel)
        self._panel, self._workspace = panel, workspace
        self._topic = ""
        panel.highlight_requested.connect(self._highlight)
        panel.annotation_note_changed.connect(self._set_note)
        panel.annotation_removed.connect(self._remove)

    def show(self, topic: str) -> None:
        """Show what is kept of a topic, found again in the note as it stands."""
        self._topic = topic
        annotations, reader = self._workspace.annotations, self._workspace.reader
        if not (annotations and reader and topic):
            return
        with Saying(self.refused.emit):
            self._panel.set_annotations(annotations.of_topic(topic, reader.passages(topic)))

    def _highlight(self, anchor: Anchor, note: str) -> None:
        annotations = self._workspace.annotations
        if annotations:
            with Saying(lambda why: self._refuse(why, note)):
                annotations.highlight(self._topic, anchor, note)
            self.show(self._topic)

    def _set_note(self, annotation: str, text: str) -> None:
        annotations = self._workspace.annotations
        if annotations:
            with Saying(lambda why: self._refuse(why, text)):
                annotations.set_note(annotation, text)
            self.show(self._topic)

    def _refuse(self, why: str, note: str) -> None:
        """Say why, with the words that were typed, so that they can be copied."""
        words = self.tr("Your note was: {note}").format(note=note) if note else ""
        self.refused.emit(f"{why} {words}".strip())

    def _remove(self, annotation: str) -> None:
        annotations = self._workspace.annotations
        if annotations:
            with Saying(self.refused.emit):
                annotations.remove(annotation)
            self.show(self._topic)
