"""The web by keyboard: the same keys on the canvas and in the outline, as far as both can.

Ctrl+Right lays a card of the tray on the web; Ctrl+Down, Delete and Backspace put it back, or take
the current link away. Ctrl+X begins a link at a card and Ctrl+V draws it to another. Alt with an
arrow moves the selected cards, or the words of the current link, and with Shift besides by a whole
card; Shift with an arrow selects one more card. Single letters are left alone: the outline searches
by them, and speech input types them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from studyapp.domain.boards.web import Point
from studyapp.ui.board.layout import Direction, neighbour
from studyapp.ui.look.tokens import CARD_HEIGHT, CARD_WIDTH
from studyapp.ui.web.geometry import GRID, SPACING, rounded
from studyapp.ui.web.gestures import move_words
from studyapp.ui.web.model import WebModel

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_AWAY = (
    (_CONTROL, Qt.Key.Key_Down),
    (_PLAIN, Qt.Key.Key_Delete),
    (_PLAIN, Qt.Key.Key_Backspace),
)
_ENDS = {(_PLAIN, Qt.Key.Key_Home): 0, (_PLAIN, Qt.Key.Key_End): -1}
_FAR = 1000
# With Alt a step of the grid, with Shift besides as far as the next card of a row or column.
_STRIDES = {
    _ALT: Point(GRID, GRID),
    _ALT | _SHIFT: Point(CARD_WIDTH + SPACING.across, CARD_HEIGHT + SPACING.down),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_in_both(model: WebModel, event: QKeyEvent) -> bool:
    """Do what a key does in either view, but for laying a card on the web."""
    if event.matches(QKeySequence.StandardKey.Cut):
        model.begin_link(model.current)
    elif event.matches(QKeySequence.StandardKey.Paste):
        if model.cause and model.current:
            model.draw((model.cause, model.current))
    elif _pressed(event) in _AWAY:
        take_away(model)
    elif event.key() == Qt.Key.Key_Escape and model.cause:
        model.begin_link("")
    else:
        return False
    return True


def is_ours(model: WebModel, event: QEvent) -> bool:
    """Say whether a key that is also a shortcut of the window moves something here."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return bool(moving(event)) and bool(model.link or model.selected & model.web.cards.keys())


def nudge(canvas: WebCanvas, by: Point) -> None:
    """Move the words of the current link, or the selected cards."""
    model = canvas.model
    if model.link:
        move_words(canvas, model.link, QPointF(*by))
        return
    cards = model.web.cards
    places = {name: cards[name].at for name in model.selected if name in cards}
    model.place({name: rounded(QPointF(at.x + by.x, at.y + by.y)) for name, at in places.items()})


def is_place_key(event: QKeyEvent) -> bool:
    """Say whether a key lays a card of the tray on the web."""
    return _pressed(event) in ((_CONTROL, Qt.Key.Key_Right), *((_PLAIN, key) for key in _ENTER))


def end_of(model: WebModel, event: QKeyEvent) -> str:
    """Return the card that Home or End goes to in the outline, or "" for another key."""
    end = _ENDS.get(_pressed(event))
    cards = model.tray if model.current in model.tray else tuple(model.web.cards)
    return "" if end is None or not cards else cards[end]


def take_away(model: WebModel) -> None:
    """Take the current link away, or the selected cards off the web."""
    if model.link:
        model.erase(model.link)
    else:
        model.take_off(model.selected or {model.current})


def pressed_on_canvas(canvas: WebCanvas, event: QKeyEvent) -> bool:
    """Do what a key does on the canvas; return whether it does anything."""
    model, pressed = canvas.model, _pressed(event)
    arrow = _ARROWS.get(pressed[1])
    if pressed_in_both(model, event):
        return True
    if by := moving(event):
        nudge(canvas, by)
    elif is_place_key(event) and model.current in model.tray:
        place_current(canvas)
    elif pressed in _ENDS:
        _go_to_end(canvas, _ENDS[pressed])
    elif arrow and pressed[0] in (_PLAIN, _SHIFT):
        _walk(canvas, arrow, more=pressed[0] == _SHIFT)
    elif pressed[0] == _PLAIN and pressed[1] in _ENTER:
        next_link(model)
        canvas.card_reached.emit(model.current)
    elif pressed[1] in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and pressed[0] != _CONTROL:
        canvas.zoom_in()
    elif pressed[1] == Qt.Key.Key_Minus and pressed[0] != _CONTROL:
        canvas.zoom_out()
    elif pressed == (_PLAIN, Qt.Key.Key_0):
        canvas.fit()
    else:
        return False
    return True


def next_link(model: WebModel) -> None:
    """Make the next link at the current card the current link."""
    pairs = model.web.links_at(model.current)
    if pairs:
        at = pairs.index(model.link) + 1 if model.link in pairs else 0
        model.choose_link(pairs[at % len(pairs)])


def place_current(canvas: WebCanvas) -> None:
    """Lay the current card of the tray on the web, and go on to the next one."""
    model = canvas.model
    shown = canvas.tray.shown if model.current in canvas.tray.shown else model.tray
    at = shown.index(model.current)
    canvas.place_near(model.current)
    left = tuple(name for name in shown if name in model.tray)
    if left:
        _go_to(canvas, left[min(at, len(left) - 1)])


def _go_to_end(canvas: WebCanvas, end: int) -> None:
    """Go to the first or the last card: of the tray, if one is there, else of the web."""
    in_tray = canvas.model.current in canvas.model.tray
    cards = canvas.tray.shown if in_tray else tuple(canvas.shape.areas)
    if cards:
        _go_to(canvas, cards[end])


def _go_to(canvas: WebCanvas, name: str, *, more: bool = False) -> None:
    canvas.model.choose(name, canvas.model.selected if more else ())
    canvas.show_card(name)
    canvas.card_reached.emit(name)


def walkable(canvas: WebCanvas) -> dict[str, QRectF]:
    """Return the cards as arrow keys see them: the tray lies below all of the web."""
    areas, chips = canvas.shape.areas, canvas.tray.chips
    lowest = max((area.bottom() for area in areas.values()), default=0.0)
    below = QPointF(canvas.sight.area.left(), lowest + _FAR - canvas.tray.area.top())
    return {**areas, **{name: area.translated(below) for name, area in chips.items()}}


def _walk(canvas: WebCanvas, arrow: Direction, *, more: bool) -> None:
    """Go to the next card in a direction, from the web into the tray and back.

    With `more`, what was selected stays so.
    """
    model, cards = canvas.model, walkable(canvas)
    known = model.current in cards
    there = neighbour(cards, model.current, arrow) if known else next(iter(cards), "")
    if there:
        _go_to(canvas, there, more=more)


def moving(event: QKeyEvent) -> Point | None:
    """Return how far a key moves what is selected, or None."""
    modifiers, key = _pressed(event)
    arrow, step = _ARROWS.get(key), _STRIDES.get(modifiers)
    if arrow is None or step is None:
        return None
    across, down = arrow.value
    return Point(across * step.x, down * step.y)


def _pressed(event: QKeyEvent) -> tuple[Qt.KeyboardModifier, Qt.Key]:
    # Arrow keys on a number pad, and on macOS all arrow keys, come with the keypad modifier.
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
