"""A web on paper: no card is cut or hidden, and no word is too small to be read."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from studyapp.domain.boards.web import Point, Relation
from studyapp.rendering.board_pictures import as_pdf, as_png, as_svg
from studyapp.rendering.link_lines import clear_parts, link_line
from studyapp.rendering.paper_blocks import in_pages
from studyapp.rendering.paper_board import (
    PaperBoard,
    PaperCard,
    PaperLink,
    PaperNote,
    PaperWeb,
    PaperWords,
    Shape,
)
from studyapp.rendering.paper_layout import blocks_of
from studyapp.rendering.paper_web import LaidWeb, laid_web
from studyapp.rendering.paper_web_blocks import web_blocks
from tests.rendering.printed import PrintedPage, printed_pages

WIDTH, HEIGHT = 757.0, 488.0
FEWEST_POINTS = 7


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application: there are no fonts without one."""


def web(count: int, *, spread: int = 0, linked: bool = True) -> PaperWeb:
    """Return a web of pairs and triples; `spread` lays it in rows, so far from card to card."""
    names = [f"c{at}" for at in range(count)]
    cards = {name: PaperCard(f"Card {name} of the web", "11 February 1945") for name in names}
    pairs = [(names[at // 3], names[at]) for at in range(1, count)] if linked else []
    links = tuple(
        PaperLink(pair, list(Relation)[at % 4], str(at)) for at, pair in enumerate(pairs, 1)
    )
    spots = {name: Point(at % 4 * spread, at // 4 * spread) for at, name in enumerate(names)}
    return PaperWeb(cards, links, spots if spread else {})


def board(what: PaperWeb, *, blank: bool = False) -> PaperBoard:
    notes = tuple(
        PaperNote(" → ".join(link.pair), "Because.", number=at)
        for at, link in enumerate(what.links, 1)
    )
    words = PaperWords("China and the USSR")
    made = PaperBoard("My web · Web", "1945", "", "What led to what?", Shape.WEB, (), words)
    made = made._replace(web=what, notes_title="The links", notes=notes)
    return made._replace(is_blank=True, gaps=("led to", "because")) if blank else made


def printed(what: PaperBoard, folder: Path) -> list[PrintedPage]:
    path = folder / "web.pdf"
    path.write_bytes(as_pdf(what))
    return printed_pages(path)


def hidden(laid: LaidWeb) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in combinations(laid.areas, 2)
        if laid.areas[one].intersects(laid.areas[other])
    ]


def smallest_type(laid: LaidWeb) -> int:
    return min(
        text.layout.font().pixelSize() for face in laid.faces.values() for text in face.texts
    )


def test_cards_keep_the_places_that_they_were_given() -> None:
    laid = laid_web(web(8, spread=260), WIDTH, HEIGHT)
    tops = {name: area.top() for name, area in laid.areas.items()}
    assert tops["c0"] == tops["c3"] < tops["c4"] == tops["c7"]
    lefts = [laid.areas[f"c{at}"].left() for at in range(4)]
    assert lefts == sorted(set(lefts))


@pytest.mark.parametrize("count", [2, 8, 20, 40, 90])
@pytest.mark.parametrize("spread", [0, 230, 900])
@pytest.mark.parametrize("linked", [True, False])
def test_no_card_hides_another_none_leaves_the_page_and_all_can_be_read(
    count: int, spread: int, linked: bool
) -> None:
    laid = laid_web(web(count, spread=spread, linked=linked), WIDTH, HEIGHT)
    assert len(laid.areas) == count
    assert hidden(laid) == []
    assert smallest_type(laid) >= FEWEST_POINTS
    for area in laid.areas.values():
        assert area.left() >= 0
        assert area.right() <= WIDTH + 0.01


def test_what_lay_too_close_to_be_drawn_smaller_is_laid_out_anew() -> None:
    close = web(12)
    # All in one line, far longer than a page is wide.
    close = close._replace(spots={name: Point(at * 210, 0) for at, name in enumerate(close.cards)})
    laid = laid_web(close, WIDTH, HEIGHT)
    assert hidden(laid) == []
    assert laid.areas["c0"].bottom() < laid.areas["c1"].top(), "causes stand above consequences"


@pytest.mark.parametrize("count", [40, 90])
def test_a_web_of_several_pages_has_every_card_whole_on_one_of_them(
    count: int, tmp_path: Path
) -> None:
    what = board(web(count))
    pages = in_pages(blocks_of(what, WIDTH, HEIGHT), HEIGHT)
    for page in pages:
        assert page[-1].y + page[-1].block.height <= HEIGHT
    said = [page.letters for page in printed(what, tmp_path)]
    for name in what.web.cards if what.web else ():
        assert sum(f"Card{name}oftheweb" in page for page in said) == 1, name


def test_pages_lie_and_begin_with_the_web(tmp_path: Path) -> None:
    first, *_ = printed(board(web(5)), tmp_path)
    assert first.size == pytest.approx((842.0, 595.0), abs=1)
    assert "Cardc0oftheweb" in first.letters


def test_each_link_has_its_number_on_the_web_and_before_its_words(tmp_path: Path) -> None:
    links = (PaperLink(("c0", "c1"), Relation.LED_TO, "7 ✓"),)
    what = web(2)._replace(links=links)
    made = board(what)._replace(notes=(PaperNote("One → Two", "Because.", number=7),))
    said = "".join(page.letters for page in printed(made, tmp_path))
    assert said.index("7✓") < said.index("7One→TwoBecause.")


def test_a_worksheet_has_its_cards_on_one_page_and_sentences_to_fill_in_on_the_next(
    tmp_path: Path,
) -> None:
    first, second, *_ = printed(board(web(8, linked=False), blank=True), tmp_path)
    assert all(f"Cardc{at}oftheweb" in first.letters for at in range(8))
    assert second.letters.startswith("1ledtobecause2ledtobecause")


def test_there_is_room_to_draw_between_the_cards_of_a_worksheet() -> None:
    laid = laid_web(web(12, linked=False), WIDTH, HEIGHT)
    wider = laid._replace(
        areas={name: area.adjusted(-19, -19, 19, 19) for name, area in laid.areas.items()}
    )
    assert hidden(wider) == []


def test_an_svg_has_the_words_as_words_and_the_size_of_the_png() -> None:
    what = board(web(9))
    drawing = as_svg(what)
    assert "Card c4 of the web" in drawing.decode()
    renderer = QSvgRenderer(drawing)
    assert renderer.isValid()
    assert renderer.viewBoxF().height() == QImage.fromData(as_png(what)).height() / 2


def test_a_web_without_cards_says_that_there_is_nothing(tmp_path: Path) -> None:
    [page] = printed(board(PaperWeb({})), tmp_path)
    assert "–" in page.letters


def test_no_number_hides_a_card_however_many_there_are() -> None:
    what = web(180)
    laid = laid_web(what, WIDTH, None)
    areas = laid.areas
    lines = {link.pair: link_line(areas[link.pair[0]], areas[link.pair[1]]) for link in what.links}
    size = QSizeF(22, 12)
    parts = clear_parts(lines, dict.fromkeys(lines, size), areas.values())
    numbers = [centred(size, lines[pair].pointAt(part)) for pair, part in parts.items()]
    assert not [each for each in numbers if any(map(each.intersects, areas.values()))]


def test_where_there_is_room_for_one_number_the_other_hides_it_and_no_card() -> None:
    cards = [QRectF(-50, 0, 100, 40), QRectF(-50, 70, 100, 30), QRectF(-50, 100, 100, 40)]
    line = QLineF(0, 40, 0, 100)
    size = QSizeF(20, 18)
    lines = {("a", "b"): line, ("b", "a"): line}
    parts = clear_parts(lines, dict.fromkeys(lines, size), cards)
    for part in parts.values():
        area = centred(size, line.pointAt(part))
        assert not any(map(area.intersects, cards))


def centred(size: QSizeF, middle: QPointF) -> QRectF:
    area = QRectF(QPointF(), size)
    area.moveCenter(middle)
    return area


def test_a_picture_of_cards_far_apart_is_no_longer_than_what_they_fill_asks_for() -> None:
    spots = {"c0": Point(0, 0), "c1": Point(100, 60_000)}
    laid = laid_web(web(2)._replace(spots=spots), WIDTH, None)
    assert laid.areas["c1"].top() > laid.areas["c0"].bottom()
    assert laid.height <= 4 * WIDTH


def test_a_row_that_is_higher_than_what_is_left_of_a_page_is_one_band() -> None:
    what = web(1)
    tall = what._replace(cards={"c0": PaperCard("word " * 200)})
    blocks = web_blocks(tall, WIDTH, 120.0, HEIGHT)
    assert [block.height > 120 for block in blocks] == [True]
