"""Webs compared in the window, and what is said of them after a check."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Point
from studyapp.services.boards.board_session import BoardSession
from studyapp.ui.board.compare_dialog import CompareDialog
from studyapp.ui.web.comparing import ComparingWebs
from tests.builders import TOPIC, full_id
from tests.dialog_driver import in_dialog
from tests.ui.hearing import heard_from
from tests.ui.web.conftest import FEAR, TREATY, VICTORY, YALTA
from tests.web_driver import WebDriver

DATE = "14 November 2023, 22:13"
HERE = "Yalta agreement → Treaty of 1950"


@pytest.fixture
def checked(driver: WebDriver) -> WebDriver:
    """A web whose one link leads the wrong way, checked."""
    driver.model.place({YALTA: Point(0, 0), TREATY: Point(0, 160), VICTORY: Point(240, 0)})
    driver.model.draw((TREATY, YALTA))
    driver.panel.check()
    return driver


def compared(driver: WebDriver, at: int | None = None) -> tuple[str, list[list[str]], list[str]]:
    """Compare with one of what is offered, or the first; return sentence, rows and what is said."""
    found: list[tuple[str, list[list[str]], list[str]]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        if at is not None:
            dialog.box.setFocus()
            QTest.keyClick(dialog.box, Qt.Key.Key_Home)
            for _ in range(at):
                QTest.keyClick(dialog.box, Qt.Key.Key_Down)
        items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
        texts = [[item.text(column) for column in range(4)] for item in items if item]
        rows = [[text.replace("\n", " ") for text in row] for row in texts]
        wholes = []
        dialog.list.setFocus()
        for _ in rows:
            wholes.append(dialog.whole.text())
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        role = Qt.ItemDataRole.AccessibleTextRole
        assert wholes == [item.data(0, role) for item in items if item]
        found.append((dialog.summary.text(), rows, wholes))

    in_dialog(driver.board.boards.compare, look)
    return found[0]


def test_a_check_says_what_changed_since_the_last_one(checked: WebDriver, said: list[str]) -> None:
    assert "last time" not in checked.panel.footer.summary.text()
    checked.model.turn((TREATY, YALTA))
    checked.model.draw((VICTORY, TREATY))
    checked.panel.check()
    words = f"2 more right than last time: “{HERE}”, “Victory of 1949 → Treaty of 1950”."
    assert words in said[-1]
    assert words in "".join(label.text() for label in checked.panel.findings.findChildren(QLabel))
    checked.panel.check()
    assert "Nothing has changed since last time." in said[-1]


def test_a_web_is_shown_beside_what_it_was_at_a_check(checked: WebDriver) -> None:
    checked.model.turn((TREATY, YALTA))
    checked.panel.check()
    checked.model.place({FEAR: Point(480, 0)})
    checked.model.draw((FEAR, TREATY))
    words, rows, wholes = compared(checked, 1)
    assert words == f"Links: 1 mended, 1 new; 1 more is right than at the check of {DATE}."
    assert rows[:2] == [
        ["↑ Mended", HERE, "✓ Right: drawn", "✗ Reversed: drawn"],
        ["+ New", "Fear of Japan → Treaty of 1950", "drawn", "not drawn"],
    ]
    assert rows[2][0] == "= Alike"
    assert wholes[0] == f"“{HERE}” is mended. Now: ✓ Right: drawn. Then: ✗ Reversed: drawn."
    assert wholes[1].startswith("“Fear of Japan → Treaty of 1950” is new. Now: drawn.")


def test_a_web_is_shown_beside_another_one(checked: WebDriver) -> None:
    checked.board.boards.new()
    checked.model.place({TREATY: Point(0, 0), VICTORY: Point(240, 0)})
    checked.model.draw((VICTORY, TREATY))
    words, rows, wholes = compared(checked)
    assert words == "Links: 1 only here, 1 only there."
    assert [row[0] for row in rows] == ["+ Only here", "− Only there"]
    assert wholes[1] == (
        "“Treaty of 1950 → Yalta agreement” is drawn there alone. "
        "Here: not drawn. There: ✗ Reversed: drawn."
    )


def test_what_is_being_written_is_compared_too(checked: WebDriver) -> None:
    checked.model.choose_link((TREATY, YALTA))
    checked.panel.link_box.because.setText("it was promised.")
    _, rows, _ = compared(checked, 0)
    assert rows[0][:3] == [
        "≠ Other words",
        "Treaty of 1950 → Yalta agreement",
        "drawn, because it was promised",
    ]


def test_a_link_of_an_own_card_that_only_the_other_web_has_is_told_by_its_words(
    checked: WebDriver,
) -> None:
    checked.model.write("Greed", Point(480, 0))
    [mine] = (name for name in checked.model.web.cards if name.startswith("own/"))
    checked.model.draw((mine, TREATY))
    checked.board.boards.new()
    checked.model.write("Fear", Point(480, 0))
    _, rows, _ = compared(checked)
    assert "Greed → Treaty of 1950" in [row[1] for row in rows]


def test_what_compares_webs_fits_and_is_named(checked: WebDriver) -> None:
    checked.board.boards.duplicate("A title that is as long as the field for it lets it become")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CompareDialog)
        QApplication.processEvents()
        assert dialog.width() <= 1000
        assert not dialog.list.horizontalScrollBar().isVisible()
        assert dialog.list.columnWidth(0) > dialog.list.fontMetrics().horizontalAdvance("= Alike")
        assert dialog.list.accessibleName() == "Links, those that differ first"

    in_dialog(checked.board.boards.compare, look)


def test_links_of_own_cards_alone_are_said_to_be_ones_own_to_judge(
    driver: WebDriver, said: list[str]
) -> None:
    for at, words in enumerate(("Greed", "Fear")):
        driver.model.write(words, Point(240 * at, 0))
    one, other = driver.model.web.cards
    driver.model.draw((one, other))
    driver.panel.check()
    assert driver.panel.footer.summary.text() == "Links of your own cards are yours to judge: 1."
    assert said[-1] == driver.panel.footer.summary.text()


def test_a_task_that_one_comes_back_to_is_asked_in_its_own_words(
    driver: WebDriver, session: BoardSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, about = full_id("task", "t"), full_id("topic", TOPIC)
    session.given.add(TeacherTask(name, "How?", about, Way.WEB, (YALTA, TREATY), "Be quick."))
    driver.board.choose(name)
    heard = heard_from(monkeypatch, "board.board_panel")
    driver.board.work_by(Way.SORT)
    assert heard[-1] == "Sort. What led to this, and what followed?"
    driver.board.work_by(Way.WEB)
    assert heard[-1] == "Web. Be quick."


def test_a_task_that_tells_counts_says_them_and_what_comes_back(
    driver: WebDriver, session: BoardSession, said: list[str]
) -> None:
    name = full_id("task", "t")
    about = full_id("topic", TOPIC)
    counts = Help(hints=False, reasons=False)
    session.given.add(TeacherTask(name, "How?", about, Way.WEB, (YALTA, TREATY), "", counts))
    driver.board.choose(name)
    driver.model.place({YALTA: Point(0, 0), TREATY: Point(0, 160)})
    driver.model.draw((TREATY, YALTA))
    driver.panel.check()
    assert said[-1] == "0 of 1 links are right. One question comes back in the self-test."
    assert driver.panel.footer.summary.text() == said[-1]
    assert driver.panel.findings.isHidden()
    driver.board.hint()
    assert said[-1] == "This task gives no hints."
    [point] = session.webs.points()
    told = ComparingWebs(driver.model, session.webs).told(point)
    assert told.summary == "No link differs."
    assert told.note == ""
