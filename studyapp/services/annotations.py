"""Highlights and margin notes: kept in the log, found again in the note as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from studyapp.domain.anchoring import Anchor, reanchor
from studyapp.domain.log import RETRACT, Clock, LogEntry, NewEntry, standing
from studyapp.domain.notes import Passage
from studyapp.domain.pages import Hit
from studyapp.domain.text import words
from studyapp.store.progress import Progress

HIGHLIGHT, NOTE = "highlight", "highlight-note"


class Annotation(NamedTuple):
    """A highlight, with a note if there is one; `lost` when its words are gone from the note."""

    id: str
    topic: str
    anchor: Anchor
    note: str
    lost: bool = False


class Annotations:
    """All that a student has marked, in every course. Derived from the log, and kept with it."""

    def __init__(self, progress: Progress, clock: Clock) -> None:
        """Keep in `progress`."""
        self._progress, self._clock = progress, clock
        self._all: dict[str, Annotation] = {}
        for entry in standing(progress.entries(types=(HIGHLIGHT, NOTE, RETRACT))):
            self._take(entry)

    def highlight(self, topic: str, anchor: Anchor, note: str = "") -> Annotation:
        """Keep a highlight in a topic's note, with a margin note if one is given."""
        [entry] = self._progress.append(NewEntry(HIGHLIGHT, topic, anchor._asdict()))
        self._take(entry)
        if note:
            self.set_note(entry.key, note)
        return self._all[entry.key]

    def set_note(self, annotation: str, text: str) -> None:
        """Write, change or empty the note of a highlight."""
        [entry] = self._progress.append(NewEntry(NOTE, annotation, {"text": text}))
        self._take(entry)

    def remove(self, annotation: str) -> None:
        """Take a highlight back; its entry stays in the log."""
        self._progress.append(NewEntry(RETRACT, annotation))
        self._all.pop(annotation, None)

    def of_topic(self, topic: str, passages: Sequence[Passage]) -> tuple[Annotation, ...]:
        """Return a topic's annotations, anchored in its passages as they stand; lost ones last."""
        found = [_anchored(each, passages) for each in self._all.values() if each.topic == topic]
        order = {passage.id: at for at, passage in enumerate(passages)}
        return tuple(sorted(found, key=lambda each: (each.lost, *_place(each, order))))

    def search(self, typed: str, course: str = "") -> tuple[Hit, ...]:
        """Return the annotations of a course (or all) that hold every word that was typed."""
        wanted = words(typed)
        found = (each for each in self._all.values() if each.topic.startswith(course))
        return tuple(_hit(each) for each in found if wanted and _holds(each, wanted))

    def _take(self, entry: LogEntry) -> None:
        if entry.type == HIGHLIGHT:
            anchor = _anchor(entry.payload)
            if anchor:
                self._all[entry.key] = Annotation(entry.key, entry.subject, anchor, "")
        elif entry.subject in self._all:
            text = str(entry.payload.get("text", ""))
            self._all[entry.subject] = self._all[entry.subject]._replace(note=text)


def _anchor(payload: Mapping[str, object]) -> Anchor | None:
    """Return a logged anchor, or None if a newer program logged something else."""
    try:
        return Anchor(**payload)  # type: ignore[arg-type]
    except TypeError:
        return None


def _anchored(annotation: Annotation, passages: Sequence[Passage]) -> Annotation:
    found = reanchor(annotation.anchor, passages)
    return annotation._replace(anchor=found) if found else annotation._replace(lost=True)


def _place(annotation: Annotation, order: Mapping[str, int]) -> tuple[int, int]:
    return order.get(annotation.anchor.passage, len(order)), annotation.anchor.start


def _holds(annotation: Annotation, wanted: Sequence[str]) -> bool:
    held = words(f"{annotation.anchor.quotation} {annotation.note}")
    whole, last = set(wanted[:-1]), wanted[-1]
    return whole <= set(held) and any(word.startswith(last) for word in held)


def _hit(annotation: Annotation) -> Hit:
    kind = "margin note" if annotation.note else "highlight"
    quotation = annotation.anchor.quotation
    snippet = ((f"“{quotation}”", False),)
    title = annotation.note or quotation
    return Hit(kind, annotation.id, title, annotation.topic, annotation.anchor.passage, snippet)
