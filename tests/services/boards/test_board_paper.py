"""What of a board goes on paper: no more than the way of working gives away."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.domain.boards.board import Zone
from studyapp.domain.boards.teacher_task import Help, TeacherTask
from studyapp.domain.boards.ways import Way
from studyapp.domain.messages import say
from studyapp.errors import BoardError
from studyapp.paths import shipped_pack
from studyapp.rendering.paper_board import PaperBoard, PaperCard, Shape
from studyapp.services.boards.board_paper import BoardPaper, in_runs
from studyapp.services.boards.board_session import BoardSession
from studyapp.services.boards.paper import Form, Origin
from studyapp.store.pack import open_pack
from studyapp.store.progress import open_progress
from tests.builders import TOPIC, full_id
from tests.ui.board.conftest import FOCUS, board_session, named, standing_clock

ORIGIN = Origin("China and the USSR", "CC BY-SA 4.0")


def paper_of(session: BoardSession, way: Way = Way.SORT) -> BoardPaper:
    about = full_id("topic", TOPIC) if way in (Way.THEME, Way.ORDER) else named(FOCUS)
    session.open(about, way)
    return BoardPaper(session, say, ORIGIN)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[BoardSession]:
    with board_session(tmp_path) as opened:
        yield opened


@pytest.fixture
def shipped(tmp_path: Path) -> Iterator[BoardSession]:
    """Boards of the course that comes with the program."""
    with (
        closing(open_pack(shipped_pack())) as pack,
        closing(open_progress(tmp_path / "shipped.db", standing_clock, "here")) as progress,
    ):
        yield BoardSession(pack, progress)


def titles(cards: Sequence[PaperCard]) -> list[str]:
    return [card.title for card in cards]


def laid(board: PaperBoard) -> dict[str, list[str]]:
    return {zone.name: titles(zone.cards) for zone in board.zones}


def loose(board: PaperBoard) -> tuple[PaperCard, ...]:
    return board.loose.cards if board.loose else ()


def test_a_worksheet_has_empty_zones_and_every_card_but_not_in_the_order_of_the_key(
    session: BoardSession,
) -> None:
    board = paper_of(session).make(Form.WORKSHEET)
    assert laid(board) == {"Causes": [], "Consequences": []}
    assert board.is_blank
    assert set(titles(loose(board))) == {
        session.factors[name].title for name in session.task.offered
    }
    assert titles(loose(board)) != [session.factors[name].title for name in session.task.offered]
    assert (board.title, board.date) == (FOCUS, "14 February 1950")
    assert board.words.footer == "China and the USSR · CC BY-SA 4.0"


def test_a_worksheet_stays_blank_whatever_was_done_on_the_board(session: BoardSession) -> None:
    paper = paper_of(session)
    before = paper.worksheet()
    session.move(named("Yalta agreement"), Zone.CAUSES)
    session.check()
    assert paper.worksheet() == before


def test_the_key_to_an_order_whose_dates_are_apart_says_nothing(
    session: BoardSession,
) -> None:
    assert paper_of(session, Way.ORDER).key().remarks == ()


def test_the_key_to_an_order_whose_dates_overlap_says_which_may_change_places(
    shipped: BoardSession,
) -> None:
    [topic] = [each for each in shipped.key.factors.values() if each.title == "Xi'an Incident"]
    shipped.open(topic.topic, Way.ORDER)
    key = BoardPaper(shipped, say, ORIGIN).key()
    assert titles(key.zones[0].cards)[3:6] == [
        "Xi'an Incident",
        "Stalin sends word to spare Jiang",
        "Zhang Xueliang under arrest",
    ]
    [remark] = key.remarks
    assert remark == (
        "These overlap in time, may change places, and are right either way: "
        "1 with 2–7; 4 with 5–7; 5 with 6, 7; 6 with 7, 8."
    )


@pytest.mark.parametrize(
    ("places", "words"), [((2,), "2"), ((2, 3), "2, 3"), ((2, 4, 5, 6, 9), "2, 4–6, 9")]
)
def test_places_in_a_row_are_told_as_one(places: tuple[int, ...], words: str) -> None:
    assert in_runs(places) == words


def test_cards_to_be_put_in_order_do_not_show_their_dates(session: BoardSession) -> None:
    paper = paper_of(session, Way.ORDER)
    assert {card.date for card in loose(paper.worksheet())} == {""}
    assert {card.date for card in loose(paper.mine())} == {""}
    [zone] = paper.key().zones
    assert [card.date for card in zone.cards][:2] == ["11 February 1945", "14 August 1945"]
    assert paper.key().shape is Shape.LIST


def test_what_was_marked_shows_its_date_again(session: BoardSession) -> None:
    paper = paper_of(session, Way.ORDER)
    session.move(session.task.offered[0], Zone("order"))
    session.check()
    [zone] = paper.mine().zones
    assert [card.date for card in zone.cards] != [""]


def test_cards_to_be_sorted_by_theme_do_not_show_their_themes(shipped: BoardSession) -> None:
    topic = next(
        offer.id
        for entry in shipped._pack.topics()
        for offer in shipped.offered(entry.id, Way.THEME)
    )
    shipped.open(topic, Way.THEME)
    paper = BoardPaper(shipped, say, ORIGIN)
    assert {card.themes for card in loose(paper.worksheet())} == {()}
    assert {card.themes for card in loose(paper.mine())} == {()}
    assert all(card.themes for zone in paper.key().zones for card in zone.cards)


def test_my_board_is_as_it_lies_without_a_word_on_what_was_not_checked(
    session: BoardSession,
) -> None:
    paper = paper_of(session)
    session.move(named("Yalta agreement"), Zone.CAUSES)
    board = paper.make(Form.MINE)
    assert laid(board) == {"Causes": ["Yalta agreement"], "Consequences": []}
    assert board.notes == ()
    assert {card.mark for zone in board.zones for card in zone.cards} == {None}
    assert "Soviet loan" in titles(loose(board))


def test_my_board_once_checked_has_a_mark_on_each_card_and_a_reason_below(
    session: BoardSession,
) -> None:
    paper = paper_of(session)
    session.move(named("Yalta agreement"), Zone.CONSEQUENCES)
    session.move(named("Soviet loan"), Zone.CONSEQUENCES)
    session.check()
    board = paper.mine()
    marked = [card.mark.text for card in board.zones[1].cards if card.mark]
    assert marked == ["✗ Reversed", "✓ Right"]
    notes = {note.title: note for note in board.notes}
    assert notes["Yalta agreement"].text.startswith("The other way round")
    assert notes["Victory of 1949"].mark is not None
    assert notes["Victory of 1949"].mark.text == "✗ Missing"


def test_the_key_lays_every_card_with_its_reason_and_says_what_is_argued(
    session: BoardSession,
) -> None:
    board = paper_of(session).make(Form.KEY)
    assert set(laid(board)["Causes"]) == {"Yalta agreement", "Victory of 1949", "Fear of Japan"}
    assert set(laid(board)["Consequences"]) == {"Soviet loan", "Korean War"}
    assert set(titles(loose(board))) == {"Treaty of 1945", "Secret speech"}
    assert len(board.notes) == 7
    marked = {card.title: card.mark for zone in board.zones for card in zone.cards if card.mark}
    assert list(marked) == ["Fear of Japan"]
    assert marked["Fear of Japan"].text == "◇ Defensible"


def test_the_key_shows_nothing_of_what_the_student_did(session: BoardSession) -> None:
    paper = paper_of(session)
    before = paper.key()
    session.move(named("Yalta agreement"), Zone.CONSEQUENCES)
    assert paper.key() == before


def test_a_ranking_has_no_key_but_its_worksheet_asks_to_defend_it(session: BoardSession) -> None:
    paper = paper_of(session, Way.RANK)
    with pytest.raises(BoardError, match="A ranking has no key"):
        paper.make(Form.KEY)
    board = paper.worksheet()
    assert board.shape is Shape.DIAMOND
    assert [zone.room for zone in board.zones] == [1, 1, 1]
    assert board.questions == ("Why did the top one weigh most?", "Why the bottom one least?")


def test_how_a_ranking_was_defended_stands_below_it(session: BoardSession) -> None:
    paper = paper_of(session, Way.RANK)
    top, factor = session.task.zones[0], named("Yalta agreement")
    session.move(factor, top)
    session.defend(factor, "Without it there was no border to guard.")
    [note] = paper.mine().notes
    assert (note.title, note.text) == ("Yalta agreement", session.defences[factor])


def test_what_would_have_happened_is_asked_and_answered_on_paper(session: BoardSession) -> None:
    paper = paper_of(session, Way.WHAT_IF)
    asked = "What would have happened without “Treaty of 1950”?"
    assert paper.worksheet().questions == (asked,)
    assert paper.mine().notes == ()
    session.defend(named(FOCUS), "Mao had stood alone.")
    [note] = paper.mine().notes
    assert (note.title, note.text) == (asked, "Mao had stood alone.")


def test_the_paper_of_a_task_has_the_teachers_title_and_words(session: BoardSession) -> None:
    cards = (named("Yalta agreement"), named("Soviet loan"))
    task = TeacherTask("c/task/t", "Why sign?", named(FOCUS), Way.SORT, cards, "Be quick.")
    session.given.add(task)
    session.open(task.id)
    board = BoardPaper(session, say, ORIGIN).worksheet()
    assert (board.title, board.date) == ("Why sign?", f"{FOCUS}, 14 February 1950")
    assert board.instruction.startswith("Be quick. Lay the cards")
    assert set(titles(loose(board))) == {"Yalta agreement", "Soviet loan"}


def test_a_task_that_tells_the_count_alone_keeps_its_key_back(session: BoardSession) -> None:
    task = TeacherTask("c/task/t", "Why sign?", named(FOCUS), help=Help(reasons=False))
    session.given.add(task)
    session.open(task.id)
    with pytest.raises(BoardError, match="keeps its key back"):
        BoardPaper(session, say, ORIGIN).key()


def test_colours_are_those_of_paper_and_every_theme_has_its_name(session: BoardSession) -> None:
    board = paper_of(session).key()
    yalta = next(card for card in board.zones[0].cards if card.title == "Yalta agreement")
    assert [(theme.name, theme.colour) for theme in yalta.themes] == [("Territory", "#0072B2")]
