"""Text whose words can be broken wherever they are too long for a line.

A label is at least as wide as its longest word, and what a student writes can be one word: an
address, or a key that was held down.
"""

import re

# As many letters as fit into the narrowest panel.
_LONGEST_WORD = 24
# Hebrew, Arabic and what is written like them.
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"


def breakable(text: str) -> str:
    """Return plain text with places to break in words of more letters than a line may have."""
    return re.sub(rf"\S{{{_LONGEST_WORD}}}(?=\S)", lambda part: f"{part[0]}\u200b", text)


def isolated(text: str) -> str:
    """Return a text that is to be joined to others so that its direction turns none of them round.

    Only what is written from right to left needs it.
    """
    return f"\u2068{text}\u2069" if re.search(_RIGHT_TO_LEFT, text) else text


def shortened(text: str, longest: int) -> str:
    """Return a text that has at most `longest` characters, with "…" for what is left out."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
