"""How a note looks: a style sheet for Qt's rich text from colours and the reader's choices."""

from collections.abc import Mapping
from string import Template
from typing import NamedTuple

from studyapp.ui.look import tokens


class NoteStyle(NamedTuple):
    """The reader's choices; an empty family is the system's own."""

    family: str = ""
    points: int = tokens.NOTE_POINTS
    spacing: float = 1.5


# Qt's rich text knows neither padding nor borders on blocks: boxes are tables of one cell.
_SHEET = Template("""
p, li { line-height: $spacing%; margin-top: 0; margin-bottom: 10px; }
li { margin-bottom: 4px; }
ul, ol { margin-bottom: 8px; }
h1 { font-size: $h1; font-weight: bold; margin-top: 8px; margin-bottom: 16px; }
h2 { font-size: $h2; font-weight: bold; margin-top: 24px; margin-bottom: 8px; }
h3 { font-size: $h3; font-weight: bold; margin-top: 24px; margin-bottom: 8px; }
h4 { font-size: $h4; font-weight: bold; margin-top: 16px; margin-bottom: 8px; }
a { color: $accent; }
code, pre { font-family: monospace; }
blockquote { margin-left: 24px; margin-right: 24px; color: $muted; }
p.picture { line-height: 100%; margin-bottom: 4px; }
img { max-width: 100%; }
table.contested, table.added { margin-top: 8px; margin-bottom: 16px; }
td.contested, td.added { padding: 10px 14px 4px 14px; border-left-width: 4px;
  border-left-style: solid; }
td.contested { background-color: $contested_ground; border-left-color: $contested_rule; }
td.added { background-color: $added_ground; border-left-color: $strong_line; }
.contested-label, .added-label { font-size: ${label}pt; font-weight: bold; color: $muted;
  margin-bottom: 4px; }
.question { font-weight: bold; }
.reading { margin-bottom: 2px; }
.source, .holders, .caption { color: $muted; }
.source, .caption { font-size: ${label}pt; }
.caption { margin-bottom: 16px; }
table.table { border-collapse: collapse; border-color: $line; border-style: solid;
  margin-top: 8px; margin-bottom: 16px; }
table.table th { background-color: $added_ground; text-align: left; }
""")
# Up to which size of the text, the sizes of the four headings: 2, 1.5 and 1.2 times as large, or as
# large as the text.
_HEADINGS = (
    (14, ("xx-large", "x-large", "large", "medium")),
    (18, ("x-large", "large", "medium", "medium")),
    (float("inf"), ("large", "medium", "medium", "medium")),
)
_LABEL_SCALE = 10 / 12
_SMALLEST_LABEL = 9.0


def note_sheet(style: NoteStyle, colours: Mapping[str, str], natural: float) -> str:
    """Return the style sheet of a note's document.

    Qt counts line heights in the font's own, which is `natural` times its size.
    """
    heads = {f"h{level}": size for level, size in enumerate(_headings(style.points), 1)}
    named = {role.replace(" ", "_"): value for role, value in colours.items()}
    spacing = round(100 * style.spacing / natural)
    label = max(_SMALLEST_LABEL, round(style.points * _LABEL_SCALE, 1))
    return _SHEET.substitute(named, label=label, spacing=spacing, **heads)


def _headings(points: float) -> tuple[str, ...]:
    """Return the sizes of the headings: the larger the text, the less they are above it.

    Else a long word of a title would be wider than the note. Qt draws headings in steps of its own,
    whatever size in points they are given.
    """
    return next(sizes for most, sizes in _HEADINGS if points <= most)
