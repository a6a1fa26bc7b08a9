"""Things to be sorted into groups, such as the themes of a course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, zip_longest

from studyapp.domain.course import Factor
from studyapp.domain.kinds.kind import Wrong
from studyapp.domain.kinds.lines import Lines
from studyapp.domain.kinds.placing import Item, Placing, shuffled_items
from studyapp.domain.messages import N_, message

# As many as can be read at a glance.
_MOST = 6


class Grouping(Placing):
    """Each item belongs to one of the groups, or to any of several."""

    __slots__ = ()

    kind = "grouping"
    labels = ("group",)

    @classmethod
    def read(cls, lines: Lines) -> Grouping:
        """Return the groups: what stands in two of them may go into either."""
        groups: dict[str, tuple[str, ...]] = {}
        for line in lines.of("group"):
            name, _, told = line.text.partition(":")
            held = tuple(part.strip() for part in told.split(";") if part.strip())
            if name.strip() and held:
                groups[name.strip()] = (*groups.get(name.strip(), ()), *held)
            else:
                what = message(N_("This does not say what belongs to the group"))
                lines.report(line, what, message(N_("Write “Group: Name: one; another”")))
        return cls(items_of(groups), tuple(groups))

    def wrong(self, prompt: str) -> Iterator[Wrong]:
        """Yield that there are too few groups or too little to sort."""
        if len(self.places) < 2 or len(self.items) <= len(self.places):
            what = message(N_("“{prompt}” has too little to sort"), prompt=prompt)
            remedy = message(N_("Give two groups or more as “Group:”, and more things than groups"))
            yield Wrong("no-answer", what, remedy)

    def asked(self, salt: str) -> Grouping:
        """Return it with the items shuffled; the groups keep their order."""
        return replace(self, items=shuffled_items(self.items, salt))

    def in_words(self) -> str:
        """Return each group with what belongs to it."""
        held = {
            place: ", ".join(item.text for item in self.items if place in item.places)
            for place in self.places
        }
        return "\n".join(f"{place}: {texts}" for place, texts in held.items() if texts)


def by_theme(factors: Iterable[Factor], themes: Mapping[str, str]) -> Grouping:
    """Return some factors of a topic to be sorted by theme, themes given by id with their names.

    At most six, and of each theme in turn, so that no theme crowds out the others.
    """
    groups: dict[str, list[Factor]] = {}
    for factor in factors:
        if factor.themes:
            groups.setdefault(factor.themes[0], []).append(factor)
    in_turn = (factor for row in zip_longest(*groups.values()) for factor in row if factor)
    chosen = list(islice(in_turn, _MOST))
    items = tuple(
        Item(factor.title, tuple(themes[name] for name in factor.themes if name in themes))
        for factor in chosen
    )
    named = {place for item in items for place in item.places}
    return Grouping(items, tuple(name for name in themes.values() if name in named))


def items_of(groups: dict[str, tuple[str, ...]]) -> tuple[Item, ...]:
    """Return what groups hold, each thing once with every group that holds it."""
    texts = dict.fromkeys(text for held in groups.values() for text in held)
    return tuple(
        Item(text, tuple(name for name, held in groups.items() if text in held)) for text in texts
    )
