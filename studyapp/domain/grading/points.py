"""Whether an answer makes a key point, by rule.

A wording counts when all its telling words stand in the answer, spelled nearly right, in another
form or by another word for the same, numbers and dates by value, names by any alias, and not
denied (or denied, where the wording itself denies). When only most of what it tells is there, it
counts in part.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.doers import is_reversed
from studyapp.domain.grading.general_words import GENERAL
from studyapp.domain.grading.matches import (
    Answer,
    agrees,
    denied,
    is_by_a_general_word,
    is_itself,
    is_one_of_two,
    is_the_other_way,
    swapped,
    within_idioms,
)
from studyapp.domain.grading.wordings import Wording, wanted_of, what_of
from studyapp.domain.grading.words import DENIALS, Word

# Less than a wording's every word is worth something from here on.
MOST, ALL = 0.55, 0.66
_TOLD, _NUMBER, _MEANT = 0.3, 1.5, 0.8
# Words that stand further apart than this, beyond their own number, do not speak of one thing.
_SCATTER = 7
# Of a wording of several words, some are worth something if so many of them say what, not who.
_WHAT = 2
# What is left of a wording whose number or date is missing, and of one that lacks a word.
_LACKING, _NOT_ALL = 0.58, 0.99
_UNSURE = frozenset(("something", "somehow", "somewhat", "bit"))
_CHOICES = frozenset("or whether which who versus vs between against".split())


class Said(StrEnum):
    """What marking says of a key point."""

    FOUND = "found"
    PARTLY = "partly"
    MISSING = "missing"


class Finding(NamedTuple):
    """How much of a point is there, in words; `denied` if all of it is said, but to deny it.

    `freely` if nothing is denied where it is said; `telling` is how many words the wording tells.
    """

    share: float = 0.0
    words: tuple[str, ...] = ()
    denied: bool = False
    freely: bool = False
    telling: int = 0

    @property
    def said(self) -> Said:
        """What that makes of the point."""
        if self.share >= ALL:
            return Said.FOUND
        return Said.PARTLY if self.share >= MOST and not self.denied else Said.MISSING


def find_point(
    point: KeyPoint,
    given: Answer,
    aliases: Aliases,
    told: AbstractSet[str],
    asked: AbstractSet[str] = frozenset(),
) -> Finding:
    """Return what of a point is in an answer.

    Wordings that only say what was `told` are left out; stems that were `asked` for weigh little.
    """
    wanted, ways = wanted_of(point, aliases, told)
    if any(is_the_other_way(way, given.words) for way in ways):
        return Finding(denied=True)
    wholes = [_whole(each, given) for each in wanted]
    most = max((each.telling for each in wholes if each.denied), default=0)
    for whole in wholes:
        # What a longer wording says is denied is not said by fewer of its words there.
        if whole.said is Said.FOUND and (whole.freely or whole.telling >= most):
            return whole
    if most:
        return Finding(denied=True)
    parts = [_part(each, given, asked) for each in wanted]
    return max(*wholes, *parts, key=lambda finding: finding.share)


def _whole(wanted: Wording, given: Answer) -> Finding:
    """Return the words that say all of a wording, or nothing if any is missing or denied."""
    telling = len(wanted.telling)
    if at := _as_it_stands(wanted.words, given):
        whole = _said(range(at.start, at.stop), given.words, telling)
        # Of little words alone, such as “it was”, a denial behind them makes the opposite.
        return whole if telling or whole.freely else Finding()
    core = wanted.core
    turned = False
    for places in _findings(core, given):
        if max(places) - min(places) > len(core) + _SCATTER:
            continue
        # One word of the answer stands for one of the wording.
        if len(set(places)) < len(places) or swapped(core, places, given.words):
            continue
        if is_reversed(core, places, given.words):
            return Finding(denied=True, telling=telling)
        if len(core) == 1 and is_by_a_general_word(core[0], given.words[places[0]]):
            continue
        if _says(wanted, wanted.telling, places, given) and _chooses(wanted, given.words):
            return _said(places, given.words, telling)
        turned = True
    return Finding(denied=turned, telling=telling)


def _chooses(wanted: Wording, given: Sequence[Word]) -> bool:
    """Say whether an answer leaves a choice open if the wording does: workers or peasants."""
    return not wanted.chooses or any(each.word in _CHOICES for each in given)


def _says(wanted: Wording, telling: Sequence[int], places: Sequence[int], given: Answer) -> bool:
    """Say whether the answer says there what a wording says, and not its opposite."""
    if not (wanted.denies or given.denies):
        return True
    words = given.words
    excused = within_idioms([wanted.words[at] for at in telling], places, words)
    idioms = within_idioms([words[at] for at in places], telling, wanted.words)
    return agrees(places, words, denied(telling, wanted.words, idioms), excused)


def _said(places: Sequence[int], given: Sequence[Word], telling: int) -> Finding:
    """Return the finding of a whole wording at some places of the answer."""
    words = tuple(word for place in places for word in given[place].written)
    clauses = {given[place].clause for place in places}
    freely = len(places) == len(given) or not any(
        each.word in DENIALS and each.clause in clauses for each in given
    )
    # “Something to do with the people”, or “a bit new to it”, does not say it outright.
    unsure = any(each.word in _UNSURE and each.clause in clauses for each in given[: min(places)])
    unsure |= any(is_one_of_two(place, given) for place in places)
    return Finding(
        _LACKING if unsure else 1.0,
        words,
        freely=freely,
        telling=telling,
    )


def _as_it_stands(wanted: Sequence[Word], given: Answer) -> slice | None:
    """Return where a wording stands word for word with no denial before it, if it does."""
    for at in given.stands([each.word for each in wanted]):
        before = given.words[:at]
        denied = any(
            each.word in DENIALS and each.clause == given.words[at].clause for each in before
        )
        return None if denied else slice(at, at + len(wanted))
    return None


def _findings(core: Sequence[Word], given: Answer) -> Iterator[tuple[int, ...]]:
    """Yield where the words stand in the answer, the other words nearest to each first word."""
    if core and all(map(given.places, core)):
        places = [given.places(word) for word in core]
        for first in places[0]:
            yield tuple(_nearest(of_word, first, given.words) for of_word in places)


def _nearest(places: Sequence[int], first: int, given: Sequence[Word]) -> int:
    clause = given[first].clause
    return min(places, key=lambda place: (given[place].clause != clause, abs(place - first)))


def _part(wanted: Wording, given: Answer, asked: AbstractSet[str]) -> Finding:
    """Return the words that say some of a wording, and how much of it they are."""
    core = wanted.core
    if len(core) < 2 or not any(map(given.places, core)):
        return Finding()
    if any(each.stem in given.turned for each in core):
        return Finding()
    used = _used(wanted, given)
    if not _is_some(core, used, given.words, asked):
        return Finding()
    whole = sum(_weight(each, asked) for each in core)
    had = sum(
        _weight(each, asked) * (1.0 if is_itself(each, given.words[at]) else _MEANT)
        for at, each in used.items()
    )
    lacks = not _chooses(wanted, given.words) or any(
        each.is_number and each not in used.values() for each in core
    )
    # One word of two is half of it, whatever it weighs.
    lacks |= len(core) == 2 and len(used) < 2
    words = tuple(word for place in sorted(used) for word in given.words[place].written)
    return Finding(min(had / whole, _LACKING if lacks else _NOT_ALL), words, telling=len(core))


def _used(wanted: Wording, given: Answer) -> dict[int, Word]:
    """Return which word of a wording is said at which place of an answer, each once."""
    used: dict[int, Word] = {}
    for at in wanted.telling:
        for place in given.places(wanted.words[at]):
            if place not in used and _says(wanted, (at,), (place,), given):
                used[place] = wanted.words[at]
                break
    return used


def _is_some(
    core: Sequence[Word],
    used: Mapping[int, Word],
    given: Sequence[Word],
    asked: AbstractSet[str],
) -> bool:
    """Say whether some words of a wording are worth anything.

    Who alone makes no point, nor does one word of what they did; nor do general words, nor others
    of the same meaning out of several clauses.
    """
    what = what_of(core, asked)
    if not all(each.is_number for each in what) and len(what_of(used.values(), asked)) < _WHAT:
        return False
    if len({given[at].clause for at in used}) > 1 and _itself(used, given) < _WHAT:
        return False
    general = all(given[place].stem in GENERAL for place in used)
    return not general and not swapped(list(used.values()), list(used), given)


def _itself(used: Mapping[int, Word], given: Sequence[Word]) -> int:
    """Return how many words are there themselves."""
    return sum(is_itself(each, given[at]) for at, each in used.items())


def _weight(wanted: Word, asked: AbstractSet[str]) -> float:
    if wanted.stem in asked:
        return _TOLD
    if wanted.word[:1].isdigit():
        return _NUMBER
    return 1.0
