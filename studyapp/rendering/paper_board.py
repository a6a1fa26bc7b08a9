"""What of a board goes on paper, as plain data: every text is in its language already."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from studyapp.domain.boards.web import Pair, Point, Relation


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
    """What is said of a card or a link below the board; a link has the number that it has there."""

    title: str
    text: str
    mark: PaperMark | None = None
    number: int = 0


class PaperLink(NamedTuple):
    """A link of a web; its label, such as "3 ✓", stands on its line."""

    pair: Pair
    relation: Relation
    label: str
    colour: str = "#000000"


class PaperWeb(NamedTuple):
    """Cards by name, and the links between them.

    `spots` has the top left corner of each card as it was laid, and `size` the width and height
    that it had there; without spots the web is laid out to fit the paper.
    """

    cards: Mapping[str, PaperCard]
    links: tuple[PaperLink, ...] = ()
    spots: Mapping[str, Point] = MappingProxyType({})
    size: Point = Point(200, 72)


class Shape(Enum):
    """How it lies on paper: zones side by side, one numbered list, rows of a diamond, or a web."""

    COLUMNS = "columns"
    LIST = "list"
    DIAMOND = "diamond"
    WEB = "web"


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
    `remarks` are said of the whole board, before the notes on its cards. A web has no zones; where
    it is blank, `gaps` are the words between which its links are written: "led to", "because".
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
    web: PaperWeb | None = None
    gaps: tuple[str, ...] = ()
