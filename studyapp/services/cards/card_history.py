"""What became of a card: each answer to it, and when it came back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.domain.log import FINDING, REVIEW, LogEntry, standing
from studyapp.domain.messages import Message
from studyapp.domain.schedule.memory import Memory
from studyapp.services.study.intervals import interval_in_words
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
    from studyapp.domain.schedule.scheduling import after

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
    return Answered(
        entry.at_ms,
        entry.offset_min,
        entry.rating or 0,
        _in_words(entry.payload.get("given")),
        interval_in_words(memory.due_ms - entry.at_ms),
    )


def _in_words(given: object) -> str:
    """Return what was given, as the log has it: a text, or several, or a part for each name."""
    if isinstance(given, Mapping):
        parts = {name: _in_words(part) for name, part in given.items()}
        return "; ".join(f"{name}: {said}" for name, said in parts.items() if said)
    if isinstance(given, list):
        # Behind the words of a piece of evidence stands what it rests on.
        parts_of_list = (part[0] if isinstance(part, list) and part else part for part in given)
        return "; ".join(filter(None, map(_in_words, parts_of_list)))
    if isinstance(given, bool):
        return "true" if given else "false"
    return given if isinstance(given, str) else ""
