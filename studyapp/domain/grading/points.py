"""Whether an answer makes a key point, by rule.

A wording counts when all its telling words stand in the answer, spelled nearly right, in another
form or by another word for the same, numbers and dates by value, names by any alias, and not
denied (or denied, where the wording itself denies). When only most of what it tells is there, it
counts in part.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.doers import is_reversed, says_who
from studyapp.domain.grading.general_words import GENERAL
from studyapp.domain.grading.matches import (
    Answer,
    agrees,
    denied,
    is_by_a_general_word,
    is_feared,
    is_itself,
    is_one_of_two,
    is_the_other_way,
    swapped,
    within_idioms,
)
from studyapp.domain.grading.meanings import english
from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import DENIALS, UNTOLD, Word, alike, read

# Less than a wording's every word is worth something from here on.
MOST, ALL = 0.55, 0.66
_TOLD, _NUMBER, _MEANT = 0.3, 1.5, 0.8
# Words that stand further apart than this, beyond their own number, do not speak of one thing.
_SCATTER = 7
_STOPS = frozenset(map(stem, ("stop", "end", "withhold", "cease")))
# Of a wording of several words, some are worth something if so many of them say what, not who.
_WHAT = 2
# What is left of a wording whose number or date is missing, and of one that lacks a word.
_LACKING, _NOT_ALL = 0.58, 0.99

# Verbs that tell nothing beside two other words: kept busy, became strong.
_LIGHT = frozenset(
    "keep kept make made become became get got back up down out off over away again".split()
)
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
    places: tuple[int, ...] = ()

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
    every = (point.text, *point.wordings)
    if any(is_the_other_way(read(wording, aliases), given.words) for wording in every):
        return Finding(denied=True)
    stems = {stem(word) for word in told}
    telling = [wording for wording in every if not _echoes(read(wording, aliases), told, stems)]
    wanted = [each for wording in telling or every for each in _read_wanted(wording, aliases)]
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


def _echoes(wording: Sequence[Word], told: AbstractSet[str], stems: AbstractSet[str]) -> bool:
    """Say whether a wording has no word that was not told already, in this form or a near one.

    One of little words alone, such as “he was there”, is no echo: it counts as it stands.
    """
    if not _telling(wording):
        return False
    new = [
        each.word
        for each in wording
        if not (each.word in told or each.stem in stems or each.word.startswith("@"))
    ]
    # Near spelling is the slow part, so only what is left is held against it.
    return all(any(alike(word, other) for other in told if other[:1] == word[:1]) for word in new)


@lru_cache(maxsize=512)
def _read_wanted(wording: str, aliases: Aliases) -> tuple[tuple[Word, ...], ...]:
    return tuple(_wanted(read(wording, aliases), aliases))


def _wanted(wording: Sequence[Word], aliases: Aliases) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a wording as they stand, and with a sign in place of each name."""
    plain = tuple(each for each in wording if not each.word.startswith("@"))
    yield plain
    telling = _telling(plain)
    if len(telling) > 1 and plain[telling[0]].stem in _STOPS:
        # Who no longer helps has stopped helping.
        yield (Word("not", 0, ("not",), "not"), *plain[telling[0] + 1 :])
    signed, at = list[Word](), 0
    for name in aliases.found([each.word for each in plain]):
        signed += [*plain[at : name.start], Word(name.sign, 0, (), name.sign, who=name.who)]
        at = name.end
    if at:
        yield (*signed, *plain[at:])


def _telling(wanted: Sequence[Word]) -> list[int]:
    """Return the places of the words that tell something."""
    telling = [at for at, each in enumerate(wanted) if each.word not in UNTOLD]
    heavy = [at for at in telling if wanted[at].word not in _LIGHT]
    if all(says_who(wanted[at]) for at in heavy):
        return telling
    return heavy if len(heavy) > 1 else telling


def _whole(wanted: Sequence[Word], given: Answer) -> Finding:
    """Return the words that say all of a wording, or nothing if any is missing or denied."""
    telling = _telling(wanted)
    if at := _as_it_stands(wanted, given.words):
        whole = _said(range(at.start, at.stop), given.words, len(telling))
        # Of little words alone, such as “it was”, a denial behind them makes the opposite.
        return whole if telling or whole.freely else Finding()
    if not telling:
        return Finding()
    core = [wanted[at] for at in telling]
    turned = False
    for places in _findings(core, given):
        if max(places) - min(places) > len(core) + _SCATTER:
            continue
        # One word of the answer stands for one of the wording.
        if len(set(places)) < len(places) or swapped(core, places, given.words):
            continue
        if is_reversed(core, places, given.words):
            return Finding(denied=True, telling=len(telling))
        if len(core) == 1 and is_by_a_general_word(core[0], given.words[places[0]]):
            continue
        if _says(wanted, telling, places, given.words) and _chooses(wanted, given.words):
            return _said(places, given.words, len(telling))
        turned = True
    return Finding(denied=turned, telling=len(telling))


