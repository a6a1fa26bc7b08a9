"""The courses: what is there, what can be done with each, and what is wrong with one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from studyapp.services.library import Library
from studyapp.ui.dialogs.library_dialog import LibraryDialog
from tests.builders import COURSE, course, info
from tests.packs import written

OTHER = "z7another3"
SHIPPED = "China and the USSR\nedition 1 · comes with StudyApp · open now"
ADDED = "Another course\nedition 3"
Answer = QMessageBox.StandardButton


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a course that ships and one that was added."""
    library = Library(tmp_path / "library", written(course(), tmp_path / "shipped.studypack"))
    library.add(pack(tmp_path))
    return library


@pytest.fixture
def dialog(qtbot: QtBot, library: Library) -> LibraryDialog:
    """The dialog, with the shipped course open in the window."""
    return shown(qtbot, library)


def shown(qtbot: QtBot, library: Library, current: str = COURSE) -> LibraryDialog:
    dialog = LibraryDialog(library, current)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pack(where: Path, title: str = "Another course", edition: str = "3") -> Path:
    """Write a course that is not the shipped one."""
    about = info(title, edition)._replace(id=OTHER)
    return written(course(about=about), where / f"{title} {edition}.studypack")


def rows(dialog: LibraryDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: LibraryDialog, text: str) -> None:
    dialog.list.setCurrentRow(rows(dialog).index(text))


def chosen(dialog: LibraryDialog) -> str:
    item = dialog.list.currentItem()
    return item.text() if item else ""


def can(dialog: LibraryDialog) -> tuple[bool, bool]:
    """Say whether the chosen course can be opened, and whether it can be removed."""
    return dialog.open_button.isEnabled(), dialog.remove_button.isEnabled()


def answering(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[str]:
    """Answer every question, and return what was asked."""
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str) -> Answer:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def spoil(library: Library) -> Path:
    path = next(entry.path for entry in library.courses() if not entry.shipped)
    path.write_text("Dear diary")
    return path


def test_every_course_is_listed_with_what_is_known_of_it(dialog: LibraryDialog) -> None:
    assert rows(dialog) == [SHIPPED, ADDED]


def test_the_open_course_is_chosen(qtbot: QtBot, library: Library) -> None:
    dialog = shown(qtbot, library, OTHER)
    assert chosen(dialog) == f"{ADDED} · open now"


def test_without_an_open_course_the_first_is_chosen(qtbot: QtBot, library: Library) -> None:
    assert chosen(shown(qtbot, library, "")).startswith("China and the USSR")


def test_the_shipped_course_can_be_opened_and_not_removed(dialog: LibraryDialog) -> None:
    assert can(dialog) == (True, False)


def test_an_added_course_can_be_opened_and_removed(dialog: LibraryDialog) -> None:
    choose(dialog, ADDED)
    assert can(dialog) == (True, True)


def test_a_spoilt_course_says_why_and_can_only_be_removed(qtbot: QtBot, library: Library) -> None:
    path = spoil(library)
    dialog = shown(qtbot, library)
    [row] = [row for row in rows(dialog) if row != SHIPPED]
    assert row == f"{path.name}\n“{path}” is not a course file."
    choose(dialog, row)
    assert can(dialog) == (False, True)


