"""How a note looks: a style sheet for Qt's rich text from colours and the reader's choices."""

from collections.abc import Mapping
from string import Template
from typing import NamedTuple

from studyapp.ui import tokens


class NoteStyle(NamedTuple):
    """The reader's choices; an empty family is the system's own."""

    family: str = ""
    points: int = tokens.NOTE_POINTS
    spacing: float = 1.5


# Qt's rich text knows neither padding nor borders on blocks: boxes are tables.
_SHEET = Template("""
p, li { line-height: $spacing%; margin-top: 0; margin-bottom: 10px; }
li { margin-bottom: 4px; }
h1 { font-size: ${h1}pt; font-weight: bold; margin-top: 8px; margin-bottom: 12px; }
h2 { font-size: ${h2}pt; font-weight: bold; margin-top: 24px; margin-bottom: 8px; }
h3 { font-size: ${h3}pt; font-weight: bold; margin-top: 24px; margin-bottom: 8px; }
h4 { font-size: ${h4}pt; font-weight: bold; margin-top: 16px; margin-bottom: 8px; }
a { color: $accent; text-decoration: none; }
code, pre { font-family: monospace; }
td, th { padding: 6px; vertical-align: top; }
th { background-color: $added_ground; text-align: left; }
.contested { background-color: $contested_ground; }
.contested-label { color: $contested_rule; font-weight: bold; }
.added { background-color: $added_ground; }
.added-label, .source, .holders, .caption, blockquote { color: $muted; }
""")


def note_sheet(style: NoteStyle, colours: Mapping[str, str]) -> str:
    """Return the style sheet of a note's document."""
    sizes = [round(style.points * scale, 1) for scale in tokens.NOTE_HEADING_SCALE]
    heads = {f"h{level}": size for level, size in enumerate(sizes, 1)}
    named = {role.replace(" ", "_"): value for role, value in colours.items()}
    return _SHEET.substitute(named, spacing=round(style.spacing * 100), **heads)
