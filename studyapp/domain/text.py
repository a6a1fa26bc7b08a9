"""Folding of text, so that what a person types finds what an author wrote."""

import re

APOSTROPHES = "'’‘ʼ`´"
# Patterns as text: `re` compiles each when it is first used, and keeps it. All at once would take
# 4 ms of every start, and a student who only reads needs none.
_POSSESSIVE = rf"(?<=\w)[{APOSTROPHES}][sS]\b"
_JOINERS = rf"(?<=\w)[{APOSTROPHES}](?=\w)"
_CJK = r"([\u2e80-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff])"
_WORD = r"[^\W_]+"
_UNFOLDED_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
    }
)


def fold(text: str) -> str:
    """Return `text` without case, accents and inner apostrophes: "Yan’an" becomes "yanan".

    The English possessive goes as a whole, so that "Stalin’s" is found by "Stalin".
    Chinese, Japanese and Korean characters are set apart by spaces, because such writing has
    no spaces of its own and every character must be findable.
    """
    joined = re.sub(_JOINERS, "", re.sub(_POSSESSIVE, "", text))
    if joined.isascii():
        return joined.casefold()
    # A megabyte of tables and 4 ms, for which the first word with an accent is soon enough.
    import unicodedata

    # Again afterwards: letters of mathematics have no small form before they are taken apart.
    folded = unicodedata.normalize("NFKD", joined.casefold()).casefold()
    bare = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return re.sub(_CJK, r" \1 ", bare.translate(_UNFOLDED_LETTERS))


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return re.findall(_WORD, fold(text))


def normalised(text: str) -> str:
    """Return the folded words of `text` joined by single spaces: equal for texts alike in words."""
    return " ".join(words(text))


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 units, in which Qt counts its positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slug_of(text: str, longest: int = 48) -> str:
    """Return `text` as a slug (a–z, 0–9, hyphen), cut between words at about `longest`."""
    slug = ""
    for word in re.findall(r"[a-z0-9]+", fold(text)):
        if slug and len(slug) + 1 + len(word) > longest:
            break
        slug = f"{slug}-{word}" if slug else word[:longest]
    return slug or "item"
