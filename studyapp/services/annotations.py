"""Highlights and margin notes: kept in the log, found again in the note as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from studyapp.domain.anchoring import Anchor, reanchor
from studyapp.domain.clock import Clock
from studyapp.domain.log import RETRACT, VERSION, LogEntry, NewEntry, standing
from studyapp.domain.pages import OWN_KINDS, Hit
from studyapp.store.progress import Progress

if TYPE_CHECKING:
    from studyapp.domain.pages import Passage

HIGHLIGHT, NOTE = "highlight", "highlight-note"
YELLOW = "yellow"


class Annotation(NamedTuple):
    """A highlight, with a note if there is one; `lost` when its words are gone from the note.

    `colour` is the name of a hue, as themes have.
    """

    id: str
    topic: str
    anchor: Anchor
    note: str
    lost: bool = False
    colour: str = YELLOW


class Annotations:
    """All that a student has marked, in every course. Derived from the log, and kept with it."""

    def __init__(self, progress: Progress, clock: Clock) -> None:
        """Keep in `progress`."""
        self._progress, self._clock = progress, clock
        self._all: dict[str, Annotation] = {}
        for entry in standing(progress.entries(types=(HIGHLIGHT, NOTE, RETRACT))):
            self._take(entry)

    def highlight(
        self, topic: str, anchor: Anchor, note: str = "", colour: str = YELLOW
    ) -> Annotation:
        """Keep a highlight in a topic's note, with a margin note if one is given."""
        payload = {**anchor._asdict(), "colour": colour, "note": note}
        [entry] = self._progress.append(NewEntry(HIGHLIGHT, topic, payload))
        self._take(entry)
        return self._all[entry.key]

    def set_note(self, annotation: str, text: str) -> None:
        """Write, change or empty the note of a highlight."""
        [entry] = self._progress.append(NewEntry(NOTE, annotation, {"text": text}))
        self._take(entry)

    def remove(self, annotation: str) -> None:
        """Take a highlight back; its entry stays in the log."""
        self._progress.append(NewEntry(RETRACT, annotation))
        self._all.pop(annotation, None)

    def __getitem__(self, annotation: str) -> Annotation:
        """Return an annotation that stands; KeyError if there is none."""
        return self._all[annotation]

    def has(self, topic: str) -> bool:
        """Say whether anything is marked in a topic."""
        return any(each.topic == topic for each in self._all.values())

    def place_of(self, annotation: str, passages: Sequence[Passage]) -> str | None:
        """Return the passage in which an annotation's words stand now, if any."""
        found = _anchored(self._all[annotation], passages)
        return None if found.lost else found.anchor.passage

    def of_topic(self, topic: str, passages: Sequence[Passage]) -> tuple[Annotation, ...]:
        """Return a topic's annotations, anchored in its passages as they stand; lost ones last."""
        found = [_anchored(each, passages) for each in self._all.values() if each.topic == topic]
        order = {passage.id: at for at, passage in enumerate(passages)}
        return tuple(sorted(found, key=lambda each: (each.lost, *_place(each, order))))

    def lost(self, topic: str, passages: Sequence[Passage]) -> tuple[Annotation, ...]:
        """Return a topic's annotations whose words are gone from its note."""
        return tuple(each for each in self.of_topic(topic, passages) if each.lost)

    def search(self, typed: str, course: str = "") -> tuple[Hit, ...]:
        """Return the annotations of a course (or all) that hold every word that was typed."""
        # Folding text and its tables are not needed before the first search.
        from studyapp.domain.text import words

        wanted = words(typed)
        within = f"{course}/" if course else ""
        found = (each for each in self._all.values() if each.topic.startswith(within))
        return tuple(_hit(each, wanted) for each in found if wanted and _holds(each, wanted))

    def _take(self, entry: LogEntry) -> None:
        if entry.type == HIGHLIGHT:
            annotation = _annotation(entry)
            if annotation:
                self._all[entry.key] = annotation
        elif entry.subject in self._all:
            text = _text(entry.payload, "text")
            self._all[entry.subject] = self._all[entry.subject]._replace(note=text)


def _annotation(entry: LogEntry) -> Annotation | None:
    """Return a logged highlight, or None if a newer program means something else by it."""
    start, end = entry.payload.get("start"), entry.payload.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or entry.version > VERSION:
        return None
    passage, quotation, before, after, note, colour = (
        _text(entry.payload, name)
        for name in ("passage", "quotation", "before", "after", "note", "colour")
    )
    anchor = Anchor(passage, start, end, quotation, before, after)
    return Annotation(entry.key, entry.subject, anchor, note, colour=colour or YELLOW)


def _text(payload: Mapping[str, object], name: str) -> str:
    text = payload.get(name)
    return text if isinstance(text, str) else ""


def _anchored(annotation: Annotation, passages: Sequence[Passage]) -> Annotation:
    found = reanchor(annotation.anchor, passages)
    return annotation._replace(anchor=found) if found else annotation._replace(lost=True)


def _place(annotation: Annotation, order: Mapping[str, int]) -> tuple[int, int]:
    return order.get(annotation.anchor.passage, len(order)), annotation.anchor.start


def _holds(annotation: Annotation, wanted: Sequence[str]) -> bool:
    from studyapp.domain.text import words

    held = words(f"{annotation.anchor.quotation} {annotation.note}")
    whole, last = set(wanted[:-1]), wanted[-1]
    return whole <= set(held) and any(word.startswith(last) for word in held)


def _hit(annotation: Annotation, wanted: Sequence[str]) -> Hit:
    kind = OWN_KINDS[bool(annotation.note)]
    quotation = annotation.anchor.quotation
    from studyapp.store.search import snippet

    # A match in the quotation shows in the title; of a note it is the words that were found.
    shown = snippet(annotation.note or quotation, wanted)
    return Hit(kind, annotation.id, quotation, annotation.topic, annotation.anchor.passage, shown)
