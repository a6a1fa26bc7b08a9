"""Planning an essay in the panel: written, picked, dragged, checked, copied; by keys alone."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from studyapp.domain.kinds.essay import Essay
from studyapp.domain.kinds.evidence import Evidence, Piece, Side
from studyapp.store.progress import Progress
from studyapp.ui.pointer.dragging import factor_mime
from studyapp.ui.self_test.planning.carried import carried_piece, piece_mime
from studyapp.ui.self_test.planning.piece_list import PieceList
from studyapp.ui.self_test.question_views.essay_view import EssayView
from studyapp.ui.self_test.self_test_panel import SelfTestPanel
from tests import builders
from tests.dialog_driver import in_dialog
from tests.rendering.printed import printed_pages
from tests.ui.hearing import heard_from
from tests.ui.self_test.shown_panel import shown_panel, texts_of

ABOUT = builders.paragraph("Molotov and Wang Shijie signed the treaty in Moscow.")
YALTA = builders.full_id("factor", "Yalta agreement")
EVIDENCE = (
    Evidence(Side.FOR, "The ports were promised.", ABOUT.id, ("the ports",)),
    Evidence(Side.AGAINST, "He feared Japan.", None, ("fear of Japan",), (YALTA,)),
)
ASKED = builders.essay_question("To what extent was it gain?")._replace(
    content=Essay(EVIDENCE, "Weighs both.", ("hardly", "largely"))
)
HELD = builders.course(
    builders.topic(builders.TOPIC, ABOUT), builders.factor("Yalta agreement", "1945-02"), ASKED
)
CARD = f"{ASKED.id}#answer"
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    panel: SelfTestPanel
    progress: Progress
    qtbot: QtBot

    @property
    def view(self) -> EssayView:
        view = self.panel.question
        assert isinstance(view, EssayView)
        return view

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused
        self.qtbot.keyClick(focused, key, held)

    def type(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused
        self.qtbot.keyClicks(focused, words)

    def pieces(self, side: int) -> list[str]:
        return [piece.text for piece in self.view.plan().sides[side]]

    def texts(self) -> str:
        QApplication.processEvents()
        return texts_of(self.panel)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with shown_panel(qtbot, tmp_path, HELD) as shown:
        shown.panel.ask_card(CARD)
        shown.panel.setFocus()
        yield Desk(shown.panel, shown.progress, qtbot)


def drop(target: PieceList, mime: QMimeData) -> None:
    where = QPointF(target.rect().center())
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    target.dropEvent(QDropEvent(where, action, mime, button, NONE))


def test_a_plan_is_made_checked_and_rated_by_keys_alone(desk: Desk) -> None:
    desk.type("He got the ports")
    desk.press(Qt.Key.Key_Return)
    view = desk.view
    assert view.tray
    view.tray.line.setFocus()
    desk.type("yalta")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_2)
    assert desk.pieces(0) == ["He got the ports"]
    assert desk.pieces(1) == ["Yalta agreement (February 1945)"]
    view.field.setFocus()
    desk.type("Gain")
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.panel.marked
    desk.press(Qt.Key.Key_3)
    [review] = desk.progress.entries(types=("review",))
    assert review.rating == 3
    assert review.grade is None
    assert review.payload["given"] == {
        "for": [["He got the ports", "", []]],
        "against": [["Yalta agreement (February 1945)", YALTA, []]],
        "judgement": "Gain",
        "scale": "",
    }


@pytest.mark.parametrize("where", ["line", "list", "tray", "scale"])
def test_ctrl_enter_hands_in_from_everywhere(desk: Desk, where: str) -> None:
    view = desk.view
    assert view.tray
    assert view.scale
    view.sides[0].put(Piece("the ports"))
    places = {
        "line": view.sides[1].line,
        "list": view.sides[0].list,
        "tray": view.tray.list,
        "scale": view.scale.buttons[0],
    }
    places[where].setFocus()
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert desk.panel.marked


def test_a_marked_plan_names_each_piece_its_passage_and_the_top_answer(desk: Desk) -> None:
    view = desk.view
    view.sides[0].put(Piece("the ports"))
    view.sides[0].put(Piece("fear of Japan"))
    view.field.setPlainText("Gain, because of the ports.")
    desk.panel.submit()
    told = desk.texts()
    assert "✓ In your answer: The ports were promised." in told
    assert "◇ In your answer, on the other side: He feared Japan." in told
    assert "✓ In your answer: A reason for the judgement" in told
    assert "○ Not found in your answer: A place on the scale" in told
    assert "A top answer\nWeighs both." in told
    assert "Partly right" not in told
    (linked,) = (each for each in view.findChildren(QLabel) if "href" in each.text())
    with desk.qtbot.waitSignal(desk.panel.passage_requested) as asked_for:
        linked.linkActivated.emit(ABOUT.id)
    assert asked_for.args == [ABOUT.id]


def test_the_student_has_the_last_word_on_each_point(desk: Desk) -> None:
    desk.view.sides[0].put(Piece("fear of Japan"))
    desk.panel.submit()
    # Evidence stands for before against, then comes the judgement.
    # The ratings have the keys once they are shown.
    QApplication.processEvents()
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C):
        desk.press(key)
    told = desk.texts()
    assert "✓ You say that you said this: The ports were promised." in told
    assert "✓ You say that you said this: He feared Japan." in told
    assert "✓ You say that you said this: A judgement" in told
    desk.press(Qt.Key.Key_2)
    [review] = desk.progress.entries(types=("review",))
    assert review.payload["points"] == ["missing", "partly", "missing", "missing", "missing"]
    assert review.payload["overruled"] == {"0": "found", "1": "found", "2": "found"}


def test_no_rating_is_suggested_for_an_essay(desk: Desk) -> None:
    desk.view.sides[0].put(Piece("the ports"))
    desk.panel.submit()
    assert desk.panel.rating_bar
    # Nobody has judged it, so a stray Enter rates nothing.
    desk.qtbot.keyClick(desk.panel.rating_bar, Qt.Key.Key_Return)
    assert desk.progress.entries(types=("review",)) == ()


def test_what_was_picked_and_written_comes_back_with_the_card(desk: Desk) -> None:
    view = desk.view
    assert view.tray
    assert view.scale
    view.tray.buttons[0].click()
    view.sides[1].line.setText("not yet added")
    view.scale.buttons[1].setChecked(True)
    desk.panel.ask_card(f"{YALTA}#date")
    desk.panel.ask_card(CARD)
    again = desk.view
    assert again is not view
    assert desk.pieces(0) == ["Yalta agreement (February 1945)"]
    assert again.plan().sides[0][0].element == YALTA
    assert desk.pieces(1) == ["not yet added"]
    assert again.plan().step == 1


def test_an_answer_that_was_not_given_shows_all_evidence(desk: Desk) -> None:
    desk.panel.give_up()
    told = desk.texts()
    assert "• The ports were promised." in told
    assert "In your answer" not in told


def test_pieces_are_moved_sent_reworded_and_taken_away_by_keys(desk: Desk) -> None:
    first = desk.view.sides[0]
    for words in ("one", "two"):
        first.put(Piece(words))
    first.list.setFocus()
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.pieces(0) == ["two", "one"]
    desk.press(Qt.Key.Key_2)
    assert (desk.pieces(0), desk.pieces(1)) == (["one"], ["two"])
    first.list.item(0).setText("one, reworded")
    assert desk.pieces(0) == ["one, reworded"]
    desk.press(Qt.Key.Key_Delete)
    assert first.list.count() == 0
    # Words that took a while to find are in the line again.
    assert first.line.text() == "one, reworded"


def test_enter_on_a_picked_piece_shows_its_passage(desk: Desk) -> None:
    desk.view.sides[0].put(Piece("“signed”", ABOUT.id, (ABOUT.id,)))
    desk.view.sides[0].list.setFocus()
    with desk.qtbot.waitSignal(desk.panel.passage_requested) as asked_for:
        desk.press(Qt.Key.Key_Return)
    assert asked_for.args == [ABOUT.id]


def test_each_step_is_announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    planning = "self_test.planning"
    heard = heard_from(
        monkeypatch, f"{planning}.side_view", f"{planning}.piece_list", f"{planning}.evidence_tray"
    )
    view = desk.view
    assert view.tray
    view.tray.line.setText("yalta")
    view.tray.line.setText("xyzzy")
    view.sides[0].put(Piece("one"))
    view.sides[0].list.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert heard == ["1 found", "Nothing found", "Put under For: one", "Taken away: one"]


def test_evidence_is_dragged_from_the_tray(desk: Desk) -> None:
    view = desk.view
    assert view.tray
    mime = view.tray.list.mimeData([view.tray.list.item(0)])
    assert mime.text() == "Yalta agreement (February 1945)"
    drop(view.sides[1].list, mime)
    assert view.plan().sides[1][0].element == YALTA


def test_a_factor_is_dragged_from_elsewhere_in_the_window(desk: Desk) -> None:
    drop(desk.view.sides[0].list, factor_mime(YALTA))
    assert desk.view.plan().sides[0][0].element == YALTA
    drop(desk.view.sides[0].list, factor_mime("other/factor/x"))
    assert len(desk.pieces(0)) == 1


@pytest.mark.parametrize("data", [b"", b"\xff", b"3", b'["x"]'])
def test_what_another_program_drags_is_no_piece(data: bytes) -> None:
    mime = QMimeData()
    mime.setData("application/x-studyapp-evidence", data)
    assert carried_piece(mime) is None
    assert carried_piece(piece_mime(Piece("x", "y", ("z",)))) == Piece("x", "y", ("z",))


def test_a_plan_is_copied_as_text(desk: Desk) -> None:
    view = desk.view
    assert view.scale
    view.sides[0].put(Piece("the ports"))
    view.scale.buttons[1].setChecked(True)
    view.buttons.copy_button.click()
    assert QApplication.clipboard().text() == (
        "To what extent was it gain?\n\nFor\n- the ports\n\nAgainst\n\nJudgement\n"
        "- How far: largely\n"
    )
    assert view.buttons.paper().course == HELD.info.title


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the system's own dialog, which nobody here answers"
)
def test_a_plan_is_printed(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    desk.view.sides[0].put(Piece("the ports"))

    def play(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        name = dialog.findChild(QLineEdit, "filename")
        assert isinstance(name, QLineEdit)
        name.setText(str(file))
        dialog.accept()

    in_dialog(desk.view.buttons.print_button.click, play)
    [page] = printed_pages(file)
    assert "Towhatextentwasitgain?For" in page.letters
    assert "theports" in page.letters


def test_a_list_is_as_high_as_what_it_holds(desk: Desk) -> None:
    long = "a long piece " * 12
    listed = desk.view.sides[0].list
    desk.view.sides[0].put(Piece(long))
    desk.view.sides[0].put(Piece("short"))
    QApplication.processEvents()
    lowest = listed.visualItemRect(listed.item(1)).bottom()
    assert listed.viewport().rect().contains(QPoint(4, lowest))
    assert listed.visualItemRect(listed.item(0)).top() >= 0


def test_everything_that_takes_focus_has_a_name(desk: Desk) -> None:
    view = desk.view
    assert view.tray
    assert view.scale
    for side in view.sides:
        assert side.list.accessibleName()
        assert side.line.accessibleName()
    for widget in (view.tray.line, view.tray.list, view.field, *view.scale.buttons):
        assert widget.accessibleName()
