"""A printed note: black on white, with every word and picture, whatever the window looks like."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPageSize, QPalette, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from studyapp.rendering.note_printing import PaperNote, a4, print_note
from tests.rendering.printed import Colour, PrintedPage, printed_pages

IMAGE = QTextDocument.ResourceType.ImageResource.value
SENTENCES = [f"Sentence {number} of what was agreed in Moscow." for number in range(120)]
LONG = "<h1>Long</h1>" + "".join(f"<p>{sentence * 3}</p>" for sentence in SENTENCES)
EVERYTHING = (
    '<p class="source">China and the USSR</p><h1>The treaty</h1><h2>What was agreed</h2>'
    '<p>Stalin met <a href="term:c/term/mao">Mao</a>, says '
    '<a href="https://example.org/">the text</a>.</p>'
    '<table class="table" border="1"><tr><th>Port</th></tr><tr><td>Dalian</td></tr></table>'
    '<table class="contested"><tr><td class="contested">'
    '<p class="contested-label">Historians disagree</p><p class="question">Who gained?</p>'
    '<p class="reading"><b>Stalin</b> <span class="holders">(some)</span></p></td></tr></table>'
    '<table class="added"><tr><td class="added"><p class="added-label">Added</p></td></tr></table>'
    '<blockquote><p>“The café in Xi’an”</p></blockquote><p class="caption">The lands</p>'
    '<p class="code"><code>1945-08-14</code></p><ul><li>A base.</li></ul>'
)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Have an application: there are no fonts without one."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "note.pdf"


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    """A window in dark colours, with text and links in light ones."""
    before, palette = qapp.palette(), QPalette(qapp.palette())
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Link, QPalette.ColorRole.WindowText):
        palette.setColor(role, QColor("#ffcc00"))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor("#102030"))
    qapp.setPalette(palette)
    yield
    qapp.setPalette(before)


def black_square(name: str) -> object:
    """Return the one picture of a course."""
    if name != "square.svg":
        return None
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


def printed(
    html: str, file: Path, picture: Callable[[str], object] = black_square
) -> list[PrintedPage]:
    """Print to a PDF file on A4 and return its pages."""
    writer = QPdfWriter(str(file))
    writer.setPageLayout(a4())
    print_note(html, picture, writer)
    return printed_pages(file)


def letters(words: str) -> str:
    return "".join(words.split())


def words_of(html: str) -> list[str]:
    """Return what is written between the tags."""
    return [words for words in re.split(r"<[^>]*>", html) if words.strip()]


def is_grey(colour: Colour) -> bool:
    return len(set(colour)) == 1


def lightness(colour: Colour) -> float:
    return sum(colour) / len(colour)


def test_every_word_of_the_note_is_on_the_paper(file: Path) -> None:
    [page] = printed(EVERYTHING, file)
    missing = [words for words in words_of(EVERYTHING) if letters(words) not in page.letters]
    assert missing == []


def test_a_long_note_goes_on_over_pages_and_loses_no_sentence(file: Path) -> None:
    pages = printed(LONG, file)
    assert len(pages) > 3
    said = "".join(page.letters for page in pages)
    assert [sentence for sentence in SENTENCES if letters(sentence) not in said] == []


def test_the_pages_are_numbered(file: Path) -> None:
    pages = printed(LONG, file)
    assert [page.letters.endswith(str(n)) for n, page in enumerate(pages, 1)] == [True] * len(pages)


def test_nothing_is_printed_in_colour(file: Path) -> None:
    [page] = printed(EVERYTHING, file)
    assert (0.0, 0.0, 0.0) in page.colours
    assert [colour for colour in page.colours if not is_grey(colour)] == []


@pytest.mark.usefixtures("dark")
def test_a_dark_window_prints_black_on_white_all_the_same(file: Path) -> None:
    [page] = printed(EVERYTHING, file)
    assert (0.0, 0.0, 0.0) in page.colours
    assert [colour for colour in page.colours if not is_grey(colour)] == []
    # The lightest are the lines of a table; white words would be lost.
    assert max(map(lightness, page.colours)) < 0.8


def test_a_dark_window_prints_what_a_light_one_prints(
    file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    light = printed(EVERYTHING, file)
    request.getfixturevalue("dark")
    assert printed(EVERYTHING, tmp_path / "dark.pdf") == light


def test_a_note_is_printed_on_a4(file: Path) -> None:
    [page] = printed(EVERYTHING, file)
    assert page.size == (595, 842)


def test_the_paper_of_the_person_is_kept(file: Path) -> None:
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    print_note(EVERYTHING, black_square, writer)
    [page] = printed_pages(file)
    assert page.size == (612, 792)


def test_a_picture_of_the_course_is_printed(file: Path) -> None:
    [page] = printed('<p>Before.</p><p><img src="picture:square.svg" alt="Square"></p>', file)
    assert page.pictures == 1


def test_no_picture_from_outside_is_printed(file: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(outside))
    names = (str(outside), outside.as_uri(), "https://example.org/a.png", "picture:gone.svg")
    asked: list[str] = []

    def keep_watch(name: str) -> None:
        asked.append(name)

    document = PaperNote("", keep_watch)
    assert [document.loadResource(IMAGE, QUrl(name)) for name in names] == [None] * 4
    assert asked == ["gone.svg"]


def test_a_printer_that_writes_to_a_file_loses_nothing(file: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setPageLayout(a4())
    print_note(LONG, black_square, printer)
    said = "".join(page.letters for page in printed_pages(file))
    assert [sentence for sentence in SENTENCES if letters(sentence) not in said] == []


def test_a_term_leads_nowhere_and_a_web_link_to_its_address(file: Path) -> None:
    print_note(EVERYTHING, black_square, QPdfWriter(str(file)))
    assert b"https://example.org/" in file.read_bytes()
    assert b"term:" not in file.read_bytes()
    assert "Stalin met Mao, says the text." in PaperNote(EVERYTHING, black_square).toPlainText()
