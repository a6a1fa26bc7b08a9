"""A file's blocks, parted into the note and the sections whose lists hold elements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token
from rapidfuzz import fuzz, process

from studyapp.domain.course import Place
from studyapp.domain.messages import N_, message
from studyapp.domain.notes import Inlines, Styled, inline_text
from studyapp.domain.problems import Problem, error, warning
from studyapp.domain.text import normalised
from studyapp.importers.ids_file import is_slug
from studyapp.importers.inline_text import inlines, split_given, words_of
from studyapp.importers.markdown import Node, term_names

TIMELINE, LINKS, DISTRACTORS = "timeline", "links", "distractors"
TERMS, QUESTIONS, THEMES, ACCOUNTS = "terms", "questions", "themes", "accounts"

HEADINGS = {
    "timeline": TIMELINE,
    "causes and consequences": LINKS,
    "distractors": DISTRACTORS,
    "false leads": DISTRACTORS,
    "terms": TERMS,
    "glossary": TERMS,
    "questions": QUESTIONS,
    "themes": THEMES,
    "accounts": ACCOUNTS,
}
"""What a section is, by its heading (folded)."""

_LISTS = ("bullet_list", "ordered_list")
_ALMOST = 85.0


class Section(NamedTuple):
    """A section of elements: what it holds, the line of its heading, its blocks."""

    name: str
    line: int
    nodes: list[Node]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item as words.

    `bold` is the strong words it starts its telling with (or ""), `before` and `after` what
    stands before and after them; `given` is a slug written by hand.
    """

    place: Place
    text: str
    bold: str
    before: str
    after: str
    given: str | None
    terms: tuple[str, ...]
    children: tuple["Item", ...]


def split(nodes: Sequence[Node]) -> tuple[list[Node], list[Section]]:
    """Part blocks into the note's and the sections'; a section ends at a heading as high."""
    note: list[Node] = []
    sections: list[Section] = []
    level = 0
    for node in nodes:
        if node.kind == "heading":
            name, here = _agreed(node), _level(node)
            if name and here > 1:
                sections.append(Section(name, node.line, []))
                level = here
                continue
            level = 0 if here <= level else level
        (sections[-1].nodes if level else note).append(node)
    return note, sections


def almost_agreed(note: Sequence[Node], file: str) -> Iterator[Problem]:
    """Yield a warning for each heading of a note that may have been meant for a section."""
    for node in note:
        if node.kind == "heading" and node.token.tag != "h1":
            words = words_of(node.inline)
            found = process.extractOne(
                normalised(words), HEADINGS.keys(), scorer=fuzz.ratio, score_cutoff=_ALMOST
            )
            if found:
                what = message(
                    N_("“{heading}” is a heading of the note, not the section “{section}”"),
                    heading=words,
                    section=found[0].capitalize(),
                )
                remedy = message(N_("Write exactly that, or choose other words"))
                yield warning("almost-section", Place(file, node.line), what, remedy)


def items(section: Section, file: str, problems: list[Problem]) -> tuple[Item, ...]:
    """Return the items of a section's lists; what is not a list is reported as a problem."""
    found: list[Item] = []
    for node in section.nodes:
        if node.kind in _LISTS:
            found += _items_of(node, file, problems)
        elif node.kind != "heading":
            problems.append(_not_a_list(Place(file, node.line)))
    return tuple(found)


def label(item: Item, *names: str) -> tuple[str, str] | None:
    """Return the one of `names` (such as "see") that starts the item, and what its colon says."""
    name, colon, rest = item.text.partition(":")
    word = name.strip().casefold()
    return (word, rest.strip()) if colon and word in names else None


def checked_given(slug: str | None, place: Place, problems: list[Problem]) -> str | None:
    """Return a slug written by hand if it is well-formed; report it and return None if not."""
    if slug is None or is_slug(slug):
        return slug
    what = message(N_("“{slug}” cannot be an id"), slug=slug)
    remedy = message(N_("Use small letters a–z, digits and hyphens"))
    problems.append(error("bad-id", place, what, remedy))
    return None


def _agreed(node: Node) -> str | None:
    words = "".join(token.content for token in node.inline)
    return HEADINGS.get(normalised(words))


def _level(node: Node) -> int:
    return int(node.token.tag[1:])


def _items_of(node: Node, file: str, problems: list[Problem]) -> Iterator[Item]:
    for child in node.children:
        item = _item(child, file, problems)
        if item:
            yield item


def _item(node: Node, file: str, problems: list[Problem]) -> Item | None:
    paragraphs = [child for child in node.children if child.kind == "paragraph"]
    place = Place(file, node.line)
    for child in node.children:
        if child.kind not in ("paragraph", *_LISTS):
            problems.append(_not_words(Place(file, child.line)))
    if not paragraphs or node.children[0] is not paragraphs[0]:
        return None
    tokens, slug = split_given(paragraphs[0].inline)
    given = checked_given(slug, place, problems)
    runs = inlines(_joined([tokens, *(more.inline for more in paragraphs[1:])]), _no_term)
    lists = (child for child in node.children if child.kind in _LISTS)
    children = tuple(item for child in lists for item in _items_of(child, file, problems))
    before, bold, after = _around_bold(runs)
    names = tuple(name for paragraph in paragraphs for name in term_names(paragraph.inline))
    text = inline_text(runs)
    return Item(place, text, bold, before, after, given, names, children)


def _joined(paragraphs: Iterable[Sequence[Token]]) -> list[Token]:
    joined: list[Token] = []
    for tokens in paragraphs:
        joined += [*([Token("softbreak", "", 0)] if joined else []), *tokens]
    return joined


def _around_bold(runs: Inlines) -> tuple[str, str, str]:
    for index, run in enumerate(runs):
        if isinstance(run, Styled) and run.style == "strong":
            before, after = inline_text(runs[:index]), inline_text(runs[index + 1 :])
            return before.strip(), inline_text((run,)).strip(), after.strip()
    return inline_text(runs), "", ""


def _no_term(_name: str) -> None:
    """Find no term: the words of data are plain."""


def _not_a_list(place: Place) -> Problem:
    what = message(N_("This section holds a list, and this is not an item of one"))
    remedy = message(N_("Start it with “- ”, or move it to the note"))
    return error("section-form", place, what, remedy)


def _not_words(place: Place) -> Problem:
    what = message(N_("An item of this section can hold words and lists only"))
    return error("section-form", place, what, message(N_("Move this to the note")))
