"""How like an answer is to a model answer, in a few numbers that a regression can weigh.

What was measured to tell right from wrong: how many of the model's words the answer has and the
other way round, rare words counting more; the same for words that the question has not; their
order; the likeness of letters; denials and length.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from studyapp.domain.grading.stems import stem

_LITTLE = frozenset(
    "a an the of in on at to for by with and or was were is are be been it its that this as did do "
    "does had has have they them their there then so he she his her you your i we if when will "
    "would can could because what why how which who than from".split()
)
DENIALS = frozenset(
    "not no never neither nor without dont doesnt didnt isnt arent wasnt werent wont cannot cant "
    "couldnt wouldnt hasnt havent nothing none".split()
)
_WORD = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?")
_NEAR = 0.75
_SHORTEST = 4
# Where in the numbers of a pair the balance of both coverages stands.
_BALANCE = 2


class Told(NamedTuple):
    """A text as it is compared: its stems, those that tell, pairs, and pieces of three or four."""

    stems: tuple[str, ...]
    telling: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    pieces: Mapping[str, int]
    denials: int
    letters: float


class Rarity:
    """How much a stem tells: the rarer it is in the texts that were learned from, the more."""

    def __init__(self, texts: int, held_by: Mapping[str, int]) -> None:
        """Know in how many of so many texts each stem stands."""
        self._texts, self._held_by = texts, held_by

    def __call__(self, stemmed: str) -> float:
        """Return the weight of a stem (inverse document frequency, in nats)."""
        return math.log((self._texts + 1) / (self._held_by.get(stemmed, 0) + 0.5))

    def of(self, stems: Set[str]) -> float:
        """Return the weight of all of them."""
        return sum(map(self, stems))


@lru_cache(maxsize=2048)
def read(text: str) -> Told:
    """Read a text for comparing."""
    plain = text.lower().replace("n’t", "nt").replace("n't", "nt").replace("’", "").replace("'", "")
    spoken = _WORD.findall(plain)
    stems = tuple(map(stem, spoken))
    kept = (s for word, s in zip(spoken, stems, strict=True) if word not in _LITTLE | DENIALS)
    pieces = Counter(_pieces(f" {' '.join(spoken)} "))
    letters = math.sqrt(sum(count * count for count in pieces.values()))
    denials = sum(word in DENIALS for word in spoken)
    pairs = frozenset(pairwise(stems))
    return Told(stems, frozenset(kept), pairs, pieces, denials, letters)


def _pieces(line: str) -> list[str]:
    return [line[at : at + size] for size in (3, 4) for at in range(len(line) - size + 1)]


def features(
    models: Sequence[str], answer: str, question: str, rarity: Rarity
) -> tuple[float, ...]:
    """Return the numbers that tell how like an answer is to the nearest of the models."""
    given, asked = read(answer), read(question)
    each = [_pair(read(model), given, asked.telling, rarity) for model in models]
    most = tuple(map(max, zip(*each, strict=True)))
    nearest = max(each, key=lambda numbers: numbers[_BALANCE])
    usual = sum(len(read(model).stems) for model in models) / len(models)
    return (
        *most,
        *nearest,
        float(len(given.stems)),
        math.log1p(len(given.stems)),
        float(len(given.telling - asked.telling)),
        _covered(given.telling, asked.telling, rarity),
        _covered(asked.telling, given.telling, rarity),
        float(given.denials),
        float(asked.denials),
        len(given.stems) / (1 + usual),
        cosine(asked, given),
    )


def _pair(model: Told, given: Told, asked: Set[str], rarity: Rarity) -> tuple[float, ...]:
    recall = _covered(model.telling, given.telling, rarity)
    precision = _covered(given.telling, model.telling, rarity)
    new_wanted, new_given = model.telling - asked, given.telling - asked
    return (
        recall,
        precision,
        2 * recall * precision / (recall + precision + 1e-9),
        _covered(new_wanted, given.telling, rarity) if new_wanted else recall,
        _covered(new_given, model.telling, rarity),
        _common(model.stems, given.stems) / max(1, len(model.stems)),
        overlap(model, given, rarity),
        cosine(model, given),
        len(model.pairs & given.pairs) / max(1, len(model.pairs)),
        float(bool(model.denials) != bool(given.denials)),
    )


def _covered(wanted: Set[str], had: Set[str], rarity: Rarity) -> float:
    """Return how much of the wanted stems' weight is there; nearly spelt ones count in part."""
    whole = rarity.of(wanted)
    missing = wanted - had
    if not whole or len(missing) == len(wanted) == 0:
        return 0.0
    near = sum(
        rarity(each) * max((_near(each, other) for other in had), default=0.0) for each in missing
    )
    return (rarity.of(wanted & had) + near) / whole


@lru_cache(maxsize=65536)
def _near(one: str, other: str) -> float:
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return 0.0
    from rapidfuzz.distance import Indel

    likeness = Indel.normalized_similarity(one, other)
    return likeness if likeness >= _NEAR else 0.0


def overlap(one: Told, other: Told, rarity: Rarity) -> float:
    """Return the cosine of the telling stems by weight."""
    both = sum(rarity(each) ** 2 for each in one.telling & other.telling)
    lengths = [math.sqrt(sum(rarity(s) ** 2 for s in each.telling)) for each in (one, other)]
    return both / (lengths[0] * lengths[1]) if both else 0.0


def cosine(one: Told, other: Told) -> float:
    """Return the cosine of the pieces of letters."""
    few, many = sorted((one.pieces, other.pieces), key=len)
    both = sum(count * many[piece] for piece, count in few.items() if piece in many)
    return both / (one.letters * other.letters) if both else 0.0


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest sequence of stems that stands in both, in order."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(one, other))


class Known(NamedTuple):
    """An answer to the same question that somebody has marked."""

    told: Told
    right: bool


def features_of_known(answer: str, known: Sequence[Known], rarity: Rarity) -> tuple[float, ...]:
    """Return the numbers that tell whether an answer is more like the right or the wrong ones."""
    given = read(answer)
    by_letters = [(cosine(given, each.told), each.right) for each in known]
    by_words = [(overlap(given, each.told, rarity), each.right) for each in known]
    right, wrong = (
        (*_nearest(by_letters, side, (1, 3, 10)), *_nearest(by_words, side, (1, 5)))
        for side in (True, False)
    )
    vote = sorted(by_letters, reverse=True)[:5]
    weight = sum(likeness for likeness, _ in vote)
    lead = sum(likeness for likeness, is_right in vote if is_right) / weight if weight else 0.5
    return (*wrong, *right, lead, *(one - other for one, other in zip(right, wrong, strict=True)))


def _nearest(among: Sequence[tuple[float, bool]], side: bool, counts: Sequence[int]) -> list[float]:
    held = sorted((likeness for likeness, is_right in among if is_right is side), reverse=True)
    return [sum(held[:count]) / len(held[:count]) if held else 0.0 for count in counts]
