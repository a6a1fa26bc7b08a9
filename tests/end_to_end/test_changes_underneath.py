"""Courses come, go and change under an open window, and what one has begun is not lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from studyapp.domain.boards.board import Zone
from studyapp.store import digest
from studyapp.ui.dialogs.library_dialog import LibraryDialog
from tests.builders import COURSE, TOPIC, course, full_id, info, paragraph, small_course, topic
from tests.end_to_end.conftest import OpenWindow
from tests.packs import written

LONG = tuple(paragraph(f"Filler {number}. " * 60) for number in range(20))


def sealed_anew(path: Path, *statements: str) -> Path:
    """Change a pack and write its sums anew, as only a forger would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        for name, value in (
            (digest.DIGEST, digest.content_digest(connection)),
            (digest.INDEX_SUM, digest.index_checksum(connection)),
        ):
            connection.execute("UPDATE meta SET value = ? WHERE key = ?", (value, name))
        whole = digest.content_checksum(connection)
        connection.execute("UPDATE meta SET value = ? WHERE key = ?", (whole, digest.CONTENT_SUM))
    return path


def edition(folder: Path, number: str, *paragraphs: str) -> Path:
    blocks = (*LONG, *(paragraph(text) for text in paragraphs))
    made = course(topic(TOPIC, *blocks), about=info(edition=number))
    return written(made, folder / f"edition-{number}.studypack")


def test_topics_without_a_place_in_the_tree_are_a_damaged_course(
    opens: OpenWindow, tmp_path: Path
) -> None:
    pack = written(small_course(), tmp_path / "a.studypack")
    sealed_anew(pack, "UPDATE topics SET parent = 'nobody' WHERE parent IS NOT NULL")
    driver = opens(pack)
    assert driver.window.workspace.reader is None
    assert "damaged" in driver.window.notice.text()


def test_a_course_that_does_not_open_leaves_no_sessions_behind(
    opens: OpenWindow, our_pack: Path, small_pack: Path, home: Path
) -> None:
    driver = opens(our_pack, small_pack)
    [copy] = (home / "courses").glob("*.studypack")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TABLE topics")
    before = driver.window.workspace.board
    assert not driver.window.open_course(COURSE)
    assert driver.window.workspace.board is before


def test_hits_of_another_course_are_forgotten(
    opens: OpenWindow, our_pack: Path, small_pack: Path
) -> None:
    driver = opens(our_pack, small_pack)
    driver.search("treaty")
    driver.window.open_course(COURSE)
    driver.settle()
    chosen: list[object] = []
    driver.search_box.hit_chosen.connect(chosen.append)
    driver.press("Ctrl+K", "Return")
    assert chosen == []


def test_a_highlight_is_found_where_its_words_stand_now(opens: OpenWindow, tmp_path: Path) -> None:
    driver = opens(None, edition(tmp_path, "1", "Molotov signed the treaty in Moscow."))
    driver.select_words("Molotov signed the treaty")
    driver.press("Ctrl+H")
    newer = edition(tmp_path, "2", "In August Molotov signed the treaty in Moscow.")
    driver.window.open_course(driver.window.workspace.library.add(newer).id)
    driver.settle()
    driver.note.view.verticalScrollBar().setValue(0)
    assert driver.search("Molotov")[0] == "highlight"
    driver.press("Return")
    assert driver.note.view.verticalScrollBar().value() > 0


def test_a_highlight_in_a_topic_that_is_gone_says_so(opens: OpenWindow, tmp_path: Path) -> None:
    gone = topic("Gone", paragraph("Molotov signed here today.", "Gone"))
    driver = opens(None, written(course(topic("Keep"), gone), tmp_path / "1.studypack"))
    driver.choose_topic(full_id("topic", "Gone"))
    driver.select_words("Molotov signed")
    driver.press("Ctrl+H")
    newer = written(course(topic("Keep"), about=info(edition="2")), tmp_path / "2.studypack")
    driver.window.open_course(driver.window.workspace.library.add(newer).id)
    driver.settle()
    assert driver.search("Molotov") == ["highlight"]
    driver.press("Return")
    assert driver.window.notice.text() == "This topic is no longer in the course."


