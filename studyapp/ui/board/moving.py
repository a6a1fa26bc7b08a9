"""How a factor is moved by keys and by menu: the same on the board and in the outline.

Ctrl+Left puts it into Causes and Ctrl+Right into Consequences, as they lie on the screen; of other
zones they take the one before and the one after, the tray being before the first. Ctrl+Down, Delete
and Backspace put it back into the tray; Alt+Up and Alt+Down move it within its zone. Single letters
are left alone: the outline searches by them, and speech input types them.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.domain.boards.board import Zone
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import name_of, tr

KEYS = {Zone.CAUSES: "Ctrl+Left", Zone.CONSEQUENCES: "Ctrl+Right", Zone.TRAY: "Ctrl+Down"}
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_ACROSS = {(_CONTROL, Qt.Key.Key_Left): -1, (_CONTROL, Qt.Key.Key_Right): 1}
_TO_TRAY = (
    (_CONTROL, Qt.Key.Key_Down),
    (_PLAIN, Qt.Key.Key_Delete),
    (_PLAIN, Qt.Key.Key_Backspace),
)
_WITHIN = {(_ALT, Qt.Key.Key_Up): -1, (_ALT, Qt.Key.Key_Down): 1}


def move_by_key(model: BoardModel, factor: str, event: QKeyEvent) -> bool:
    """Move a factor if the key says so; return whether it was one of these keys."""
    # Arrow keys on a number pad, and on macOS all arrow keys, come with the keypad modifier.
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = (modifiers, Qt.Key(event.key()))
    zone = Zone.TRAY if pressed in _TO_TRAY else None
    if step := _ACROSS.get(pressed):
        zone = _across(model, factor, step)
    if zone:
        if model.spot(factor).zone != zone:
            model.move(factor, zone)
        return True
    if step := _WITHIN.get(pressed):
        move_within(model, factor, step)
        return True
    return False


def _across(model: BoardModel, factor: str, step: int) -> Zone:
    """Return the zone to the left (-1) or right (+1) that has room for a factor."""
    if Zone.CAUSES in model.zones:
        return Zone.CAUSES if step < 0 else Zone.CONSEQUENCES
    *others, tray = model.zones
    line = (tray, *others)
    here = line.index(model.spot(factor).zone)
    ways = range(here + step, len(line) if step > 0 else -1, step)
    return next((line[at] for at in ways if model.has_room(factor, line[at])), line[here])


def move_within(model: BoardModel, factor: str, step: int) -> None:
    """Move a factor earlier (-1) or later (+1) within its zone."""
    spot = model.spot(factor)
    if spot.at + step >= 0:
        model.move(factor, spot.zone, spot.at + step)


def move_menu(model: BoardModel, factor: str, parent: QWidget) -> QMenu:
    """Return a menu that says where a factor can go."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.setAccessibleName(model.factor(factor).title)
    here = model.spot(factor)
    for zone in model.zones:
        text = tr("Move to {zone}").format(zone=name_of(model, zone).replace("&", "&&"))
        action = add_action(menu, text, KEYS.get(zone, ""))
        action.setEnabled(zone != here.zone and model.has_room(factor, zone))
        action.triggered.connect(lambda _checked, zone=zone: model.move(factor, zone))
    menu.addSeparator()
    earlier = add_action(menu, tr("Move earlier"), "Alt+Up")
    earlier.setEnabled(here.at > 0)
    earlier.triggered.connect(lambda: move_within(model, factor, -1))
    later = add_action(menu, tr("Move later"), "Alt+Down")
    later.setEnabled(here.at + 1 < len(model.factors_in(here.zone)))
    later.triggered.connect(lambda: move_within(model, factor, 1))
    return menu


def add_action(menu: QMenu, text: str, keys: str) -> QAction:
    """Add an action that shows its keys without listening for them: the views do."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return menu.addAction(f"{text}\t{shown}" if shown else text)
