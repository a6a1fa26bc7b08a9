"""Whether an answer stays general: it may well mean the points, but does not say them."""

from collections.abc import Iterable, Sequence

from studyapp.domain.aliases import Aliases
from studyapp.domain.course import KeyPoint
from studyapp.domain.grading.general_words import COMMON
from studyapp.domain.grading.matches import is_feared, stopping
from studyapp.domain.grading.meanings import english
from studyapp.domain.grading.points import MOST, Finding, Said
from studyapp.domain.grading.stems import stem
from studyapp.domain.grading.words import DENIALS, UNTOLD, Word, read

_FEELING_FOR = frozenset(map(stem, "afraid fear scared trust like hate love angry".split()))
_OBJECT_WITHIN = 3
# These turn round the point that they stand in, but say nothing of another.
_LOOSE = frozenset(map(stem, "give take before after more less war peace".split()))
_GENERALLY = Finding(MOST)


def with_general(
    points: Sequence[KeyPoint],
    found: Sequence[Finding],
    given: Sequence[Word],
    told: Sequence[Word],
    aliases: Aliases,
) -> list[Finding]:
    """Return the findings; where none is found, those that an answer means in general in part.

    An answer stays general that says something, denies nothing, and names nothing but what the
    question or a point names. Of several points it means those that have a word of it.
    """
    if any(each.said is Said.FOUND or each.denied for each in found):
        return list(found)
    asked = {each.stem for each in told}
    telling = [each for each in _telling(given) if each.stem not in asked]
    wanted = [_telling(_wordings(point, aliases)) for point in points]
    meant = [each for words in wanted for each in words]
    known = [*told, *meant]
    if any(_turns(_firmly(telling), words) for words in wanted):
        return list(found)
    if (
        not telling
        or _denies(given)
        or _feels_for_another(given, meant)
        or not all(_is_general(each, known) for each in telling)
    ):
        return list(found)
    return [
        max(each, _GENERALLY, key=lambda finding: finding.share)
        if (len(points) == 1 or _shares(telling, words)) and not _turns(telling, words)
        else each
        for each, words in zip(found, wanted, strict=True)
    ]


def _denies(given: Sequence[Word]) -> bool:
    return any(each.word in DENIALS for each in given) or bool(stopping(given))


def _feels_for_another(given: Sequence[Word], meant: Sequence[Word]) -> bool:
    """Say whether an answer tells of a feeling for somebody of whom no point speaks.

    “He was afraid of Kim” names what it means, and it is something else.
    """
    return any(
        _names_another(given[at + 1 : at + 1 + _OBJECT_WITHIN], meant)
        for at, each in enumerate(given)
        if each.stem in _FEELING_FOR
    )


def _names_another(words: Iterable[Word], meant: Sequence[Word]) -> bool:
    return any(
        each.stem not in COMMON and not _shares([each], meant) and not each.word.startswith("@")
        for each in _telling(words)
    )


def _turns(given: Sequence[Word], wanted: Sequence[Word]) -> bool:
    return any(
        english().opposed(one.stem, other.stem) and not is_feared(at, given)
        for one in wanted
        for at, other in enumerate(given)
    )


def _firmly(given: Iterable[Word]) -> list[Word]:
    return [each for each in given if each.stem not in _LOOSE]


def _telling(words: Iterable[Word]) -> list[Word]:
    return [each for each in words if each.word not in UNTOLD]


def _wordings(point: KeyPoint, aliases: Aliases) -> list[Word]:
    every = (point.text, *point.wordings)
    return [each for wording in every for each in read(wording, aliases)]


def _is_general(word: Word, known: Sequence[Word]) -> bool:
    return word.stem in COMMON or _shares([word], known)


def _shares(some: Iterable[Word], known: Sequence[Word]) -> bool:
    return any(
        word.stem == other.stem or word.meanings & other.meanings
        for word in some
        for other in known
    )
