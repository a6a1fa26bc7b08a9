"""Where the words of a wording stand in an answer, and whether the answer denies them there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from studyapp.domain.grading.general_words import GENERAL
from studyapp.domain.grading.meanings import english
from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import DENIALS, UNTOLD, Word, alike, sound_of

# These deny so many words that they stand before, and not the rest of their clause.
_REACH = {"without": 3, "hardly": 4, "barely": 4, "scarcely": 4}

# What one does to another; in a form that may mean that it was done to them, it says nothing.
_ACTS = frozenset(
    map(
        stem,
        "win beat defeat attack invade invasion help aid support backing trust fear betray threat "
        "threaten destroy resist hate recognise rescue victory".split(),
    )
)
_DONE_TO = ("ed", "en", "hurt", "beat")
_BEFORE_WHO = frozenset("a an the their its his her all some any more".split())


# Who is to stop what should work says the opposite; to stop a war may well be what is meant.
_STOPPING = frozenset(map(stem, "stop end hinder sabotage destroy prevent undermine".split()))
_WORKING = frozenset(
    map(
        stem,
        "front unity alliance coalition cooperation cooperate collaborate peace truce ceasefire "
        "friendship".split(),
    )
)
_MEANING_TO = frozenset("to should would could must will might".split())
_STOPS_WITHIN = 4
_BEFORE_A_YEAR = frozenset("in on from about".split())
_FEARING = frozenset(map(stem, "fear afraid scared worried avoid risk danger threat".split()))


class Answer:
    """The words of an answer, and where in it each wanted word stands.

    `denies` if any word of it may deny something.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        """Know the words."""
        self.words = words
        self.denies = any(each.word in DENIALS for each in words) or bool(stopping(words))
        self._by_word = _index(words, lambda each: (each.word,))
        self._by_stem = _index(words, lambda each: (each.stem,))
        self._by_meaning = _index(words, lambda each: each.meanings)
        telling = [each.word for each in words if each.word not in UNTOLD]
        self._by_sound: dict[str, list[str]] = {}
        for word in dict.fromkeys(telling):
            self._by_sound.setdefault(sound_of(word), []).append(word)
        self._places: dict[tuple[str, frozenset[str]], list[int]] = {}

    def places(self, wanted: Word) -> list[int]:
        """Return where a word stands: as it is, else nearly spelt, in a form, or by its meaning."""
        key = wanted.word, wanted.meanings
        if key not in self._places:
            self._places[key] = self._found(wanted)
        return self._places[key]

    def _found(self, wanted: Word) -> list[int]:
        if wanted.word[:1].isdigit():
            return [at for at, other in enumerate(self.words) if _is(wanted, other)]
        return (
            self._by_word.get(wanted.word)
            or self._nearly(wanted.word)
            or (not wanted.is_number and self._by_stem.get(wanted.stem))
            or sorted({at for sign in wanted.meanings for at in self._by_meaning.get(sign, ())})
        )

    def _nearly(self, wanted: str) -> list[int]:
        """Return where a word stands nearly spelt right: only what begins alike is looked at."""
        near = [word for word in self._by_sound.get(sound_of(wanted), ()) if alike(wanted, word)]
        return sorted(at for word in near for at in self._by_word[word])

    def stands(self, line: Sequence[str]) -> Iterator[int]:
        """Yield where words stand one behind another."""
        for at in self._by_word.get(line[0], ()) if line else ():
            if [each.word for each in self.words[at : at + len(line)]] == list(line):
                yield at

    @cached_property
    def turned(self) -> AbstractSet[str]:
        """The stems whose opposites stand in the answer, and are not what is feared."""
        opposites = english().opposites
        return frozenset(
            other
            for at, each in enumerate(self.words)
            if each.stem in opposites and not is_feared(at, self.words)
            for other in opposites[each.stem]
        )


