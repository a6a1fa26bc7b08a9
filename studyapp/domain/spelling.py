"""What someone who typed a word that is nowhere may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from studyapp.domain.sought import is_sought
from studyapp.domain.text import fold, words

# Two letters changed places in a word of six, or one of four is wrong.
_SIMILAR = 0.7


class Names:
    """The words of a course's names, to be found by others that look like them."""

    def __init__(self, names: Iterable[str]) -> None:
        """Know the words of `names`."""
        self._words: dict[str, str] = {}
        for name in names:
            for word in name.split():
                plain = word.strip(".,:;!?()[]“”\"'")
                self._words.setdefault(fold(plain), plain)

    def nearest(self, word: str) -> str:
        """Return the word that looks most like another, as it is written, or nothing."""
        found = get_close_matches(fold(word), self._words, 1, _SIMILAR)
        return self._words[found[0]] if found else ""


def near_titles(typed: str, titles: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the titles that someone may have meant: that begin words so, or look much like it."""
    known = {fold(title): title for title in titles}
    holding = [plain for plain in known if words(typed) and is_sought(typed, plain)]
    alike = get_close_matches(fold(typed), known, most, _SIMILAR)
    return tuple(known[plain] for plain in dict.fromkeys((*holding, *alike)))[:most]
