"""`> [!contested]` and `> [!added]`: quotations that are boxes."""

import re
from dataclasses import replace
from typing import NamedTuple

from markdown_it.token import Token

from studyapp.domain.notes import Inline, Inlines, Styled, Text, inline_text
from studyapp.importers.markdown import Node

BOXES = ("contested", "added")
_MARK = re.compile(r"\[!([A-Za-z]+)\]\s*")
_HOLDERS = re.compile(r"\s*(?:\(([^()]*)\))?\s*:?\s*")


class Box(NamedTuple):
    """A box: its word, the inline tokens of its title, the blocks below the title."""

    name: str
    title: list[Token]
    nodes: list[Node]


class Told(NamedTuple):
    """A reading's name, who holds it, and what it says."""

    name: str
    holders: str
    text: Inlines


def opened(quote: Node) -> Box | None:
    """Return the box that a quotation is, or None if it is a quotation."""
    first = quote.children[0] if quote.children else None
    if first is None or first.kind != "paragraph" or not first.inline:
        return None
    found = _MARK.match(first.inline[0].content)
    if not found:
        return None
    rest = first.inline[0].copy(content=first.inline[0].content[found.end() :])
    name, tokens, nodes = found[1].lower(), [rest, *first.inline[1:]], quote.children[1:]
    if name == "contested":
        return Box(name, tokens, nodes)
    title, below = _first_line(tokens)
    more = [Node("paragraph", first.line + 1, first.token, below)] if below else []
    return Box(name, title, [*more, *nodes])


def without_mark(quote: Node) -> Node:
    """Return a box as the quotation it is without its mark, with all its words."""
    first = quote.children[0]
    text = first.inline[0]
    bare = text.copy(content=_MARK.sub("", text.content, count=1))
    inline = [bare, *first.inline[1:]] if bare.content else first.inline[1:]
    kept = [replace(first, inline=inline)] if inline else []
    return replace(quote, children=[*kept, *quote.children[1:]])


def _first_line(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    breaks = (at for at, token in enumerate(tokens) if token.type in ("softbreak", "hardbreak"))
    at = next(breaks, len(tokens))
    return tokens[:at], tokens[at + 1 :]


def told(runs: Inlines) -> Told | None:
    """Part `**Name** (holders): text`; None if it is not of this form or says nothing."""
    if len(runs) < 2 or not isinstance(runs[0], Styled) or not isinstance(runs[1], Text):
        return None
    found = _HOLDERS.match(inline_text(runs[1:]))
    assert found  # every part of the pattern is optional
    text = _after(runs[1:], found.end())
    name = inline_text(runs[0].inlines).strip().rstrip(":")
    return Told(name, (found[1] or "").strip(), text) if name and text else None


def _after(runs: Inlines, start: int) -> Inlines:
    """Return runs from a letter on; a run of any style is kept whole or not at all."""
    rest: list[Inline] = []
    for run in runs:
        length = len(inline_text((run,)))
        if start <= 0:
            rest.append(run)
        elif start < length:
            rest.append(Text(run.text[start:]) if isinstance(run, Text) else run)
        start -= length
    return tuple(rest)
