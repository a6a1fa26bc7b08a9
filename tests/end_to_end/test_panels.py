"""Panels come and go; the note stays."""

from pathlib import Path

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
