"""Draw the course's pictures as SVG from the tables in scripts/course_pictures.

Run it as `python -m scripts.make_course_pictures`. Each table becomes one picture, 700 units wide.
QtSvg draws them, so they keep to SVG Tiny: no classes, no markers, no filters. Every picture has
its own paper-coloured ground, and so looks the same in the light and the dark scheme.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "scripts/course_pictures"
FOLDER = ROOT / "resources/courses/sino-soviet/pictures"

WIDTH = 700
# The column may be wider than 700 pixels; the program never draws a picture larger than it says.
LARGEST_WIDTH = 920
MARGIN = 16
TITLE_HEIGHT = 44

PAPER, EDGE, SEA, LINE = "#F7F3E8", "#8A8577", "#DCE8EE", "#6B665A"
TEXT, MUTED, RAILWAY = "#22252A", "#4A4F57", "#7A1F12"
ARROWS = {"aid": "#00593D", "mistrust": "#A3341F"}

# Widths of letters in parts of the size, as in DejaVu Sans, the widest font to expect.
_NARROW, _THIN, _WIDE = "ijl'’.,:;| ()", "frtI-/", "mwMWOQG%"
_BOLD = 1.12

Table = dict[str, Any]
Point = Sequence[float]


class Type(NamedTuple):
    """How words look: size in units, and where the given point lies in them."""

    size: float = 13
    bold: bool = False
    anchor: str = "start"
    fill: str = TEXT


PLAIN = Type()


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return about how many units a text takes up, rather too many than too few."""
    return sum(_letter_width(letter) for letter in text) * size * (_BOLD if bold else 1)


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _THIN:
        return 0.42
    if letter in _WIDE:
        return 0.98
    return 0.72 if letter.isupper() else 0.64


def wrap(text: str, width: float, size: float) -> list[str]:
    """Break a text into lines that are no wider than `width`."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


# The parts that every picture is made of.


def number(value: float) -> str:
    """Write a length with one decimal at most, so that the files stay small."""
    return f"{value:.1f}".removesuffix(".0")


def words(at: Point, text: str, look: Type = PLAIN) -> str:
    """Return one line of text."""
    weight = ' font-weight="bold"' if look.bold else ""
    anchor = f' text-anchor="{look.anchor}"' if look.anchor != "start" else ""
    return (
        f'<text x="{number(at[0])}" y="{number(at[1])}" font-family="sans-serif" '
        f'font-size="{number(look.size)}" fill="{look.fill}"{weight}{anchor}>{escape(text)}</text>'
    )


def paragraph(at: Point, lines: Iterable[str], look: Type, leading: float = 16) -> list[str]:
    """Return lines below each other; one that starts with an asterisk is bold."""
    return [
        words(
            (at[0], at[1] + row * leading),
            line.removeprefix("*"),
            look._replace(bold=look.bold or line.startswith("*")),
        )
        for row, line in enumerate(lines)
    ]


def box(corner: Point, size: Point, fill: str, edge: str = LINE, dashed: bool = False) -> str:
    """Return a box with rounded corners."""
    dashes = ' stroke-dasharray="5,4"' if dashed else ""
    return (
        f'<rect x="{number(corner[0])}" y="{number(corner[1])}" width="{number(size[0])}" '
        f'height="{number(size[1])}" rx="4" fill="{fill}" stroke="{edge}"{dashes}/>'
    )


def ground(top: float, height: float, fill: str) -> str:
    """Return a strip over the whole width."""
    return (
        f'<rect x="0" y="{number(top)}" width="{WIDTH}" height="{number(height)}" fill="{fill}"/>'
    )


def path(points: Iterable[Point], stroke: str, width: float, dashes: str = "") -> str:
    """Return an open line through the points."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{_pairs(points)}" fill="none" stroke="{stroke}" '
        f'stroke-width="{number(width)}" stroke-linejoin="round"{dashed}/>'
    )


def shape(points: Iterable[Point], fill: str, edge: str) -> str:
    """Return a closed and filled outline."""
    return (
        f'<polygon points="{_pairs(points)}" fill="{fill}" stroke="{edge}" '
        'stroke-linejoin="round"/>'
    )


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def circle(at: Point, radius: float, fill: str, edge: str) -> str:
    """Return a circle."""
    return (
        f'<circle cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}" '
        f'fill="{fill}" stroke="{edge}"/>'
    )


