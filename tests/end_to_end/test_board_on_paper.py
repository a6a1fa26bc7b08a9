"""The board of the window becomes a file or goes to a printer, whatever the surroundings do."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.services.boards.paper import Form
from studyapp.ui.dialogs.board_paper_dialog import BoardPaperDialog
from tests.builders import course, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.rendering.printed import printed_pages
from tests.window_driver import WindowDriver

Save = Callable[[Path], None]


@pytest.fixture
def saves_as(monkeypatch: pytest.MonkeyPatch) -> Save:
    """Answer the system's dialog, which is not ours to test."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


def export(driver: WindowDriver, form: Form = Form.WORKSHEET, ending: str = ".pdf") -> None:
    """Export the board by its shortcut, and answer our dialog."""

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, BoardPaperDialog)
        dialog.forms[form].click()
        dialog.endings[ending].click()
        dialog.go_button.click()

    driver.in_dialog(lambda: driver.press("Ctrl+Shift+E"), choose)


def letters(path: Path) -> str:
    return "".join(page.letters for page in printed_pages(path))


def test_the_board_is_written_and_the_window_says_where(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save
) -> None:
    driver = opens(small_pack)
    saves_as(tmp_path / "board.pdf")
    export(driver)
    assert driver.window.statusBar().currentMessage() == "The board is in board.pdf now."
    assert "Treatyof1945" in letters(tmp_path / "board.pdf")
    assert "ChinaandtheUSSR·CCBY-SA4.0" in letters(tmp_path / "board.pdf")


@pytest.mark.parametrize(("ending", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_the_ending_is_put_behind_a_name_that_lacks_it(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save, ending: str, begins: bytes
) -> None:
    driver = opens(small_pack)
    saves_as(tmp_path / "my board 1.5")
    export(driver, Form.KEY, ending)
    assert (tmp_path / f"my board 1.5{ending}").read_bytes().startswith(begins)


def test_another_file_is_not_overwritten_by_a_name_that_was_not_asked_about(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save
) -> None:
    driver = opens(small_pack)
    (tmp_path / "board.pdf").write_bytes(b"precious")
    saves_as(tmp_path / "board")
    export(driver)
    assert (tmp_path / "board.pdf").read_bytes() == b"precious"
    assert "is there already" in driver.window.notice.text()


def test_my_board_is_written_with_the_moves_and_marks_of_now(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save
) -> None:
    driver = opens(small_pack)
    board = driver.board
    first, *_ = board.model.factors_in(Zone.TRAY)
    board.drag(first, Zone.CAUSES, 0)
    board.panel.check()
    saves_as(tmp_path / "board.pdf")
    export(driver, Form.MINE)
    assert "Whatwasfound" in letters(tmp_path / "board.pdf")


def test_a_folder_that_is_not_there_is_one_sentence(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save
) -> None:
    driver = opens(small_pack)
    saves_as(tmp_path / "gone" / "board.pdf")
    export(driver)
    assert "cannot be written: No such file or directory." in driver.window.notice.text()


def test_thinking_better_of_it_writes_nothing(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = opens(small_pack)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    before = sorted(tmp_path.rglob("*.pdf"))
    export(driver)
    driver.in_dialog(lambda: driver.do("export_board"), QDialog.reject)
    assert sorted(tmp_path.rglob("*.pdf")) == before
    assert driver.window.statusBar().currentMessage() == ""


def test_where_there_is_no_board_the_window_says_what_to_do(
    opens: OpenWindow, tmp_path: Path
) -> None:
    driver = opens(written(course(topic("Nothing to sort")), tmp_path / "bare.studypack"))
    driver.do("export_board")
    assert driver.window.notice.text().startswith("There is no board here.")


def test_a_web_is_not_taken_for_the_board_that_was_open_before(
    opens: OpenWindow, small_pack: Path, tmp_path: Path, saves_as: Save
) -> None:
    driver = opens(small_pack)
    driver.board.panel.work_by(Way.WEB)
    saves_as(tmp_path / "web.pdf")
    export(driver, Form.KEY)
    said = letters(tmp_path / "web.pdf")
    assert said.startswith("Key·Web")
    assert "Yaltaagreement→Treatyof1945" in said
    assert driver.window.statusBar().currentMessage() == "The web is in web.pdf now."


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the system's own dialog, which nobody here answers"
)
def test_the_board_goes_to_a_printer(opens: OpenWindow, small_pack: Path, tmp_path: Path) -> None:
    driver = opens(small_pack)
    file = tmp_path / "printed.pdf"

    def answer_printer(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        name = dialog.findChild(QLineEdit, "filename")
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        dialog.accept()

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, BoardPaperDialog)
        driver.in_dialog(dialog.go_button.click, answer_printer)

    driver.in_dialog(lambda: driver.press("Ctrl+Shift+P"), choose)
    QApplication.processEvents()
    assert "Treatyof1945" in letters(file)
