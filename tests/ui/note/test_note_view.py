"""The view: nothing from outside, a caret to read by, copies of clean words, marks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QFontInfo, QImage, QTextDocument, QTextImageFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from studyapp.domain.pages import NotePage
from studyapp.services.reading import Reader
from studyapp.ui.look.theme import Theme
from studyapp.ui.note.note_panel import NotePanel
from studyapp.ui.note.note_style import NoteStyle
from studyapp.ui.note.note_view import NoteView
from studyapp.ui.note.picture_drawing import draw_picture
from tests.builders import TOPIC, full_id
from tests.ui.note.conftest import CLOSING, EMOJI, LONG, MAP, OTHER, grounds, marked, select

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def view(panel: NotePanel) -> NoteView:
    return panel.view


def shown(panel: NotePanel, reader: Reader, title: str) -> NoteView:
    panel.show_page(reader.page(full_id("topic", title)))
    return panel.view


def copied(view: NoteView) -> str:
    view.copy()
    return QApplication.clipboard().text()


def test_only_pictures_of_the_course_exist(view: NoteView, tmp_path: Path) -> None:
    square = tmp_path / "square.svg"
    square.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    assert view.loadResource(IMAGE, QUrl("picture:pictures/square.svg")) is not None
    for name in (str(square), f"file://{square}", "https://example.org/a.png", "picture:gone.svg"):
        assert view.loadResource(IMAGE, QUrl(name)) is None


def test_a_picture_that_names_a_file_is_not_drawn(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    QImage(20, 20, QImage.Format.Format_RGB32).save(str(secret))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    image = f'<image width="20" height="20" href="{secret}"/>'
    assert draw_picture(svg.format("").encode(), 100, 1.0) is not None
    assert draw_picture(svg.format(image).encode(), 100, 1.0) is None


def test_no_style_sheet_is_read_from_a_file(view: NoteView) -> None:
    kind = QTextDocument.ResourceType.StyleSheetResource.value
    assert view.loadResource(kind, QUrl("picture:pictures/square.svg")) is None


def test_a_picture_is_drawn_in_the_note(view: NoteView) -> None:
    document = view.document()
    found = document.resource(IMAGE, QUrl("picture:pictures/square.svg"))
    assert (found.width(), found.height()) == (9, 9)


def test_a_picture_has_its_words_as_a_tooltip(view: NoteView) -> None:
    stretch = view.passages.stretch(MAP.id)
    assert stretch
    cursor = view.textCursor()
    cursor.setPosition(stretch.end)
    assert cursor.charFormat().toolTip() == "A black square"


def test_a_picture_that_is_missing_is_told_in_words(view: NoteView) -> None:
    assert "A map that is gone" in view.toPlainText()
    assert "A black square" not in view.toPlainText()


SIZED = '<p>Before.</p><p><img src="picture:{name}" alt="A map" width="900" height="90"></p>'
WIDE = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"/>'


def in_view(qtbot: QtBot, html: str, picture: Callable[[str], bytes | None]) -> NoteView:
    view = NoteView(Theme())
    qtbot.addWidget(view)
    view.pictures_from(picture)
    view.resize(500, 400)
    view.show_page(NotePage("t", "T", (), html, ()))
    view.show()
    qtbot.waitExposed(view)
    view.grab()
    return view


def image_format(view: NoteView) -> QTextImageFormat:
    runs = view.document().lastBlock().textFormats()
    return runs[0].format.toImageFormat()


def test_a_picture_has_its_room_before_it_is_drawn(qtbot: QtBot) -> None:
    asked: list[str] = []

    def picture(name: str) -> bytes:
        asked.append(name)
        return WIDE

    below = "<p>Words.</p>" * 40
    view = in_view(qtbot, below + SIZED.format(name="wide.svg"), picture)
    room = image_format(view)
    assert room.width() < view.width()
    assert room.height() == round(room.width() / 10)
    before = len(asked)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert len(asked) == before + 1


def test_the_words_below_a_picture_stand_close_to_it(qtbot: QtBot) -> None:
    html = (
        '<p class="picture"><img src="picture:map.svg" alt="A map" width="300" height="200"></p>'
        '<p class="caption">Below.</p>'
    )
    tall = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>'
    view = in_view(qtbot, html, lambda _name: tall)
    layout, first = view.document().documentLayout(), view.document().firstBlock()
    below = layout.blockBoundingRect(first.next()).top()
    assert below - layout.blockBoundingRect(first).top() < 200 + 24


def test_what_turns_out_to_be_no_picture_is_told_in_words(qtbot: QtBot) -> None:
    view = in_view(qtbot, SIZED.format(name="broken.svg"), lambda _name: b"<svg")
    qtbot.waitUntil(lambda: "A map" in view.toPlainText())
    QTest.qWait(50)
    assert view.toPlainText().split() == ["Before.", "A", "map"]


def test_the_words_of_a_picture_are_said_when_the_caret_comes_to_it(
    view: NoteView, said: list[str]
) -> None:
    stretch = view.passages.stretch(MAP.id)
    assert stretch
    cursor = view.textCursor()
    cursor.setPosition(stretch.start - 1)
    view.setTextCursor(cursor)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert said == ["Picture: A black square"]


def test_pages_that_are_left_do_not_stay_in_memory(panel: NotePanel, reader: Reader) -> None:
    for title in (OTHER, TOPIC, OTHER, TOPIC):
        shown(panel, reader, title)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(panel.view.findChildren(QTextDocument)) == 1


@pytest.mark.parametrize("width", [300, 420, 640, 1600])
def test_the_column_is_centred_and_at_most_68_characters(panel: NotePanel, width: int) -> None:
    panel.resize(width, 500)
    form = panel.view.document().rootFrame().frameFormat()
    assert form.leftMargin() == form.rightMargin() >= 16
    metrics = panel.view.fontMetrics()
    font = panel.view.document().defaultFont()
    assert panel.view.column_width() <= 68 * type(metrics)(font).averageCharWidth() + 68
    assert panel.view.horizontalScrollBar().maximum() == 0


def test_a_picture_is_drawn_anew_for_another_column(qtbot: QtBot) -> None:
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"/>'
    view = NoteView(Theme())
    qtbot.addWidget(view)
    view.pictures_from(lambda _name: wide)
    html = '<p><img src="picture:wide.svg" alt="Wide"></p>'
    view.resize(500, 400)
    view.show_page(NotePage("t", "T", (), html, ()))
    view.show()
    view.resize(300, 400)
    name = QUrl("picture:wide.svg")
    qtbot.waitUntil(
        lambda: view.document().resource(IMAGE, name).width() == int(view.column_width())
    )


def test_the_same_words_stay_in_sight_when_the_type_changes(
    panel: NotePanel, reader: Reader
) -> None:
    view = shown(panel, reader, OTHER)
    view.go_to(2000)
    before = view.place()
    panel.set_reading_style("", 20, 2.0)
    assert view.document().defaultFont().pointSizeF() == 20
    assert abs(view.place() - before) < 80


def test_what_is_selected_stays_selected_in_other_colours(panel: NotePanel) -> None:
    select(panel, "railway")
    panel.view.redraw()
    assert panel.view.textCursor().selectedText() == "railway"


@pytest.mark.parametrize(("points", "times"), [(12, 2.0), (16, 1.5), (24, 1.2)])
def test_the_larger_the_text_the_less_a_title_is_above_it(
    panel: NotePanel, reader: Reader, points: int, times: float
) -> None:
    view = shown(panel, reader, OTHER)
    view.set_style(NoteStyle("", points, 1.5))
    title = view.document().begin().begin().fragment().charFormat().font()
    assert title.pointSizeF() == pytest.approx(points * times)


def test_line_height_is_the_spacing_chosen_in_sizes_of_the_type(
    panel: NotePanel, reader: Reader
) -> None:
    view = shown(panel, reader, OTHER)
    view.set_style(NoteStyle("", 12, 2.0))
    paragraph = view.document().findBlockByNumber(1).layout()
    apart = paragraph.lineAt(1).y() - paragraph.lineAt(0).y()
    size = QFontInfo(view.document().defaultFont()).pixelSize()
    assert apart == pytest.approx(2.0 * size, rel=0.02)


def test_tab_walks_the_links_and_enter_follows_them(view: NoteView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.textCursor().selectedText() == "Jiang"
    with qtbot.waitSignal(view.term_activated) as emitted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert emitted.args[0] == full_id("term", "Jiang Jieshi")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    # Nobody is here to answer the panel's question whether to leave.
    view.outside_link_activated.disconnect()
    with qtbot.waitSignal(view.outside_link_activated) as emitted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert emitted.args == ["https://example.org/treaty"]


def test_words_can_be_selected_by_keyboard(view: NoteView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Home)
    shift_ctrl = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Right, shift_ctrl)
    assert view.textCursor().selectedText() == "Stalin "


def test_the_caret_reads_on_from_what_is_in_sight(panel: NotePanel, reader: Reader) -> None:
    view = shown(panel, reader, OTHER)
    view.go_to(3000)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.textCursor().position() > 2500
    assert view.rect().intersects(view.cursorRect())


def test_a_copy_is_clean_words_without_colours(panel: NotePanel) -> None:
    select(panel, "Stalin", "railway")
    view = panel.view
    assert copied(view) == (
        "Stalin signed with Jiang and not with Mao, says the text.\nWhat was agreed\nThe 🚂 railway"
    )
    assert not QApplication.clipboard().mimeData().hasHtml()


def test_a_copied_table_has_a_line_a_row_and_tabs_between(panel: NotePanel) -> None:
    select(panel, "Port", "1955")
    assert copied(panel.view) == "Port\tUntil\nDalian\t1950\nPort Arthur\t1955"


def test_a_copied_picture_leaves_no_strange_signs(panel: NotePanel) -> None:
    select(panel, "Port", "A base")
    lines = [line for line in copied(panel.view).split("\n") if line]
    assert lines[2:] == ["Port Arthur\t1955", "The lands", "A map that is gone", "A base"]


def test_a_box_is_copied_a_line_a_paragraph(panel: NotePanel) -> None:
    select(panel, "Who gained?", "the ports.")
    assert copied(panel.view) == "Who gained?\nStalin (some)\nHe got the ports."


def test_a_passage_is_scrolled_to_and_marked(panel: NotePanel, reader: Reader) -> None:
    view = shown(panel, reader, OTHER)
    assert view.show_passage(LONG[8].id)
    stretch = view.passages.stretch(LONG[8].id)
    assert stretch
    assert view.textCursor().position() == stretch.start
    # It is in sight, and so is a little of what stands before it.
    assert 0 < view.cursorRect().top() < view.height() // 3
    assert view.place() < stretch.start
    assert grounds(panel) == [view.document().findBlock(stretch.start).text()]


def test_a_passage_stays_marked_when_the_note_is_made_anew(panel: NotePanel) -> None:
    panel.view.show_passage(CLOSING.id)
    before = grounds(panel)
    panel.view.redraw()
    assert grounds(panel) == before != []


def test_a_passage_of_another_note_is_not_there(view: NoteView) -> None:
    assert not view.show_passage(LONG[0].id)


@pytest.mark.parametrize("act", ["key", "click"])
def test_the_next_action_takes_the_mark_off_a_passage(panel: NotePanel, act: str) -> None:
    panel.view.show_passage(CLOSING.id)
    if act == "key":
        QTest.keyClick(panel.view, Qt.Key.Key_Left)
    else:
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert grounds(panel) == []


def test_the_mark_on_a_passage_stands_still_where_motion_is_reduced(
    panel: NotePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def still(
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        assert hint is QStyle.StyleHint.SH_Widget_Animation_Duration
        return 0

    style = panel.view.style()
    monkeypatch.setattr(style, "styleHint", still)
    monkeypatch.setattr(panel.view, "style", lambda: style)
    panel.view.show_passage(CLOSING.id)
    [ground] = panel.view.extraSelections()
    assert ground.format.background().color() == panel.view.theme.colour("selection")
    assert not panel.view.marks.is_fading


def test_highlights_have_a_ground_and_those_with_a_note_a_line_too(panel: NotePanel) -> None:
    panel.set_annotations((marked(EMOJI, "railway"), marked(CLOSING, "café", "look it up")))
    assert grounds(panel) == ["railway", "café"]
    colours = {each.format.background().color().name() for each in panel.view.extraSelections()}
    assert colours == {panel.view.theme.colour("highlight").name()}
    lines = [each.format.underlineStyle().name for each in panel.view.extraSelections()]
    assert lines == ["NoUnderline", "DashUnderline"]


def test_highlights_keep_to_their_words_in_larger_type(panel: NotePanel) -> None:
    panel.set_annotations((marked(EMOJI, "Dalian was"),))
    panel.set_reading_style("", 18, 1.5)
    assert grounds(panel) == ["Dalian was"]


def test_highlights_of_one_note_are_not_painted_in_another(
    panel: NotePanel, reader: Reader
) -> None:
    panel.set_annotations((marked(EMOJI, "railway"),))
    shown(panel, reader, OTHER)
    assert grounds(panel) == []
