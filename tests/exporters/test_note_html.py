from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from studyapp.domain.course import Course
from studyapp.domain.notes import (
    Added,
    CodeBlock,
    Contested,
    Figure,
    ListBlock,
    Quote,
    Reading,
    Styled,
    Table,
    TermLink,
    Text,
    WebLink,
    passages,
)
from studyapp.exporters.note_html import note_html
from studyapp.importers.course_folder import read_course_folder
from tests.builders import course, course_folder, full_id, heading, paragraph, picture, topic

pytestmark = pytest.mark.usefixtures("qapp")

CELLS = ((Text("a"),), (Text("b"),))
EVERYTHING = course(
    topic(
        "T",
        heading("More"),
        paragraph("Fire & <b>sword</b>."),
        ListBlock(True, 3, ((paragraph("One."), ListBlock(False, 1, ((paragraph("In."),),))),)),
        Quote((paragraph("Said."), paragraph("And more."))),
        Table("t", CELLS, (CELLS,)),
        CodeBlock("c", "two  spaces\n  <in>"),
        Contested(
            paragraph("How many?"),
            (Reading("Many", "some", paragraph("Lots.")), Reading("Few", "", paragraph("Little."))),
        ),
        Added(paragraph("A book"), (paragraph("What it says."),)),
        Figure("f", "pictures/map.svg", "A map", "The border"),
    )
)


def html(of: Course = EVERYTHING) -> str:
    return note_html(of.topics[0], of)


def document(of: Course = EVERYTHING, style: str = "") -> QTextDocument:
    shown = QTextDocument()
    shown.setDefaultStyleSheet(style)
    shown.setHtml(html(of))
    return shown


def blocks(shown: QTextDocument) -> Iterator[QTextBlock]:
    block = shown.begin()
    while block.isValid():
        yield block
        block = block.next()


def names(block: QTextBlock) -> list[str]:
    """Return the anchor names in a block."""
    found = []
    at = block.begin()
    while not at.atEnd():
        found += at.fragment().charFormat().anchorNames()
        at += 1
    return found


def named_texts(shown: QTextDocument) -> list[tuple[str, str]]:
    return [(name, block.text()) for block in blocks(shown) for name in names(block)]


def test_every_passage_is_one_block_with_its_name_and_its_words() -> None:
    expected = [
        (passage.id, passage.text.replace("\n", "\u2028"))
        for passage in passages(EVERYTHING.topics[0].blocks)
        if passage.kind not in ("table", "figure")
    ]
    found = [pair for pair in named_texts(document()) if pair[0] not in ("t", "f")]
    assert found == expected


def test_a_table_is_named_in_its_first_cell_and_a_picture_in_its_block() -> None:
    found = dict(named_texts(document()))
    assert found["t"] == "a"
    assert found["f"] == "\u200b\ufffc"


def test_a_note_without_its_own_title_is_given_one() -> None:
    assert html().startswith("<h1>T</h1>")
    titled = course(topic("T", heading("My title", 1), paragraph("x")))
    assert html(titled).count("<h1>") == 1


@pytest.mark.parametrize("name", ["contested", "added"])
def test_boxes_are_tables_that_a_style_sheet_can_colour(name: str) -> None:
    shown = document(style=f".{name} {{ background-color: #ff0000 }}")
    tables = [frame for frame in shown.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    grounds = [table.cellAt(0, 0).format().background().color().name() for table in tables]
    assert grounds.count("#ff0000") == 1


@pytest.mark.parametrize("name", ["contested-label", "added-label", "reading", "caption", "code"])
def test_classes_of_paragraphs_survive(name: str) -> None:
    shown = document(style=f".{name} {{ background-color: #ff0000 }}")
    colours = {block.blockFormat().background().color().name() for block in blocks(shown)}
    assert "#ff0000" in colours


def test_links_say_what_they_lead_to() -> None:
    words = (Text("x"),)
    note = paragraph("y")
    linked = (TermLink(full_id("term", "GMD"), words), WebLink('https://x.org/"', words))
    shown = html(course(topic("T", type(note)(note.id, linked))))
    assert f'<a href="term:{full_id("term", "GMD")}">x</a>' in shown
    assert '<a href="https://x.org/&quot;">x</a>' in shown


def test_a_picture_says_its_size_where_it_has_one() -> None:
    assert '<img src="picture:pictures/map.svg" alt="A map">' in html()
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>'
    with_file = EVERYTHING._replace(pictures=(picture("pictures/map.svg", drawn),))
    assert ' alt="A map" width="60" height="40">' in html(with_file)


def test_nothing_has_a_colour_or_a_size_of_type() -> None:
    assert "color" not in html()
    assert "font" not in html()


def test_weight_is_kept() -> None:
    note = paragraph("y")
    runs = (
        Styled("strong", (Text("a"),)),
        Styled("emphasis", (Text("b"),)),
        Styled("code", (Text("c"),)),
    )
    assert "<b>a</b><i>b</i><code>c</code>" in html(course(topic("T", type(note)(note.id, runs))))


MARKS = st.text(st.sampled_from("ab \n\t*_`[]()<>&\\#-!|\u00a0\u3000\u2028\ufdd0\ufffc\u0301中"))


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_any_note_has_a_block_for_every_passage(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = course_folder(tmp_path_factory.mktemp("note"), treaty=f"# T\n\n{text}")
    read = read_course_folder(root).course
    assert read is not None
    expected = [
        (passage.id, passage.text.replace("\n", "\u2028"))
        for passage in passages(read.topics[0].blocks)
        if passage.kind not in ("table", "figure")
    ]
    found = named_texts(document(read))
    assert [pair for pair in found if pair in expected] == expected
