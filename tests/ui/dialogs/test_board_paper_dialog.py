"""The dialog that asks what of the board is wanted on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studyapp.services.boards.paper import Form
from studyapp.ui.dialogs.board_paper_dialog import BoardPaperDialog


def shown(
    qtbot: QtBot, *, prints: bool = False, why_no_key: str = "", is_checked: bool = False
) -> BoardPaperDialog:
    dialog = BoardPaperDialog(prints=prints, why_no_key=why_no_key, is_checked=is_checked)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_enter_alone_exports_a_worksheet_as_pdf(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert (dialog.form(), dialog.ending()) == (Form.WORKSHEET, ".pdf")


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("ending", [".pdf", ".png", ".svg"])
def test_any_form_can_be_had_as_any_file(qtbot: QtBot, form: Form, ending: str) -> None:
    dialog = shown(qtbot)
    dialog.forms[form].click()
    dialog.endings[ending].click()
    assert (dialog.form(), dialog.ending()) == (form, ending)


def test_a_letter_chooses_and_the_arrows_walk(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    # A button that a letter presses is seen to go down first.
    qtbot.waitUntil(lambda: dialog.form() is Form.KEY)
    QTest.keyClick(dialog.forms[Form.KEY], Qt.Key.Key_Up)
    assert dialog.form() is Form.MINE
    assert dialog.ending() == ".pdf"


def test_without_a_key_it_cannot_be_chosen_and_the_reason_is_said(qtbot: QtBot) -> None:
    dialog = shown(qtbot, why_no_key="A ranking has none.")
    assert not dialog.forms[Form.KEY].isEnabled()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "A ranking has none." in texts


def test_a_printer_is_not_asked_for_a_kind_of_file(qtbot: QtBot) -> None:
    dialog = shown(qtbot, prints=True)
    assert dialog.endings == {}
    assert dialog.go_button.text() == "Print…"


def test_it_says_whether_there_are_marks_to_come_with_the_board(qtbot: QtBot) -> None:
    before, after = shown(qtbot), shown(qtbot, is_checked=True)
    assert "as it lies now" in before.forms[Form.MINE].text()
    assert "with its marks" in after.forms[Form.MINE].text()


def test_of_a_web_it_says_what_its_papers_are(qtbot: QtBot) -> None:
    dialog = BoardPaperDialog(prints=True, why_no_key="", is_checked=True, is_web=True)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Print the web"
    assert "room to draw links" in dialog.forms[Form.WORKSHEET].text()
    assert "My web, with its marks" in dialog.forms[Form.MINE].text()
