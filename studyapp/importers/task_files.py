"""A teacher's task as TOML: in the folder `tasks` of a course, or handed out as `.studytask`."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from studyapp.domain.boards.teacher_task import LONGEST_INSTRUCTION, LONGEST_TITLE, Help
from studyapp.domain.boards.ways import OF_TOPICS, Way
from studyapp.domain.messages import N_, Message, message

FOLDER = "tasks"
_TEXTS = ("title", "about", "way", "instruction", "course")
_SWITCHES = ("hints", "reasons", "passages")
FIELDS = ("title", "about", "way", "cards", "instruction", *_SWITCHES, "course")
_AT_LINE = re.compile(r"\(at line (\d+)")


class Fault(NamedTuple):
    """What is wrong with a task's file, and in which line."""

    line: int
    what: Message
    remedy: Message


class TaskText(NamedTuple):
    """A task as it is written: subject and cards by title or id; `line` finds what stands where."""

    title: str
    about: str
    way: Way
    cards: tuple[str, ...]
    instruction: str
    help: Help
    course: str
    line: Callable[[str], int]

    @property
    def is_of_topic(self) -> bool:
        """Say whether it is about a topic and not a factor."""
        return self.way in OF_TOPICS


def read_task(text: str) -> TaskText | tuple[Fault, ...]:
    """Read a task's TOML; the faults if it has any."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        return (_not_toml(str(wrong)),)
    except (ValueError, RecursionError):
        # Python's own words for these are no help to who wrote it.
        return (_not_toml("a number in it is too long, or lists stand too deep in lists"),)
    lines = _Lines(text)
    faults = tuple(_faults(values, lines))
    return faults or _task(values, lines)


class _Lines:
    """Finds the line of a key, or of a text in quotes."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def __call__(self, wanted: str) -> int:
        """Return the first line that begins with a key or holds a text; 1 if none does."""
        key = re.compile(rf"\s*{re.escape(wanted)}\s*=")
        for number, line in enumerate(self._lines, 1):
            if key.match(line):
                return number
        quoted = (number for number, line in enumerate(self._lines, 1) if wanted in line)
        return next(quoted, 1)


def _task(values: Mapping[str, object], lines: _Lines) -> TaskText:
    texts = {name: " ".join(str(values.get(name, "")).split()) for name in _TEXTS}
    cards = values.get("cards", [])
    return TaskText(
        texts["title"],
        texts["about"],
        Way(texts["way"] or Way.SORT),
        tuple(map(str, cards)) if isinstance(cards, list) else (),
        texts["instruction"],
        Help(*(bool(values.get(name, True)) for name in _SWITCHES)),
        texts["course"],
        lines,
    )


def _faults(values: Mapping[str, object], lines: _Lines) -> Iterator[Fault]:
    for name in values:
        if name not in FIELDS:
            what = message(N_("A task has no field “{name}”"), name=name)
            remedy = message(N_("The fields are: {fields}"), fields=", ".join(FIELDS))
            yield Fault(lines(name), what, remedy)
    yield from _wrong_kinds(values, lines)
    texts = {name: text for name, text in values.items() if isinstance(text, str)}
    for name in ("title", "about"):
        if name not in values or not texts.get(name, name).strip():
            what = message(N_("The task has no {name}"), name=name)
            remedy = message(N_('Write a line such as: {name} = "…"'), name=name)
            yield Fault(lines(name), what, remedy)
    way = values.get("way", Way.SORT.value)
    if isinstance(way, str) and way not in set(Way):
        what = message(N_("There is no way of working “{way}”"), way=way)
        remedy = message(N_("The ways are: {ways}"), ways=", ".join(Way))
        yield Fault(lines("way"), what, remedy)
    for name, most in (("title", LONGEST_TITLE), ("instruction", LONGEST_INSTRUCTION)):
        if len(texts.get(name, "")) > most:
            what = message(N_("The {name} has more than {most} characters"), name=name, most=most)
            yield Fault(lines(name), what, message(N_("Make it shorter")))


def _wrong_kinds(values: Mapping[str, object], lines: _Lines) -> Iterator[Fault]:
    for name in _TEXTS:
        if not isinstance(values.get(name, ""), str):
            what = message(N_("“{name}” is not a text"), name=name)
            yield Fault(lines(name), what, message(N_("Put it in quotation marks")))
    for name in _SWITCHES:
        if not isinstance(values.get(name, True), bool):
            what = message(N_("“{name}” is neither true nor false"), name=name)
            yield Fault(lines(name), what, message(N_("Write true or false, without quotes")))
    cards = values.get("cards", [])
    if not isinstance(cards, list) or not all(isinstance(card, str) for card in cards):
        what = message(N_("“{name}” is not a list of texts"), name="cards")
        yield Fault(lines("cards"), what, message(N_('Write cards = ["…", "…"]')))
    elif "cards" in values and not cards:
        what = message(N_("The list of cards is empty"))
        remedy = message(N_("Write at least one card into it, or take the line out to offer all"))
        yield Fault(lines("cards"), what, remedy)


def _not_toml(reason: str) -> Fault:
    found = _AT_LINE.search(reason)
    what = message(N_("The task cannot be read: {reason}"), reason=reason.partition("\n")[0])
    remedy = message(N_("Write it as the course format shows"))
    return Fault(int(found[1]) if found else 1, what, remedy)
