"""Joins the note panel's highlights and margin notes to the service that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from studyapp.services.workspace import Workspace
from studyapp.ui.announce import announce
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.refusing import Saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.domain.anchoring import Anchor
    from studyapp.services.annotations import Annotation, Annotations


class Change(NamedTuple):
    """A change of one highlight: what was kept before, and after; None where nothing was."""

    before: Annotation | None
    after: Annotation | None


class Annotating(QObject):
    """Passes on what the person marks, and shows what is kept of the topic in sight.

    `refused` carries a sentence for the person. What was done since the course was opened can be
    taken back; the log keeps both.
    """

    refused = Signal(str)

    def __init__(self, panel: NotePanel, workspace: Workspace) -> None:
        """Listen to `panel`."""
        super().__init__(panel)
        self._panel, self._workspace = panel, workspace
        self._topic = ""
        # What the person did in one go is taken back in one go.
        self._done: list[list[Change]] = []
        self._undone: list[list[Change]] = []
        # A highlight that is brought back is a new one; this leads from the old to the new.
        self._became: dict[str, str] = {}
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
            # Most notes have no highlights, and finding their places takes the note's passages.
            passages = reader.passages(topic) if annotations.has(topic) else ()
            self._panel.set_annotations(annotations.of_topic(topic, passages))

    def forget(self) -> None:
        """Forget what could be taken back: another course is open."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> bool:
        """Take back the last change; say whether there was one."""
        words = self.tr("The margin note is as it was before.")
        return self._step(self._done, self._undone, words)

    def redo(self) -> bool:
        """Do again what was taken back; say whether there was anything."""
        return self._step(self._undone, self._done, self.tr("The margin note is changed again."))

    def _step(self, source: list[list[Change]], target: list[list[Change]], rewritten: str) -> bool:
        annotations = self._workspace.annotations
        if not source or annotations is None:
            return False
        changes = source[-1]
        with Saying(self.refused.emit):
            for change in reversed(changes):
                self._turn(annotations, change.after, change.before)
            source.pop()
            target.append([Change(after, before) for before, after in reversed(changes)])
            announce(self._panel, self._told(changes[0], rewritten))
        self._show_where(changes[0])
        return True

    def _told(self, change: Change, rewritten: str) -> str:
        """Say what became of a highlight by turning a change round; its note may be `rewritten`."""
        if change.before is None:
            return self.tr("The highlight was taken off.")
        return rewritten if change.after else self.tr("The highlight is back.")

    def _turn(
        self, annotations: Annotations, old: Annotation | None, new: Annotation | None
    ) -> None:
        """Keep `new` in the place of `old`."""
        if new is None and old:
            annotations.remove(self._id(old))
        elif new and old:
            annotations.set_note(self._id(old), new.note)
        elif new:
            made = annotations.highlight(new.topic, new.anchor, new.note, new.colour)
            self._became[self._id(new)] = made.id

    def _id(self, annotation: Annotation) -> str:
        name = annotation.id
        while name in self._became:
            name = self._became[name]
        return name

    def _show_where(self, change: Change) -> None:
        one = change.before or change.after
        if one and one.topic != self._topic:
            self._panel.topic_requested.emit(one.topic)
        else:
            self.show(self._topic)

    def _highlight(self, anchors: Sequence[Anchor], note: str) -> None:
        annotations = self._workspace.annotations
        if annotations is None:
            return
        changes: list[Change] = []
        with Saying(lambda why: self._refuse(why, note)):
            for anchor in anchors:
                text = "" if changes else note
                made = annotations.highlight(self._topic, anchor, text)
                changes.append(Change(None, made))
            announce(self._panel, self.tr("Highlighted"))
        if changes:
            self._note(changes)
        self.show(self._topic)

    def _set_note(self, annotation: str, text: str) -> None:
        annotations = self._workspace.annotations
        if annotations:
            with Saying(lambda why: self._refuse(why, text)):
                before = annotations[annotation]
                annotations.set_note(annotation, text)
                self._note([Change(before, annotations[annotation])])
            self.show(self._topic)

    def _remove(self, annotation: str) -> None:
        annotations = self._workspace.annotations
        if annotations:
            with Saying(self.refused.emit):
                before = annotations[annotation]
                annotations.remove(annotation)
                self._note([Change(before, None)])
            self.show(self._topic)

    def _note(self, changes: list[Change]) -> None:
        self._done.append(changes)
        self._undone.clear()

    def _refuse(self, why: str, note: str) -> None:
        """Say why, with the words that were typed, so that they can be copied."""
        words = self.tr("Your note was: {note}").format(note=note) if note else ""
        self.refused.emit(f"{why} {words}".strip())
