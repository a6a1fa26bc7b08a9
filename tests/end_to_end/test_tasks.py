"""A teacher makes a task in one window; a student works on it in another."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtOfText
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Point
from studyapp.ui.board.asking_file import bare_name, home_folder
from studyapp.ui.dialogs.task_dialog import TaskDialog
from tests.builders import course, factor, full_id, info, link, topic
from tests.dialog_driver import in_menu, no_grab
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

# The offscreen platform says so of every menu.
YALTA = full_id("factor", "Yalta agreement")
INSTRUCTION = "Sort these. You have no hints."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The task's file; the system's dialogs, which are not ours to test, answer with it."""
    path = tmp_path / "why.studytask"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def make(driver: WindowDriver, title: str = "Why sign?") -> None:
    """Make a task with one card less, no hints and no reasons."""

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        dialog.title.setText(title)
        dialog.instruction.setText(INSTRUCTION)
        [last] = dialog.cards.findItems("Port Arthur", Qt.MatchFlag.MatchStartsWith)
        last.setCheckState(Qt.CheckState.Unchecked)
        dialog.hints.click()
        dialog.reasons.click()
        dialog.make_button.click()

    driver.board.panel.catch_up()
    driver.in_dialog(lambda: driver.press("Ctrl+Shift+K"), play)


