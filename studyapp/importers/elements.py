"""What the readers of the sections share: where they stand, and the phrases they have in common."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import fuzz

from studyapp.domain.course import Place
from studyapp.domain.messages import N_, Message, message
from studyapp.domain.problems import Problem, error
from studyapp.domain.text import normalised
from studyapp.importers.lookup import Lookup

Element = TypeVar("Element")

_LAST_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*\.?$")
_LIKE = 75.0


class Found(NamedTuple, Generic[Element]):
    """An element without its id: its name, the text ids.toml knows it by, the slugs it may get."""

    element: Element
    name: str
    text: str
    given: str | None
    mint: str


@dataclass(slots=True)
class Names:
    """Everything in the course that an author can name, and the problems met so far."""

    problems: list[Problem] = field(default_factory=list)
    themes: Lookup = field(default_factory=Lookup)
    accounts: Lookup = field(default_factory=Lookup)
    topics: Lookup = field(default_factory=Lookup)
    terms: Lookup = field(default_factory=Lookup)
    factors: Lookup = field(default_factory=Lookup)
    default_account: str = ""

    def theme_ids(self, names: Iterable[str], place: Place) -> tuple[str, ...]:
        """Return the ids of themes, and report the names that no theme has."""
        found = []
        for name in names:
            full = self.themes.find(name)
            if full:
                found.append(full)
            else:
                self.problems.append(unknown_theme(name, self.themes, place))
        return tuple(dict.fromkeys(found))

    def factor_id(self, name: str, place: Place) -> str | None:
        """Return the id of a factor, or report that there is none of this name."""
        full = self.factors.find(name)
        if full is None:
            what = message(N_("There is no factor “{name}” in any Timeline"), name=name)
            remedy = _meant(self.factors.closest(name), N_("Add it to a Timeline"))
            self.problems.append(error("unknown-factor", place, what, remedy))
        return full

    def term_id(self, name: str, place: Place) -> str | None:
        """Return the id of a glossary term, or report that there is none of this name."""
        full = self.terms.find(name)
        if full is None:
            what = message(N_("There is no term “{name}” in any Terms section"), name=name)
            remedy = _meant(self.terms.closest(name), N_("Add it to a Terms section"))
            self.problems.append(error("unknown-term", place, what, remedy))
        return full

    def check_terms(self, names: Iterable[str], place: Place) -> None:
        """Report the names in `[[…]]` that no term has."""
        for name in names:
            self.term_id(name, place)


def unknown_theme(name: str, themes: Lookup, place: Place) -> Problem:
    """Return the problem of a theme that the course has not got."""
    what = message(N_("There is no theme “{name}” in course.md"), name=name)
    remedy = _meant(themes.closest(name), N_("Add it to the Themes section of course.md"))
    return error("unknown-theme", place, what, remedy)


def unknown_account(name: str, accounts: Lookup, place: Place) -> Problem:
    """Return the problem of an account that the course has not got."""
    what = message(N_("There is no account “{name}” in course.md"), name=name)
    remedy = _meant(accounts.closest(name), N_("Add it to the Accounts section of course.md"))
    return error("unknown-account", place, what, remedy)


def last_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Part what stands in brackets at the end of a text, as the parts between its commas."""
    found = _LAST_BRACKETS.search(text)
    if not found:
        return text, ()
    parts = tuple(part.strip() for part in found[1].split(",") if part.strip())
    return text[: found.start()].rstrip(), parts


def are_meant(parts: Sequence[str], known: Iterable[str]) -> bool:
    """Say whether words in brackets are meant as agreed words: one is, or is spelled nearly so."""
    words = [normalised(word) for word in known]
    return any(_is_like(normalised(part), word) for part in parts for word in words)


def _is_like(part: str, word: str) -> bool:
    return abs(len(part) - len(word)) <= 2 and fuzz.ratio(part, word) >= _LIKE


def _meant(name: str | None, otherwise: str) -> Message:
    if name:
        return message(N_("Did you mean “{name}”?"), name=name)
    return message(otherwise)
