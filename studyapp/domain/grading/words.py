"""The words of a typed answer, as marking compares them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyapp.domain.aliases import Aliases
from studyapp.domain.dates import MONTHS
from studyapp.domain.grading.meanings import english
from studyapp.domain.grading.stems import stem
from studyapp.domain.text import words
from studyapp.domain.values import values

_LITTLE = frozenset(
    "a an the of in on at to for by with and or was were is are be been it its that this as "
    "did do does had has have he him his she her they them their there we us our you your i me my "
    "would could should will can may might must any".split()
)
DENIALS = frozenset(
    "not no never neither nor without didnt dont doesnt wasnt werent isnt arent wont cannot cant "
    "couldnt wouldnt shouldnt hadnt hasnt havent nothing none nobody hardly refuse refused refuses "
    "barely scarcely lack lacks lacked lacking fail failed fails unable rather instead".split()
)
UNTOLD = _LITTLE | DENIALS
_SHORTEST, _LONG = 5, 9
# In a short word a double letter makes another: planed, planned.
_DOUBLES_IN = 7
_DOUBLED = re.compile(r"([^\W\d])\1")
# Names from other languages begin with one or the other: Yalta, Jalta.
_SAME_SOUNDS = {"y": "j", "k": "c", "q": "c", "z": "s", "w": "v"}
# What turns a word into its opposite although only two letters differ: increase, decrease.
_OPPOSITES = ("un", "in", "im", "il", "ir", "de", "re")
_MONTHS = frozenset(month.casefold() for month in MONTHS)
# "No, in 1955": a denial reaches no further than its clause. A point inside a number parts nothing.
_PER_CENT = re.compile(r"\s*(?:%|\bper cent\b)")
_NOT = r"(?:no|not|never|nothing|\w+n[’']?t)"
_BEFORE_IT = r"on|in|at|to|of|by|for|from|with"
_IT = r"it|them|him|her|us|(?:the|a|his|her|their|its) \w+"
# What is said by denying, or is denied without a word for it, and the plain words for it.
_PLAINLY = tuple(
    (re.compile(rf"\b(?:{said})\b"), plainly)
    for said, plainly in (
        (r"(?:no|never an?y?) (?:lack|shortage|end) of|not (?:a )?few", " many "),
        # The little word of a verb stands with it: set it up, set the party up.
        (
            rf"(?!{_BEFORE_IT})(\w+) ({_IT}) (up|down|off|out|over|back|away)",
            r" \1 \3 \2 ",
        ),
        (r"no ?one", " nobody "),
        (rf"{_NOT} (?:(?:very|that|so|too) )*much", " little "),
        (r"the us|(?:^|(?<=[.,;:!?] ))us", " usa "),
        # What failed is no denial of what follows.
        (r"fail(?:ed|s)?(?= *(?:$|[.,;:!?]| and | but ))", " collapse "),
        (r"keep(?:ing)? (it|them|him|her|\w+) from", r" stop \1 "),
        (rf"{_NOT} (?:really |very |all |that |so |too )*many", " few "),
        (rf"{_NOT} (?:(?:any|so|very|really|much|that) )*different", " same "),
        (r"(?<!for )nothing (?:more |else |left |over |to spare )*for", " no help for "),
        (rf"{_NOT} (?:\w+ ){{1,3}}?any (\w+) (?:but|except)", r" only \1 "),
        (rf"{_NOT} (?:\w+ )?(?:mind(?:ed)?|against|object to)", " accept "),
        (
            rf"{_NOT} (?:(?:want|try|mean|wish|plan|seek|like|going) to )?(?:stop|end|prevent)",
            " continue ",
        ),
        (r"(?:stop|end|prevent|rule|throw)\w* (?:out )?any", " not any "),
        (r"not (?:only|just|merely)|no doubt|without (?:a |any )?doubt|would rather", " "),
        (
            rf"{_NOT} (?:manage|do|go on|carry on|survive|live|cope|win|get (?:by|on|far)) without",
            " needed ",
        ),
        # Where they are not, the rest is not denied.
        (r"without (?:him|her|them|it)", " "),
        (rf"{_NOT}(?: \w+)?? (?:without|lack|shortage|fail)", " "),
    )
)
_CLAUSE_ENDS = re.compile(
    r"[,;:!?…—]|\.(?!\d)|\b(?:but|because|cos|so|since|although|though|while|whereas|until|yet|"
    r"who|which|and (?=(?:he|she|it|they|there|then|this|that)\b|"
    r"(?:\w+ ){0,3}(?:would|had|could|was|were|did)(?:n[’']?t)?\b))\b"
)
_SHORT_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
_SHORT_SCALE = re.compile(r"(?<=\d)\s?(k|m|mn|bn)\b")


class Word(NamedTuple):
    """A word as it is compared, which clause it stands in, as it was written, and its meanings.

    Where it ends an idiom that denies, as “nothing to eat” does, `idiom` are the meanings of that,
    and `before` is how many words of it stand before. `who` if it is of a name that says who.
    """

    word: str
    clause: int
    written: tuple[str, ...]
    stem: str = ""
    meanings: frozenset[str] = frozenset()
    idiom: frozenset[str] = frozenset()
    before: int = 0
    who: bool = False

    @property
    def is_number(self) -> bool:
        """Say whether it is a number, or a part of a date."""
        return self.word[:1].isdigit() or self.word in _MONTHS


@lru_cache(maxsize=512)
def read(text: str, aliases: Aliases) -> tuple[Word, ...]:
    """Return the words of a text; after each name stands the sign of all that mean the same."""
    told = list(_read(text))
    stems = [stem(each.word) for each in told]
    meant = english().of(stems, {at for at, each in enumerate(told) if each.word in _LITTLE})
    full = [
        each._replace(stem=stemmed, meanings=means)
        for each, stemmed, means in zip(told, stems, meant, strict=True)
    ]
    for start, end, signs in english().idioms(stems):
        if any(each.word in DENIALS for each in told[start:end]):
            last = full[end - 1]
            full[end - 1] = last._replace(
                idiom=last.idiom | signs, before=max(last.before, end - 1 - start)
            )
    return tuple(_with_names(full, aliases))


def _read(text: str) -> Iterator[Word]:
    """Yield the words of a text; a number or a date is the words that mean it."""
    text = _PER_CENT.sub(" percent ", text.casefold())
    for said, plainly in _PLAINLY:
        text = said.sub(plainly, text)
    text = _SHORT_SCALE.sub(lambda found: f" {_SHORT_SCALES[found[1]]}", text)
    clause = at = 0
    for value in (*values(text), None):
        between = text[at : value.start if value else None]
        for part in _CLAUSE_ENDS.split(between):
            yield from (Word(word, clause, (word,)) for word in words(part))
            clause += 1
        clause -= 1
        if value:
            written = tuple(words(text[value.start : value.end]))
            yield from (Word(word, clause, written) for word in value.words)
            at = value.end


def _with_names(told: list[Word], aliases: Aliases) -> Iterator[Word]:
    names = {name.end: name for name in aliases.found([each.word for each in told])}
    doers = {at for name in names.values() if name.who for at in range(name.start, name.end)}
    for at, each in enumerate(told, 1):
        yield each._replace(who=True) if at - 1 in doers else each
        if name := names.get(at):
            written = (word for one in told[name.start : name.end] for word in one.written)
            yield Word(name.sign, each.clause, tuple(written), name.sign, who=name.who)


@lru_cache(maxsize=4096)
def alike(word: str, other: str) -> bool:
    """Say whether one word is the other, nearly spelt right."""
    one, two = _single(word), _single(other)
    if one == two and word != other:
        return len(word) >= _SHORTEST
    word, other = one, two
    # Two letters make another word of a short one: northern, southern.
    allowed = 1 if len(word) < _LONG else 2
    if (
        len(word) < _SHORTEST
        or sound_of(word) != sound_of(other)
        or abs(len(word) - len(other)) > allowed
    ):
        return False
    if any(mark.isdigit() for mark in word + other) or _opposed(word, other):
        return False
    # rapidfuzz costs 17 ms to import; a misspelt answer can afford it, the first paint cannot.
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=4096)
def _single(word: str) -> str:
    """Return a word with its double letters written once, and i for y: spelling earns no mark."""
    word = word[:1] + word[1:].replace("y", "i")
    return _DOUBLED.sub(r"\1", word) if len(word) > _DOUBLES_IN else word


def sound_of(word: str) -> str:
    """Return the same letter for all words that begin alike."""
    return _SAME_SOUNDS.get(word[0], word[0])


def _opposed(word: str, other: str) -> bool:
    return bool(_bare(word) & _bare(other))


def _bare(word: str) -> set[str]:
    return {word} | {word[len(prefix) :] for prefix in _OPPOSITES if word.startswith(prefix)}