def test_removing_the_open_course_leaves_it_for_another(
    opens: OpenWindow, our_pack: Path, small_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = opens(our_pack, small_pack)
    driver.window.open_course(COURSE)
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_: yes)

    def remove(dialog: object) -> None:
        assert isinstance(dialog, LibraryDialog)
        dialog.remove_button.click()

    driver.in_dialog(lambda: driver.do("courses"), remove)
    reader = driver.window.workspace.reader
    assert reader is not None
    assert reader.id != COURSE


def test_a_highlight_over_two_passages_is_taken_back_in_one_go(
    opens: OpenWindow, tmp_path: Path
) -> None:
    made = course(topic(TOPIC, paragraph("One one one."), paragraph("Two two two.")))
    driver = opens(written(made, tmp_path / "a.studypack"))
    view = driver.note.view
    cursor = view.document().find("One")
    end = view.document().find("Two two two").selectionEnd()
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.setFocus()
    driver.press("Ctrl+H")
    assert len(driver.annotations()) == 2
    driver.press("Ctrl+Z")
    assert driver.annotations() == []


def test_the_topic_on_show_can_be_chosen_again_as_the_scope(
    opens: OpenWindow, our_pack: Path
) -> None:
    driver = opens(our_pack)
    window = driver.window
    assert window.workspace.reader
    here, other = window.topic, window.workspace.reader.topics()[-1].id
    window.visit_passage(window.workspace.reader.passages(other)[0].id)
    driver.settle()
    assert window.study_panels._topic == here
    tree = window.topics_panel.tree
    place = tree.visualRect(tree.topics.index_of(other)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.study_panels._topic == other


def test_a_marked_answer_waits_to_be_rated(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    assert driver.window.workspace.reader
    panel = driver.self_test.panel
    panel.give_up()
    asked = panel.card
    driver.choose_topic(driver.window.workspace.reader.topics()[-1].id)
    assert panel.card is asked
    panel.rate(1)
    assert panel.card is not asked


def test_undo_belongs_to_the_panel_with_the_focus(opens: OpenWindow, our_pack: Path) -> None:
    driver = opens(our_pack)
    study = driver.window.study_panels
    panel = driver.self_test.panel
    panel.give_up()
    panel.rate(1)
    study.board_dock.setFloating(True)
    study.board_dock.show()
    driver.settle()
    assert study.board
    factor = study.board.model.factors_in(Zone.TRAY)[0]
    study.board.model.move(factor, Zone.CAUSES)
    study.board_dock.focus()
    driver.settle()
    driver.do("undo")
    assert study.board.model.spot(factor).zone is Zone.TRAY
    assert driver.window.workspace.study
    assert driver.window.workspace.study.can_undo


def test_words_found_in_a_long_note_are_not_marked_in_a_short_one(
    opens: OpenWindow, tmp_path: Path
) -> None:
    made = course(topic(TOPIC, *LONG, paragraph("The needle.")), topic("Short"))
    driver = opens(written(made, tmp_path / "a.studypack"))
    driver.press("Ctrl+F")
    driver.type("needle")
    driver.choose_topic(full_id("topic", "Short"))
    assert driver.marked_words() == []


@pytest.mark.parametrize("points", ["nan", "inf", "-inf", "1e300"])
def test_a_size_that_is_none_is_passed_over(
    opens: OpenWindow, home: Path, small_pack: Path, points: str
) -> None:
    home.mkdir(parents=True)
    (home / "settings.ini").write_text(f"[reading]\npoints={points}\n", encoding="utf-8")
    assert opens(small_pack).window.preferences.note_points == 12


def test_checks_that_are_done_are_let_go_of(opens: OpenWindow, small_pack: Path) -> None:
    from studyapp.ui.background import Job

    driver = opens(small_pack)
    for _ in range(5):
        driver.window.open_course(COURSE)
        driver.settle()
    driver.qtbot.waitUntil(lambda: driver.window.findChildren(Job) == [])
