"""Markdown as a tree of blocks with lines, and its inline text as the domain's inlines.

CommonMark with tables, plus `[[Term]]` and `[[Term|words]]`. HTML in the source is text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

DEEPEST = 20
_PARSED_DEPTH = 3 * DEEPEST
_TERM = re.compile(r"\[\[([^\[\]|\\\n]+)(?:\\?\|([^\[\]|\n]+))?\]\]")
_TERM_IN_TABLE = re.compile(r"(\[\[[^\[\]|\\\n]+)\|([^\[\]|\n]+\]\])")


@dataclass(slots=True)
class Node:
    """A block of the source: markdown-it's kind, its line, its inline tokens, what it holds."""

    kind: str
    line: int
    token: Token
    inline: list[Token] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


class TooDeepError(Exception):
    """Blocks stand in blocks more than `DEEPEST` levels deep; `line` is where."""

    def __init__(self, line: int) -> None:
        """Keep the line, counted from 1."""
        self.line = line
        super().__init__(line)


def reader() -> MarkdownIt:
    """Return the Markdown parser of course folders."""
    options = {"html": False, "maxNesting": _PARSED_DEPTH}
    markdown = MarkdownIt("commonmark", options).enable("table")
    markdown.inline.ruler.before("link", "term_link", _term_link)
    return markdown


def read(markdown: MarkdownIt, text: str, first_line: int = 1) -> list[Node]:
    """Return the blocks of `text`, whose first line is `first_line` of its file."""
    top: list[Node] = []
    open_nodes = [Node("", first_line, Token("", "", 0), children=top)]
    for token in markdown.parse(_with_safe_bars(text)):
        here = open_nodes[-1]
        line = token.map[0] + first_line if token.map else here.line
        if token.level > DEEPEST:
            raise TooDeepError(line)
        if token.nesting < 0:
            open_nodes.pop()
        elif token.type == "inline":
            here.inline = token.children or []
        else:
            here.children.append(Node(token.type.removesuffix("_open"), line, token))
            open_nodes += here.children[-1:] * token.nesting
    return top


def term_names(inline: Sequence[Token]) -> Iterator[str]:
    """Yield the names in `[[…]]`, in order."""
    return (token.meta["term"] for token in inline if token.type == "term_link")


def _term_link(state: StateInline, silent: bool) -> bool:
    found = _TERM.match(state.src, state.pos, state.posMax)
    if not found or not found[1].strip():
        return False
    if not silent:
        token = state.push("term_link", "", 0)
        token.meta = {"term": " ".join(found[1].split())}
        token.content = (found[2] or "").strip() or found[1]
    state.pos = found.end()
    return True


def _with_safe_bars(text: str) -> str:
    """Keep the bar of `[[Term|words]]` from parting the cells of a table."""
    return "\n".join(
        _TERM_IN_TABLE.sub(r"\1\\|\2", line) if line.lstrip(" >").startswith("|") else line
        for line in text.split("\n")
    )