def _chooses(wanted: Sequence[Word], given: Sequence[Word]) -> bool:
    """Say whether an answer leaves a choice open if the wording does: workers or peasants."""
    return not any(each.word == "or" for each in wanted) or any(
        each.word in _CHOICES for each in given
    )


def _says(
    wanted: Sequence[Word], telling: Sequence[int], places: Sequence[int], given: Sequence[Word]
) -> bool:
    """Say whether the answer says there what a wording says, and not its opposite."""
    excused = within_idioms([wanted[at] for at in telling], places, given)
    denies = denied(telling, wanted, within_idioms([given[at] for at in places], telling, wanted))
    return agrees(places, given, denies, excused)


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
        places=tuple(places),
    )


def _as_it_stands(wanted: Sequence[Word], given: Sequence[Word]) -> slice | None:
    """Return where a wording stands word for word with no denial before it, if it does."""
    line = [each.word for each in wanted]
    for at in range(len(given) - len(line) + 1):
        if [each.word for each in given[at : at + len(line)]] == line:
            before = any(
                each.word in DENIALS and each.clause == given[at].clause for each in given[:at]
            )
            return None if before or not line else slice(at, at + len(line))
    return None


def _findings(core: Sequence[Word], given: Answer) -> Iterator[tuple[int, ...]]:
    """Yield where the words stand in the answer, the other words nearest to each first word."""
    places = [given.places(word) for word in core]
    if core and all(places):
        for first in places[0]:
            yield tuple(_nearest(of_word, first, given.words) for of_word in places)


def _nearest(places: Sequence[int], first: int, given: Sequence[Word]) -> int:
    clause = given[first].clause
    return min(places, key=lambda place: (given[place].clause != clause, abs(place - first)))


def _part(wanted: Sequence[Word], given: Answer, asked: AbstractSet[str]) -> Finding:
    """Return the words that say some of a wording, and how much of it they are."""
    telling = _telling(wanted)
    if len(telling) < 2 or any(_turned(wanted[at], given.words) for at in telling):
        return Finding()
    whole = had = 0.0
    lacks = False
    used: dict[int, Word] = {}
    for at in telling:
        each = wanted[at]
        weight = _weight(each, asked)
        places = [
            place for place in given.places(each) if _says(wanted, (at,), (place,), given.words)
        ]
        fresh = [place for place in places if place not in used]
        whole += weight
        lacks |= each.is_number and not places
        if fresh:
            had += weight * (1.0 if is_itself(each, given.words[fresh[0]]) else _MEANT)
            used[fresh[0]] = each
    # One word of two is half of it, whatever it weighs.
    lacks |= len(telling) == 2 and len(used) < 2
    # Who alone makes no point, nor does one word of what they did.
    what = _what((wanted[at] for at in telling), asked)
    if not all(each.is_number for each in what) and len(_what(used.values(), asked)) < _WHAT:
        return Finding()
    # Nor do general words.
    if all(given.words[place].stem in GENERAL for place in used):
        return Finding()
    if swapped(list(used.values()), list(used), given.words):
        return Finding()
    lacks |= not _chooses(wanted, given.words)
    words = tuple(word for place in sorted(used) for word in given.words[place].written)
    share = min(had / whole, _LACKING if lacks else _NOT_ALL)
    return Finding(share, words, telling=len(telling), places=tuple(sorted(used)))


def _what(words: Iterable[Word], asked: AbstractSet[str]) -> list[Word]:
    """Return the words that say what and not who, and were not asked."""
    return [each for each in words if not (says_who(each) or each.stem in asked)]


def _weight(wanted: Word, asked: AbstractSet[str]) -> float:
    if wanted.stem in asked:
        return _TOLD
    if wanted.word[:1].isdigit():
        return _NUMBER
    return 1.0


def _turned(wanted: Word, given: Sequence[Word]) -> bool:
    """Say whether the opposite of a word stands in the answer, and is not what is feared."""
    return any(
        english().opposed(wanted.stem, other.stem) and not is_feared(at, given)
        for at, other in enumerate(given)
    )
