"""What became of a card: each answer to it, and when it came back."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.domain.log import FINDING, REVIEW, LogEntry, standing
from studyapp.domain.memory import Memory
from studyapp.domain.messages import Message
from studyapp.services.intervals import interval_in_words
from studyapp.store.progress import Progress


class Answered(NamedTuple):
    """One answer: when, by what clock, its rating, what was given, and the interval after it."""

    at_ms: int
    offset_min: int
    rating: int
    given: str
    interval: Message


def history_of(card: str, progress: Progress) -> tuple[Answered, ...]:
    """Return the answers to a card that stand, the newest first."""
    # fsrs takes 25 ms to import: only who looks at a card's past needs it.
    from studyapp.domain.scheduling import after

    scheduler, memory = progress.scheduler, None
    answers: list[Answered] = []
    for entry in _about(card, progress):
        memory = after(memory, entry, scheduler)
        if entry.type == REVIEW and entry.rating and memory:
            answers.append(_answered(entry, memory))
    return tuple(reversed(answers))


def _about(card: str, progress: Progress) -> list[LogEntry]:
    # By subject alone: there are few entries of a card, and very many of a type.
    about = [each for each in progress.entries((), (card,)) if each.type in (REVIEW, FINDING)]
    taken_back = progress.entries((), tuple(entry.key for entry in about)) if about else ()
    return list(standing((*about, *taken_back)))


def _answered(entry: LogEntry, memory: Memory) -> Answered:
    given = entry.payload.get("given")
    said = "; ".join(map(str, given)) if isinstance(given, list) else given
    return Answered(
        entry.at_ms,
        entry.offset_min,
        entry.rating or 0,
        said if isinstance(said, str) else "",
        interval_in_words(memory.due_ms - entry.at_ms),
    )
