"""Terms sections: `- **Name** (kind; alias, alias): definition` gives a glossary term."""

import re
from collections.abc import Iterable, Iterator

from studyapp.domain.checks.course_checks import TERM_KINDS
from studyapp.domain.course import GlossaryTerm, Place
from studyapp.domain.messages import N_, message
from studyapp.domain.problems import Problem, error, warning
from studyapp.domain.text import normalised, slug_of
from studyapp.importers.elements import Found
from studyapp.importers.sections import Item

DEFAULT_KIND = "idea"
_AFTER_NAME = re.compile(r"(?:\(([^()]*)\))?\s*[:–—]?\s*(.*)", re.DOTALL)
_ONE_WORD = re.compile(r"[^\s,;]+")


def terms(
    items: Iterable[Item], topic: str | None, problems: list[Problem]
) -> Iterator[Found[GlossaryTerm]]:
    """Yield the terms of one section; `topic` is None for those of the whole course."""
    for item in items:
        found = _AFTER_NAME.match(item.after)
        name = item.bold.rstrip(" :")
        if item.before or not name or not found or not found[2]:
            problems.append(_form(item.place))
            continue
        kind, aliases = _kind_and_aliases(found[1] or "")
        if _is_kind_or_name(found[1] or ""):
            problems.append(_kind_or_name(aliases[0], item.place))
        term = GlossaryTerm("", topic, name, kind, aliases, found[2].strip(), item.place)
        yield Found(term, name, normalised(name), item.given, slug_of(name))


def _kind_and_aliases(text: str) -> tuple[str, tuple[str, ...]]:
    first, semicolon, others = text.partition(";")
    if semicolon:
        # What stands before a semicolon is meant as a kind, even where there is no such kind.
        return first.strip().casefold(), tuple(_names(others))
    parts = list(_names(text))
    if parts and parts[0].casefold() in TERM_KINDS:
        return parts[0].casefold(), tuple(parts[1:])
    return DEFAULT_KIND, tuple(parts)


def _is_kind_or_name(text: str) -> bool:
    """Say whether brackets hold one word alone, which is no kind but may be meant as one."""
    word = text.strip()
    return bool(_ONE_WORD.fullmatch(word)) and word.casefold() not in TERM_KINDS


def _names(text: str) -> Iterator[str]:
    return (part.strip() for part in re.split("[;,]", text) if part.strip())


def _kind_or_name(word: str, place: Place) -> Problem:
    what = message(N_("“{word}” is taken for another name, as it is not a kind of term"), word=word)
    remedy = message(
        N_("Write a kind before it, as in “(thing; {word})”, or in its place: {kinds}"),
        word=word,
        kinds=", ".join(TERM_KINDS),
    )
    return warning("unknown-kind", place, what, remedy)


def _form(place: Place) -> Problem:
    what = message(N_("This is not a term with its definition"))
    remedy = message(N_("Write “**Name** (kind; other names): what it is”"))
    return error("term-form", place, what, remedy)
