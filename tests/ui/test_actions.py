"""The table of actions: every action has a menu, a shortcut of its own and a tooltip with it."""

from collections import Counter
from typing import cast

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from studyapp.ui.actions import MENUS, Actions, rows, tooltip


def made(qtbot: QtBot, called: list[str]) -> tuple[QMainWindow, Actions]:
    window = QMainWindow()
    qtbot.addWidget(window)
    handlers = {row.name: (lambda name=row.name: called.append(name)) for row in rows()}
    return window, Actions(window, handlers)


def test_no_two_actions_share_a_name_or_a_shortcut() -> None:
    names = Counter(row.name for row in rows())
    keys = Counter(QKeySequence(row.shortcut).toString() for row in rows())
    assert max(names.values()) == max(keys.values()) == 1


def test_every_shortcut_is_one_that_qt_knows() -> None:
    assert all(QKeySequence(row.shortcut).toString() for row in rows())


def test_every_tooltip_shows_the_shortcut() -> None:
    row = next(row for row in rows() if row.name == "search")
    assert tooltip(row) == "Search the whole course (Ctrl+K)"


def test_a_menu_that_opens_has_the_tooltips_of_its_actions(qtbot: QtBot) -> None:
    window, actions = made(qtbot, [])
    for entry in window.menuBar().actions():
        cast(QMenu, entry.menu()).aboutToShow.emit()
    assert {row.name: actions[row.name].toolTip() for row in rows()} == {
        row.name: tooltip(row) for row in rows()
    }


def test_every_action_has_the_keys_of_its_row(qtbot: QtBot) -> None:
    _window, actions = made(qtbot, [])
    for row in rows():
        assert actions[row.name].shortcut() == QKeySequence(row.shortcut)


def test_no_two_entries_of_a_menu_share_a_mnemonic() -> None:
    for menu in MENUS:
        texts = [row.text.casefold() for row in menu.actions if row]
        marks = Counter(text[text.index("&") + 1] for text in texts)
        assert max(marks.values()) == 1, f"{menu.title}: {marks.most_common(1)}"


def test_every_action_calls_its_handler(qtbot: QtBot) -> None:
    called: list[str] = []
    _window, actions = made(qtbot, called)
    for row in rows():
        actions[row.name].trigger()
    assert called == [row.name for row in rows()]


def test_what_needs_a_course_is_off_without_one(qtbot: QtBot) -> None:
    _window, actions = made(qtbot, [])
    actions.enable("course", there=False)
    assert not actions["search"].isEnabled()
    assert actions["courses"].isEnabled()
