"""A card that is forgotten again and again: said calmly, once, with what may help."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.domain.cards import card_of
from studyapp.domain.schedule.memory import Rating
from studyapp.domain.schedule.plan import Plan
from studyapp.domain.surroundings import Side, Surroundings
from studyapp.services.study.study_session import StudySession
from studyapp.store.progress import open_progress
from studyapp.ui.look.theme import Theme
from studyapp.ui.look.tokens import Scheme
from studyapp.ui.self_test.box import Box
from studyapp.ui.self_test.place_picture import PlacePicture
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests.accessible import faults, listening
from tests.builders import TOPIC, course, factor, full_id, link, topic
from tests.clocks import StandingClock
from tests.packs import opened
from tests.ui.hearing import heard_from
from tests.ui.self_test.test_self_test_panel import Desk

COURSE = course(topic(), factor("Yalta"), factor("Treaty"), link("Yalta", "Treaty", "a promise"))
CARD = f"{COURSE.links[0].id}#why"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A card that has been forgotten five times, asked once more."""
    clock = StandingClock()
    pack = opened(COURSE, tmp_path / "a.db")
    with closing(pack), closing(open_progress(tmp_path / "p.db", clock, "here")) as progress:
        session = StudySession(pack, progress, clock, Plan())
        for rating in (Rating.EASY, Rating.AGAIN) * 5 + (Rating.EASY,):
            clock.forward(days=60)
            session.ask_card(CARD)
            session.answer(None)
            session.rate(rating)
        clock.forward(days=60)
        panel = SelfTestPanel(Theme())
        qtbot.addWidget(panel)
        panel.resize(480, 600)
        panel.set_session(session)
        panel.set_scope(full_id("topic", TOPIC))
        panel.show()
        panel.activateWindow()
        panel.ask_card(CARD)
        panel.setFocus()
        yield Desk(panel, progress, clock, qtbot)
        panel.set_session(None)


def forget(desk: Desk) -> Box:
    desk.panel.give_up()
    QApplication.processEvents()
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.panel, Qt.Key.Key_1)
    QApplication.processEvents()
    return box_of(desk)


def box_of(desk: Desk) -> Box:
    return next(box for box in desk.panel.findChildren(Box) if box.isVisible())


def press(desk: Desk, words: str) -> None:
    next(each for each in box_of(desk).buttons if words in each.text()).click()
    QApplication.processEvents()


def test_the_sixth_time_is_spoken_of_before_the_next_card(desk: Desk) -> None:
    box = forget(desk)
    assert "You have forgotten this 6 times." in desk.texts()
    assert "Why did “Yalta” lead to “Treaty”?" in desk.texts()
    assert box.buttons[0].hasFocus()


def test_who_has_no_mind_to_it_goes_on_with_enter(desk: Desk) -> None:
    forget(desk)
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.panel, Qt.Key.Key_Return)
    assert "You have forgotten" not in desk.texts()
    assert [box for box in desk.panel.findChildren(Box) if box.isVisible()] == []


def test_the_board_is_asked_for_what_the_link_leads_to(desk: Desk) -> None:
    forget(desk)
    with desk.qtbot.waitSignal(desk.panel.board_wanted) as wanted:
        press(desk, "board")
    treaty = next(each for each in COURSE.factors if each.title == "Treaty")
    assert wanted.args == [treaty.id, treaty.topic]


def test_the_place_of_the_card_is_drawn_and_said_in_words(desk: Desk) -> None:
    picture = picture_of(forget(desk))
    said = picture.accessibleName()
    assert "Place on the board of “Treaty”. Causes: Yalta." in said
    assert "Asked was the link from “Yalta”." in said
    [cause], middle = picture.causes(), picture.middle()
    assert 0 <= cause.right() < middle.left()
    assert middle.right() <= picture.width()
    assert picture.consequences() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_picture_opens_the_board_by_a_key(desk: Desk, key: Qt.Key) -> None:
    picture = picture_of(forget(desk))
    picture.setFocus()
    with desk.qtbot.waitSignal(desk.panel.board_wanted) as wanted:
        desk.qtbot.keyClick(picture, key)
    assert wanted.args == [COURSE.links[0].consequence, full_id("topic", TOPIC)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_link_that_is_asked_for_is_drawn_in_the_accent(desk: Desk, scheme: Scheme) -> None:
    theme = Theme(scheme)
    place = Surroundings("Treaty", Side(("Yalta", "War")), Side(("Famine",), 2), "Yalta")
    picture = PlacePicture(place, theme)
    desk.qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    image = picture.grab().toImage()
    asked, other = picture.causes()
    half = (picture.middle().left() - asked.right()) / 2
    accent = theme.colour("accent").name()

    def colours(box: QRectF) -> set[str]:
        x = round(box.right() + half)
        heights = range(round(box.top()), round(box.bottom()))
        return {image.pixelColor(x, y).name() for y in heights if 0 <= y < image.height()}

    assert accent in colours(asked)
    assert accent not in colours(other)


def test_what_has_no_causes_begins_at_the_left(desk: Desk) -> None:
    picture = PlacePicture(Surroundings("Treaty", Side(()), Side(("Famine",))), Theme())
    desk.qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    assert picture.causes() == []
    assert picture.middle().left() < 10
    assert picture.middle().right() < picture.consequences()[0].left()
    assert "Causes" not in picture.accessibleName()


def test_a_card_without_factors_has_no_picture(desk: Desk) -> None:
    assert desk.panel.session
    deck = desk.panel.session.decks.open
    assert deck.surroundings(card_of(f"{full_id('term', 'GMD')}#meaning")) is None


def picture_of(box: Box) -> PlacePicture:
    [picture] = box.findChildren(PlacePicture)
    return picture


def test_it_is_worded_anew_in_the_list_of_cards(desk: Desk) -> None:
    forget(desk)
    with desk.qtbot.waitSignal(desk.panel.cards_wanted) as wanted:
        press(desk, "own way")
    assert wanted.args == ["", CARD]


def test_it_may_rest(desk: Desk) -> None:
    forget(desk)
    press(desk, "rest")
    assert desk.panel.session
    assert desk.panel.session.states.is_buried(CARD, desk.clock.ms + 12 * 86_400_000)


def test_the_mark_of_what_is_often_forgotten_stands_where_the_flag_does(desk: Desk) -> None:
    assert "Often forgotten" not in desk.texts()
    forget(desk)
    assert "↻ Often forgotten" in desk.texts()


def test_undo_takes_back_what_the_box_speaks_of(desk: Desk) -> None:
    forget(desk)
    desk.panel.undo()
    assert desk.panel.question
    assert desk.panel.card
    assert desk.panel.card.card.id == CARD


def test_a_screen_reader_is_told_and_finds_every_button(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = heard_from(monkeypatch, "self_test.self_test_panel")
    with listening():
        forget(desk)
        assert "You have forgotten this 6 times." in heard[-1]
        assert faults(desk.panel) == []