def _index(words: Sequence[Word], keys: Callable[[Word], Iterable[str]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for at, each in enumerate(words):
        for key in keys(each):
            index.setdefault(key, []).append(at)
    return index


def _is(wanted: Word, other: Word) -> bool:
    return wanted.word == other.word or _is_short_year(wanted.word, other.word)


def _is_short_year(year: str, other: str) -> bool:
    """Say whether a year stands there without its century: in 27, of the twentieth."""
    return (
        len(year) == 4
        and year.isdigit()
        and len(other) == 2
        and year[:2] in ("18", "19", "20")
        and year[2:] == other
    )


def _is_nearly(wanted: Word, other: Word) -> bool:
    return other.word not in UNTOLD and alike(wanted.word, other.word)


def _is_form(wanted: Word, other: Word) -> bool:
    return wanted.stem == other.stem and not wanted.is_number


def is_itself(wanted: Word, other: Word) -> bool:
    """Say whether it is the wanted word, and not another of the same meaning."""
    return any(same(wanted, other) for same in (_is, _is_nearly, _is_form))


def is_by_a_general_word(wanted: Word, other: Word) -> bool:
    """Say whether a word stands for the wanted one only by meaning, and names nothing itself."""
    alone = english().of([other.stem])[0]
    return not is_itself(wanted, other) and other.stem in GENERAL and other.meanings == alone


def swapped(wanted: Sequence[Word], places: Sequence[int], given: Sequence[Word]) -> bool:
    """Say whether an answer has done to somebody what the wording has done by them.

    “Germany would win” is not “they beat Germany”, nor is “Soviet help” “helped the Soviets”.
    """
    return any(
        act.stem in _ACTS
        and not act.word.endswith(_DONE_TO)
        and who.stem not in _ACTS
        and act_at < who_at
        # The help the Soviets gave is theirs.
        and given[max(0, act_at - 1)].word not in _BEFORE_WHO
        and all(each.word in _BEFORE_WHO for each in given[act_at + 1 : who_at])
        for who, act, who_at, act_at in zip(wanted, wanted[1:], places, places[1:], strict=False)
    )


def within_idioms(
    wanted: Iterable[Word], places: Sequence[int], given: Sequence[Word]
) -> frozenset[int]:
    """Return the places of an answer that are a part of the idiom by which a word is said.

    Who had “nothing to eat” does not deny the hunger.
    """
    said = zip(wanted, places, strict=True)
    return frozenset(
        at
        for each, place in said
        if each.meanings & given[place].idiom and not is_itself(each, given[place])
        for at in range(place - given[place].before, place + 1)
    )


def agrees(
    places: Sequence[int],
    given: Sequence[Word],
    denies: bool,
    excused: AbstractSet[int] = frozenset(),
) -> bool:
    """Say whether an answer denies there if the wording does, and does not if it does not.

    One that is to deny must do so where most of the wording is said.
    """
    if not denies:
        return not denied(places, given, excused)
    clauses = [given[place].clause for place in places]
    most = max(clauses, key=clauses.count)
    return denied([place for place in places if given[place].clause == most], given, excused)


def denied(
    places: Sequence[int], given: Sequence[Word], excused: AbstractSet[int] = frozenset()
) -> bool:
    """Say whether a denial stands before the last of the places, in the clause of one of them.

    Those at the `excused` places are none.
    """
    if any(at not in places and _near(at, places, _STOPS_WITHIN) for at in stopping(given)):
        return True
    last = max(places)
    clauses = {given[place].clause for place in places}
    return any(
        said.word in DENIALS
        and said.clause in clauses
        and at not in excused
        and (said.word not in _REACH or _near(at, places, _REACH[said.word]))
        for at, said in enumerate(given[: last + 1])
    )


def stopping(given: Sequence[Word]) -> list[int]:
    """Return where an answer is to stop what should work: “to stop the united front”."""
    return [
        at
        for at, each in enumerate(given)
        if each.stem in _STOPPING
        and (each.word.endswith(("ed", "ing")) or given[max(0, at - 1)].word in _MEANING_TO)
        and any(
            other.stem in _WORKING and other.clause == each.clause
            for other in given[at + 1 : at + 1 + _STOPS_WITHIN]
        )
    ]


def is_feared(at: int, given: Sequence[Word]) -> bool:
    """Say whether a word is what somebody feared, avoided or did not do: “afraid to lose it”."""
    return any(
        (each.stem in _FEARING or each.word in DENIALS) and each.clause == given[at].clause
        for each in given[max(0, at - _STOPS_WITHIN) : at]
    )


def is_one_of_two(at: int, given: Sequence[Word]) -> bool:
    """Say whether an answer names another number as well, and leaves it open: “1954 or 1955”."""
    return given[at].is_number and (
        _is_or_a_number(given[at + 1 : at + 4]) or _is_or_a_number(given[max(0, at - 3) : at][::-1])
    )


def _is_or_a_number(words: Sequence[Word]) -> bool:
    telling = [each for each in words if each.word not in _BEFORE_A_YEAR][:2]
    return len(telling) == 2 and telling[0].word == "or" and telling[1].is_number


def is_the_other_way(wording: Sequence[Word], given: Sequence[Word]) -> bool:
    """Say whether somebody went from where the wording has them go: “to Taiwan”, “from Taiwan”."""
    place = wording[1].word
    before = {_way(given[:at]) for at, each in enumerate(given) if each.word == place}
    return before == {"from"}


def _way(given: Sequence[Word]) -> str:
    """Return the last word but for articles, such as the “from” before a place."""
    return next((each.word for each in reversed(given) if each.word not in _BEFORE_WHO), "")


def _near(at: int, places: Sequence[int], reach: int) -> bool:
    return any(0 <= place - at <= reach for place in places)
