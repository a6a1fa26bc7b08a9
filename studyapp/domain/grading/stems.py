"""Forms of one English word brought together: evaporated, evaporates and evaporation.

A few endings are taken off in turn, after the idea of Porter, "An algorithm for suffix stripping"
(1980). The stem need be no word; it need only be the same for forms of one.
"""

import re
from functools import lru_cache

# The shorter an ending, the shorter may be what is left: "led" is no form of "l".
_ENDINGS = re.compile(
    r"(?:(?<=\w{4})(?:ational|ation|ations|ators?|ating|ated?|ates|ively|ive|ions?|ments?|ness|"
    r"fully|ful|ically|ical|ic|ally|al|ily|ly|ingly|edly|ers?|ors?|ities|ity)"
    r"|(?<=\w{3})(?:ings?|ed|es|(?<!s)s|e))$"
)
_TO_Y = re.compile(r"(?<=\w{2})(?:ies|ied|i)$")
_TIMES = 2
_IRREGULAR = {
    form: word
    for word, forms in {
        "give": "gave given",
        "take": "took taken",
        "begin": "began begun",
        "become": "became",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "choose": "chose chosen",
        "come": "came",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flow": "flown",
        "get": "got gotten",
        "go": "went gone goes",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "show": "shown",
        "speak": "spoke spoken",
        "stand": "stood",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        # Of which the stems would be those of other words: plan, back.
        "aeroplane": "plane planes",
        "endorse": "backed backing",
        "write": "wrote written",
        "child": "children",
        "man": "men",
        "woman": "women",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what a folded word has in common with its other forms."""
    word = _TO_Y.sub("y", _IRREGULAR.get(word, word))
    for _ in range(_TIMES):
        shorter = _ENDINGS.sub("", word)
        if len(shorter) > 3 and shorter[-1] == shorter[-2] and shorter[-1] not in "aeiouls":
            shorter = shorter[:-1]
        word = shorter
    return _TO_Y.sub("y", word)
