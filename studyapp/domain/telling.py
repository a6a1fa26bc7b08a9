"""Which passage of a note tells of a factor."""

from collections.abc import Iterable

from studyapp.domain.pages import PassageEntry
from studyapp.domain.text import words

_UNTOLD = frozenset("a an and as at by for from in into its of on over the to with".split())
# Words with the same beginning are taken for forms of one: seizes, seized.
_BEGINNING = 5
# Of a title's words so many must stand in a passage that no link names, and so many more than in
# the one that a link does name.
_ENOUGH, _MORE = 0.6, 0.3


def most_telling(
    title: str, passages: Iterable[PassageEntry], rests_on: PassageEntry | None
) -> PassageEntry | None:
    """Return the passage with most of a title's words, or `rests_on` if none has many more.

    Of several with as many it is the first.
    """
    wanted = _beginnings(title) - _UNTOLD
    least = max(_ENOUGH, _MORE + _share(wanted, rests_on.text) if rests_on else 0.0)
    told = {each: _share(wanted, each.text) for each in passages if _is_told(each)}
    telling = [each for each, share in told.items() if share >= least]
    return max(telling, key=told.__getitem__) if telling else rests_on


def _is_told(passage: PassageEntry) -> bool:
    """Say whether a passage is whole sentences: no heading, caption or list of sources."""
    return passage.kind == "paragraph" and passage.text.rstrip('”’)"').endswith((".", "!", "?"))


def _share(wanted: frozenset[str], text: str) -> float:
    return len(wanted & _beginnings(text)) / len(wanted) if wanted else 0.0


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word if word in _UNTOLD else word[:_BEGINNING] for word in words(text))
