"""A plan of an essay on paper, or as text to paste elsewhere."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtGui import QPagedPaintDevice

from studyapp.rendering.note_printing import print_note


class PlanPaper(NamedTuple):
    """What is asked in which course, and the parts of the plan: headings with their lines."""

    course: str
    prompt: str
    parts: Sequence[tuple[str, Sequence[str]]]


def plan_text(paper: PlanPaper) -> str:
    """Return a plan as text: a heading a part, a dash before each line."""
    parts = (
        "\n".join([heading, *(f"- {line}" for line in lines)]) for heading, lines in paper.parts
    )
    return "\n\n".join([paper.prompt, *parts]) + "\n"


def print_plan(paper: PlanPaper, device: QPagedPaintDevice) -> None:
    """Print a plan to a printer or a PDF writer."""
    print_note(_html(paper), lambda _name: None, device)


def _html(paper: PlanPaper) -> str:
    parts = "".join(_part(heading, lines) for heading, lines in paper.parts)
    about = f'<p class="source">{escape(paper.course)}</p>'
    return f"{about}<h1>{escape(paper.prompt)}</h1>{parts}"


def _part(heading: str, lines: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    # Without anything in it a part is where something is to be written.
    held = f"<ul>{items}</ul>" if items else "<p>&nbsp;</p><p>&nbsp;</p>"
    return f"<h2>{escape(heading)}</h2>{held}"
