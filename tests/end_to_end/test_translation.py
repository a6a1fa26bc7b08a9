"""Everything that the interface says can be translated: the pseudo-language leaves nothing out.

The course is in Russian letters, so that every Latin letter is the interface's, and must stand in
the brackets that the pseudo-language puts around what was translated.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFontComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Point
from studyapp.domain.course import CourseInfo
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.translation import PSEUDO, PseudoTranslator
from tests.builders import (
    COURSE,
    choice_question,
    course,
    distractor,
    factor,
    link,
    paragraph,
    theme,
    topic,
)
from tests.dialog_driver import in_menu
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

NOTE = paragraph("Молотов и Ван Шицзе подписали договор.", "Договор 1")
# Names that are the same in every language, keys as Qt writes them, dates, which are in the words
# of the notes, and what the builders of courses put into every factor, theme and question.
EXEMPT = re.compile(
    r"StudyApp|English|\bAa\b|\([A-Z][\w+,./]*\)|Ctrl\+\S+|\bF\d\b|\t.*"
    r"|\d February \d|\d August \d|: February$|More of|What|means\.|is wrong\.|That is how it was\."
    r"|Standard account|^[A-H]  $"
)
MARKUP = re.compile(r"<[^>]*>|&\w+;")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    because = "одно привело к другому"
    where = "Договор 1"
    info = CourseInfo(COURSE, "Китай", "ru", "1", "CC", "Авторы", "О нём.")
    made = course(
        theme("Земля 7"),
        topic(where, NOTE, themes=["Земля 7"]),
        topic("Пустая 2", parent=where),
        factor("Ялта 3", "1945-02-11", where, ["Земля 7"]),
        factor("Подпись 4", "1945-08-14", where),
        factor("Порт 5", "1955", where),
        factor("Заём 6", None, where),
        link("Ялта 3", "Подпись 4", because, topic=where, passage=NOTE.id),
        link("Подпись 4", "Порт 5", because, topic=where),
        distractor("Заём 6", "Подпись 4", "похоже", "нет", where),
        choice_question("Кто подписал в 1945?", ["Ван"], ["Чжоу"], where, NOTE.id),
        about=info,
    )
    return written(made, tmp_path / "russian.studypack")


@pytest.fixture
def driver(opens: OpenWindow, home: Path, pack: Path) -> Iterator[WindowDriver]:
    home.mkdir()
    (home / "settings.ini").write_text(f"[look]\nlanguage={PSEUDO}\n")
    yield opens(pack)
    application = QCoreApplication.instance()
    assert application is not None
    for translator in application.findChildren(PseudoTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()


def untranslated(root: QWidget) -> set[str]:
    """Return what is in sight and has a Latin letter outside the brackets."""
    said: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() or isinstance(widget, QMenu):
            said |= texts_of(widget)
    return {text for text in said if re.search("[A-Za-z]", bare(text))}


def bare(text: str) -> str:
    """Return a text without what is translated, markup, keys and names."""
    left, text = MARKUP.sub("", text), ""
    while left != text:
        left, text = re.sub(r"\[[^\[\]]*\]", "", left), left
    return EXEMPT.sub("", left)


def texts_of(widget: QWidget) -> set[str]:
    """Return everything that a widget says to the eye, the pointer and a screen reader."""
    said = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    said |= {widget.windowTitle()}
    said |= {text for action in widget.actions() for text in (action.text(), action.toolTip())}
    if isinstance(widget, QLabel | QAbstractButton):
        said.add(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        said.add(widget.placeholderText())
    if isinstance(widget, QTabBar):
        said |= {widget.tabText(at) for at in range(widget.count())}
    if isinstance(widget, QComboBox) and not isinstance(widget, QFontComboBox):
        said |= {widget.itemText(at) for at in range(widget.count())}
    if isinstance(widget, QAbstractItemView) and not isinstance(widget.parent(), QComboBox):
        said |= set(rows_of(widget))
    return said


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        for row in range(model.rowCount() if model else 0):
            yield str(model.index(row, 0).data(role) or "")


def test_the_window_is_translated(driver: WindowDriver) -> None:
    assert untranslated(driver.window) == set()


def test_the_board_its_outline_and_its_findings_are_translated(driver: WindowDriver) -> None:
    board = driver.board
    session = driver.window.workspace.board
    assert isinstance(session, BoardSession)
    first, *_ = board.model.factors_in(Zone.TRAY)
    for factor_id in board.model.factors_in(Zone.TRAY):
        board.drag(factor_id, Zone.CONSEQUENCES, 0)
    board.panel.check()
    driver.settle()
    assert untranslated(driver.window) == set()
    assert first in board.outline_rows()[Zone.CONSEQUENCES]
    assert untranslated(driver.window) == set()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_menu_and_the_dialogs_of_several_boards_are_translated(driver: WindowDriver) -> None:
    board = driver.board
    board.drag(board.model.factors_in(Zone.TRAY)[0], Zone.CONSEQUENCES, 0)
    board.panel.check()
    found: list[set[str]] = []
    for act in (board.panel.boards.new, board.panel.boards.new, board.panel.boards.delete):
        act()
        found.append(untranslated(driver.window))
    in_menu(board.panel.boards.show_menu, lambda menu: found.append(untranslated(menu)))
    for ask in (board.panel.boards.ask_and_rename, board.panel.boards.compare):
        driver.in_dialog(ask, lambda dialog: found.append(untranslated(dialog)))
    session = driver.window.workspace.board
    assert isinstance(session, BoardSession)
    board.panel.boards.switch(session.boards[0])
    driver.in_dialog(board.panel.boards.compare, lambda dialog: found.append(untranslated(dialog)))
    assert found == [set()] * len(found)


def test_webs_compared_and_their_tasks_are_translated(driver: WindowDriver) -> None:
    panel = driver.board.panel
    panel.work_by(Way.WEB)
    assert panel.web is not None
    model = panel.web.model
    one, other, *_ = model.tray
    model.place({one: Point(0, 0), other: Point(0, 160)})
    model.draw((one, other))
    panel.check()
    model.turn((one, other))
    panel.check()
    found = [untranslated(driver.window)]
    driver.in_dialog(panel.boards.compare, lambda dialog: found.append(untranslated(dialog)))
    panel.boards.new()
    driver.in_dialog(panel.boards.compare, lambda dialog: found.append(untranslated(dialog)))
    driver.in_dialog(
        lambda: driver.do("make_task"), lambda dialog: found.append(untranslated(dialog))
    )
    assert found == [set()] * 4


def test_a_question_asked_and_marked_is_translated(driver: WindowDriver) -> None:
    assert driver.self_test.asked()
    assert untranslated(driver.window) == set()
    driver.press("1", "Return")
    assert untranslated(driver.window) == set()
    driver.press("3")
    driver.self_test.answer("???")
    assert untranslated(driver.window) == set()


def test_the_timeline_and_its_list_are_translated(driver: WindowDriver) -> None:
    driver.press("Ctrl+5")
    panel = driver.window.study_panels.timeline
    assert panel is not None
    assert untranslated(driver.window) == set()
    panel.show_list(True)
    assert panel.list is not None
    assert untranslated(driver.window) == set()
    panel.go_to_note(panel.content.first)
    assert untranslated(driver.window) == set()
    panel.set_scope("nowhere")
    assert untranslated(driver.window) == set()


def test_panels_with_nothing_to_do_are_translated(driver: WindowDriver) -> None:
    driver.press("Ctrl+PgDown")
    assert driver.self_test.asked() == ""
    assert untranslated(driver.window) == set()
    assert not driver.board.scene.cards
    assert untranslated(driver.window) == set()


def test_highlights_and_the_find_bar_are_translated(driver: WindowDriver) -> None:
    driver.select_words("Ван")
    driver.press("Ctrl+H", "Ctrl+F")
    assert untranslated(driver.window) == set()


@pytest.mark.parametrize("name", ["courses", "export_board", "make_task", "settings", "shortcuts"])
def test_a_dialog_is_translated(driver: WindowDriver, name: str) -> None:
    found: list[set[str]] = []

    def look(dialog: QDialog) -> None:
        found.append(untranslated(dialog))

    driver.in_dialog(lambda: driver.do(name), look)
    assert found == [set()]


def test_an_empty_window_is_translated(driver: WindowDriver, opens: OpenWindow) -> None:
    driver.close()
    assert untranslated(opens().window) == set()


def test_a_latin_letter_outside_the_brackets_is_found(driver: WindowDriver) -> None:
    driver.window.notice.say("not translated")
    assert untranslated(driver.window) == {"not translated"}
