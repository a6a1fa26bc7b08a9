"""A note as a tree of typed blocks; Markdown, HTML and Word are renderings of it.

A *passage* is a block that holds running text or a picture: what can be quoted, highlighted
and pointed at. It has an id and a plain text. The other blocks only group passages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyapp.domain.pages import Passage


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words with a weight: `style` is "strong", "emphasis" or "code"."""

    style: str
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class TermLink:
    """Words that a glossary term explains; `term` is its full id."""

    term: str
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words that lead to an address outside the course."""

    address: str
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line that ends where the author ended it."""


Inline = Text | Styled | TermLink | WebLink | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1–6."""

    id: str
    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    id: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text shown letter by letter, in a fixed-width face."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one header row and the body rows, each cell a run of inlines."""

    id: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the course, by name, with words for those who cannot see it."""

    id: str
    picture: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a run of blocks, the first usually a paragraph."""

    ordered: bool
    start: int
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a disputed point: what it says and who holds it."""

    name: str
    holders: str
    text: Paragraph


@dataclass(frozen=True, slots=True)
class Contested:
    """A point that historians dispute, with two readings or more."""

    question: Paragraph
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """Blocks that the teacher's notes did not have, with the source they rest on."""

    source: Paragraph
    blocks: tuple["Block", ...]


Leaf = Heading | Paragraph | CodeBlock | Table | Figure
Block = Leaf | ListBlock | Quote | Contested | Added


def leaves(blocks: Sequence[Block]) -> Iterator[Leaf]:
    """Yield the blocks that are passages, in reading order."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from leaves(item)
        elif isinstance(block, Quote):
            yield from leaves(block.blocks)
        elif isinstance(block, Contested):
            yield block.question
            yield from (reading.text for reading in block.readings)
        elif isinstance(block, Added):
            yield block.source
            yield from leaves(block.blocks)
        else:
            yield block


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Yield every passage of a note, in reading order."""
    for leaf in leaves(blocks):
        yield Passage(leaf.id, type(leaf).__name__.lower(), plain_text(leaf))


def plain_text(leaf: Leaf) -> str:
    """Return the words of a passage; the cells of a table are parted by tabs and line ends."""
    if isinstance(leaf, CodeBlock):
        return leaf.text
    if isinstance(leaf, Figure):
        return " ".join(part for part in (leaf.caption, leaf.alternative) if part)
    if isinstance(leaf, Table):
        rows = (leaf.header, *leaf.rows)
        return "\n".join("\t".join(inline_text(cell) for cell in row) for row in rows)
    return inline_text(leaf.inlines)


def inline_text(inlines: Inlines) -> str:
    """Return inlines as plain words."""
    return "".join(_word_of(inline) for inline in inlines)


def term_links(inlines: Inlines) -> Iterator[TermLink]:
    """Yield the links to terms, however deep they stand."""
    for inline in inlines:
        if isinstance(inline, TermLink):
            yield inline
        if isinstance(inline, Styled | TermLink | WebLink):
            yield from term_links(inline.inlines)


def _word_of(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, LineBreak):
        return "\n"
    return inline_text(inline.inlines)
