"""How a factor is moved by keys and by menu: the same on the board and in the outline.

Ctrl+Left puts it into Causes and Ctrl+Right into Consequences, as they lie on the screen;
Ctrl+Down, Delete and Backspace put it back into the tray; Alt+Up and Alt+Down move it within its
zone. Single letters are left alone: the outline searches by them, and speech input types them.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.domain.board import Zone
from studyapp.ui.board.model import BoardModel
from studyapp.ui.board.wording import ZONES, name_of, tr

KEYS = {Zone.CAUSES: "Ctrl+Left", Zone.CONSEQUENCES: "Ctrl+Right", Zone.TRAY: "Ctrl+Down"}
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_TO_ZONE = {
    (_CONTROL, Qt.Key.Key_Left): Zone.CAUSES,
    (_CONTROL, Qt.Key.Key_Right): Zone.CONSEQUENCES,
    (_CONTROL, Qt.Key.Key_Down): Zone.TRAY,
    (_PLAIN, Qt.Key.Key_Delete): Zone.TRAY,
    (_PLAIN, Qt.Key.Key_Backspace): Zone.TRAY,
}
_WITHIN = {(_ALT, Qt.Key.Key_Up): -1, (_ALT, Qt.Key.Key_Down): 1}


def move_by_key(model: BoardModel, factor: str, event: QKeyEvent) -> bool:
    """Move a factor if the key says so; return whether it was one of these keys."""
    # Arrow keys on a number pad, and on macOS all arrow keys, come with the keypad modifier.
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = (modifiers, Qt.Key(event.key()))
    if zone := _TO_ZONE.get(pressed):
        if model.spot(factor).zone is not zone:
            model.move(factor, zone)
        return True
    if step := _WITHIN.get(pressed):
        move_within(model, factor, step)
        return True
    return False


def move_within(model: BoardModel, factor: str, step: int) -> None:
    """Move a factor earlier (-1) or later (+1) within its zone."""
    spot = model.spot(factor)
    if spot.at + step >= 0:
        model.move(factor, spot.zone, spot.at + step)


def move_menu(model: BoardModel, factor: str, parent: QWidget) -> QMenu:
    """Return a menu that says where a factor can go."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    here = model.spot(factor)
    for zone in ZONES:
        text = tr("Move to {zone}").format(zone=name_of(zone))
        action = _add(menu, text, KEYS[zone])
        action.setEnabled(zone is not here.zone)
        action.triggered.connect(lambda _checked, zone=zone: model.move(factor, zone))
    menu.addSeparator()
    earlier = _add(menu, tr("Move earlier"), "Alt+Up")
    earlier.setEnabled(here.at > 0)
    earlier.triggered.connect(lambda: move_within(model, factor, -1))
    later = _add(menu, tr("Move later"), "Alt+Down")
    later.setEnabled(here.at + 1 < len(model.factors_in(here.zone)))
    later.triggered.connect(lambda: move_within(model, factor, 1))
    return menu


def _add(menu: QMenu, text: str, keys: str) -> QAction:
    """Add an action that shows its keys without listening for them: the views do."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return menu.addAction(f"{text}\t{shown}")
