"""Whether two answers to one question are as good as the same, so that one mark holds for both."""

from studyapp.domain.grading.likeness import read
from studyapp.domain.grading.words import alike


def is_nearly_same(one: str, other: str) -> bool:
    """Say whether two answers differ in spelling, forms and little words alone.

    What tells something must be the same, in the same order: who beat whom, and when. And both
    must deny as often.
    """
    if read(one).denials != read(other).denials:
        return False
    first, second = _telling(one), _telling(other)
    return len(first) == len(second) and all(
        word == its or alike(word, its) for word, its in zip(first, second, strict=True)
    )


def _telling(text: str) -> list[str]:
    told = read(text)
    return [stem for stem in told.stems if stem in told.telling]
