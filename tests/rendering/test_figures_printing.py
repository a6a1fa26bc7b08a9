"""Figures on paper."""

from PySide6.QtGui import QColor, QTextDocument, QTextTable

from studyapp.domain.messages import message
from studyapp.domain.progress.figure_words import Section
from studyapp.rendering.figures_printing import figures_html
from studyapp.rendering.note_printing import PaperNote

SECTIONS = (
    Section(
        "topics", "Known by topic", (message("All."),), ("Topic", "Recalled"), (("<b>Yalta", 3),)
    ),
    Section("streak", "Days in a row", (message("You have studied 6 days in a row."),)),
)


def paper() -> QTextDocument:
    return PaperNote(figures_html("Progress – This course", SECTIONS), lambda _name: None)


def test_every_figure_is_there_with_its_table(qapp: object) -> None:
    document = paper()
    text = document.toPlainText()
    assert "You have studied 6 days in a row." in text
    [table] = [each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable)]
    assert (table.rows(), table.columns()) == (2, 2)
    assert table.format().headerRowCount() == 1


def test_a_name_is_text_and_no_markup(qapp: object) -> None:
    assert "<b>Yalta" in paper().toPlainText()


def test_the_words_are_black(qapp: object) -> None:
    # Its blocks are of no use without it.
    document = paper()
    block = document.begin()
    colours = set()
    while block.isValid():
        colours.add(block.charFormat().foreground().color().name())
        block = block.next()
    assert colours <= {QColor("black").name()}