def badge(at: Point, text: str) -> list[str]:
    """Return a number in a circle; the same one stands in the legend."""
    look = Type(size=12, bold=True, anchor="middle")
    return [circle(at, 8.5, "#FFFFFF", TEXT), words((at[0], at[1] + 4.5), text, look)]


def arrow(route: Sequence[Point], colour: str, dashed: bool = False, both: bool = False) -> str:
    """Return a line with a head at its end, or at both ends."""
    ends = [_head(route[-2], route[-1], colour)]
    if both:
        ends.append(_head(route[1], route[0], colour))
    return path(route, colour, 2.4, "7,5" if dashed else "") + "".join(ends)


def _head(before: Point, tip: Point, colour: str) -> str:
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    wings = [
        (tip[0] - 12 * math.cos(angle + turn), tip[1] - 12 * math.sin(angle + turn))
        for turn in (-0.42, 0.42)
    ]
    return shape([tip, *wings], colour, colour)


def page(table: Table, height: float, body: Iterable[str]) -> str:
    """Return a whole picture: its ground, what is on it, its title and a frame."""
    tall = round(height)
    shown = round(tall * LARGEST_WIDTH / WIDTH)
    title = escape(table["title"])
    note = Type(anchor="end", fill=MUTED)
    sizes = f'viewBox="0 0 {WIDTH} {tall}" width="{LARGEST_WIDTH}" height="{shown}"'
    frame = f'<rect x="1" y="1" width="{WIDTH - 2}" height="{tall - 2}" fill="none"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {sizes}>',
        f"<title>{title}</title>",
        ground(0, tall, PAPER),
        *body,
        words((MARGIN, 28), table["title"], Type(size=18, bold=True)),
        *([words((WIDTH - MARGIN, 28), table["note"], note)] if "note" in table else []),
        f'{frame} stroke="{EDGE}" stroke-width="2"/>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


# The map.


class Projection(NamedTuple):
    """A plain one: degrees of longitude and latitude are the sides of a grid of oblongs."""

    west: float
    north: float
    south: float
    across: float
    down: float

    def point(self, at: Point) -> tuple[float, float]:
        """Return where a place [longitude, latitude] lies in the picture."""
        return ((at[0] - self.west) * self.across, self.row(at[1]))

    def points(self, places: Iterable[Point]) -> list[tuple[float, float]]:
        """Return where the places of an outline or a route lie."""
        return [self.point(at) for at in places]

    def row(self, latitude: float) -> float:
        """Return how far down a latitude lies."""
        return TITLE_HEIGHT + (self.north - latitude) * self.down


def draw_map(table: Table) -> str:
    """Return a map with numbered notes below it."""
    grid = Projection(**table["frame"])
    bottom = grid.row(grid.south)
    notes, height = _map_notes(table["notes"], bottom)
    body = [
        ground(TITLE_HEIGHT, bottom - TITLE_HEIGHT, SEA),
        *(shape(grid.points(land["outline"]), land["fill"], LINE) for land in table["lands"]),
        *(part for row in table["railways"] for part in _railway(grid.points(row["route"]), row)),
        *_map_labels(table["labels"], grid),
        *(part for town in table["towns"] for part in _town(grid.point(town["at"]), town)),
        *(part for note in table["notes"] for part in badge(grid.point(note["at"]), note["sign"])),
        *_way_out(table["arrow"], grid),
        # Lands reach beyond the edge of the map: strips above and below cut them off.
        ground(0, TITLE_HEIGHT, PAPER),
        ground(bottom, height - bottom, PAPER),
        *notes,
    ]
    return page(table, height, body)


def _railway(points: list[tuple[float, float]], row: Table) -> list[str]:
    if not row["disputed"]:
        return [path(points, LINE, 1.6)]
    return [path(points, RAILWAY, 4.4), path(points, PAPER, 1.6, "5,5")]


def _map_labels(labels: Iterable[Table], grid: Projection) -> list[str]:
    return [
        words(
            grid.point(row["at"]), row["text"], Type(row["size"], row.get("bold", True), "middle")
        )
        for row in labels
    ]