def test_a_task_goes_from_a_teacher_to_a_student_as_a_file(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    teacher = opens(small_pack)
    make(teacher)
    assert teacher.window.statusBar().currentMessage() == "The task is in why.studytask now."
    teacher.close()
    student = opens(small_pack)
    student.press("Ctrl+Shift+G")
    panel = student.board.panel
    assert panel.chooser.box.currentText() == "Task: Why sign?"
    assert panel.chooser.label.text() == INSTRUCTION
    assert not panel.zones.footer.hint_button.isVisible()
    for name in panel.model.factors_in(Zone.TRAY):
        panel.model.move(name, Zone.CAUSES)
    panel.check()
    assert panel.zones.footer.summary.text().endswith("are right.")
    assert panel.zones.findings.isHidden()
    assert panel.model.findings == ()


def test_after_a_task_the_own_board_has_its_question_and_hints_again(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    driver.do("open_task")
    driver.do("hint")
    panel = driver.board.panel
    assert panel.zones.footer.summary.text() == "This task gives no hints."
    panel.chooser.box.setCurrentIndex(0)
    panel.chooser.box.activated.emit(0)
    assert panel.chooser.label.text() == "What led to this, and what followed?"
    assert panel.zones.footer.hint_button.isVisible()


def test_a_task_for_another_course_is_one_sentence(
    opens: OpenWindow, small_pack: Path, file: Path, tmp_path: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    driver.close()
    other = info()._replace(id="zzzzzzzzzz")
    made = course(topic(), factor("a"), factor("b"), link("a", "b"), about=other)
    second = opens(written(made, tmp_path / "other.studypack"))
    second.do("open_task")
    assert "is a task for another course" in second.window.notice.text()


def of_task(driver: WindowDriver) -> list[QAction]:
    """Open the menu of boards and return what it offers to do with a task."""
    found: list[QAction] = []
    button = driver.board.panel.chooser.boards_button
    in_menu(button.click, lambda menu: found.extend(menu.actions()))
    return [each for each in found if "task" in each.text()]


@no_grab
def test_a_task_from_a_file_is_in_the_box_after_a_restart_and_can_be_taken_out(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    driver.do("open_task")
    driver.close()
    driver = opens(small_pack)
    panel = driver.board.panel
    panel.catch_up()
    at = panel.chooser.box.findText("Task: Why sign?")
    panel.chooser.box.setCurrentIndex(at)
    panel.chooser.box.activated.emit(at)
    assert panel.chooser.label.text() == INSTRUCTION
    [out] = of_task(driver)
    out.trigger()
    assert panel.chooser.box.findText("Task: Why sign?") == -1
    assert panel.zones.footer.summary.text() == (
        "“Why sign?” is out of the list. Its file brings it back as you left it."
    )


@no_grab
def test_an_own_board_has_no_task_to_take_out(opens: OpenWindow, small_pack: Path) -> None:
    driver = opens(small_pack)
    driver.board.panel.catch_up()
    assert of_task(driver) == []


def test_cards_that_this_edition_has_not_are_named(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("cards = [", 'cards = [\n  "The flight to Taiwan",'), "utf-8")
    driver.do("open_task")
    assert driver.window.notice.text() == (
        "Cards of the task that this edition of the course has not: “The flight to Taiwan”."
    )


def test_what_was_said_of_one_file_goes_when_another_opens(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    good = file.read_bytes()
    file.write_bytes(b"\xff\xfe")
    driver.do("open_task")
    assert driver.window.notice.text() == "“why.studytask” is not a task."
    file.write_bytes(good)
    driver.do("open_task")
    assert driver.window.notice.text() == ""


def test_a_title_with_tags_is_shown_letter_by_letter(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make(driver)
    text = file.read_text(encoding="utf-8")
    text = text.replace("Why sign?", "Why? & <b>you</b>").replace("Sort these", "Sort & say")
    text = text.replace("cards = [", 'cards = [ "x<b>",')
    file.write_text(text, "utf-8")
    driver.do("open_task")
    chooser, notice = driver.board.panel.chooser, driver.window.notice
    assert "<b>you</b>" in shown(chooser.box.toolTip())
    assert chooser.label.text() == "Sort && say. You have no hints.", "& alone underlines a letter"
    [label] = notice.findChildren(QLabel)
    assert "x<b>" in label.text()
    assert label.textFormat() is Qt.TextFormat.PlainText


def shown(tooltip: str) -> str:
    """Return the letters that a tooltip shows."""
    if not QtOfText.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()


def test_the_window_goes_to_the_topic_of_the_task(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    topic = driver.window.topic
    make_of_web(driver)
    driver.choose_topic(full_id("topic", "After the treaty"))
    driver.do("open_task")
    assert driver.window.topic == topic
    assert driver.note.title() == "The treaty of 1945"
    driver.do("to_the_board")
    assert driver.board.panel.chooser.box.currentText().startswith("Task: ")


def make_of_web(driver: WindowDriver) -> None:
    """Make a task of a web that keeps back its hints and reasons."""
    driver.board.panel.work_by(Way.WEB)
    make(driver, "How does it hang together?")


def test_a_task_of_a_web_goes_from_a_teacher_to_a_student(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    teacher = opens(small_pack)
    make_of_web(teacher)
    teacher.close()
    student = opens(small_pack)
    student.press("Ctrl+Shift+G")
    panel = student.board.panel
    web = panel.web
    assert web is not None
    assert panel.chooser.box.currentText() == "Task: How does it hang together?"
    assert panel.chooser.label.text() == INSTRUCTION
    assert len(web.model.tray) == 3
    assert not web.footer.hint_button.isVisible()
    student.do("hint")
    assert web.footer.summary.text() == "This task gives no hints."
    web.model.place({name: Point(8, 200 * at) for at, name in enumerate(web.model.tray)})
    web.model.draw((YALTA, full_id("factor", "Treaty of 1945")))
    panel.check()
    assert web.footer.summary.text().startswith("1 of 1 links are right.")
    assert web.findings.isHidden()
    assert web.model.findings == ()


def test_after_a_task_the_own_web_has_its_question_and_hints_again(
    opens: OpenWindow, small_pack: Path, file: Path
) -> None:
    driver = opens(small_pack)
    make_of_web(driver)
    driver.do("open_task")
    panel = driver.board.panel
    panel.chooser.box.setCurrentIndex(0)
    panel.chooser.box.activated.emit(0)
    assert panel.web is not None
    assert panel.chooser.label.text() == "What led to what, in this topic?"
    assert panel.web.footer.hint_button.isVisible()
    assert len(panel.web.model.tray) == 4


def test_every_box_that_asks_for_a_file_begins_where_people_keep_them(
    opens: OpenWindow, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = opens(small_pack)
    folders: list[str] = []

    def ask(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        folders.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    driver.do("open_task")
    driver.do("add_course")
    assert folders == [home_folder()] * 2


@pytest.mark.parametrize("has_documents", [True, False])
def test_where_people_keep_their_files_is_a_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_documents: bool
) -> None:
    documents = tmp_path / "Documents"
    if has_documents:
        documents.mkdir()
    places = QStandardPaths.StandardLocation
    known = {places.DocumentsLocation: str(documents), places.HomeLocation: str(tmp_path)}
    monkeypatch.setattr(QStandardPaths, "writableLocation", known.__getitem__)
    assert home_folder() == str(documents if has_documents else tmp_path)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Why Xi'an? & <b>you</b>", "Why Xi'an & b you b"), ("A: B", "A B"), (" ? x. ", "x")],
)
def test_the_name_that_is_offered_has_no_double_blanks(title: str, name: str) -> None:
    assert bare_name(title) == name
