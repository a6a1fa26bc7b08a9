"""The figures of someone's progress on paper: sentences and tables, black on white."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtGui import QPagedPaintDevice

from studyapp.domain.messages import Message, say
from studyapp.domain.progress.figure_words import Cell, Section
from studyapp.rendering.note_printing import print_note


def figures_html(
    title: str, sections: Sequence[Section], translate: Callable[[str], str] = str
) -> str:
    """Return figures as HTML that a note's paper can print."""
    parts = [f"<h1>{escape(title)}</h1>"]
    for section in sections:
        parts.append(f"<h2>{escape(translate(section.title))}</h2>")
        parts.append(f"<p>{escape(say(section.words, translate))}</p>")
        parts += _table(section, translate) if section.rows else ()
    return "\n".join(parts)


def print_figures(html: str, device: QPagedPaintDevice) -> None:
    """Print figures to a printer or a PDF writer."""
    print_note(html, lambda _name: None, device)


def _table(section: Section, translate: Callable[[str], str]) -> Iterator[str]:
    yield '<table width="100%" cellspacing="0">'
    heads = "".join(f'<th align="left">{escape(translate(each))}</th>' for each in section.headers)
    # A header that is called so stands on each page again.
    yield f"<thead><tr>{heads}</tr></thead>"
    for row in section.rows:
        cells = "".join(f"<td>{escape(_text(cell, translate))}</td>" for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</table>"


def _text(cell: Cell, translate: Callable[[str], str]) -> str:
    return say(cell, translate) if isinstance(cell, Message) else str(cell)