def test_an_empty_library_lets_one_add_only(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(qtbot, Library(tmp_path / "empty", tmp_path / "no-such.db"), "")
    assert rows(dialog) == []
    assert can(dialog) == (False, False)
    assert dialog.add_button.isEnabled()


@pytest.mark.parametrize("by", ["button", "enter", "double click"])
def test_the_chosen_course_is_opened_and_the_dialog_closes(dialog: LibraryDialog, by: str) -> None:
    opened = QSignalSpy(dialog.course_chosen)
    choose(dialog, ADDED)
    if by == "button":
        QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    elif by == "enter":
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    else:
        at = dialog.list.visualItemRect(dialog.list.currentItem()).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [opened.at(n) for n in range(opened.count())] == [[OTHER]]
    assert not dialog.isVisible()


def test_escape_leaves_the_open_course(dialog: LibraryDialog) -> None:
    opened = QSignalSpy(dialog.course_chosen)
    choose(dialog, ADDED)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.count() == 0
    assert not dialog.isVisible()


def test_a_course_that_is_added_is_said_and_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "library", written(course(), tmp_path / "shipped.studypack"))
    dialog = shown(qtbot, library)
    file = str(pack(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (file, ""))
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert rows(dialog) == [SHIPPED, ADDED]
    assert chosen(dialog) == ADDED
    assert dialog.message.text() == "“Another course” was added."


def test_choosing_no_file_changes_nothing(
    dialog: LibraryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert (rows(dialog), dialog.message.text()) == ([SHIPPED, ADDED], "")


def test_a_newer_edition_takes_the_row_of_the_old_one(
    dialog: LibraryDialog, tmp_path: Path
) -> None:
    dialog.add(str(pack(tmp_path, edition="4")))
    assert rows(dialog) == [SHIPPED, "Another course\nedition 4"]
    assert chosen(dialog) == "Another course\nedition 4"


def test_a_file_that_is_no_course_is_said_and_the_list_stays(
    dialog: LibraryDialog, tmp_path: Path
) -> None:
    file = tmp_path / "diary.studypack"
    file.write_text("Dear diary")
    choose(dialog, ADDED)
    dialog.add(str(file))
    assert dialog.message.text() == f"“{file}” is not a course file."
    assert (rows(dialog), chosen(dialog)) == ([SHIPPED, ADDED], ADDED)


def test_what_was_wrong_is_no_longer_said_when_the_next_file_is_right(
    dialog: LibraryDialog, tmp_path: Path
) -> None:
    file = tmp_path / "diary.studypack"
    file.write_text("Dear diary")
    dialog.add(str(file))
    dialog.add(str(pack(tmp_path, "A third course", "9")))
    assert dialog.message.text() == "“A third course” was added."


def test_a_course_is_removed_after_a_yes_and_the_progress_is_promised_to_stay(
    dialog: LibraryDialog, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, Answer.Yes)
    choose(dialog, ADDED)
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert asked == ["Remove “Another course” from this computer? Your progress in it is kept."]
    assert (rows(dialog), chosen(dialog)) == ([SHIPPED], SHIPPED)
    assert [entry.id for entry in library.courses()] == [COURSE]
    assert can(dialog) == (True, False)


def test_a_course_stays_after_a_no(
    dialog: LibraryDialog, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, Answer.No)
    choose(dialog, ADDED)
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert (rows(dialog), chosen(dialog)) == ([SHIPPED, ADDED], ADDED)
    assert len(library.courses()) == 2


def test_a_spoilt_course_can_be_removed(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spoil(library)
    dialog = shown(qtbot, library)
    answering(monkeypatch, Answer.Yes)
    dialog.list.setCurrentRow(1 - rows(dialog).index(SHIPPED))
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert rows(dialog) == [SHIPPED]
    assert not path.exists()


def test_a_course_that_cannot_be_removed_is_said_and_stays(
    dialog: LibraryDialog, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, Answer.Yes)

    def in_use(path: Path) -> None:
        raise PermissionError(13, "The file is in use", str(path))

    monkeypatch.setattr(Path, "unlink", in_use)
    choose(dialog, ADDED)
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert "The file is in use" in dialog.message.text()
    assert rows(dialog) == [SHIPPED, ADDED]
    assert len(library.courses()) == 2


def test_the_courses_can_be_gone_through_by_keyboard(dialog: LibraryDialog) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert (chosen(dialog), can(dialog)) == (ADDED, (True, True))
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert (chosen(dialog), can(dialog)) == (SHIPPED, (True, False))
