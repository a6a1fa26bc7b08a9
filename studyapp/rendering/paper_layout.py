"""From a board to the blocks that stand on its pages."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF

from studyapp.rendering.paper_blocks import (
    GAP,
    LINE,
    Block,
    boxes,
    card_face,
    cards_beside,
    cards_to_cut,
    cut_height,
    fields,
    headings,
    numbered,
    numbered_line,
    ruled,
    sentence_to_fill,
    space,
    text_block,
)
from studyapp.rendering.paper_board import PaperBoard, PaperCard, PaperNote, PaperZone, Shape
from studyapp.rendering.paper_text import FAINT, Set, Type, set_text
from studyapp.rendering.paper_web_blocks import web_blocks

Columns = list[tuple[float, float]]

_MOST_BESIDE = 4
# Three columns of cards on a page that stands, four on one that lies: about 5.6 cm each.
_CARD_WIDTH = 160.0
_NUMBER = 28.0
# How much larger the box of a diamond is than the card that is glued into it.
_LARGER = 4.0
_LINES_TO_DEFEND = 2
_FEWEST_LINES = 6
# Nobody draws all the links of a large web by hand.
_MOST_SENTENCES = 24
_GUTTER = 14.0


def blocks_of(board: PaperBoard, width: float, height: float | None) -> list[Block]:
    """Return all of a board's blocks, for pages of some size; without a height, for one picture."""
    head = list(_head(board, width))
    asked = [block for question in board.questions for block in _question(question, width)]
    loose = board.loose if board.loose and board.loose.cards else None
    left = height and height - sum(block.height for block in (*head, *asked))
    if board.web:
        drawn = web_blocks(board.web, width, left, height) if board.web.cards else []
        body = [*(drawn or [_nothing(board, width)]), *_sentences(board, width)]
    else:
        body = _blank(board, width, left) if board.is_blank else list(_laid(board, width))
    rest = list(_loose(loose, board, width)) if loose else []
    return [*head, *body, *asked, *rest, *_notes(board, width)]


def _head(board: PaperBoard, width: float) -> Iterator[Block]:
    if board.fields:
        yield fields(board.fields, width)
    said = (
        (board.kind, Type(9, bold=True, colour=FAINT)),
        (board.title, Type(18, bold=True)),
        (board.date, Type(11, colour=FAINT)),
    )
    texts = [set_text(text, how, width) for text, how in said if text]
    yield text_block(texts, after=6, joins_next=True)
    yield text_block((set_text(board.instruction, Type(11), width),), after=14, joins_next=True)


def _sentences(board: PaperBoard, width: float) -> Iterator[Block]:
    """Yield sentences to fill in for the links that are drawn on a blank web, on a new page."""
    cards = len(board.web.cards) if board.web and board.gaps else 0
    count = min(max(_FEWEST_LINES, cards), _MOST_SENTENCES) if cards else 0
    for number in range(1, count + 1):
        block = sentence_to_fill(number, board.gaps, _NUMBER, width)
        yield block._replace(starts_page=number == 1)


def _columns(count: int, width: float) -> Columns:
    each = (width - (count - 1) * _GUTTER) / count
    return [(at * (each + _GUTTER), each) for at in range(count)]


def _rows_of_zones(board: PaperBoard) -> list[Sequence[PaperZone]]:
    zones = board.zones
    return [zones[at : at + _MOST_BESIDE] for at in range(0, len(zones), _MOST_BESIDE)]


def _blank(board: PaperBoard, width: float, left: float | None) -> list[Block]:
    """Return zones with nothing in them but room to write, as much as the page has left."""
    cards = board.loose.cards if board.loose else ()
    if board.shape is Shape.DIAMOND:
        high = cut_height([card_face(card, _CARD_WIDTH) for card in cards])
        return [block for zone in board.zones for block in _empty_row(zone, width, high)]
    count = len(cards)
    if board.shape is Shape.LIST:
        names = [block for zone in board.zones for block in _list_name(zone, width)]
        high = 1.5 * LINE
        return [*names, *(numbered_line(at, _NUMBER, width, high) for at in range(1, count + 1))]
    rows = _rows_of_zones(board)
    return [block for row in rows for block in _empty_columns(row, width, left, count, len(rows))]


