"""What can be done with a card or a link of the web, as menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.domain.boards.web import is_own
from studyapp.ui.board.moving import add_action
from studyapp.ui.web.link_box import LinkBox
from studyapp.ui.web.model import WebModel
from studyapp.ui.web.wording import pair_in_words, tr

if TYPE_CHECKING:
    from studyapp.ui.web.canvas import WebCanvas


def card_menu(model: WebModel, canvas: WebCanvas, parent: QWidget) -> QMenu:
    """Return the menu of the current card."""
    menu, name = QMenu(parent), model.current
    menu.setAccessibleName(tr("Web of links"))
    if not name:
        return menu
    menu.setAccessibleName(model.factor(name).title)
    if name in model.tray:
        add_action(menu, tr("Put on the web"), "Ctrl+Right").triggered.connect(
            lambda: canvas.place_near(name)
        )
        return menu
    begin = add_action(menu, tr("Begin a link here"), "Ctrl+X")
    begin.triggered.connect(lambda: model.begin_link(name))
    draw = add_action(menu, tr("Draw the link to here"), "Ctrl+V")
    draw.setEnabled(bool(model.cause) and model.cause != name)
    draw.triggered.connect(lambda: model.draw((model.cause, name)))
    _add_targets(menu, model, name)
    menu.addSeparator()
    if is_own(name):
        change = add_action(menu, tr("Change its words…"), "F2")
        change.triggered.connect(lambda: canvas.words_wanted.emit(QPointF(), name))
    off = tr("Remove") if is_own(name) else tr("Put back into the tray")
    add_action(menu, off, "Ctrl+Down").triggered.connect(lambda: model.take_off((name,)))
    return menu


def link_menu(model: WebModel, box: LinkBox, parent: QWidget) -> QMenu:
    """Return the menu of the current link."""
    menu, pair = QMenu(parent), model.link
    if pair is None:
        return menu
    menu.setAccessibleName(pair_in_words(model, pair))
    add_action(menu, tr("Write why it holds"), "F2").triggered.connect(box.write)
    menu.addAction(tr("Turn round")).triggered.connect(lambda: model.turn(pair))
    add_action(menu, tr("Remove"), "Delete").triggered.connect(lambda: model.erase(pair))
    return menu


def _add_targets(menu: QMenu, model: WebModel, name: str) -> None:
    """Add the other cards, each to draw a link to."""
    targets = menu.addMenu(tr("Draw a link to"))
    for other in model.web.cards:
        if other != name and (name, other) not in model.web.links:
            action = targets.addAction(model.factor(other).title.replace("&", "&&"))
            action.triggered.connect(lambda _checked, other=other: model.draw((name, other)))
    targets.setEnabled(not targets.isEmpty())
