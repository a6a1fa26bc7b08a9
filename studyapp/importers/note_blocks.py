"""The blocks of a note's Markdown as the domain's typed blocks, each passage with id and place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from markdown_it.token import Token

from studyapp.domain.course import Place
from studyapp.domain.ids import passage_hash, passage_id
from studyapp.domain.messages import N_, message
from studyapp.domain.notes import (
    Added,
    Block,
    CodeBlock,
    Contested,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Reading,
    Table,
    plain_text,
)
from studyapp.domain.problems import error, warning
from studyapp.importers import boxes
from studyapp.importers.elements import Names
from studyapp.importers.inline_text import inlines, is_web_address, split_given, visible
from studyapp.importers.markdown import Node
from studyapp.importers.pictures import PictureShelf
from studyapp.importers.sections import checked_given

_Leaf = TypeVar("_Leaf", Heading, Paragraph, CodeBlock, Table, Figure)


class NoteReader:
    """Reads one note; `places` says afterwards where each of its passages stands."""

    def __init__(self, topic: str, file: str, names: Names, pictures: PictureShelf) -> None:
        """Read the note of `topic` (a full id) from `file`."""
        self.places: dict[str, Place] = {}
        self._topic = topic
        self._file = file
        self._names = names
        self._pictures = pictures
        self._seen: Counter[str] = Counter()

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return the blocks; what cannot be one is reported and left out."""
        return tuple(block for node in nodes for block in self._blocks_of(node))

    def _blocks_of(self, node: Node) -> Iterator[Block]:
        if node.kind == "heading":
            yield from self._heading(node)
        elif node.kind == "paragraph":
            yield from self._paragraph(node)
        elif node.kind in ("bullet_list", "ordered_list"):
            yield from self._list(node)
        elif node.kind == "blockquote":
            yield from self._quote(node)
        elif node.kind == "table":
            yield self._named(self._table(node), None, node.line)
        elif node.kind in ("fence", "code_block"):
            yield from self._code(node)

    def _heading(self, node: Node) -> Iterator[Heading]:
        tokens, given = split_given(node.inline)
        runs = self._inlines(tokens, node.line)
        if runs:
            level = int(node.token.tag[1:])
            yield self._named(Heading("", level, runs), given, node.line)

    def _paragraph(self, node: Node) -> Iterator[Block]:
        tokens, given = split_given(node.inline)
        images = [token for token in tokens if token.type == "image"]
        words = [token for token in tokens if token.type != "image" and _says(token)]
        if images and not words:
            yield from self._figures(images, given, node.line)
            return
        if images:
            self._picture_in_text(node.line)
        runs = self._inlines(tokens, node.line)
        if runs:
            yield self._named(Paragraph("", runs), given, node.line)

    def _figures(self, images: list[Token], given: str | None, line: int) -> Iterator[Figure]:
        for token in images:
            address = str(token.attrGet("src") or "")
            name = self._pictures.take(address, self._file, Place(self._file, line))
            if name is not None:
                caption = visible(str(token.attrGet("title") or "")).strip()
                figure = Figure("", name, visible(token.content).strip(), caption)
                yield self._named(figure, given, line)
                given = None

    def _list(self, node: Node) -> Iterator[ListBlock]:
        items = tuple(blocks for item in node.children if (blocks := self.blocks(item.children)))
        if items:
            start = int(node.token.attrGet("start") or 1)
            yield ListBlock(node.kind == "ordered_list", start, items)

    def _code(self, node: Node) -> Iterator[CodeBlock]:
        lines = node.token.content.expandtabs(4).rstrip().split("\n")
        text = "\n".join("".join(visible(mark) for mark in line) for line in lines)
        if text.strip():
            yield self._named(CodeBlock("", text), None, node.line)

    def _table(self, node: Node) -> Table:
        rows = [
            tuple(self._inlines(cell.inline, cell.line) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table("", rows[0], tuple(rows[1:]))

    def _quote(self, node: Node) -> Iterator[Block]:
        box = boxes.opened(node)
        if box is None:
            held = self.blocks(node.children)
            if held:
                yield Quote(held)
        elif box.name == "contested":
            yield from self._contested(box, node.line)
        elif box.name == "added":
            yield from self._added(box, node.line)
        else:
            self._unknown_box(box.name, node.line)
            held = self.blocks(boxes.without_mark(node).children)
            if held:
                yield Quote(held)

    def _added(self, box: boxes.Box, line: int) -> Iterator[Block]:
        source = self._title(box, line)
        if source is None:
            what = message(N_("This box does not name the source of what it adds"))
            remedy = message(N_("Write the book or archive after [!added], on the same line"))
            self._names.problems.append(error("added-source", self._place(line), what, remedy))
            return
        yield Added(source, self.blocks(box.nodes))

    def _contested(self, box: boxes.Box, line: int) -> Iterator[Contested]:
        question = self._title(box, line)
        lists = [node for node in box.nodes if node.kind in ("bullet_list", "ordered_list")]
        readings = [self._reading(item) for node in lists for item in node.children]
        known = tuple(reading for reading in readings if reading)
        whole = len(lists) == len(box.nodes) and len(known) == len(readings)
        if question and whole and len(known) > 1:
            yield Contested(question, known)
        else:
            self._contested_form(line)

    def _reading(self, item: Node) -> Reading | None:
        if len(item.children) != 1 or item.children[0].kind != "paragraph":
            return None
        tokens, given = split_given(item.children[0].inline)
        told = boxes.told(self._inlines(tokens, item.line))
        if told is None:
            return None
        text = self._named(Paragraph("", told.text), given, item.line)
        return Reading(told.name, told.holders, text)

    def _title(self, box: boxes.Box, line: int) -> Paragraph | None:
        tokens, given = split_given(box.title)
        runs = self._inlines(tokens, line)
        return self._named(Paragraph("", runs), given, line) if runs else None

    def _inlines(self, tokens: Sequence[Token], line: int) -> Inlines:
        place = self._place(line)
        for token in tokens:
            address = str(token.attrGet("href") or "") if token.type == "link_open" else ""
            if address and not is_web_address(address):
                what = message(N_("“{address}” is not a web address"), address=address)
                remedy = message(N_("Write https://… in full, or leave the link out"))
                self._names.problems.append(warning("web-address", place, what, remedy))
        return inlines(tokens, lambda name: self._names.term_id(name, place))

    def _named(self, leaf: _Leaf, given: str | None, line: int) -> _Leaf:
        place = self._place(line)
        name = checked_given(given, place, self._names.problems)
        name = self._free(name, place) if name else self._hashed(plain_text(leaf))
        full = passage_id(self._topic, name)
        self.places[full] = place
        return replace(leaf, id=full)

    def _hashed(self, text: str) -> str:
        name = passage_hash(text)
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"

    def _free(self, name: str, place: Place) -> str:
        if passage_id(self._topic, name) in self.places:
            what = message(N_("Another passage of this note has the id “{slug}”"), slug=name)
            remedy = message(N_("Give one of the two another id"))
            self._names.problems.append(error("duplicate-id", place, what, remedy))
            return self._hashed(name)
        return name

    def _place(self, line: int) -> Place:
        return Place(self._file, line)

    def _picture_in_text(self, line: int) -> None:
        what = message(N_("A picture stands in the middle of a paragraph"))
        remedy = message(N_("Put an empty line before and after it"))
        self._names.problems.append(error("picture-in-text", self._place(line), what, remedy))

    def _contested_form(self, line: int) -> None:
        what = message(N_("This box is not a question with two readings or more"))
        remedy = message(
            N_("Write the question after [!contested] and “- **Reading** (who holds it): …” below")
        )
        self._names.problems.append(error("contested", self._place(line), what, remedy))

    def _unknown_box(self, name: str, line: int) -> None:
        what = message(N_("There is no box called “{name}”"), name=name)
        remedy = message(N_("Write [!contested] or [!added], or leave it out"))
        self._names.problems.append(warning("unknown-box", self._place(line), what, remedy))


def _says(token: Token) -> bool:
    return token.type != "softbreak" and bool(token.content.strip() or token.nesting)
