"""Each letter that Alt presses is one thing's, and leads to it: in every menu, panel and dialog."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMenuBar, QTabWidget, QWidget

from studyapp.domain.boards.ways import Way
from studyapp.ui.dialogs.settings_dialog import SettingsDialog
from studyapp.ui.translation import PSEUDO, PseudoTranslator
from tests.end_to_end.conftest import OpenWindow
from tests.mnemonics import dead, twice, twice_in_menu
from tests.window_driver import WindowDriver

BY_WORDS = ("gap_card", "question_card", "margin_note")
DIALOGS = (
    *"courses make_task export_board print_board settings shortcuts guide about".split(),
    *"cram plan_exam".split(),
    *BY_WORDS,
)


@pytest.fixture(params=["", PSEUDO])
def driver(
    opens: OpenWindow, home: Path, our_pack: Path, request: pytest.FixtureRequest
) -> Iterator[WindowDriver]:
    home.mkdir()
    (home / "settings.ini").write_text(f"[look]\nlanguage={request.param}\n")
    yield opens(our_pack)
    application = QCoreApplication.instance()
    assert application is not None
    for translator in application.findChildren(PseudoTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def faults(window: QWidget) -> list[str]:
    return [*twice(window), *dead(window)]


def test_no_two_things_in_the_window_have_one_letter(driver: WindowDriver) -> None:
    panels = driver.window.study_panels
    found = {}
    for dock in panels.docks:
        dock.focus()
        driver.settle()
        found[dock.objectName()] = faults(driver.window)
    panels.board_dock.focus()
    assert panels.board is not None
    panels.board.work_by(Way.WEB)
    driver.settle()
    found["web"] = faults(driver.window)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_no_two_entries_of_a_menu_have_one_letter(driver: WindowDriver) -> None:
    bar = driver.window.findChild(QMenuBar)
    assert bar is not None
    wrong = twice_in_menu(bar)
    for menu in driver.window.findChildren(QMenu):
        wrong += twice_in_menu(menu)
    assert wrong == []


def test_each_letter_of_a_dialog_leads_to_one_thing(driver: WindowDriver) -> None:
    found: dict[str, list[str]] = {}
    for name in DIALOGS:

        def look(dialog: QDialog, name: str = name) -> None:
            pages = dialog.findChild(QTabWidget)
            for page in range(pages.count() if pages else 1):
                if pages:
                    pages.setCurrentIndex(page)
                driver.settle()
                found.setdefault(name, []).extend(faults(dialog))

        if name in BY_WORDS:
            driver.select_words("the")
        driver.in_dialog(partial(driver.do, name), look)
    assert set(found) == set(DIALOGS)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_list_of_cards_and_what_it_opens_have_letters_of_their_own(
    driver: WindowDriver,
) -> None:
    driver.do("cards")
    opener = driver.window.commands.cards
    assert opener is not None
    shown = opener.list
    assert shown is not None
    driver.qtbot.waitUntil(lambda: bool(shown.reading and shown.reading.is_done))
    found = [*faults(shown), *twice_in_menu(shown.acting.menu)]
    for act in ("edit", "move"):
        open_it: Callable[[], None] = shown.acting.actions[act].trigger
        driver.in_dialog(open_it, lambda dialog: found.extend(faults(dialog)))
    assert found == []


def test_alt_o_leads_to_the_days_off(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    reached: list[bool] = []

    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.pages.setCurrentWidget(dialog.study)
        dialog.activateWindow()
        driver.settle()
        QTest.keySequence(QApplication.focusWidget() or dialog, "Alt+O")
        driver.settle()
        reached.append(QApplication.focusWidget() is dialog.study.weekdays[0])

    driver.in_dialog(lambda: driver.do("settings"), press)
    assert reached == [True]
