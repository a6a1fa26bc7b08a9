"""Marking of typed answers by key point.

A typed answer is compared by folded words. A wording counts for a key point when all its words
stand in the answer, spelled nearly right, numbers and dates by value, names by any alias, and not
denied (or denied, where the wording itself denies).
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from studyapp.domain.aliases import NO_ALIASES, Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.text import words
from studyapp.domain.values import values

_LITTLE = frozenset(
    "a an the of in on at to for by with and or was were is are be been it its that this as "
    "did do does had has have".split()
)
_DENIALS = frozenset(
    "not no never neither nor without didnt dont doesnt wasnt werent isnt arent wont cannot cant "
    "couldnt wouldnt hadnt hasnt havent".split()
)
_UNTOLD = _LITTLE | _DENIALS
_REACH = 3
_LONG = 9
# What turns a word into its opposite although only two letters differ: increase, decrease.
_OPPOSITES = ("un", "in", "im", "il", "ir", "de", "re")
# "No, in 1955": a denial reaches no further than its clause. A point inside a number parts nothing.
_PER_CENT = re.compile(r"\s*(?:%|\bper cent\b)")
# These deny nothing, though a denial stands in them.
_NO_DENIALS = re.compile(r"\b(?:not (?:only|just|merely)|no doubt|without (?:a |any )?doubt)\b")
_CLAUSE_ENDS = re.compile(r"[,;:!?…—]|\.(?!\d)|\bbut\b")


class _Said(NamedTuple):
    """A word of the answer as it is compared, which clause it stands in, and as it was written."""

    word: str
    clause: int
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointMark:
    """Whether a key point was found, and the words of the answer that said it.

    `elsewhere` says that it was found where it does not belong.
    """

    point: KeyPoint
    found: bool
    words: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Grade:
    """The program's mark: `value` from 0 to 1, and for typed answers the points it comes from."""

    value: float
    points: tuple[PointMark, ...] = ()

    @property
    def right(self) -> bool:
        """Say whether nothing was missing or wrong."""
        return self.value >= 1.0


def grade_typed(
    points: Sequence[KeyPoint], answer: str, aliases: Aliases = NO_ALIASES, told: str = ""
) -> Grade:
    """Mark a typed answer: the share of key points it makes.

    Who only says again what the question has `told` makes no point.
    """
    given = tuple(_with_names(list(_read(answer)), aliases))
    said = frozenset(each.word for each in _read(told)) | _UNTOLD
    marks = tuple(_mark_point(point, given, aliases, said) for point in points)
    found = sum(mark.found for mark in marks)
    return Grade(found / len(marks) if marks else 0.0, marks)


def _read(text: str) -> Iterator[_Said]:
    """Yield the words of a text; a number or a date is the words that mean it."""
    text = _NO_DENIALS.sub(" ", _PER_CENT.sub(" percent ", text.casefold()))
    clause = at = 0
    for value in (*values(text), None):
        between = text[at : value.start if value else None]
        for part in _CLAUSE_ENDS.split(between):
            yield from (_Said(word, clause, (word,)) for word in words(part))
            clause += 1
        clause -= 1
        if value:
            written = tuple(words(text[value.start : value.end]))
            yield from (_Said(word, clause, written) for word in value.words)
            at = value.end


def _with_names(said: list[_Said], aliases: Aliases) -> Iterator[_Said]:
    """Yield the words, and after each name the sign of all that mean the same."""
    names = {name.end: name for name in aliases.found([each.word for each in said])}
    for at, each in enumerate(said, 1):
        yield each
        if name := names.get(at):
            written = (word for one in said[name.start : name.end] for word in one.written)
            yield _Said(name.sign, each.clause, tuple(written))


def _mark_point(
    point: KeyPoint, given: Sequence[_Said], aliases: Aliases, told: AbstractSet[str]
) -> PointMark:
    every = (point.text, *point.wordings)
    telling = [words for words in every if not _echoes(words, told)]
    for wording in telling or every:
        for wanted in _wanted(wording, aliases):
            said = _said(wanted, given)
            if said:
                return PointMark(point, found=True, words=said)
    return PointMark(point, found=False)


def _echoes(wording: str, told: AbstractSet[str]) -> bool:
    """Say whether a wording has no word that was not told already, in this form or a near one."""
    return all(
        each.word in told or any(_alike(each.word, word) for word in told)
        for each in _read(wording)
    )


def _wanted(wording: str, aliases: Aliases) -> Iterator[list[str]]:
    """Yield the words of a wording as they stand, and with a sign in place of each name."""
    plain = [each.word for each in _read(wording)]
    yield plain
    signed, at = [], 0
    for name in aliases.found(plain):
        signed += [*plain[at : name.start], name.sign]
        at = name.end
    if at:
        yield [*signed, *plain[at:]]


def _said(wanted: Sequence[str], given: Sequence[_Said]) -> tuple[str, ...]:
    """Return the given words that say the wanted ones, or () if any is missing or denied."""
    telling = [word for word in wanted if word not in _UNTOLD]
    core = telling or list(wanted)
    denies = bool(telling) and bool(_DENIALS & set(wanted))
    for places in _findings(core, given):
        if not telling or _denied(places, given) == denies:
            return tuple(word for place in places for word in given[place].written)
    return ()


def _findings(core: Sequence[str], given: Sequence[_Said]) -> Iterator[tuple[int, ...]]:
    """Yield where the words stand in the answer, the other words nearest to each first word."""
    places = [_places(word, given) for word in core]
    if core and all(places):
        for first in places[0]:
            yield tuple(min(of_word, key=lambda place: abs(place - first)) for of_word in places)


def _places(word: str, given: Sequence[_Said]) -> list[int]:
    exact = [at for at, other in enumerate(given) if other.word == word]
    return exact or [at for at, other in enumerate(given) if _alike(word, other.word)]


def _alike(word: str, other: str) -> bool:
    # Two letters make another word of a short one: northern, southern.
    allowed = 1 if len(word) < _LONG else 2
    if len(word) < 4 or word[0] != other[0] or abs(len(word) - len(other)) > allowed:
        return False
    if any(mark.isdigit() for mark in word + other) or _opposed(word, other):
        return False
    # rapidfuzz costs 17 ms to import; a misspelt answer can afford it, the first paint cannot.
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


def _opposed(word: str, other: str) -> bool:
    return bool(_stems(word) & _stems(other))


def _stems(word: str) -> set[str]:
    return {word} | {word[len(prefix) :] for prefix in _OPPOSITES if word.startswith(prefix)}


def _denied(places: Sequence[int], given: Sequence[_Said]) -> bool:
    clauses = {given[place].clause for place in places}
    near = given[max(0, min(places) - _REACH) : max(places) + 1]
    return any(said.word in _DENIALS and said.clause in clauses for said in near)