def _town(at: Point, town: Table) -> list[str]:
    colour = RAILWAY if town["port"] else TEXT
    label = (at[0] + town["label"][0], at[1] + town["label"][1])
    look = Type(bold=town["port"], anchor=town["anchor"], fill=colour)
    return [circle(at, 4, colour, "#FFFFFF"), words(label, town["name"], look)]


def _way_out(row: Table, grid: Projection) -> list[str]:
    start, end = grid.points([row["from"], row["to"]])
    return [arrow([start, end], TEXT), words((end[0] + 4, end[1] + 18), row["text"], PLAIN)]


def _map_notes(notes: Sequence[Table], bottom: float) -> tuple[list[str], float]:
    """Return the legend in two columns, and how far down it ends."""
    half = (len(notes) + 1) // 2
    parts: list[str] = []
    lowest = bottom
    for column, rows in enumerate((notes[:half], notes[half:])):
        left, top = MARGIN + column * WIDTH / 2, bottom + 24
        for note in rows:
            lines = ["*" + note["what"], *wrap(note["text"], WIDTH / 2 - 2 * MARGIN - 24, 13)]
            parts += badge((left + 9, top - 4), note["sign"])
            parts += paragraph((left + 26, top), lines, PLAIN)
            top += 16 * len(lines) + 8
        lowest = max(lowest, top)
    return parts, lowest


# The timeline.

_AXIS, _EVENTS, _DATE_WIDTH = 378, 400, 74
_EVENT_ROW = 21
_TIMELINE_TOP = 96


def draw_timeline(table: Table) -> str:
    """Return years from top to bottom, with bars in lanes at the left and events at the right."""
    scale = table["scale"]

    def down(year: float) -> float:
        return float(_TIMELINE_TOP + (year - scale["first"]) * scale["a_year"])

    body = [
        *_years(scale["first"], scale["last"], down),
        *(part for lane in table["lanes"] for part in _lane_heading(lane)),
        *(part for row in table["bars"] for part in _bar(row, table["lanes"][row["lane"]], down)),
        path([(_AXIS, down(scale["first"])), (_AXIS, down(scale["last"]))], TEXT, 2),
        *paragraph((_EVENTS, 62), table["events_heading"], PLAIN),
        *_events(table["events"], down, down(scale["last"])),
    ]
    return page(table, down(scale["last"]) + MARGIN, body)


def _years(first: int, last: int, down: Callable[[float], float]) -> list[str]:
    parts: list[str] = []
    for year in range(first - first % -5, last, 5):
        parts.append(path([(48, down(year)), (_AXIS, down(year))], "#D5CFBF", 1))
        parts.append(words((42, down(year) + 5), str(year), Type(anchor="end", fill=MUTED)))
    return parts


def _lane_heading(lane: Table) -> list[str]:
    look = Type(anchor="middle")
    return paragraph((lane["left"] + lane["width"] / 2, 62), lane["heading"], look)


def _bar(row: Table, lane: Table, down: Callable[[float], float]) -> list[str]:
    top, bottom = down(row["from"]), down(row["to"])
    size = (lane["width"], bottom - top)
    middle = (lane["left"] + lane["width"] / 2, (top + bottom) / 2 - 8 * len(row["lines"]) + 13)
    return [
        box((lane["left"], top), size, row["fill"], row["edge"], row.get("dashed", False)),
        *paragraph(middle, row["lines"], Type(anchor="middle")),
    ]


def _events(rows: Sequence[Table], down: Callable[[float], float], bottom: float) -> list[str]:
    wanted = [down(row["at"]) for row in rows]
    parts: list[str] = []
    for row, at, shown in zip(rows, wanted, spread(wanted, _EVENT_ROW, bottom - 8), strict=True):
        turning = row.get("turning", False)
        mark = "#FFFFFF" if not turning else RAILWAY
        parts += [
            path([(_AXIS, at), (_EVENTS - 4, shown)], LINE, 1),
            circle((_AXIS, at), 4.5 if turning else 3.5, mark, RAILWAY),
            words((_EVENTS, shown + 5), row["date"], Type(fill=MUTED)),
            words((_EVENTS + _DATE_WIDTH, shown + 5), row["text"], Type(bold=turning)),
        ]
    return parts


