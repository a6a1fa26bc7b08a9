"""What of a board goes on paper, as plain data: every text is in its language already."""

from enum import Enum
from typing import NamedTuple


class PaperTheme(NamedTuple):
    """A theme of a card: its name, and its colour as #RRGGBB."""

    name: str
    colour: str


class PaperMark(NamedTuple):
    """A mark such as "✓ Right": sign and word, so that it needs no colour to be told."""

    text: str
    colour: str


class PaperCard(NamedTuple):
    """A card; what is "" or None is left out."""

    title: str
    date: str = ""
    themes: tuple[PaperTheme, ...] = ()
    mark: PaperMark | None = None


class PaperZone(NamedTuple):
    """A zone with what lies in it; `room` is how many cards it takes, 0 for any number."""

    name: str
    cards: tuple[PaperCard, ...] = ()
    room: int = 0


class PaperNote(NamedTuple):
    """What is said of a card below the board."""

    title: str
    text: str
    mark: PaperMark | None = None


class Shape(Enum):
    """How zones lie on paper: side by side, as one numbered list, or as rows of a diamond."""

    COLUMNS = "columns"
    LIST = "list"
    DIAMOND = "diamond"


class PaperWords(NamedTuple):
    """The texts that stand on every paper; `page` has the fields `page` and `count`."""

    footer: str
    page: str = "Page {page} of {count}"
    nothing: str = "–"


class PaperBoard(NamedTuple):
    """A board to draw.

    `kind` stands small above the title. Where `is_blank`, there are `fields` to fill in at the top
    (such as "Name"), room to write in the zones, and below each of the `questions`. `loose` are
    cards that lie in no zone: to be cut out of a page of their own if the board is blank.
    `remarks` are said of the whole board, before the notes on its cards.
    """

    kind: str
    title: str
    date: str
    instruction: str
    shape: Shape
    zones: tuple[PaperZone, ...]
    words: PaperWords
    is_blank: bool = False
    fields: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    loose: PaperZone | None = None
    notes_title: str = ""
    notes: tuple[PaperNote, ...] = ()
    remarks: tuple[str, ...] = ()
