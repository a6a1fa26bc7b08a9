"""Who sees the board for the first time is told how it works, once."""

from pathlib import Path

from studyapp.domain.boards.ways import Way
from studyapp.ui.board.introduction import Introduction
from tests.end_to_end.conftest import OpenWindow
from tests.window_driver import WindowDriver


def strip_of(driver: WindowDriver) -> Introduction | None:
    return driver.board.panel.zones.introducing.strip


def test_a_newcomer_is_told_and_keeps_the_focus(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack, is_newcomer=True)
    strip = strip_of(driver)
    assert strip is not None
    assert strip.isVisible()
    assert driver.note.view.hasFocus()


def test_what_was_skipped_does_not_come_again(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack, is_newcomer=True)
    strip = strip_of(driver)
    assert strip is not None
    strip.skip_button.click()
    driver.close()
    assert strip_of(opens(our_pack, is_newcomer=True)) is None


def test_what_was_not_read_to_its_end_comes_again(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack, is_newcomer=True)
    strip = strip_of(driver)
    assert strip is not None
    strip.next_button.click()
    driver.close()
    again = strip_of(opens(our_pack, is_newcomer=True))
    assert again is not None
    assert again.place.text() == "1 of 3"


def test_the_help_menu_brings_it_back_and_leads_into_it(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    assert strip_of(driver) is None
    driver.press("Ctrl+4")
    driver.do("introduce_board")
    driver.settle()
    strip = strip_of(driver)
    assert strip is not None
    assert strip.next_button.hasFocus()
    driver.press("Return", "Escape")
    assert not strip.isVisible()
    driver.do("introduce_board")
    assert strip.isVisible()
    assert strip.place.text() == "1 of 3"


def test_from_a_web_the_help_menu_tells_of_the_web(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    panel = driver.board.panel
    panel.work_by(Way.WEB)
    assert panel.web is not None
    assert not panel.web.introducing.is_on
    driver.do("introduce_board")
    strip = panel.web.introducing.strip
    assert strip is not None
    assert strip.isVisible()
    assert strip.next_button.hasFocus()
    assert strip.accessibleName() == "Introduction to the web"


def test_the_first_web_explains_itself_and_the_next_does_not(
    opens: OpenWindow, our_pack: Path
) -> None:
    for is_told in (True, False):
        driver = opens(our_pack, is_newcomer=True)
        panel = driver.board.panel
        panel.work_by(Way.WEB)
        assert panel.web is not None
        assert panel.web.introducing.is_on == is_told
        if panel.web.introducing.strip:
            panel.web.introducing.strip.skip_button.click()
        driver.close()
