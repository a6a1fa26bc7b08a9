"""Pairs to be joined again: each thing on the left with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.placing import Item, Placing, item_in_words, shuffled_places
from studyapp.domain.messages import N_, message
from studyapp.domain.text import normalised

_ARROW = re.compile(r"\s*(?:→|⟶|->|=>)\s*")
_FEWEST = 3


class Matching(Placing):
    """Each item has its one partner among the places; two items may share one."""

    __slots__ = ()

    kind = "matching"
    labels = ("match",)

    @classmethod
    def read(cls, lines: Lines) -> Matching:
        """Return the pairs, parted by an arrow."""
        items: list[Item] = []
        for line in lines.of("match"):
            left, *right = _ARROW.split(line.text)
            if left and len(right) == 1 and right[0]:
                items.append(Item(left, (right[0],)))
            else:
                what = message(N_("This does not say what belongs together"))
                lines.report(line, what, message(N_("Write “Match: One → Other”")))
        places = dict.fromkeys(place for item in items for place in item.places)
        return cls(tuple(items), tuple(places))

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that there are too few pairs, or one thing stands twice on the left."""
        lefts = {normalised(item.text) for item in self.items}
        if len(self.items) < _FEWEST or len(self.places) < 2:
            what = message(N_("“{prompt}” has too little to match"), prompt=prompt)
            yield Wrong("no-answer", what, message(N_("Give three pairs or more as “Match:”")))
        elif len(lefts) < len(self.items):
            what = message(N_("“{prompt}” has the same thing twice to match"), prompt=prompt)
            remedy = message(N_("Give each its one partner, or call them by different names"))
            yield Wrong("question-form", what, remedy)

    def asked(self, salt: str) -> Matching:
        """Return it with the partners shuffled."""
        return replace(self, places=shuffled_places(self.places, salt))

    def in_words(self) -> str:
        """Return the pairs."""
        return "\n".join(map(item_in_words, self.items))
