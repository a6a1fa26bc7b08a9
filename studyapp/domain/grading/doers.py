"""Who does what to whom: an answer that has it the other way round says something else.

A doer stands before an active verb, and behind a passive one with “by”.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import Word

_PARTIES = frozenset(
    map(
        stem,
        "mao stalin jiang khrushchev lenin hitler america american usa us russia soviet ussr "
        "moscow china chinese japan japanese germany german nazi britain british france french "
        "gmd ccp communists nationalists".split(),
    )
)
_FROM = frozenset("by from of through against".split())
_PASSIVE = frozenset("is are was were be been being get got".split())
_TOGETHER = ({"and"}, {"and", "the"})
_HAVING = frozenset(
    "is are was were has have had became become got much many far even the a their its".split()
)
# What one feels who was treated so, and what was done to them.
_FEELINGS = frozenset(
    map(stem, "feel distrust mistrust resent suspect dislike hate slighted offended".split())
)
_SUFFERED = frozenset(
    map(
        stem,
        "keep leave ignore insult offend humiliate betray abandon neglect cheat rob mock "
        "disrespect mistreat slight snub deceive threaten".split(),
    )
)
# Nouns that say what a party does, where a form with “was” says what is done to it.
_DEEDS = frozenset("attack invasion help aid support threat betrayal".split())
_WINNING = frozenset("wins won victory advantage advantages".split())
# Of somebody who only might win, it may be the other who was stronger.
_MIGHT = frozenset("doubt doubts doubted can could might would expect expects hope hopes".split())
_BETTER = frozenset(map(stem, "more stronger larger bigger better greater superior".split()))


class _Told(NamedTuple):
    """Whom a question names, who of them feels something, and whether somebody wins."""

    parties: AbstractSet[str]
    feels: str
    wins: bool


def is_reversed(wanted: Sequence[Word], places: Sequence[int], given: Sequence[Word]) -> bool:
    """Say whether an answer has the two sides of a wording do it the other way round.

    “The USSR attacked Germany” is not “Germany attacked the USSR”; “it was attacked by Germany” is.
    """
    return any(
        _clause(given, places[at - 1 : at + 2])
        and _doer_is_behind(places[at - 1], places[at], places[at + 1], given)
        for at in range(1, len(wanted) - 1)
        if _is_party(wanted[at - 1]) and _is_party(wanted[at + 1]) and not _is_party(wanted[at])
    ) or any(
        who < act and _clause(given, (who, act)) and _is_passive(act, given)
        for each, deed, who, act in zip(wanted, wanted[1:], places, places[1:], strict=False)
        if _is_party(each) and deed.word in _DEEDS
    )


def _doer_is_behind(doer: int, act: int, other: int, given: Sequence[Word]) -> bool:
    if doer < act < other:
        return _is_passive(act, given) and _between(act, other, given, frozenset(("by",)))
    if max(doer, other) < act and _are_joined(doer, other, given):
        return not _is_passive(act, given)
    return other < act < doer and not _between(act, doer, given, _FROM)


def _are_joined(one: int, other: int, given: Sequence[Word]) -> bool:
    """Say whether two did it together: “Germany and the USSR attacked Japan”."""
    between = given[min(one, other) + 1 : max(one, other)]
    return {each.word for each in between if not _is_party(each)} in _TOGETHER


def of_the_right_side(given: Sequence[Word], asked: Sequence[Word]) -> list[Word]:
    """Return the words of an answer but for what it says of the wrong side.

    Who feels slighted was kept waiting and kept nobody waiting; if somebody wins, it tells nothing
    that another, whom the question does not name, had more.
    """
    told = _told(asked)
    wrong = set(_wrong_clauses(given, told))
    return [each for each in given if each.clause not in wrong]


def _told(asked: Sequence[Word]) -> _Told:
    feels = next(
        (
            _sign(asked, at)
            for at, each in enumerate(asked[:-1])
            if _is_party(each) and any(next_.stem in _FEELINGS for next_ in asked[at + 1 : at + 3])
        ),
        "",
    )
    parties = frozenset(_sign(asked, at) for at, each in enumerate(asked) if _is_party(each))
    said = {each.word for each in asked}
    return _Told(parties, feels, bool(said & _WINNING) and not said & _MIGHT)


def _wrong_clauses(given: Sequence[Word], told: _Told) -> Iterator[int]:
    for at, each in enumerate(given):
        after = _after_party(at, given) if _is_party(each) else len(given)
        if after >= len(given) or given[after].clause != each.clause:
            continue
        sign, act = _sign(given, at), given[after]
        if told.feels == sign and act.stem in _SUFFERED and _hits_another(after, sign, given):
            yield each.clause
        if told.wins and told.parties and sign not in told.parties and act.stem in _BETTER:
            yield each.clause


def _after_party(at: int, given: Sequence[Word]) -> int:
    """Return the place of the first word behind a name that tells something of it."""
    after = at + 1
    while after < len(given) and (
        given[after].word in _HAVING or given[after].word.startswith("@")
    ):
        after += 1
    return after if not any(each.word == "got" for each in given[at:after]) else len(given)


def _hits_another(act: int, sign: str, given: Sequence[Word]) -> bool:
    """Say whether the next few words name another than the doer, and nothing says it is passive."""
    return not _is_passive(act, given) and any(
        _is_party(each) and _sign(given, at) != sign and each.clause == given[act].clause
        for at, each in enumerate(given[act + 1 : act + 4], act + 1)
    )


def _is_passive(act: int, given: Sequence[Word]) -> bool:
    return any(each.word in _PASSIVE for each in given[max(0, act - 2) : act])


def _between(one: int, other: int, given: Sequence[Word], words: AbstractSet[str]) -> bool:
    return any(each.word in words for each in given[one:other])


def _clause(given: Sequence[Word], places: Sequence[int]) -> bool:
    """Say whether all of it stands in one clause."""
    return len({given[place].clause for place in places}) == 1


def says_who(word: Word) -> bool:
    """Say whether a word names somebody who does something, and so says who and not what."""
    return word.who or word.stem in _PARTIES


def _is_party(word: Word) -> bool:
    return word.word.startswith("@") or word.stem in _PARTIES


def _sign(words: Sequence[Word], at: int) -> str:
    """Return what all names of one party have in common: the sign behind it, or its stem."""
    behind = words[at + 1].word if at + 1 < len(words) else ""
    return behind if behind.startswith("@") else words[at].stem
