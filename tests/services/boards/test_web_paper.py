"""What of a web goes on paper: the student's own with its marks, a worksheet, the key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards import web as webs
from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.boards.web import Drawn, Pair, Point, Relation
from studyapp.domain.messages import say
from studyapp.errors import BoardError
from studyapp.rendering.board_pictures import as_pdf
from studyapp.rendering.paper_board import PaperBoard, PaperLink, PaperNote, PaperWeb, Shape
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.boards.paper import Form, Origin
from studyapp.services.boards.web_paper import WebPaper
from studyapp.services.boards.web_session import WebSession
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, board_session, named

ORIGIN = Origin("China and the USSR", "CC BY-SA 4.0")
PLAIN = Drawn()
YALTA, VICTORY, LOAN, TREATY = map(
    named, ("Yalta agreement", "Victory of 1949", "Soviet loan", FOCUS)
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[BoardSession]:
    with board_session(tmp_path) as opened:
        yield opened


def opened(session: BoardSession) -> tuple[WebSession, WebPaper]:
    session.webs.open(full_id("topic", TOPIC))
    return session.webs, WebPaper(session.webs, say, ORIGIN)


def place(session: WebSession, spots: dict[str, Point]) -> None:
    session.do(webs.place(session.web, spots))


def draw(session: WebSession, pair: Pair, drawn: Drawn = PLAIN) -> None:
    session.do(webs.draw(session.web, pair, drawn))


def drawn_on(session: BoardSession) -> tuple[WebSession, WebPaper]:
    """Draw a right link and one the wrong way round."""
    web, paper = opened(session)
    place(web, {YALTA: Point(0, 0), TREATY: Point(300, 200), LOAN: Point(0, 400)})
    draw(web, (YALTA, TREATY), Drawn(Relation.LONG, "it was promised there"))
    draw(web, (LOAN, TREATY))
    return web, paper


def web_of(board: PaperBoard) -> PaperWeb:
    assert board.web is not None
    return board.web


def note(board: PaperBoard, number: int) -> PaperNote:
    return next(each for each in board.notes if each.number == number)


def test_my_web_has_the_cards_where_they_lie_and_a_number_at_each_link(
    session: BoardSession,
) -> None:
    _, paper = drawn_on(session)
    board = paper.make(Form.MINE)
    web = web_of(board)
    assert (board.shape, board.kind) == (Shape.WEB, "My web · Web")
    assert dict(web.spots) == {YALTA: (0, 0), TREATY: (300, 200), LOAN: (0, 400)}
    assert web.links == (
        PaperLink((YALTA, TREATY), Relation.LONG, "1"),
        PaperLink((LOAN, TREATY), Relation.LED_TO, "2"),
    )


def test_each_link_is_told_in_words_under_its_number(session: BoardSession) -> None:
    _, paper = drawn_on(session)
    said = note(paper.mine(), 1)
    treaty = session.webs.factors[TREATY].title
    assert said.title == f"Yalta agreement → {treaty} · long-term cause"
    assert said.text == "Because it was promised there"
    assert said.mark is None
    assert note(paper.mine(), 2).text == ""


def test_after_a_check_each_link_has_its_mark_and_what_is_missing_has_no_number(
    session: BoardSession,
) -> None:
    web, paper = drawn_on(session)
    place(web, {VICTORY: Point(600, 0)})
    web.check()
    board = paper.mine()
    assert [link.label for link in web_of(board).links] == ["1 ✓", "2 ✗"]
    one, two = note(board, 1), note(board, 2)
    assert one.mark is not None
    assert one.mark.text == "✓ Right"
    assert two.mark is not None
    assert two.mark.text == "✗ Reversed"
    assert two.text.startswith("The other way round")
    missing = [each for each in board.notes if each.number == 0]
    assert [each.mark.text for each in missing if each.mark] == ["✗ Missing"]
    assert missing[0].title.startswith("Victory of 1949 → ")
    assert board.remarks


def test_a_card_of_ones_own_goes_on_paper_with_its_words(session: BoardSession) -> None:
    web, paper = opened(session)
    web.do(webs.write(web.web, web.new_name(), "Stalin's fear", Point(0, 0)))
    [card] = web_of(paper.mine()).cards.values()
    assert card.title == "Stalin's fear"


def test_a_worksheet_has_every_card_mixed_and_no_link_whatever_was_drawn(
    session: BoardSession,
) -> None:
    _, paper = drawn_on(session)
    board = paper.make(Form.WORKSHEET)
    web = web_of(board)
    assert set(web.cards) == set(session.webs.offered)
    assert list(web.cards) != list(session.webs.offered)
    assert (web.links, dict(web.spots), board.notes) == ((), {}, ())
    assert board.gaps == ("led to", "because")


def test_the_key_draws_the_courses_links_and_marks_what_is_argued_alone(
    session: BoardSession,
) -> None:
    _, paper = opened(session)
    before = paper.make(Form.KEY)
    labels = [link.label for link in web_of(before).links]
    assert "1" in labels
    argued = [each for each in before.notes if each.mark]
    assert [each.mark.text for each in argued if each.mark] == ["◇ Defensible"]
    assert all(each.text.startswith("Because ") for each in before.notes)
    assert [label for label in labels if "◇" in label] == [f"{argued[0].number} ◇"]
    web, paper = drawn_on(session)
    web.check()
    assert paper.key() == before


def test_an_empty_web_says_that_there_is_nothing(session: BoardSession, qapp: QApplication) -> None:
    _, paper = opened(session)
    assert len(as_pdf(paper.mine())) > 500


def test_the_words_of_a_link_without_a_kind_leave_it_open(session: BoardSession) -> None:
    web, paper = opened(session)
    place(web, {YALTA: Point(0, 0), TREATY: Point(0, 200)})
    draw(web, (YALTA, TREATY))
    assert " · " not in note(paper.mine(), 1).title


def test_a_task_has_its_title_and_instruction_and_may_keep_its_key_back(
    session: BoardSession,
) -> None:
    name, about = full_id("task", "t"), full_id("topic", TOPIC)
    task = TeacherTask(
        name, "How?", about, Way.WEB, (YALTA, TREATY), "Be quick.", Help(reasons=False)
    )
    session.given.add(task)
    session.webs.open(name)
    paper = WebPaper(session.webs, say, ORIGIN)
    board = paper.make(Form.WORKSHEET)
    assert (board.title, board.date) == ("How?", TOPIC)
    assert board.instruction.startswith("Be quick. ")
    assert set(web_of(board).cards) == {YALTA, TREATY}
    assert paper.why_no_key() == "This task keeps its key back."
    with pytest.raises(BoardError, match="keeps its key back"):
        paper.make(Form.KEY)
