"""A board on paper: nothing is cut, nothing is left out, and no colour is needed to read it."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from studyapp.rendering.board_pictures import MAKERS, as_pdf, as_png, as_svg
from studyapp.rendering.paper_blocks import in_pages
from studyapp.rendering.paper_board import (
    PaperBoard,
    PaperCard,
    PaperMark,
    PaperNote,
    PaperTheme,
    PaperWords,
    PaperZone,
    Shape,
)
from studyapp.rendering.paper_layout import blocks_of
from tests.rendering.printed import PrintedPage, printed_pages

WORDS = PaperWords("China and the USSR · CC BY-SA 4.0")
TERRITORY = PaperTheme("Territory", "#0072B2")
WIDTH, HEIGHT = 510.0, 735.0
STANDING, LYING = (595.0, 842.0), (842.0, 595.0)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application: there are no fonts without one."""


def cards(count: int, title: str = "Card {} of what led to the treaty") -> tuple[PaperCard, ...]:
    return tuple(
        PaperCard(title.format(at), "11 February 1945", (TERRITORY,)) for at in range(count)
    )


def board(*zones: PaperZone, shape: Shape = Shape.COLUMNS) -> PaperBoard:
    title = "Treaty of 1945"
    return PaperBoard("Key · Sort", title, "14 August 1945", "What led to it?", shape, zones, WORDS)


def sides(causes: int, consequences: int) -> PaperBoard:
    named = cards(consequences, "Result {} of the treaty")
    return board(PaperZone("Causes", cards(causes)), PaperZone("Consequences", named))


def worksheet(count: int, *zones: str, shape: Shape = Shape.COLUMNS) -> PaperBoard:
    blank = board(*(PaperZone(name, room=1) for name in zones), shape=shape)
    loose = PaperZone("Cut the cards out.", cards(count))
    return blank._replace(is_blank=True, fields=("Name", "Date"), loose=loose)


def printed(what: PaperBoard, folder: Path) -> list[PrintedPage]:
    path = folder / "board.pdf"
    path.write_bytes(as_pdf(what))
    return printed_pages(path)


def letters(words: str) -> str:
    return "".join(words.split())


def said(pages: Sequence[PrintedPage]) -> str:
    return "".join(page.letters for page in pages)


def image(data: bytes) -> QImage:
    picture = QImage.fromData(data)
    assert not picture.isNull()
    return picture


def test_a_pdf_has_a4_pages_that_say_what_they_are(tmp_path: Path) -> None:
    [page] = printed(sides(3, 3), tmp_path)
    assert page.size == pytest.approx(STANDING, abs=1)
    for words in ("Treaty of 1945", "14 August 1945", "Causes", "Card 2 of what led", "Territory"):
        assert letters(words) in page.letters
    assert page.letters.endswith(letters("China and the USSR · CC BY-SA 4.0 Page 1 of 1"))


def test_three_zones_lie_beside_each_other_on_a_page_that_lies(tmp_path: Path) -> None:
    zones = (PaperZone(name, cards(2)) for name in ("Long", "Short", "Trigger"))
    [page] = printed(board(*zones), tmp_path)
    assert page.size == pytest.approx(LYING, abs=1)


def test_what_does_not_fit_goes_on_under_the_names_of_the_zones(tmp_path: Path) -> None:
    pages = printed(sides(40, 20), tmp_path)
    assert len(pages) > 2
    for page in pages[:-1]:
        assert "Causes" in page.letters
    whole = said(pages)
    assert all(letters(f"Card {at} of") in whole for at in range(40))
    assert f"Page{len(pages)}of{len(pages)}" in pages[-1].letters


