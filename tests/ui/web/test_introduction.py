"""The web explains itself in three steps, in the strip that the board has too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.board.introduction import Introduction
from tests.ui.web.conftest import YALTA
from tests.web_driver import WebDriver


def begun(driver: WebDriver, take_focus: bool = False) -> Introduction:
    driver.board.introduce(take_focus)
    strip = driver.panel.introducing.strip
    assert strip is not None
    assert strip.isVisible()
    return strip


def test_it_is_not_made_for_those_who_have_seen_it(driver: WebDriver) -> None:
    assert driver.panel.introducing.strip is None


def test_it_speaks_of_laying_cards_of_drawing_and_of_checking(driver: WebDriver) -> None:
    strip = begun(driver)
    for words in (("tray", "Enter"), ("cause", "Ctrl+X", "why"), ("Check", "Hint", "Outline")):
        assert all(word in strip.text.text() for word in words)
        strip.next_button.click()
    assert not strip.isVisible()


def test_escape_skips_it_from_the_web_and_from_the_strip(driver: WebDriver) -> None:
    for take_focus in (False, True):
        strip = begun(driver, take_focus)
        if not take_focus:
            driver.canvas.setFocus()
        QTest.keyClick(strip.next_button if take_focus else driver.canvas, Qt.Key.Key_Escape)
        assert not strip.isVisible()
        assert driver.canvas.hasFocus()


def test_escape_lets_go_of_a_card_before_it_skips(driver: WebDriver) -> None:
    strip = begun(driver)
    driver.canvas.setFocus()
    driver.press(driver.middle(YALTA))
    driver.carry(driver.ground(0.5, 0.5))
    driver.key(Qt.Key.Key_Escape)
    assert strip.isVisible()
    driver.release(driver.ground(0.5, 0.5))
    assert not driver.model.web.cards


@pytest.mark.parametrize("size", [(400, 600), (520, 640), (900, 640)])
def test_no_step_moves_the_web_or_is_cut_off(driver: WebDriver, size: tuple[int, int]) -> None:
    driver.board.resize(*size)
    strip = begun(driver)
    heights = []
    for _ in range(3):
        QApplication.processEvents()
        heights.append(driver.canvas.height())
        assert strip.text.heightForWidth(strip.text.width()) <= strip.text.height()
        strip.next_button.click()
    assert len(set(heights)) == 1
