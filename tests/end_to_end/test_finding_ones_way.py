"""Ways through a course: from a hit or a passage to the note, and back to where one was."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TOPIC, course, full_id, paragraph, term, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written
from tests.window_driver import WindowDriver

OTHER = "After the treaty"
LONG = tuple(paragraph(f"Sentence {number} of a long note. " * 12, OTHER) for number in range(12))


@pytest.fixture
def two_topics(opens: OpenWindow, tmp_path: Path) -> WindowDriver:
    """A short note that names the GMD, and a long one; Yan'an is named in neither."""
    last = paragraph("At last the railway was given back.", OTHER)
    made = course(
        topic(TOPIC, paragraph("China."), paragraph("The GMD lost the war.")),
        topic(OTHER, *LONG, last, parent=TOPIC),
        term("GMD", aliases=["KMT"]),
        term("Yan'an"),
    )
    return opens(written(made, tmp_path / "a.studypack"))


def choose(driver: WindowDriver, words: str) -> None:
    driver.search(words)
    driver.press("Return")


def test_a_term_that_is_found_is_explained(two_topics: WindowDriver) -> None:
    choose(two_topics, "KMT")
    assert two_topics.note.term_card.isVisible()
    assert two_topics.note.term_card.name.text() == "GMD"


def test_a_term_that_no_note_names_is_explained_where_one_is(two_topics: WindowDriver) -> None:
    two_topics.choose_topic(full_id("topic", OTHER))
    choose(two_topics, "yanan")
    assert two_topics.note.term_card.name.text() == "Yan'an"
    assert two_topics.note.title() == OTHER


def test_hits_name_the_topic_they_stand_in(two_topics: WindowDriver) -> None:
    two_topics.search("railway")
    item = two_topics.search_box.results.item(0)
    said = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert OTHER in said


def test_back_from_a_hit_in_another_topic_leads_to_where_one_was(
    two_topics: WindowDriver,
) -> None:
    choose(two_topics, "railway")
    assert two_topics.note.title() == OTHER
    two_topics.press("Alt+Left")
    assert two_topics.note.title() == TOPIC


def test_words_that_are_no_term_are_looked_up_in_the_course(two_topics: WindowDriver) -> None:
    two_topics.select_words("lost the war")
    two_topics.note.look_up("lost the war")
    two_topics.settle()
    assert two_topics.search_box.text() == "lost the war"
    assert two_topics.search_box.results.isVisible()
    assert two_topics.search_box.results.count() == 1


def test_a_passage_of_another_topic_leaves_the_board_as_it_is(
    opens: OpenWindow, our_pack: Path
) -> None:
    driver = opens(our_pack)
    reader = driver.window.workspace.reader
    assert reader
    treaty, korea = (
        next(topic.id for topic in reader.topics() if topic.title == title)
        for title in ("The treaty of August 1945", "The Korean War, 1950–53")
    )
    driver.choose_topic(treaty)
    board = driver.board.panel
    question = board.chooser.current()
    board.passage_requested.emit(reader.passages(korea)[0].id)
    driver.settle()
    assert driver.window.topic == korea
    assert board.chooser.current() == question
    # The first time, one goes back to what one was doing; the second, on with the note.
    driver.do("to_the_board")
    assert board.chooser.current() == question
    driver.do("to_the_board")
    assert board.chooser.current() != question


def test_a_notice_goes_when_another_course_is_opened(
    opens: OpenWindow, our_pack: Path, small_pack: Path
) -> None:
    driver = opens(our_pack, small_pack)
    driver.window.notice.say("This is no course file.")
    other = next(
        entry.id
        for entry in driver.window.workspace.library.courses()
        if entry.id != driver.window.workspace.reader.id  # type: ignore[union-attr]
    )
    driver.window.open_course(other)
    assert driver.window.notice.text() == ""


def test_a_click_in_the_gap_between_lines_goes_to_the_nearest_letter(
    two_topics: WindowDriver,
) -> None:
    two_topics.choose_topic(full_id("topic", OTHER))
    view = two_topics.note.view
    cursor = view.document().find("long note")
    letter = view.cursorRect(cursor)
    above = QPoint(letter.center().x(), letter.top() - 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=above)
    assert abs(view.textCursor().position() - cursor.position()) <= 1


def test_a_drag_that_begins_in_the_gap_selects_words(two_topics: WindowDriver) -> None:
    two_topics.choose_topic(full_id("topic", OTHER))
    view = two_topics.note.view
    paragraph = view.document().findBlockByNumber(1)
    start, end = view.textCursor(), view.textCursor()
    start.setPosition(paragraph.position() + paragraph.layout().lineAt(1).textStart() + 3)
    end.setPosition(start.position() + 12)
    first, last = (view.cursorRect(each).topLeft() - QPoint(0, 3) for each in (start, end))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    # QTest's own move says that no button is held.
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(last),
        QPointF(view.viewport().mapToGlobal(last)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    selected = view.textCursor()
    assert (selected.anchor(), selected.position()) == (start.position(), end.position())


def test_a_slip_of_the_finger_is_offered_mended(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    driver.press("Ctrl+K")
    driver.type("Stalni")
    results = driver.search_box.results
    assert results.item(0).text() == "Did you mean “Stalin”?"
    driver.press("Return")
    assert driver.search_box.text() == "Stalin"
    assert results.count() > 3


def test_what_is_offered_stands_above_hits_for_the_other_words(
    opens: OpenWindow, our_pack: Path
) -> None:
    driver = opens(our_pack)
    driver.press("Ctrl+K")
    driver.type("Manchuira railway")
    results = driver.search_box.results
    assert results.item(0).text() == "Did you mean “Manchuria railway”?"
    assert results.currentRow() == 1


def test_nothing_is_offered_for_words_that_are_found(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    driver.press("Ctrl+K")
    driver.type("railway")
    results = driver.search_box.results
    assert results.count() > 1
    assert not any("Did you mean" in results.item(row).text() for row in range(results.count()))