@pytest.mark.parametrize("count", [1, 9, 20, 45])
@pytest.mark.parametrize("blank", [True, False])
def test_no_block_is_cut_by_the_end_of_a_page(count: int, blank: bool) -> None:
    what = worksheet(count, "Causes", "Consequences") if blank else sides(count, count // 2)
    pages = in_pages(blocks_of(what, WIDTH, HEIGHT), HEIGHT)
    for page in pages:
        assert page[-1].y + page[-1].block.height <= HEIGHT
        ends = [placed.y + placed.block.height for placed in page]
        assert [placed.y for placed in page][1:] == pytest.approx(ends[:-1]), "blocks overlap"


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    notes = tuple(PaperNote(f"Card {at}", "Because it was so. " * 12) for at in range(30))
    what = sides(5, 5)._replace(notes_title="Why", notes=notes)
    for page in in_pages(blocks_of(what, WIDTH, HEIGHT), HEIGHT):
        assert not page[-1].block.joins_next


def test_a_worksheet_has_room_to_write_on_one_page_and_its_cards_on_the_next(
    tmp_path: Path,
) -> None:
    first, second = printed(worksheet(9, "Causes", "Consequences"), tmp_path)
    assert letters("Name Date Key") in first.letters
    assert "Causes" in first.letters
    assert "Card" not in first.letters
    assert letters("Cut the cards out.") in second.letters
    assert all(letters(f"Card {at} of") in second.letters for at in range(9))


def test_a_diamond_has_as_many_boxes_as_its_rows_have_room_for() -> None:
    shape = board(*(PaperZone(f"Row {row}", room=row) for row in (1, 2)), shape=Shape.DIAMOND)
    empty = image(as_png(shape._replace(is_blank=True, loose=PaperZone("Cut", cards(3)))))
    lines = [row_of_ink(empty, y) for y in range(empty.height())]
    # Left and right edge of one box, then of two.
    assert 2 in lines
    assert 4 in lines


def row_of_ink(picture: QImage, y: int) -> int:
    """Return how many upright hairlines a row of dots crosses."""
    dark = [QColor(picture.pixel(x, y)).lightness() < 230 for x in range(picture.width())]
    return sum(dark[x] and not dark[x - 1] for x in range(1, len(dark)))


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("ending", list(MAKERS))
def test_an_empty_board_can_be_drawn(shape: Shape, ending: str) -> None:
    assert len(MAKERS[ending](board(PaperZone("Causes"), shape=shape))) > 500


def test_a_list_is_numbered_from_the_top(tmp_path: Path) -> None:
    listed = board(PaperZone("In order", cards(3)), shape=Shape.LIST)
    [page] = printed(listed, tmp_path)
    places = [page.letters.index(f"{at + 1}11February1945Card{at}") for at in range(3)]
    assert places == sorted(places)


def test_a_mark_is_a_sign_and_a_word_beside_the_card_and_its_reason(tmp_path: Path) -> None:
    mark = PaperMark("✗ Elsewhere", "#A3341F")
    card = PaperCard("Yalta", mark=mark)
    note = PaperNote("Yalta", "It came before.", mark)
    what = board(PaperZone("Causes", (card,)))._replace(notes_title="Why", notes=(note,))
    [page] = printed(what, tmp_path)
    assert page.letters.count("Elsewhere") == 2
    assert letters("Elsewhere: Yalta It came before.") in page.letters


def test_a_png_has_two_dots_a_point_and_is_white_around() -> None:
    picture = image(as_png(sides(4, 2)))
    assert picture.width() == 2 * 595
    corners = [(2, 2), (picture.width() - 3, picture.height() - 3)]
    assert {QColor(picture.pixel(x, y)).name() for x, y in corners} == {"#ffffff"}
    colours = {QColor(picture.pixel(x, y)).name() for x in range(85, 96) for y in range(300, 400)}
    assert TERRITORY.colour.lower() in colours


def test_an_svg_has_text_as_text_and_shows_what_the_png_shows() -> None:
    what = sides(4, 2)
    drawing = as_svg(what)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawing.decode())
    assert "Treaty of 1945" in texts
    assert "Card 3 of what led to the treaty" in texts
    renderer = QSvgRenderer(drawing)
    assert renderer.isValid()
    assert renderer.viewBoxF().size() == QSizeF(image(as_png(what)).size()) / 2


def test_names_of_any_script_are_text_in_an_svg() -> None:
    named = board(PaperZone("原因", (PaperCard("毛泽东访问莫斯科"), PaperCard("Ялта"))))
    drawing = as_svg(named).decode()
    assert "毛泽东访问莫斯科" in drawing
    assert "Ялта" in drawing


@pytest.mark.parametrize("title", ["A very long title of a factor " * 8, "Xinjiang" * 40])
def test_a_long_title_stays_within_its_card(title: str) -> None:
    what = board(PaperZone("Causes", (PaperCard(title),)), PaperZone("Consequences"))
    picture = image(as_png(what))
    # Between the two columns, and outside the margins, there is nothing but the rules' height.
    for x in (40, 2 * 595 - 40):
        assert all(QColor(picture.pixel(x, y)).name() == "#ffffff" for y in range(picture.height()))


def test_a_card_without_a_date_or_theme_says_its_title_alone(tmp_path: Path) -> None:
    [page] = printed(board(PaperZone("Causes", (PaperCard("Fear of Japan"),))), tmp_path)
    assert "CausesFearofJapanChina" in page.letters


def test_the_paper_is_the_same_whatever_colours_the_window_has(qapp: QApplication) -> None:
    light = as_png(sides(2, 2))
    before = qapp.palette()
    dark = qapp.palette()
    dark.setColor(dark.ColorRole.Text, QColor("white"))
    dark.setColor(dark.ColorRole.Window, QColor("black"))
    qapp.setPalette(dark)
    try:
        assert as_png(sides(2, 2)) == light
    finally:
        qapp.setPalette(before)
