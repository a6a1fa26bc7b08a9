"""From a selected sentence to a card of one's own, by two keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from studyapp.ui.dialogs.card_dialog import CardDialog
from tests.builders import TOPIC, course, paragraph, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

SENTENCE = "Wang Shijie signed the treaty in Moscow."


@pytest.fixture
def driver(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    said = paragraph(f"China was weak. {SENTENCE} Stalin smiled.")
    return opens(written(course(topic(TOPIC, said)), tmp_path / "one.studypack"))


def enter(dialog: QDialog) -> None:
    """Press Enter where the dialog begins."""
    assert isinstance(dialog, CardDialog)
    first = dialog.focusWidget() or dialog.nextInFocusChain()
    assert first is dialog.prompt
    QTest.keyClick(first, Qt.Key.Key_Return)


def test_a_sentence_becomes_a_card_by_two_keys(driver: WindowDriver) -> None:
    driver.select_words(SENTENCE)
    driver.in_dialog(lambda: driver.press("Ctrl+M"), enter)
    assert "self-test asks your card" in driver.window.statusBar().currentMessage()
    driver.press("Ctrl+T")
    card = driver.self_test.panel.card
    assert card
    assert card.prompt.values == {"text": "[…] signed the treaty in Moscow."}


def test_a_question_is_asked_with_the_selection_as_its_answer(driver: WindowDriver) -> None:
    def ask(dialog: QDialog) -> None:
        assert isinstance(dialog, CardDialog)
        assert not dialog.keep_button.isEnabled()
        QTest.keyClicks(dialog.prompt, "Who signed?")
        enter(dialog)

    driver.select_words("Wang Shijie")
    driver.in_dialog(lambda: driver.press("Ctrl+L"), ask)
    # Offscreen, nobody hands the activity back to the window.
    driver.window.activateWindow()
    driver.press("Ctrl+T")
    panel = driver.self_test.panel
    driver.self_test.answer("Wang")
    assert panel.marked
    assert (panel.marked.answer, panel.marked.passage is not None) == ("Wang Shijie", True)


def test_thinking_better_of_it_makes_no_card(driver: WindowDriver) -> None:
    driver.select_words("Moscow")
    driver.in_dialog(lambda: driver.press("Ctrl+M"), lambda dialog: dialog.reject())
    assert driver.window.workspace.study
    assert driver.window.workspace.study.own.cards() == ()


def test_without_a_selection_no_dialog_opens(driver: WindowDriver) -> None:
    driver.press("Ctrl+2", "Ctrl+M")
    assert driver.window.workspace.study
    assert driver.window.workspace.study.own.cards() == ()


def test_an_own_card_is_changed_and_deleted_where_it_is_asked(driver: WindowDriver) -> None:
    driver.select_words("Moscow")
    driver.in_dialog(lambda: driver.press("Ctrl+M"), enter)
    driver.press("Ctrl+T")
    panel = driver.self_test.panel

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, CardDialog)
        assert dialog.prompt.toPlainText() == "Wang Shijie signed the treaty in {{Moscow}}."
        dialog.prompt.setPlainText("Signed in {{Moscow}}.")
        dialog.keep_button.click()

    driver.in_dialog(panel.deciding.change_own, change)
    assert panel.card
    assert panel.card.prompt.values == {"text": "Signed in […]."}
    own = driver.self_test.asked()
    panel.deciding.delete_own()
    assert driver.self_test.asked() == ""
    panel.undo()
    assert driver.self_test.asked() == own
