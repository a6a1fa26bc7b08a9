"""Inline tokens of Markdown as the domain's inlines, with the spaces a reader would see."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from studyapp.domain.notes import (
    Inline,
    Inlines,
    LineBreak,
    Styled,
    TermLink,
    Text,
    WebLink,
    inline_text,
)

TermFinder = Callable[[str], str | None]
"""The full id of the term with this name, or None."""

# Deeper emphasis changes nothing that one could see, and hostile files nest it by thousands.
_DEEPEST_STYLE = 6
_STYLES = {"strong_open": "strong", "em_open": "emphasis"}
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
# U+FDD0 and its like frame tables and pictures inside a QTextDocument.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_GIVEN = re.compile(r"\s*\{#([^{}\s]*)\}\s*$")
_WEB = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class _Level:
    token: Token
    inlines: list[Inline] = field(default_factory=list)


def visible(text: str) -> str:
    """Return text with every run of spaces as one space, and no character that cannot be shown."""
    return _SPACES.sub(" ", _UNFIT.sub("\ufffd", text))


def is_web_address(address: str) -> bool:
    """Say whether a link leads to the web or to a mailbox."""
    return address.lower().startswith(_WEB)


def split_given(inline: Sequence[Token]) -> tuple[list[Token], str | None]:
    """Take `{#slug}` off the end; the slug is as written, well-formed or not."""
    if not inline or inline[-1].type != "text":
        return list(inline), None
    found = _GIVEN.search(inline[-1].content)
    if not found:
        return list(inline), None
    rest = inline[-1].copy(content=inline[-1].content[: found.start()])
    return [*inline[:-1], rest], found[1]


def inlines(tokens: Sequence[Token], term: TermFinder) -> Inlines:
    """Return what the tokens say; a term that `term` does not know is plain words."""
    return _Writer(term).write(tokens)


def words_of(tokens: Sequence[Token]) -> str:
    """Return the plain words of a block, without an id at their end."""
    kept, _ = split_given(tokens)
    return inline_text(inlines(kept, lambda _name: None))


class _Writer:
    def __init__(self, term: TermFinder) -> None:
        self._term = term
        self._levels = [_Level(Token("", "", 0))]
        self._skipped = 0
        self._after_space = True

    def write(self, tokens: Sequence[Token]) -> Inlines:
        for token in tokens:
            if token.nesting > 0:
                self._open(token)
            elif token.nesting < 0:
                self._close()
            else:
                self._leaf(token)
        return _without_end_space(tuple(self._levels[0].inlines))

    def _open(self, token: Token) -> None:
        if len(self._levels) <= _DEEPEST_STYLE:
            self._levels.append(_Level(token))
        else:
            self._skipped += 1

    def _close(self) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        level = self._levels.pop()
        held = tuple(level.inlines)
        if held:
            self._levels[-1].inlines.extend(_wrapped(level.token, held))

    def _leaf(self, token: Token) -> None:
        if token.type == "hardbreak":
            self._levels[-1].inlines.append(LineBreak())
            self._after_space = True
        elif token.type == "code_inline":
            self._wrap(self._words(token.content), lambda held: Styled("code", held))
        elif token.type == "term_link":
            self._term_link(token)
        elif token.type in ("text", "softbreak", "image"):
            self._add(self._words(" " if token.type == "softbreak" else token.content))

    def _term_link(self, token: Token) -> None:
        full = self._term(token.meta["term"])
        words = self._words(token.content)
        if full:
            self._wrap(words, lambda held: TermLink(full, held))
        else:
            self._add(words)

    def _wrap(self, words: str, wrap: Callable[[Inlines], Inline]) -> None:
        if words:
            self._levels[-1].inlines.append(wrap((Text(words),)))

    def _add(self, words: str) -> None:
        here = self._levels[-1].inlines
        if here and isinstance(here[-1], Text):
            here[-1] = Text(here[-1].text + words)
        elif words:
            here.append(Text(words))

    def _words(self, text: str) -> str:
        seen = visible(text)
        seen = seen.lstrip(" ") if self._after_space else seen
        self._after_space = seen.endswith(" ") if seen else self._after_space
        return seen


def _wrapped(token: Token, held: Inlines) -> Inlines:
    if token.type == "link_open":
        address = str(token.attrGet("href") or "")
        return (WebLink(address, held),) if is_web_address(address) else held
    style = _STYLES.get(token.type)
    return (Styled(style, held),) if style else held


def _without_end_space(held: Inlines) -> Inlines:
    """Drop what cannot be seen at the end of a paragraph, however deep it stands."""
    while held:
        last = _trimmed(held[-1])
        if last is not None:
            return (*held[:-1], last)
        held = held[:-1]
    return held


def _trimmed(last: Inline) -> Inline | None:
    if isinstance(last, LineBreak):
        return None
    if isinstance(last, Text):
        text = last.text.rstrip(" ")
        return Text(text) if text else None
    inner = _without_end_space(last.inlines)
    return replace(last, inlines=inner) if inner else None
