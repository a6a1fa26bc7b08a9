"""The tray: in order of time, searched by its field, and out of the way where there is no room."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.board.findings_split import FindingsSplit
from tests.ui.board.conftest import named
from tests.ui.web.conftest import FEAR, LOAN, TREATY, VICTORY, YALTA
from tests.web_driver import WebDriver

LOW, HIGH = 540, 900


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(
        "studyapp.ui.web.tray_filter.announce", lambda _widget, text: told.append(text)
    )
    return told


def resized(driver: WebDriver, width: int, height: int) -> WebDriver:
    driver.board.resize(width, height)
    QApplication.processEvents()
    return driver


def test_the_tray_is_in_order_of_time_and_the_undated_come_last(driver: WebDriver) -> None:
    tray = driver.model.tray
    assert tray[:2] == (YALTA, VICTORY)
    assert tray[-1] == FEAR
    dated = [driver.model.factor(name).date for name in tray[:-1]]
    assert all(dated)
    assert [date.earliest for date in dated if date] == sorted(
        date.earliest for date in dated if date
    )


def test_only_what_has_the_typed_words_is_shown_and_counted(
    driver: WebDriver, heard: list[str]
) -> None:
    driver.canvas.field.setFocus()
    driver.canvas.field.setText("korea")
    shown = (named("Korean War"), named("Armistice in Korea"))
    assert driver.canvas.tray.shown == shown
    assert set(driver.canvas.tray.chips) == set(shown)
    assert heard == [f"2 of {len(driver.model.tray)} cards in the tray"]


def test_escape_shows_all_again_and_keeps_the_focus(driver: WebDriver) -> None:
    field = driver.canvas.field
    field.setText("korea")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert driver.canvas.tray.shown == driver.model.tray


def test_enter_goes_to_what_is_found_and_lays_nothing(driver: WebDriver) -> None:
    field = driver.canvas.field
    field.setText("loan")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert driver.model.current == LOAN
    assert driver.canvas.hasFocus()
    assert not driver.model.web.cards
    driver.key(Qt.Key.Key_Return)
    assert list(driver.model.web.cards) == [LOAN]


def test_keys_walk_only_what_is_shown(driver: WebDriver) -> None:
    driver.canvas.field.setText("korea")
    first, last = driver.canvas.tray.shown
    driver.model.choose(first)
    driver.canvas.setFocus()
    driver.key(Qt.Key.Key_End)
    assert driver.model.current == last
    driver.key(Qt.Key.Key_Return)
    assert driver.model.current == first


def test_typing_arrows_and_letters_does_nothing_to_the_web(driver: WebDriver) -> None:
    driver.model.choose(YALTA)
    field = driver.canvas.field
    field.setText("t")
    field.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Delete, Qt.Key.Key_0):
        QTest.keyClick(field, key)
    assert driver.model.current == YALTA
    assert not driver.model.web.cards


def test_what_is_typed_is_forgotten_with_another_web_without_a_word(
    driver: WebDriver, heard: list[str]
) -> None:
    driver.canvas.field.setText("korea")
    driver.canvas.setFocus()
    assert driver.model.reopen(lambda session: session.add_board())
    assert driver.canvas.field.text() == ""
    assert heard == []
    assert driver.canvas.tray.shown == driver.model.tray


def test_a_small_tray_needs_no_field(driver: WebDriver) -> None:
    assert not driver.canvas.field.isVisible()
    driver.canvas.field.setText("x")
    assert driver.canvas.field.isVisible()
    assert driver.canvas.tray.chips == {}


def test_where_it_is_low_the_tray_is_one_line_that_keys_scroll(driver: WebDriver) -> None:
    assert len({area.top() for area in driver.canvas.tray.chips.values()}) > 1
    resized(driver, 420, LOW)
    tray = driver.canvas.tray
    assert len({area.top() for area in tray.chips.values()}) == 1
    driver.model.choose(YALTA)
    driver.canvas.setFocus()
    for name in driver.model.tray[1:]:
        driver.key(Qt.Key.Key_Right)
        assert driver.model.current == name
        assert tray.area.contains(tray.chips[name])


def test_an_empty_tray_gives_its_room_to_the_web(driver: WebDriver) -> None:
    before = driver.canvas.sight.room.height()
    for name in driver.model.tray:
        driver.canvas.place_near(name)
    assert driver.canvas.tray.area.height() <= 32
    assert driver.canvas.sight.room.height() > before


@pytest.mark.parametrize(("width", "height"), [(400, LOW), (520, 660), (900, HIGH)])
def test_the_web_keeps_the_larger_part_when_findings_come(
    driver: WebDriver, width: int, height: int
) -> None:
    resized(driver, width, height)
    for name, y in ((YALTA, 0.1), (TREATY, 0.8)):
        driver.bring(name, 0.4, y)
    driver.draw((YALTA, TREATY))
    driver.panel.check()
    QApplication.processEvents()
    findings, canvas = driver.panel.findings, driver.canvas
    assert findings.isVisible()
    if width < 860:
        assert canvas.height() > 1.5 * findings.height()
        assert canvas.sight.room.height() > findings.height()
    else:
        assert canvas.width() > findings.width()
        top = QRect(findings.mapTo(driver.panel, findings.rect().topLeft()), findings.size())
        assert top.left() > canvas.width()


def test_findings_keep_the_share_that_the_person_gives_them(driver: WebDriver) -> None:
    resized(driver, 520, HIGH)
    for name, y in ((YALTA, 0.1), (TREATY, 0.8)):
        driver.bring(name, 0.4, y)
    driver.draw((YALTA, TREATY))
    driver.panel.check()
    split = driver.panel.findings.parentWidget()
    assert isinstance(split, FindingsSplit)
    split.moveSplitter(250, 1)
    QApplication.processEvents()
    given = driver.panel.findings.height()
    driver.model.undo()
    driver.model.redo()
    driver.panel.check()
    QApplication.processEvents()
    assert abs(driver.panel.findings.height() - given) <= 2
