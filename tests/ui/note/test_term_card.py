"""The card that explains a term: beside its word, for as long as it is wanted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.course import GlossaryTerm
from studyapp.services.reading import Reader
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.note.term_card import TermCard
from tests.builders import full_id, term
from tests.ui.note.conftest import OTHER, select

JIANG = full_id("term", "Jiang Jieshi")
MAO = full_id("term", "Mao Zedong")
MIDDLE = QPoint(300, 200)


@pytest.fixture
def card(panel: NotePanel) -> TermCard:
    """The card, with Jiang Jieshi on it."""
    panel.show_term(JIANG, panel.mapToGlobal(MIDDLE))
    return panel.term_card


def explained(panel: NotePanel) -> str:
    """Return the name on the card, or nothing if it is closed."""
    return panel.term_card.name.text() if panel.term_card.isVisible() else ""


def lines(card: TermCard) -> list[str]:
    return [label.text() for label in (card.name, card.kind, card.definition)]


def test_a_card_has_name_kind_other_names_and_meaning(card: TermCard) -> None:
    assert card.isVisible()
    assert lines(card) == [
        "Jiang Jieshi",
        "Person · also: Chiang Kai-shek",
        "Who or what Jiang Jieshi is.",
    ]


def test_a_term_without_other_names_has_its_kind_alone(panel: NotePanel, card: TermCard) -> None:
    panel.show_term(MAO, panel.mapToGlobal(MIDDLE))
    assert lines(card) == ["Mao Zedong", "Person", "Who or what Mao Zedong is."]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("place", "Place"),
        ("body", "Body"),
        ("idea", "Idea"),
        ("event", "Event"),
        ("thing", "Thing"),
        ("ship", "ship"),
    ],
)
def test_a_kind_is_named_and_one_that_is_unknown_is_shown_as_it_is(
    card: TermCard, kind: str, shown: str
) -> None:
    card.explain(term("Aurora", kind), MIDDLE)
    assert card.kind.text() == shown


def test_what_looks_like_markup_is_shown_as_it_is_written(card: TermCard) -> None:
    card.explain(term("a <b>bold</b> move"), MIDDLE)
    formats = {label.textFormat() for label in (card.name, card.kind, card.definition)}
    assert formats == {Qt.TextFormat.PlainText}
    assert card.name.text() == "a <b>bold</b> move"


def test_the_card_is_read_out(panel: NotePanel, said: list[str]) -> None:
    panel.show_term(JIANG, MIDDLE)
    assert said == ["Jiang Jieshi, Person · also: Chiang Kai-shek. Who or what Jiang Jieshi is."]


def test_a_term_that_the_course_does_not_have_opens_no_card(panel: NotePanel) -> None:
    panel.show_term(full_id("term", "Nobody"), MIDDLE)
    assert explained(panel) == ""


def test_the_card_never_takes_the_focus(panel: NotePanel, card: TermCard) -> None:
    assert card.isVisible()
    assert QApplication.focusWidget() is panel.view


def test_the_card_stands_below_the_place(panel: NotePanel, card: TermCard) -> None:
    at = panel.mapToGlobal(MIDDLE)
    assert card.x() == at.x()
    assert 0 < card.y() - at.y() < 20


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_the_card_keeps_within_the_screen(card: TermCard, corner: str) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    card.explain(term("Aurora", "thing", ["the cruiser"]), getattr(screen, corner)())
    # Without the frame that the offscreen platform gives to any window.
    assert screen.contains(QRect(card.pos(), card.size()))


def test_where_there_is_no_room_below_the_card_does_not_hide_its_word(card: TermCard) -> None:
    bottom = QGuiApplication.primaryScreen().availableGeometry().bottomLeft()
    card.explain(term("Aurora"), bottom)
    assert card.geometry().bottom() < bottom.y() - 20


def test_a_longer_meaning_has_a_higher_card(card: TermCard) -> None:
    before = card.height()
    long = GlossaryTerm(JIANG, None, "Jiang", "person", (), "He went to Moscow in 1923. " * 20)
    card.explain(long, MIDDLE)
    assert card.height() > before
    card.explain(term("Mao Zedong"), MIDDLE)
    assert card.height() <= before


def test_a_link_that_is_followed_by_key_explains_its_term_below_it(panel: NotePanel) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_Tab)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert explained(panel) == "Jiang Jieshi"
    assert panel.term_card.y() > panel.view.below_selection().y()


def test_a_link_that_is_clicked_explains_its_term(panel: NotePanel) -> None:
    cursor = panel.view.document().find("Mao")
    cursor.setPosition(cursor.selectionStart() + 1)
    at = panel.view.cursorRect(cursor).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert explained(panel) == "Mao Zedong"


def test_the_next_term_after_the_caret_is_explained_and_a_second_time_closes_the_card(
    panel: NotePanel,
) -> None:
    select(panel, "Stalin")
    panel.explain_term()
    assert explained(panel) == "Jiang Jieshi"
    panel.explain_term()
    assert explained(panel) == ""


def test_the_caret_after_a_term_explains_the_one_that_follows(panel: NotePanel) -> None:
    select(panel, " and not with")
    panel.explain_term()
    assert explained(panel) == "Mao Zedong"


def test_after_the_last_term_nothing_is_explained(panel: NotePanel) -> None:
    select(panel, "railway")
    panel.explain_term()
    assert explained(panel) == ""


def test_a_term_can_be_explained_below_the_place_where_it_stands(panel: NotePanel) -> None:
    panel.show_term_at_place(MAO)
    assert explained(panel) == "Mao Zedong"
    cursor = panel.view.document().find("Mao")
    cursor.setPosition(cursor.selectionStart())
    word = panel.view.viewport().mapToGlobal(panel.view.cursorRect(cursor).bottomLeft())
    assert abs(panel.term_card.x() - word.x()) < 20
    assert 0 < panel.term_card.y() - word.y() < 20


@pytest.mark.parametrize("words", ["Chiang Kai-shek", "  chiang KAI-SHEK ", "Jiang Jieshi"])
def test_a_term_is_looked_up_by_any_of_its_names(panel: NotePanel, words: str) -> None:
    panel.look_up(words)
    assert explained(panel) == "Jiang Jieshi"


def test_what_is_no_term_is_searched_for(panel: NotePanel) -> None:
    asked = QSignalSpy(panel.search_requested)
    panel.look_up("Jiang")
    assert explained(panel) == ""
    assert asked.at(0) == ["Jiang"]


def any_key(panel: NotePanel, reader: Reader) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)


def scrolling(panel: NotePanel, reader: Reader) -> None:
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum())


def turning_to_another_note(panel: NotePanel, reader: Reader) -> None:
    panel.show_page(reader.page(full_id("topic", OTHER)))


def closing_the_course(panel: NotePanel, reader: Reader) -> None:
    panel.close_course()


def leaving_the_program(panel: NotePanel, reader: Reader) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


@pytest.mark.parametrize(
    "act",
    [any_key, scrolling, turning_to_another_note, closing_the_course, leaving_the_program],
)
def test_what_leads_away_closes_the_card(
    panel: NotePanel, reader: Reader, card: TermCard, act: Callable[[NotePanel, Reader], None]
) -> None:
    assert card.isVisible()
    act(panel, reader)
    assert not card.isVisible()


def test_the_card_closes_when_the_pointer_has_left_the_word(
    panel: NotePanel, card: TermCard, qtbot: QtBot
) -> None:
    assert card.isVisible()
    panel.view.term_left.emit()
    qtbot.waitUntil(lambda: not card.isVisible())


def test_the_card_stays_for_the_time_that_the_pointer_needs_to_reach_it(
    panel: NotePanel, card: TermCard
) -> None:
    panel.view.term_left.emit()
    QApplication.processEvents()
    assert card.isVisible()


def enter(card: TermCard) -> None:
    """Tell the card that the pointer has come to it: offscreen there is no pointer to move."""
    within = card.rect().center().toPointF()
    QApplication.sendEvent(card, QEnterEvent(within, within, within))


def test_the_card_stays_while_the_pointer_is_on_it(card: TermCard, qtbot: QtBot) -> None:
    enter(card)
    with qtbot.waitSignal(card._leaving.timeout):
        card.leave_soon()
    assert card.isVisible()


def test_the_card_closes_when_the_pointer_has_left_it(card: TermCard, qtbot: QtBot) -> None:
    enter(card)
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not card.isVisible())


def test_a_term_that_is_pointed_at_meanwhile_keeps_the_card_open(
    panel: NotePanel, card: TermCard
) -> None:
    panel.view.term_left.emit()
    panel.view.term_hovered.emit(MAO, panel.mapToGlobal(MIDDLE))
    assert explained(panel) == "Mao Zedong"
    assert not card._leaving.isActive()
