"""A note with everything in it, shown in a panel; the course is a real pack."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from studyapp.domain.anchoring import anchor
from studyapp.domain.course import Course
from studyapp.domain.notes import (
    Contested,
    Figure,
    ListBlock,
    Paragraph,
    Reading,
    Styled,
    Table,
    TermLink,
    Text,
    WebLink,
)
from studyapp.services.annotations import Annotation
from studyapp.services.reading import Reader
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_panel import NotePanel
from tests.builders import COURSE, TOPIC, course, full_id, heading, paragraph, picture, term, topic
from tests.packs import opened
from tests.ui.hearing import heard_from

OTHER = "After the treaty"
OPENING = Paragraph(
    f"{COURSE}/passage/t.opening",
    (
        Styled("strong", (Text("Stalin"),)),
        Text(" signed with "),
        TermLink(full_id("term", "Jiang Jieshi"), (Text("Jiang"),)),
        Text(" and not with "),
        TermLink(full_id("term", "Mao Zedong"), (Text("Mao"),)),
        Text(", says "),
        WebLink("https://example.org/treaty", (Text("the text"),)),
        Text("."),
    ),
)
AGREED = heading("What was agreed")
EMOJI = paragraph("The 🚂 railway ran to Dalian, and Dalian was a port.")
PORTS = Table(
    f"{COURSE}/passage/t.ports",
    ((Text("Port"),), (Text("Until"),)),
    (((Text("Dalian"),), (Text("1950"),)), ((Text("Port Arthur"),), (Text("1955"),))),
)
MAP = Figure(f"{COURSE}/passage/t.map", "pictures/square.svg", "A black square", "The lands")
LOST_MAP = Figure(f"{COURSE}/passage/t.lost", "pictures/gone.svg", "A map that is gone", "")
LISTED = ListBlock(False, 1, ((paragraph("A base."),), (paragraph("A free port."),)))
DISPUTED = Contested(
    paragraph("Who gained?"),
    (
        Reading("Stalin", "some", paragraph("He got the ports.")),
        Reading("Jiang", "others", paragraph("He got time.")),
    ),
)
CLOSING = paragraph("That is how the café in Xi’an heard of it.")
LONG = tuple(paragraph(f"Sentence {number} of a long note. " * 12) for number in range(12))


def note_course() -> Course:
    """Return a course whose first note has every kind of block, and whose second is long."""
    blocks = (OPENING, AGREED, EMOJI, PORTS, MAP, LOST_MAP, LISTED, DISPUTED, CLOSING)
    return course(
        topic(TOPIC, *blocks),
        topic(OTHER, *LONG, heading("The end", topic=OTHER), parent=TOPIC),
        term("Jiang Jieshi", "person", ["Chiang Kai-shek"]),
        term("Mao Zedong"),
        picture(),
    )


def marked(passage: Paragraph, words: str, note: str = "", lost: bool = False) -> Annotation:
    """Return an annotation of words of a paragraph of plain text."""
    from studyapp.domain.notes import passages

    [found] = passages((passage,))
    at = found.text.index(words)
    where = anchor(found, at, at + len(words))
    return Annotation(f"{words}-id", full_id("topic", TOPIC), where, note, lost)


def select(panel: NotePanel, words: str, until: str = "") -> None:
    """Select words of the note, up to the end of `until` if it is given."""
    as_written = QTextDocument.FindFlag.FindCaseSensitively
    cursor = panel.view.document().find(words, 0, as_written)
    assert not cursor.isNull()
    if until:
        end = panel.view.document().find(until, cursor).selectionEnd()
        cursor.setPosition(cursor.selectionStart())
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    panel.view.setTextCursor(cursor)


def grounds(panel: NotePanel) -> list[str]:
    """Return the words that have a ground painted under them."""
    return [each.cursor.selectedText() for each in panel.view.extraSelections()]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    made = Reader(opened(note_course(), tmp_path / "course.studypack"))
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, reader: Reader) -> Iterator[NotePanel]:
    """A panel that shows the first note and turns to whatever topic it asks for."""
    made = NotePanel(Theme())
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.set_reader(reader)
    made.set_writable(True)
    made.topic_requested.connect(lambda name: made.show_page(reader.page(name)))
    made.show_page(reader.page(full_id("topic", TOPIC)))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    yield made
    made.close_course()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was given to say."""
    modules = ("note.marking", "note.find_bar", "note.term_card", "announce")
    return heard_from(monkeypatch, *modules)