def _empty_columns(
    zones: Sequence[PaperZone], width: float, left: float | None, count: int, rows: int
) -> list[Block]:
    columns = _columns(len(zones), width)
    names = headings([zone.name for zone in zones], columns)
    lines = max(_FEWEST_LINES, 2 * count // len(zones) + 2)
    room = lines * LINE if left is None else max(left / rows - names.height, _FEWEST_LINES * LINE)
    # Rounding must not push the last line to a page of its own.
    return [names, ruled(columns, room - 1)]


def _empty_row(zone: PaperZone, width: float, high: float) -> list[Block]:
    wide = _CARD_WIDTH + _LARGER
    step = wide + GAP
    left = (width - zone.room * step + GAP) / 2
    return [_row_name(zone, width), boxes(zone.room, wide, step, left, high + _LARGER)]


def _row_name(zone: PaperZone, width: float) -> Block:
    name = set_text(zone.name, Type(9, bold=True, colour=FAINT, middle=True), width)
    return text_block((name,), after=3, joins_next=True)


def _list_name(zone: PaperZone, width: float) -> list[Block]:
    return [headings((zone.name,), [(0.0, width)])] if zone.name else []


def _laid(board: PaperBoard, width: float) -> Iterator[Block]:
    """Yield the zones with their cards."""
    if board.shape is Shape.DIAMOND:
        for zone in board.zones:
            yield _row_name(zone, width)
            yield _row(zone, board, width)
    elif board.shape is Shape.LIST:
        for zone in board.zones:
            yield from _list_name(zone, width)
            yield from _list(zone, board, width)
    else:
        for row in _rows_of_zones(board):
            yield from _side_by_side(row, board, width)


def _row(zone: PaperZone, board: PaperBoard, width: float) -> Block:
    if not zone.cards:
        return _nothing(board, width, middle=True)
    step = min(_CARD_WIDTH + GAP, width / len(zone.cards))
    faces = [card_face(card, step - GAP) for card in zone.cards]
    return _moved(cards_beside(faces, step), (width - len(faces) * step + GAP) / 2)


def _moved(block: Block, by: float) -> Block:
    return block._replace(paint=lambda painter, at: block.paint(painter, at + QPointF(by, 0)))


def _list(zone: PaperZone, board: PaperBoard, width: float) -> Iterator[Block]:
    for number, card in enumerate(zone.cards, 1):
        yield numbered(number, card_face(card, width - _NUMBER), _NUMBER)
    if not zone.cards:
        yield _nothing(board, width)


def _side_by_side(zones: Sequence[PaperZone], board: PaperBoard, width: float) -> Iterator[Block]:
    columns = _columns(len(zones), width)
    names = headings([zone.name for zone in zones], columns)
    yield names
    each = columns[0][1]
    rows = list(zip_longest(*(zone.cards for zone in zones)))
    for row in rows:
        faces = [card_face(card, each) if card else None for card in row]
        yield cards_beside(faces, each + _GUTTER, again=names)
    if not rows:
        yield _nothing(board, width)
    yield space(GAP)


def _nothing(board: PaperBoard, width: float, *, middle: bool = False) -> Block:
    said = set_text(board.words.nothing, Type(10, colour=FAINT, middle=middle), width)
    return text_block((said,), after=GAP)


def _loose(zone: PaperZone, board: PaperBoard, width: float) -> Iterator[Block]:
    """Yield the cards that lie in no zone."""
    name = headings((zone.name,), [(0.0, width)])
    if board.is_blank:
        yield name._replace(starts_page=True)
        yield from _grid_to_cut(zone.cards, width)
        return
    yield name
    across = max(1, int(width // _CARD_WIDTH))
    columns = _columns(across, width)
    for start in range(0, len(zone.cards), across):
        faces = [card_face(card, columns[0][1]) for card in zone.cards[start : start + across]]
        yield cards_beside(faces, columns[0][1] + _GUTTER)
    yield space(GAP)


def _grid_to_cut(cards: Sequence[PaperCard], width: float) -> Iterator[Block]:
    faces = [card_face(card, _CARD_WIDTH) for card in cards]
    yield from cards_to_cut(faces, max(1, int(width // _CARD_WIDTH)))


def _question(question: str, width: float) -> Iterator[Block]:
    yield text_block((set_text(question, Type(10, bold=True), width),), joins_next=True)
    yield ruled([(0.0, width)], _LINES_TO_DEFEND * LINE)
    yield space(GAP)


def _notes(board: PaperBoard, width: float) -> Iterator[Block]:
    if not board.notes and not board.remarks:
        return
    yield space(GAP, joins_next=True)
    if board.notes_title:
        yield headings((board.notes_title,), [(0.0, width)])
    for remark in board.remarks:
        yield text_block((set_text(remark, Type(10), width),), after=GAP)
    for note in board.notes:
        yield text_block(_note(note, width), after=GAP)


def _note(note: PaperNote, width: float) -> tuple[Set, ...]:
    number = f"{note.number}  " if note.number else ""
    mark = f"{number}{note.mark.text}: " if note.mark else number
    heading = Type(10, bold=True, colour=note.mark.colour) if note.mark else Type(10, bold=True)
    texts = ((f"{mark}{note.title}", heading), (note.text, Type(10)))
    return tuple(set_text(text, how, width) for text, how in texts if text)
