"""A note as HTML of the kind Qt's rich text reads: classes, no colours and no sizes of type.

What Qt does to it: every `p`, heading and table cell becomes one QTextBlock, and an empty
`<a name>` names the first character after it. So every passage is one such element, starts with
its name, and holds exactly the passage's plain text; labels stand in blocks of their own. White
space between tags would become text, so there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from studyapp.domain.course import Course, Topic
from studyapp.domain.notes import (
    Added,
    Block,
    CodeBlock,
    Contested,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    ListBlock,
    Paragraph,
    Quote,
    Styled,
    Table,
    TermLink,
    Text,
    inline_text,
    leaves,
)
from studyapp.domain.pictures import size_in_pixels

_TAGS = {"strong": "b", "emphasis": "i", "code": "code"}
_LABELS = {
    "en": ("Historians disagree", "Added to the class notes"),
    "de": ("Darüber streiten Historiker", "Zu den Unterrichtsnotizen ergänzt"),
    "fr": ("Les historiens ne sont pas d’accord", "Ajouté aux notes de cours"),
    "es": ("Los historiadores no están de acuerdo", "Añadido a los apuntes"),
}
_LOWEST_HEADING = 4
_WIDE = 'width="100%" cellspacing="0" cellpadding="8"'


def note_html(topic: Topic, course: Course) -> str:
    """Return the note of a topic; a note without a title of its own is given the topic's."""
    labels = _LABELS.get(course.info.language.split("-")[0].lower(), _LABELS["en"])
    first = next(leaves(topic.blocks), None)
    titled = isinstance(first, Heading) and first.level == 1
    title = "" if titled else f"<h1>{escape(topic.title)}</h1>"
    pictures = {picture.name: picture.data for picture in course.pictures}
    return title + _Page(*labels, pictures).blocks(topic.blocks)


class _Page:
    def __init__(self, contested: str, added: str, pictures: Mapping[str, bytes]) -> None:
        self._contested_label = escape(contested)
        self._added_label = escape(added)
        self._pictures = pictures

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Quote):
            return f"<blockquote>{self.blocks(block.blocks)}</blockquote>"
        if isinstance(block, Contested):
            return self._dispute(block)
        if isinstance(block, Added):
            return self._addition(block)
        if isinstance(block, Figure):
            return self._figure(block)
        return _leaf(block)

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        items = "".join(f"<li>{self._item(item)}</li>" for item in block.items)
        return f"<{tag}{start}>{items}</{tag}>"

    def _item(self, item: Sequence[Block]) -> str:
        # A paragraph inside <li> would be a second block with the mark on an empty first one.
        if isinstance(item[0], Paragraph):
            first, rest = _named(item[0].id, _inlines(item[0].inlines)), item[1:]
            return first + self.blocks(rest)
        return self.blocks(item)

    def _dispute(self, block: Contested) -> str:
        readings = "".join(
            f'<p class="reading"><b>{escape(reading.name)}</b>{_holders(reading.holders)}</p>'
            f"{_paragraph(reading.text)}"
            for reading in block.readings
        )
        question = _paragraph(block.question, "question")
        return _box("contested", self._contested_label, question + readings)

    def _addition(self, block: Added) -> str:
        source = _paragraph(block.source, "source")
        return _box("added", self._added_label, source + self.blocks(block.blocks))

    def _figure(self, figure: Figure) -> str:
        # With its size there is room for a picture before it is drawn.
        size = size_in_pixels(self._pictures.get(figure.picture, b""))
        sides = ' width="{}" height="{}"'.format(*size) if size else ""
        words = escape(figure.alternative)
        image = f'<img src="picture:{escape(figure.picture)}" alt="{words}"{sides}>'
        caption = f'<p class="caption">{escape(figure.caption)}</p>' if figure.caption else ""
        # A name does not stick to a picture, so it stands on a space without width.
        return f'<p class="picture">{_named(figure.id, "&#8203;")}{image}</p>{caption}'


def _box(name: str, label: str, held: str) -> str:
    return (
        f'<table class="{name}" {_WIDE}><tr><td class="{name}">'
        f'<p class="{name}-label">{label}</p>{held}</td></tr></table>'
    )


def _holders(holders: str) -> str:
    return f' <span class="holders">({escape(holders)})</span>' if holders else ""


def _leaf(leaf: Heading | Paragraph | CodeBlock | Table) -> str:
    if isinstance(leaf, Heading):
        level = min(leaf.level, _LOWEST_HEADING)
        return f"<h{level}>{_named(leaf.id, _inlines(leaf.inlines))}</h{level}>"
    if isinstance(leaf, Paragraph):
        return _paragraph(leaf)
    if isinstance(leaf, CodeBlock):
        return (
            f'<p class="code" style="white-space:pre-wrap">{_named(leaf.id, _code(leaf.text))}</p>'
        )
    return _table(leaf)


def _named(passage: str, held: str) -> str:
    return f'<a name="{escape(passage)}"></a>{held}'


def _paragraph(paragraph: Paragraph, name: str = "") -> str:
    opened = f'<p class="{name}">' if name else "<p>"
    return f"{opened}{_named(paragraph.id, _inlines(paragraph.inlines))}</p>"


def _code(text: str) -> str:
    # <pre> would make a block of every line.
    return f"<code>{escape(text).replace(chr(10), '<br>')}</code>"


def _table(table: Table) -> str:
    head = _row(table.header, "th", table.id)
    body = "".join(_row(row, "td") for row in table.rows)
    return f'<table class="table" {_WIDE} border="1">{head}{body}</table>'


def _row(cells: Sequence[Inlines], tag: str, passage: str = "") -> str:
    held = [_inlines(cell) for cell in cells]
    if passage:
        # A name needs a character to stand on.
        held[0] = _named(passage, held[0] if inline_text(cells[0]) else "&nbsp;")
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in held)}</tr>"


def _inlines(inlines: Inlines) -> str:
    return "".join(_pieces(inlines))


def _pieces(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        yield _inline(inline)


def _inline(inline: Inline) -> str:
    if isinstance(inline, Text):
        return escape(inline.text)
    if isinstance(inline, LineBreak):
        return "<br>"
    held = _inlines(inline.inlines)
    if isinstance(inline, Styled):
        tag = _TAGS[inline.style]
        return f"<{tag}>{held}</{tag}>"
    if isinstance(inline, TermLink):
        return f'<a href="term:{escape(inline.term)}">{held}</a>'
    return f'<a href="{escape(inline.address)}">{held}</a>'
