"""Panels come and go; the note stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from studyapp.domain.boards.ways import Way
from tests.end_to_end.conftest import OpenWindow


def test_the_panel_one_is_in_is_hidden_and_comes_back(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    dock = driver.window.topics_dock
    driver.press("Ctrl+1", "Ctrl+W")
    assert dock.isHidden()
    assert driver.note.view.hasFocus()
    driver.press("Ctrl+1")
    assert not dock.isHidden()


def test_the_note_is_not_hidden_and_says_what_to_do(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+2", "Ctrl+W")
    assert driver.note.isVisible()
    assert "F6" in driver.window.notice.text()


def test_a_panel_that_is_hidden_stays_so(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.press("Ctrl+1", "Ctrl+W")
    driver.close()
    assert opens(small_pack).window.topics_dock.isHidden()


def test_the_panels_keep_their_shares_of_the_width(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    topics = driver.window.topics_dock
    driver.window.take_size(1400, 700)
    driver.settle()
    assert topics.width() == pytest.approx(0.2 * 1400, abs=4)
    driver.window.resizeDocks([topics], [350], Qt.Orientation.Horizontal)
    driver.settle()
    driver.window.take_size(1200, 700)
    driver.settle()
    assert topics.width() == pytest.approx(300, abs=4)
    assert driver.note.width() > 300


def test_a_width_that_the_person_gave_is_there_again(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.window.take_size(790, 700)
    driver.settle()
    driver.window.resizeDocks([driver.window.topics_dock], [130], Qt.Orientation.Horizontal)
    driver.settle()
    driver.close()
    again = opens(small_pack).window
    assert again.topics_dock.width() == pytest.approx(130, abs=4)


def test_board_and_web_are_outlines_again_after_a_restart(
    opens: OpenWindow, small_pack: Path
) -> None:
    first = opens(small_pack)
    first.board.panel.zones.toolbar.outline_button.click()
    first.close()
    again = opens(small_pack)
    board = again.board.panel
    assert board.zones.outline is not None
    assert board.zones.views.currentWidget() is board.zones.outline
    assert board.zones.toolbar.outline_button.isChecked()
    board.work_by(Way.WEB)
    assert board.web is not None
    assert board.web.views.currentWidget() is board.web.outline
    board.web.toolbar.board_button.click()
    assert not again.window.preferences.board_as_outline