def spread(wanted: Sequence[float], gap: float, last: float) -> list[float]:
    """Return places close to the wanted ones (which rise), `gap` apart, none beyond `last`.

    Those that crowd each other form a block around the middle of where they wanted to be.
    """
    blocks: list[tuple[float, int]] = []
    for place in wanted:
        blocks.append((place, 1))
        while len(blocks) > 1 and _overlap(blocks[-2], blocks[-1], gap):
            (middle, few), (other, more) = blocks[-2:]
            blocks[-2:] = [((middle * few + other * more) / (few + more), few + more)]
    places = [
        middle + (row - (size - 1) / 2) * gap for middle, size in blocks for row in range(size)
    ]
    return [min(place, last - gap * (len(places) - 1 - row)) for row, place in enumerate(places)]


def _overlap(upper: tuple[float, int], lower: tuple[float, int], gap: float) -> bool:
    return lower[0] - upper[0] < (upper[1] + lower[1]) / 2 * gap


# The web.


def draw_web(table: Table) -> str:
    """Return boxes joined by arrows, each with its words beside it."""
    frame = table["frame"]
    body = [
        box(frame["box"][:2], frame["box"][2:], "#EFE9DA", EDGE),
        words(frame["at"], frame["text"], Type(size=14, bold=True, anchor="middle")),
        *(part for row in table["arrows"] + table["legend"] for part in _labelled_arrow(row)),
        *(part for row in table["nodes"] for part in _node(row)),
    ]
    return page(table, table["height"], body)


def _node(row: Table) -> list[str]:
    left, top, width, height = row["box"]
    first = (left + width / 2, top + height / 2 - 9 * len(row["lines"]) + 14)
    return [
        box((left, top), (width, height), row["fill"], TEXT),
        *paragraph(first, row["lines"], Type(size=14, anchor="middle"), leading=18),
    ]


def _labelled_arrow(row: Table) -> list[str]:
    dashed = row["kind"] == "mistrust"
    return [
        arrow(row["route"], ARROWS[row["kind"]], dashed, row.get("both", False)),
        *paragraph(row["label"], row["lines"], Type(anchor=row.get("anchor", "start"))),
    ]


# The table.

_HEADED = 136
_CELL = (WIDTH - MARGIN - _HEADED) / 2


def draw_table(table: Table) -> str:
    """Return rows of cells, each as high as its words need."""
    parts: list[str] = []
    top = TITLE_HEIGHT + 56.0
    for count, row in enumerate(table["rows"]):
        cells = [wrap(cell, _CELL - 24, 13) for cell in row["cells"]]
        height = 16 * max(map(len, cells)) + 13
        parts += [ground(top, height, "#EFE9DA")] if count % 2 == 0 else []
        parts.append(words((MARGIN, top + 19), row["what"], Type(bold=True)))
        for column, lines in enumerate(cells):
            parts += paragraph((_cell_left(column) + 12, top + 19), lines, PLAIN)
        top += height
    heads = [part for at, head in enumerate(table["columns"]) for part in _column(at, head, top)]
    return page(table, top + MARGIN, [*parts, *heads])


def _cell_left(column: int) -> float:
    return _HEADED + column * _CELL


def _column(column: int, head: Table, bottom: float) -> list[str]:
    left, middle = _cell_left(column), _cell_left(column) + _CELL / 2
    centred = Type(size=15, bold=True, anchor="middle")
    return [
        path([(left, TITLE_HEIGHT), (left, bottom)], head["edge"], 2),
        box((left, TITLE_HEIGHT), (_CELL - 6, 50), head["fill"], head["edge"]),
        words((middle, TITLE_HEIGHT + 21), head["heading"], centred),
        words((middle, TITLE_HEIGHT + 40), head["under"], Type(anchor="middle")),
    ]


DRAWN = {"map": draw_map, "timeline": draw_timeline, "web": draw_web, "table": draw_table}


def pictures() -> dict[str, str]:
    """Return every picture as SVG, by the name of its file."""
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(TABLES.glob("*.toml"))
    ]
    return {table["file"]: DRAWN[table["kind"]](table) for table in tables}


if __name__ == "__main__":
    for name, svg in pictures().items():
        (FOLDER / name).write_text(svg, encoding="utf-8")
